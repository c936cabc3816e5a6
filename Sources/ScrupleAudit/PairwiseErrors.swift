import ScrupleGroundTruth
import ScrupleStatistics

/// How many pairs were decided rightly and wrongly; possible links count as not linked.
public struct PairCounts: Sendable, Equatable, Codable {
  /// Links that are matches.
  public let truePositives: Int
  /// Links that are non-matches: false links.
  public let falsePositives: Int
  /// Matches that are not linked: false non-links, those that blocking lost among them.
  public let falseNegatives: Int
  /// Non-matches that are not linked, compared or not.
  public let trueNegatives: Int
}

/// How far false links lean on the same records, and what that does to the interval.
public struct PairDependence: Sendable, Equatable, Codable {
  /// Left records with a false link.
  public let leftRecords: Int
  /// Right records with a false link.
  public let rightRecords: Int
  /// The greatest share of all false links that one left record carries, in 0...1.
  public let largestLeftShare: Double
  /// The greatest share of all false links that one right record carries, in 0...1.
  public let largestRightShare: Double
  /// The standard error of the false match rate if pairs were independent.
  public let independentError: Double
  /// The two-way cluster-robust standard error.
  public let twoWayError: Double
  /// The standard error of the pigeonhole bootstrap: the conservative companion.
  public let pigeonholeError: Double
  /// How many times the two-way variance exceeds the independent one; nil without false links.
  @NullEncoded public private(set) var designEffect: Double?
  /// Whether the two-way interval rests on enough records: at least ten on each side carry false
  /// links and none carries more than a quarter of them.
  public let isReliable: Bool

  init(_ rate: TwoWayClusteredRate) {
    leftRecords = rate.markedRows
    rightRecords = rate.markedColumns
    largestLeftShare = rate.largestRowShare
    largestRightShare = rate.largestColumnShare
    independentError = rate.independentError
    twoWayError = rate.twoWayError
    pigeonholeError = rate.pigeonholeError
    designEffect = rate.designEffect
    isReliable = rate.isReliable
  }
}

/// The errors over pairs of labelled records, at the linkage's own decision.
public struct PairwiseErrors: Sendable, Equatable, Codable {
  /// The four counts.
  public let counts: PairCounts
  /// True links among links.
  public let precision: Rate
  /// Linked true pairs among true pairs, those that blocking lost included.
  public let recall: Rate
  /// The harmonic mean of the two above; it has no interval.
  public let f1: Rate
  /// False links among all non-matching pairs, with the two-way interval.
  public let falseMatchRate: Rate
  /// The same rate with the interval that takes pairs as independent, for comparison.
  public let falseMatchRateIfIndependent: Rate
  /// True pairs not linked among true pairs.
  public let falseNonMatchRate: Rate
  /// How far the false links lean on the same records.
  public let dependence: PairDependence

  init(_ judged: JudgedLinks, _ input: AuditInput) {
    let truth = input.truth
    let links = judged.links
    let falseLinks = links.filter { !$0.isTrue }
    let truePairs = truth.truePairCount
    let hits = links.count - falseLinks.count
    let nonMatches = truth.labelledLeftCount * truth.labelledRightCount - truePairs
    let level = input.level
    counts = PairCounts(
      truePositives: hits, falsePositives: falseLinks.count, falseNegatives: truePairs - hits,
      trueNegatives: nonMatches - falseLinks.count)
    precision = Rate(
      "precision", of: .links, count: hits, total: links.count, level: level, independent: .pairs)
    recall = Rate(
      "recall", of: .truePairs, count: hits, total: truePairs, level: level, independent: .pairs)
    f1 = .f1(truePositives: hits, links: links.count, truePairs: truePairs, level: level)
    falseNonMatchRate = Rate(
      "falseNonMatchRate", of: .truePairs, count: truePairs - hits, total: truePairs, level: level,
      independent: .pairs)
    falseMatchRateIfIndependent = Rate(
      "falseMatchRate", of: .allPairs, count: falseLinks.count, total: nonMatches, level: level,
      independent: .pairs)
    let clustered = TwoWayClusteredRate(falseLinks, truth, nonMatches: nonMatches)
    dependence = PairDependence(clustered)
    falseMatchRate =
      clustered.interval(level: level).map {
        Rate(
          "falseMatchRate", of: .allPairs, count: falseLinks.count, total: nonMatches,
          limits: ($0.lowerBound, $0.upperBound), level: level,
          method: "two-way cluster-robust (CGM)")
      } ?? falseMatchRateIfIndependent
  }
}

extension Rate {
  /// F1 as a share: twice the true links among links and true pairs together.
  static func f1(truePositives: Int, links: Int, truePairs: Int, level: Double) -> Rate {
    Rate(
      "f1", of: .linksAndTruePairs, count: 2 * truePositives, total: links + truePairs,
      level: level, withoutInterval: "no interval")
  }
}

extension TwoWayClusteredRate {
  /// The false match rate over the table of labelled records.
  ///
  /// Only how many rows and columns there are matters beside the marked cells, so that unlabelled
  /// records are left out by numbering those that carry false links anew.
  fileprivate init(_ falseLinks: [JudgedLinks.Pair], _ truth: GroundTruth, nonMatches: Int) {
    self.init(
      rows: dense(falseLinks.map(\.link.left)), columns: dense(falseLinks.map(\.link.right)),
      rowCount: truth.labelledLeftCount, columnCount: truth.labelledRightCount, total: nonMatches)
  }
}

/// The same places numbered from 0 without gaps.
private func dense(_ places: [Int32]) -> [Int32] {
  var numbers: [Int32: Int32] = [:]
  return places.map { place in
    let number = numbers[place] ?? Int32(numbers.count)
    numbers[place] = number
    return number
  }
}
