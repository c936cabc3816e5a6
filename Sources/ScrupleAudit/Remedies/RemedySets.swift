import ScrupleGroundTruth

/// The smallest sets of repairs that remove each wrong flag.
///
/// A flag that single repairs remove has each of them as a smallest set; only where none does are
/// sets of two looked at. Each wrong flag stands in exactly one row or is irreducible.
public struct RemedySets: Sendable, Equatable, Codable {
  /// The sets with which the run was repeated, by code.
  public let tried: [String]
  /// Wrong flags of the run.
  public let wrongFlags: Int
  /// How many wrong flags have the same smallest sets, the most frequent first.
  public let smallest: [SmallestSets]
  /// Wrong flags that no set removed, among all wrong flags, with persons as clusters.
  public let irreducible: Rate

  init(_ input: RemedyInput) {
    let applied = input.trials.filter { $0.standing == .applied }
    let wrong = input.wrongFlags
    tried = applied.map(\.repairs.code)
    wrongFlags = wrong.count
    let sets = Dictionary(
      uniqueKeysWithValues: wrong.map { ($0, Self.smallestSets(of: $0, applied)) })
    let grouped = Dictionary(grouping: wrong) { sets[$0] ?? [] }
    smallest = grouped.filter { !$0.key.isEmpty }.map { codes, flags in
      SmallestSets(
        sets: codes, wrongFlags: flags.count,
        onCitizens: flags.count { input.bookings[Int($0)]?.citizenClass.isCitizen ?? false })
    }.sorted {
      ($1.wrongFlags, $0.sets.joined(separator: " ")) < (
        $0.wrongFlags, $1.sets.joined(separator: " ")
      )
    }
    irreducible = Rate(
      "irreducibleWrongFlags", of: .wrongFlags,
      clustered: input.share(of: Set(wrong)) { sets[$0]?.isEmpty ?? true },
      level: input.level, by: .persons)
  }

  private static func smallestSets(of flag: Int32, _ applied: [RepairTrial]) -> [String] {
    let removing = applied.filter { !$0.flagged.contains(flag) }.map(\.repairs)
    guard let least = removing.map(\.count).min() else { return [] }
    return removing.filter { $0.count == least }.map(\.code)
  }
}

/// How many wrong flags have the same smallest sets of repairs.
public struct SmallestSets: Sendable, Equatable, Codable {
  /// The codes; each set alone removes the flags.
  public let sets: [String]
  /// Wrong flags.
  public let wrongFlags: Int
  /// Those of them on citizens.
  public let onCitizens: Int
}

extension RemedySets {
  /// Whether one of the counts has a property.
  func tells(_ isSmall: (Int) -> Bool) -> Bool {
    isSmall(irreducible.count)
      || smallest.contains { isSmall($0.wrongFlags) || isSmall($0.onCitizens) }
  }
}
