import ScrupleGroundTruth

/// The listed pairs with the truth of each, checked and in a fixed order.
///
/// **Shape**: pairs of labelled records only, by match weight and then probability, both falling.
/// Pairs equal in both are interchangeable in every sum, so that no figure depends on the order
/// of the input or on row numbers.
struct JudgedLinks {
  struct Pair {
    let link: ScoredLink
    let isTrue: Bool
  }

  let pairs: [Pair]
  /// Whose records are whose.
  let persons: PersonClusters
  /// Links left out because a record has no label.
  let excludedLinks: Int
  /// Possible links left out because a record has no label.
  let excludedPossible: Int

  init(_ input: AuditInput) throws(AuditError) {
    try Self.check(input)
    persons = PersonClusters(input)
    var pairs: [Pair] = []
    pairs.reserveCapacity(input.links.count)
    var excluded = (links: 0, possible: 0)
    for link in input.links {
      switch input.truth.verdict(left: link.left, right: link.right) {
      case .match: pairs.append(Pair(link: link, isTrue: true))
      case .nonMatch: pairs.append(Pair(link: link, isTrue: false))
      case .unlabelled where link.decision == .link: excluded.links += 1
      case .unlabelled: excluded.possible += 1
      }
    }
    pairs.sort(by: Self.precedes)
    self.pairs = pairs
    (excludedLinks, excludedPossible) = excluded
  }

  /// The pairs decided to be links, in the same order.
  var links: [Pair] { pairs.filter { $0.link.decision == .link } }
}

// MARK: - Order and checks

extension JudgedLinks {
  private static func precedes(_ a: Pair, _ b: Pair) -> Bool {
    if a.link.weight != b.link.weight { return a.link.weight > b.link.weight }
    // A missing probability stands after every claimed one.
    let (p, q) = (a.link.probability, b.link.probability)
    return p.isNaN ? false : q.isNaN || p > q
  }

  private static func check(_ input: AuditInput) throws(AuditError) {
    let left = 0..<input.truth.leftCount
    let right = 0..<input.truth.rightCount
    for (index, link) in input.links.enumerated() {
      if !left.contains(Int(link.left)) || !right.contains(Int(link.right)) {
        throw .recordOutOfRange(link: index + 1)
      }
      if !link.weight.isFinite { throw .weightNotFinite(link: index + 1) }
      if link.probability < 0 || link.probability > 1 {
        throw .probabilityOutOfRange(link: index + 1)
      }
    }
    if let repeated = firstRepeat(in: input.links) { throw .pairTwice(link: repeated + 1) }
  }

  /// The place of a link whose pair stands earlier in the list.
  private static func firstRepeat(in links: [ScoredLink]) -> Int? {
    let keys = links.map { UInt64(UInt32($0.left)) << 32 | UInt64(UInt32($0.right)) }
    // A list written in the order of the contract needs one look.
    if zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) { return nil }
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    return zip(order, order.dropFirst()).filter { keys[$0] == keys[$1] }.map(\.1).min()
  }
}
