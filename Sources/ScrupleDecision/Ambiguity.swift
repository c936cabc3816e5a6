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
  /// - Complexity: O(pairs + records).
  public static func marks(
    of pairs: [ScoredPair], marginBits: Double, entities: EvidentEntities = EvidentEntities()
  ) -> [Bool] {
    precondition(marginBits >= 0, "the margin is \(marginBits) bits")
    pairs.requireSortedUnique()
    var marks = [Bool](repeating: false, count: pairs.count)
    let margin = ScoredPair.quantized(marginBits)
    mark(&marks, pairs, margin, record: \.left, candidate: entities.rightEntity)
    mark(&marks, pairs, margin, record: \.right, candidate: entities.leftEntity)
    return marks
  }

  private static func mark(
    _ marks: inout [Bool], _ pairs: [ScoredPair], _ margin: Int64,
    record: (ScoredPair) -> Int32, candidate: (ScoredPair) -> Int32
  ) {
    let last = pairs.map(record).max() ?? -1
    var contests = [Contest](repeating: Contest(), count: Int(last) + 1)
    for pair in pairs { contests[Int(record(pair))].raise(to: pair.quantizedWeight) }
    for pair in pairs {
      contests[Int(record(pair))].add(
        candidate(pair), weight: pair.quantizedWeight, margin: margin)
    }
    for (index, pair) in pairs.enumerated() {
      let contest = contests[Int(record(pair))]
      if contest.isInDoubt && pair.quantizedWeight >= contest.best - margin {
        marks[index] = true
      }
    }
  }

  /// The candidates of one record near its best weight.
  private struct Contest {
    var best = Int64.min
    var first: Int32?
    var isInDoubt = false

    mutating func raise(to weight: Int64) { best = max(best, weight) }

    mutating func add(_ candidate: Int32, weight: Int64, margin: Int64) {
      if weight < best - margin { return }
      if first == nil { first = candidate }
      if first != candidate { isInDoubt = true }
    }
  }
}
