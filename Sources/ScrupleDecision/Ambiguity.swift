import ScrupleExecution

/// Finds pairs whose record has another candidate with about as much evidence.
public enum Ambiguity {
  /// Returns, for each pair, whether it is ambiguous.
  ///
  /// A record (of either side) is in doubt when two of its candidates, not evidently the
  /// same entity, weigh within `marginBits` of its best one; then all its pairs that do so
  /// are ambiguous. All scored pairs count as candidates, whatever the thresholds, so that
  /// raising a threshold cannot make a doubt vanish.
  ///
  /// - Parameters:
  ///   - pairs: sorted by left, right, without repeats.
  ///   - marginBits: at least 0; at 0 only equal weights are in doubt.
  ///   - parallelism: the sides are looked at by a thread each.
  /// - Complexity: O(pairs + records).
  public static func marks(
    of pairs: [ScoredPair], marginBits: Double, entities: EvidentEntities = EvidentEntities(),
    parallelism: Parallelism = Parallelism(threadCount: 1)
  ) -> [Bool] {
    precondition(marginBits >= 0, "the margin is \(marginBits) bits")
    pairs.requireSortedUnique()
    let margin = ScoredPair.quantized(marginBits)
    let sides = parallelism.map(2) { side in
      side == 0
        ? marks(of: pairs, margin, record: \.left, candidate: entities.rightEntity)
        : marks(of: pairs, margin, record: \.right, candidate: entities.leftEntity)
    }
    return zip(sides[0], sides[1]).map { $0 || $1 }
  }

  /// The pairs of records of one side that are in doubt.
  private static func marks(
    of pairs: [ScoredPair], _ margin: Int64,
    record: (ScoredPair) -> Int32, candidate: (ScoredPair) -> Int32
  ) -> [Bool] {
    let last = pairs.map(record).max() ?? -1
    var contests = [Contest](repeating: Contest(), count: Int(last) + 1)
    for pair in pairs { contests[Int(record(pair))].raise(to: pair.quantizedWeight) }
    for pair in pairs {
      contests[Int(record(pair))].add(
        candidate(pair), weight: pair.quantizedWeight, margin: margin)
    }
    return pairs.map { pair in
      let contest = contests[Int(record(pair))]
      return contest.isInDoubt && pair.quantizedWeight >= contest.best - margin
    }
  }

  /// The candidates of one record near its best weight.
  private struct Contest {
    var best = Int64.min
    /// Entities are 0 or above.
    private var first = none
    var isInDoubt: Bool { first == Self.several }

    private static let none: Int32 = -1
    private static let several: Int32 = -2

    mutating func raise(to weight: Int64) { best = max(best, weight) }

    mutating func add(_ candidate: Int32, weight: Int64, margin: Int64) {
      if weight < best - margin { return }
      if first == Self.none { first = candidate }
      if first != candidate { first = Self.several }
    }
  }
}
