import ScrupleAudit
import ScrupleBlocking
import ScrupleExecution

/// A unit to be labelled: a pair, or a left record alone.
public struct LabelUnit: Sendable, Hashable {
  /// The canonical position of the left record.
  public let left: Int32
  /// The canonical position of the right record; nil where only the left one is asked about.
  public let right: Int32?

  /// Creates a unit.
  public init(left: Int32, right: Int32?) {
    self.left = left
    self.right = right
  }
}

/// What labels can be drawn from: the strata of a claim, of which the large ones are not listed.
public struct LabelFrame: Sendable {
  /// The strata, without labels yet.
  public private(set) var strata: [LabelStratum] = []
  private var sources: [Source] = []
  private let leftCount: Int
  private let rightCount: Int
  private let parallelism: Parallelism
  private var outside: OutsidePairs?
  private var candidates: CandidatePairs?
  /// Pairs of listed strata, which are no further candidates.
  private var listed: Set<UInt64> = []

  private enum Source: Sendable {
    case units([LabelUnit])
    case candidates
    case outsideAlike
    case outside
  }

  /// Creates an empty frame over files of so many records.
  public init(leftCount: Int, rightCount: Int, parallelism: Parallelism) {
    self.leftCount = leftCount
    self.rightCount = rightCount
    self.parallelism = parallelism
  }

  /// Adds a stratum whose units are listed; an empty one is left out.
  ///
  /// - Parameter rate: the share of errors expected in it.
  public mutating func add(
    _ name: String, _ place: LabelStratum.Place, group: String? = nil, units: [LabelUnit],
    rate: Double
  ) {
    let keys = PairKeys(seed: 0, stream: 0, rightCount: rightCount)
    for unit in units {
      if let right = unit.right { listed.insert(keys.index(unit.left, right)) }
    }
    append(name, place, group, .units(units), size: units.count, rate: rate)
  }

  /// Adds all other pairs of a run: further candidates, and those outside the blocks.
  ///
  /// - Parameter candidatePairs: how many candidates the run had.
  /// - Throws: `BlockingError`.
  public mutating func addUnlistedPairs(
    of prepared: PreparedLinkage, candidatePairs: Int
  ) throws {
    candidates = prepared.candidates
    append(
      "other candidates", .candidates, nil, .candidates,
      size: max(candidatePairs - listed.count, 0), rate: 0)
    let outside = try OutsidePairs(
      prepared, candidatePairs: candidatePairs, parallelism: parallelism)
    append(
      "outside the blocks, alike", .outsideAlike, nil, .outsideAlike, size: outside.alikeCount,
      rate: 0)
    append("outside the blocks", .outside, nil, .outside, size: outside.otherCount, rate: 0)
    self.outside = outside
  }

  private mutating func append(
    _ name: String, _ place: LabelStratum.Place, _ group: String?, _ source: Source, size: Int,
    rate: Double
  ) {
    guard size > 0 else { return }
    strata.append(
      LabelStratum(
        code: "s\(strata.count + 1)", name: name, place: place, group: group, size: size,
        plannedRate: rate))
    sources.append(source)
  }

  /// Draws the labels of each stratum evenly, without replacement.
  ///
  /// The draw depends on the seed and the records alone.
  /// - Parameter planned: the strata with their labels filled in.
  /// - Returns: the units of each stratum.
  /// - Complexity: one pass over the candidates, and memory for the units drawn.
  public func draw(_ planned: [LabelStratum], seed: UInt64) -> [[LabelUnit]] {
    precondition(planned.count == strata.count, "\(planned.count) of \(strata.count) strata")
    return planned.indices.map { number in
      let stream = UInt64(number) + 1
      let keys = PairKeys(seed: seed, stream: stream, rightCount: rightCount + 1)
      let wanted = planned[number].labels
      switch sources[number] {
      case .units(let units):
        // A left record alone stands where no right record can.
        return PairKeys.smallest(wanted, of: units.count) { _ in
          units.map { keys.pair($0.left, $0.right ?? Int32(rightCount)) }
        }.map { LabelUnit($0, rightCount: rightCount) }
      case .candidates:
        return others(wanted, of: planned[number].size, keys)
      case .outsideAlike:
        return (outside?.alike(wanted, keys) ?? []).map { LabelUnit($0, rightCount: rightCount) }
      case .outside:
        return (outside?.others(wanted, keys, seed: seed, stream: stream) ?? [])
          .map { LabelUnit($0, rightCount: rightCount) }
      }
    }
  }

  private func others(_ count: Int, of size: Int, _ keys: PairKeys) -> [LabelUnit] {
    guard let candidates else { return [] }
    let plain = PairKeys(seed: 0, stream: 0, rightCount: rightCount)
    let listed = listed
    return PairKeys.smallest(count, of: size) { limit in
      candidates.drawing(keys, limit: limit, parallelism: parallelism) {
        !listed.contains(plain.index($0, $1))
      }.pairs
    }.map { LabelUnit($0, rightCount: rightCount) }
  }
}

extension LabelUnit {
  init(_ pair: KeyedPair, rightCount: Int) {
    self.init(left: pair.left, right: Int(pair.right) == rightCount ? nil : pair.right)
  }
}
