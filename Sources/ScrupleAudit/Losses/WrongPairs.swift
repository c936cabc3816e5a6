import ScrupleGroundTruth

/// The pairs that a linkage decided wrongly: true pairs it did not link, and false links.
///
/// **Shape**: pairs of labelled records, ascending by left, then right; each pair once. There are
/// as many as `PairCounts` has false negatives and false positives.
public struct WrongPairs: Sendable {
  /// True pairs that are not linked.
  public let missed: [Pair]
  /// Links that are non-matches.
  public let falseLinks: [Pair]

  /// A pair, and the weight with which it was listed.
  public struct Pair: Sendable, Equatable {
    /// The left record's position.
    public let left: Int32
    /// The right record's position.
    public let right: Int32
    /// The match weight in bits; nil for a pair that was not listed.
    public let weight: Double?
  }
}

extension AuditInput {
  /// The pairs that were decided wrongly.
  ///
  /// - Throws: `AuditError` when the list of links cannot be.
  /// - Complexity: O(links log links + true pairs).
  public func wrongPairs() throws(AuditError) -> WrongPairs {
    let judged = try JudgedLinks(self)
    var linked: Set<UInt64> = []
    var possible: [UInt64: Double] = [:]
    for pair in judged.pairs where pair.isTrue {
      let key = Self.key(pair.link.left, pair.link.right)
      if pair.link.decision == .link {
        linked.insert(key)
      } else {
        possible[key] = pair.link.weight
      }
    }
    var missed: [WrongPairs.Pair] = []
    for left in 0..<Int32(truth.leftCount) {
      for right in truth.mates(ofLeft: left).sorted() {
        let key = Self.key(left, right)
        if linked.contains(key) { continue }
        missed.append(WrongPairs.Pair(left: left, right: right, weight: possible[key]))
      }
    }
    let falseLinks = judged.links.filter { !$0.isTrue }.map {
      WrongPairs.Pair(left: $0.link.left, right: $0.link.right, weight: $0.link.weight)
    }
    return WrongPairs(
      missed: missed, falseLinks: falseLinks.sorted { ($0.left, $0.right) < ($1.left, $1.right) })
  }

  private static func key(_ left: Int32, _ right: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
  }
}
