import ScrupleComparison
import ScrupleMadeUpRecords
import ScrupleNormalization
import Testing

@testable import Scruple

struct DefaultComparisonTests {
  private static let names = ["maria", "marie", "m", "jose", "garcia", ""]
  private static let dates = [
    "1980-03-05", "1980-03-06", "1980-05-03", "1980-03", "1980-11-28", "1981-07-19", "1960-01-02",
    "",
  ]

  /// Records with every combination of some values on both sides.
  private static let records: NormalizedRecords = {
    let cells = names.flatMap { name in
      dates.flatMap { date in ["f", "m", ""].map { [name, date, $0] } }
    }
    func field(_ name: String, _ kind: FieldKind, _ part: Int) -> NormalizedField {
      let values = cells.map { $0[part] }
      return NormalizedField(name, kind, left: values, right: values)
    }
    let ages = cells.map { $0[1].isEmpty ? "" : String(2 * Int($0[1].prefix(4))! - 1) }
    let years = cells.map { $0[1].isEmpty ? "" : String(2 * Int($0[1].prefix(4))!) }
    return NormalizedRecords([
      field("given-name", .name, 0), field("birth-date", .date, 1), field("sex", .sex, 2),
      NormalizedField("age", .year, left: ages, right: years),
    ])
  }()

  /// The levels of a pair of records by comparison.
  private func eachPair(
    _ records: NormalizedRecords, _ body: (_ levels: [String: String]) -> Void
  ) throws {
    let rules = DefaultComparisons.rules(for: records)
    let comparisons = try PreparedComparisons(rules: rules, records: records)
    var scratch = comparisons.makeScratch()
    var patterns: [UInt64] = []
    let right = (0..<records.rightCount).map { UInt32($0) }
    for left in 0..<records.leftCount {
      comparisons.patterns(
        left: right.map { _ in UInt32(left) }, right: right, scratch: &scratch, into: &patterns)
      for pattern in patterns {
        body(
          Dictionary(
            uniqueKeysWithValues: rules.enumerated().map {
              ($1.name, $1.label(ofLevel: comparisons.layout.level(of: $0, in: pattern)))
            }))
      }
    }
  }

  @Test func theSexCountsOnceAndWhereTheGivenNameSays() throws {
    var seen = Set<String>()
    try eachPair(Self.records) { levels in
      let name = levels["given-name"]!
      let agrees = ["exact", "near"].contains(name)
      let silent = levels[agrees ? "sex-otherwise" : "sex-if-given-name-agrees"]!
      #expect(silent == "missing", "\(levels)")
      seen.insert("\(agrees) " + levels[agrees ? "sex-if-given-name-agrees" : "sex-otherwise"]!)
    }
    let expected = [true, false].flatMap { agrees in
      ["exact", "all else", "missing"].map { "\(agrees) \($0)" }
    }
    #expect(seen == Set(expected))
  }

  @Test func anAgeCountsInAtMostOneComparisonAndNeverBesideAnEqualDate() throws {
    let names = DefaultComparisons.rules(for: Self.records).map(\.name).filter {
      $0.hasPrefix("age")
    }
    #expect(names.count == 4)
    var counted = Set<String>()
    try eachPair(Self.records) { levels in
      let speaking = names.filter { levels[$0] != "missing" }
      #expect(speaking.count <= 1, "\(levels)")
      if levels["birth-date"] == "exact" { #expect(speaking.isEmpty) }
      counted.formUnion(speaking)
    }
    // A missing date gives no age here.
    #expect(counted == Set(names).subtracting(["age-if-birth-date-missing"]))
  }

  @Test func withoutTheFieldThatDecidesTheComparisonHasNoCondition() throws {
    let all = Self.records.fields
    func rules(_ names: [String]) -> [ComparisonRule] {
      DefaultComparisons.rules(
        for: NormalizedRecords(all.filter { names.contains($0.name) }))
    }
    #expect(rules(["sex", "birth-date"]).map(\.name) == ["birth-date", "sex"])
    #expect(rules(["age", "given-name"]).map(\.name) == ["given-name", "age"])
    #expect(rules(["age", "sex"]).allSatisfy { $0.condition == nil })
  }

  @Test func everyConditionNamesLevelsOfItsComparisonAndTogetherTheyAreAllOfThem() {
    let rules = DefaultComparisons.rules(for: Self.records)
    let given = rules.first { $0.name == "given-name" }!
    let labels = (0...given.levelCount).map { given.label(ofLevel: $0) }
    let conditions = rules.compactMap(\.condition).filter { $0.comparison == "given-name" }
    #expect(conditions.flatMap(\.levels).sorted() == labels.sorted())
    let date = rules.first { $0.name == "birth-date" }!
    let dates = rules.compactMap(\.condition).filter { $0.comparison == "birth-date" }
    let all = (0...date.levelCount).map { date.label(ofLevel: $0) }
    #expect(dates.flatMap(\.levels).sorted() == all.filter { $0 != "exact" }.sorted())
  }
}

struct ComparisonExpectationTests {
  private let rules = (try? MadeUpRun.result.get().prepared.comparisons.rules) ?? []

  @Test func startsAddUpToOneAndExpectAgreementInWhatIsNotConditional() {
    #expect(!rules.isEmpty)
    for rule in rules {
      let start = ComparisonExpectations.start(rule)
      #expect(abs(start.mProbabilities.reduce(0, +) - 1) < 1e-12)
      #expect(start.mProbabilities.count == rule.levelCount)
      #expect(start.mProbabilities.last! > start.mProbabilities.first!)
      #expect(start.limitedLevels.allSatisfy { (1...rule.levelCount).contains($0) })
    }
  }

  @Test func lookAlikesShareSomethingAndNeverEverything() {
    let looks = ComparisonExpectations.lookAlikes(rules)
    #expect(looks.map(\.label).contains("kin"))
    #expect(looks.map(\.label).contains("twins"))
    #expect(Set(looks.map(\.sharedComparisons)).count == looks.count)
    for look in looks {
      #expect(!look.sharedComparisons.isEmpty && look.sharedComparisons.count < rules.count)
      let fields = Set(look.sharedComparisons.flatMap { rules[$0].fields })
      let tells = !fields.isDisjoint(with: ["birth-date", "given-name"])
      #expect(look.isHardToTellFromMatches == tells, "\(look.label)")
    }
  }
}
