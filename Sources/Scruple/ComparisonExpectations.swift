import ScrupleComparison
import ScrupleScoring

/// What is expected of comparisons before the data are seen.
///
/// These are starting points worth ten pairs, not results: with a few hundred
/// matches the data outweigh them.
enum ComparisonExpectations {
  /// How one comparison's training starts.
  static func start(_ rule: ComparisonRule) -> LookAlikeTraining.ComparisonStart {
    let labels = (1...rule.levelCount).map { rule.label(ofLevel: $0) }
    let expected = shares(rule)
    return LookAlikeTraining.ComparisonStart(
      outline: ComparisonOutline(
        name: rule.name, levelLabels: labels, termFrequency: termFrequency(rule)),
      mProbabilities: expected, limitedLevels: limitedLevels(rule),
      largestShare: 0.5)
  }

  /// Shares of the levels among matches, worst first.
  private static func shares(_ rule: ComparisonRule) -> [Double] {
    let raw = rule.levels.map(share) + [elseShare(rule)]
    let total = raw.reduce(0, +)
    return raw.reversed().map { $0 / total }
  }

  private static func share(_ test: LevelTest) -> Double {
    switch test {
    case .exact: 0.8
    case .address(.home): 0.6
    case .address(.streetAndPlace): 0.15
    case .address(.neighbourhood), .address(.place), .address(.streetAndNumber),
      .address(.numberAndPlace):
      0.05
    case .address(.state): 0.03
    case .near, .oneDigit: 0.08
    case .sameInitial: 0.3
    case .numeric: 0.4
    case .dateParts, .dayMonthSwap: 0.02
    default: 0.02
    }
  }

  private static func elseShare(_ rule: ComparisonRule) -> Double {
    rule.condition != nil || rule.levels.count == 1 ? 0.1 : 0.03
  }

  /// Levels at which two records of one person may stand in at most half of
  /// all cases: plain disagreement in what names and dates a person.
  private static func limitedLevels(_ rule: ComparisonRule) -> [Int] {
    guard rule.condition == nil, rule.levels.contains(.exact) else { return [] }
    let isDate = rule.levels.contains(.sameYear)
    let isIdentifying =
      ["given-name", "surname"].contains(rule.name)
      || rule.levels.contains(.optimalStringAlignment(atMost: 1))
    if isDate {
      return (1...rule.levelCount).filter { level in
        level == 1 || [.sameYear, .withinYears(1)].contains(rule.levels[rule.levelCount - level])
      }
    }
    return isIdentifying ? [1] : []
  }

  /// Rare names count more; other rare values do not, but common ones count
  /// less: 1 January, a shared telephone.
  private static func termFrequency(_ rule: ComparisonRule) -> TermFrequencySettings? {
    guard rule.usesTermFrequency else { return nil }
    let isName = ["given-name", "surname", "birth-place"].contains(rule.name)
    return TermFrequencySettings(maximumAdjustmentBits: isName ? 12 : 0)
  }

  /// Who looks like whom: members of a family share the surname and the home,
  /// twins the birth date too, father and son the given name; and any of them
  /// may share a telephone or an e-mail address.
  static func lookAlikes(_ rules: [ComparisonRule]) -> [LookAlikeClass] {
    let home = ["street", "city", "postcode", "address-line-2"]
    let contact = ["phone", "email"]
    // Where names run in groups, strangers of one group share both names far more often than chance
    // has it; without a home to tell them apart they may be as many as the matches.
    let hasHome = rules.contains { $0.fields.contains(where: home.contains) }
    let kinds = [
      ("kin", ["surname"] + home, false),
      ("twins", ["surname", "birth-date"] + home, true),
      (
        hasHome ? "namesakes in a family" : "namesakes", ["given-name", "surname", "sex"] + home,
        hasHome
      ),
      ("people of one home", home, false),
    ]
    var seen = Set<[Int]>()
    return (kinds + kinds.map { ($0 + " with one telephone or e-mail", $1 + contact, $2) })
      .compactMap { label, fields, isHard in
        let shared = rules.indices.filter { rules[$0].fields.contains { fields.contains($0) } }
        // A class that shares everything, or nothing, is matches or strangers.
        guard !shared.isEmpty, shared.count < rules.count, seen.insert(shared).inserted else {
          return nil
        }
        return LookAlikeClass(
          label: label, sharedComparisons: shared, isHardToTellFromMatches: isHard)
      }
  }
}
