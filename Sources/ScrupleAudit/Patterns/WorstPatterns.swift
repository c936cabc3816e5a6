import ScrupleGroundTruth

/// The patterns of levels behind the most false links.
public struct WorstPatterns: Sendable, Equatable, Codable {
  /// One pattern.
  public struct Row: Sendable, Equatable, Codable {
    /// The level of each comparison.
    public let levels: [String]
    /// Its false links, of its links.
    public let falseLinks: Rate
    /// The least weight of its links, in bits.
    public let lowestWeight: Double
    /// The greatest.
    public let highestWeight: Double
  }

  /// The names of the comparisons.
  public let comparisons: [String]
  /// How many patterns the links have.
  public let patterns: Int
  /// How many of them have a false link.
  public let patternsWithFalseLinks: Int
  /// False links in all.
  public let falseLinks: Int
  /// The patterns with the most false links, at most `most`; of equally many, that with fewer links
  /// first, then by level.
  public let rows: [Row]

  /// How many patterns are listed.
  public static let most = 10

  /// Counts the links of labelled records by pattern.
  ///
  /// - Returns: nil where the levels are not known.
  init?(_ input: AuditInput, _ persons: PersonClusters) {
    guard let given = input.patterns else { return nil }
    precondition(
      given.ofLinks.count == input.links.count,
      "\(given.ofLinks.count) patterns, \(input.links.count) links")
    var tallies = [Tally](repeating: Tally(), count: given.levels.count)
    for (link, pattern) in zip(input.links, given.ofLinks) where link.decision == .link {
      switch input.truth.verdict(left: link.left, right: link.right) {
      case .match: tallies[Int(pattern)].add(link.weight, isFalse: false)
      case .nonMatch: tallies[Int(pattern)].add(link.weight, isFalse: true)
      case .unlabelled: break
      }
    }
    let bad = tallies.indices.filter { tallies[$0].falseLinks > 0 }.sorted { one, other in
      let (a, b) = (tallies[one], tallies[other])
      if a.falseLinks != b.falseLinks { return a.falseLinks > b.falseLinks }
      if a.links != b.links { return a.links < b.links }
      return given.levels[one].lexicographicallyPrecedes(given.levels[other])
    }
    comparisons = given.comparisons
    patterns = tallies.count { $0.links > 0 }
    patternsWithFalseLinks = bad.count
    falseLinks = tallies.reduce(0) { $0 + $1.falseLinks }
    let worst = bad.prefix(Self.most)
    let members = Self.members(of: Set(worst), input, given)
    rows = worst.map { place in
      Row(
        levels: given.levels[place],
        falseLinks: Rate(
          "falseLinks", of: .links, clustered: persons.share(members[place] ?? []),
          level: input.level, by: .persons),
        lowestWeight: tallies[place].lowest, highestWeight: tallies[place].highest)
    }
  }

  /// The links of labelled records of some patterns, each with whether it is false.
  private static func members(
    of places: Set<Int>, _ input: AuditInput, _ given: AgreementPatterns
  ) -> [Int: [(left: Int32, isMarked: Bool)]] {
    var members: [Int: [(left: Int32, isMarked: Bool)]] = [:]
    for (link, pattern) in zip(input.links, given.ofLinks)
    where link.decision == .link && places.contains(Int(pattern)) {
      switch input.truth.verdict(left: link.left, right: link.right) {
      case .match: members[Int(pattern), default: []].append((link.left, false))
      case .nonMatch: members[Int(pattern), default: []].append((link.left, true))
      case .unlabelled: break
      }
    }
    return members
  }

  private struct Tally {
    var links = 0
    var falseLinks = 0
    var lowest = Double.infinity
    var highest = -Double.infinity

    mutating func add(_ weight: Double, isFalse: Bool) {
      links += 1
      if isFalse { falseLinks += 1 }
      lowest = min(lowest, weight)
      highest = max(highest, weight)
    }
  }
}
