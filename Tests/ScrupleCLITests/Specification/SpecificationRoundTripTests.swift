import Foundation
import Scruple
import ScrupleBlocking
import ScrupleComparison
import ScrupleDecision
import ScrupleFlagging
import ScrupleNormalization
import Testing

@testable import ScrupleCLI

@Suite struct SpecificationRoundTripTests {
  private func reread(_ specification: LinkageSpecification) throws -> LinkageSpecification {
    let text = SpecificationFile.text(of: specification)
    return try SpecificationFile(reading: text, format: .toml).specification
  }

  @Test func theFullSampleIsReadAsItWasWritten() throws {
    #expect(try reread(SpecificationSamples.full) == SpecificationSamples.full)
  }

  @Test func everyRoleAndEveryStrangeColumnNameSurvives() throws {
    let names = [
      "plain", "two words", "A#", "Straße", "日本", "a.b", "a\"b", "back\\slash", "tab\there", "[x]",
      "# no comment", "'", "=", "", "é\u{301}", "line\nbreak", "1", "true", "\u{7}bell",
    ]
    for role in ColumnRole.allCases where role != .id {
      let mapping = SourceMapping(columns: names.map { ColumnMapping(column: $0, role: role) })
      let source = SourceSpecification(mapping: mapping)
      let specification = LinkageSpecification(left: source, right: source)
      #expect(try reread(specification) == specification, "\(role)")
    }
  }

  @Test func rulesAndOpenColumnsSurvive() throws {
    let open = SourceSpecification(mapping: SourceMapping(columns: []))
    for source in [open, SpecificationSamples.full.right] {
      var specification = LinkageSpecification(left: source, right: source)
      specification.comparisons = [
        ComparisonRule("surname", levels: [.exact, .levenshteinSimilarity(atLeast: 0.8)]),
        ComparisonRule("birth-date", levels: [.exact, .sameYear]),
      ]
      specification.rules = [
        DeterministicRule(
          "a \"quoted\" name",
          require: [
            LevelRequirement("surname", atLeast: "levenshtein-similarity >= 0.8"),
            LevelRequirement("birth-date", atLeast: "same-year", atMost: "same-year"),
          ], unless: [LevelRequirement("surname", atMost: "all else")]),
        DeterministicRule("b", require: [LevelRequirement("birth-date", atLeast: "exact")]),
      ]
      #expect(try reread(specification) == specification)
    }
  }

  @Test func randomSpecificationsSurvive() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let specification = LinkageSpecification.random(&random)
      #expect(try reread(specification) == specification, "seed \(seed)")
    }
  }

  @Test func writingTwiceGivesTheSameText() throws {
    let text = SpecificationFile.text(of: SpecificationSamples.full)
    #expect(SpecificationFile.text(of: try reread(SpecificationSamples.full)) == text)
  }

  @Test func theOrderOfColumnsIsTheOrderOfTheFile() throws {
    let columns = ["zeta", "alpha", "mid", "beta"].map { ColumnMapping(column: $0, role: .ignore) }
    let source = SourceSpecification(mapping: SourceMapping(columns: columns))
    #expect(
      try reread(LinkageSpecification(left: source, right: source)).left.mapping.columns == columns)
  }

  @Test func commentsDoNotChangeWhatIsRead() throws {
    let specification = SpecificationSamples.full
    let decisions = [
      ColumnDecision(
        column: "cluster\nx", role: .ignore, reason: "may\r\ncarry the truth", confidence: .high),
      ColumnDecision(column: "dob", role: .birthDate, reason: "close", confidence: .medium),
    ]
    let text = SpecificationFile.text(of: specification, left: decisions, right: decisions)
    #expect(try SpecificationFile(reading: text, format: .toml).specification == specification)
    #expect(text.contains("# \"cluster\\nx\" = \"ignore\"  # may  carry the truth"))
    #expect(text.contains("dob = \"birth-date\"  # close"))
  }

  @Test func theSameStructureInJSONIsTheSameSpecification() throws {
    let json = """
      {
        "version": 1,
        "left": {
          "id": "rec_id", "delimiter": "\\t", "encoding": "windows-1252", "date-order": "mdy",
          "columns": {
            "rec_id": "id", "last name": {"role": "surname", "separator": "|"},
            "first": "given-name", "dob": "birth-date", "A#": "a-number",
            "dl": {"role": "identifier", "label": "driver-license"}, "race": "audit-only"
          }
        },
        "right": {"columns": {"zuname": "surname", "vorn\\u0061me": "given-name", "geb": "birth-date"}},
        "blocking": {
          "pair-budget": 5000000, "maximum-block-pairs": 20000,
          "rules": [["soundex(surname)", "year(birth-date)"],
                    ["sorted-tokens(given-name, surname)"], ["driver-license"]]
        },
        "comparisons": [
          {"name": "given-name", "levels": ["exact", "jaro-winkler >= 0.92", "swapped surname", "initial"],
           "term-frequency": true},
          {"name": "surname", "levels": ["exact", "levenshtein <= 1", "sounds-like"],
           "missing-when-swapped-with": "given-name"},
          {"name": "born", "fields": ["birth-date"], "levels": ["exact", "day-month-swap", "within-days 31"]}
        ],
        "scoring": {"random-pair-count": 100000},
        "decision": {"link-probability": 0.99, "link-weight": 12.5, "possible-weight": -3,
                     "ambiguity-margin": 1.5, "assignment": "optimal"}
      }
      """
    #expect(
      try SpecificationFile(reading: json, format: .json).specification
        == SpecificationSamples.full)
  }

  @Test func theIdColumnFollowsFromItsRole() throws {
    let text =
      "[left.columns]\nrec = \"id\"\nlast = \"surname\"\n[right.columns]\nlast = \"surname\""
    let file = try SpecificationFile(reading: text, format: .toml)
    #expect(file.specification.left.idColumn == "rec")
    #expect(file.specification.right.idColumn == nil)
  }

  @Test func aConditionIsWrittenAndReadWithoutChange() throws {
    let text = """
      [left.columns]
      first = "given-name"
      sex = "sex"
      [right.columns]
      first = "given-name"
      sex = "sex"
      [[comparisons]]
      name = "given-name"
      levels = ["exact", "near"]
      [[comparisons]]
      name = "sex-if-given-name-agrees"
      fields = ["sex"]
      levels = ["exact"]
      condition = { comparison = "given-name", levels = ["exact", "near"] }
      """
    let first = try SpecificationFile(reading: text, format: .toml).specification
    #expect(first.comparisons?.last?.condition?.levels == ["exact", "near"])
    let written = SpecificationFile.text(of: first)
    #expect(try SpecificationFile(reading: written, format: .toml).specification == first)
  }

  @Test func theWrittenTextIsTheGoldenFile() throws {
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Golden/specification.toml")
    let decisions = [
      ColumnDecision(
        column: "cluster", role: .ignore,
        reason: "may carry the truth about who is the same person",
        confidence: .high),
      ColumnDecision(
        column: "dob", role: .birthDate, reason: "close to a known name, and the values fit",
        confidence: .medium),
    ]
    let text = SpecificationFile.text(of: SpecificationSamples.full, left: decisions)
    let automatic = SpecificationFile.text(
      of: LinkageSpecification(
        left: SourceSpecification(mapping: SourceMapping(columns: [])),
        right: SourceSpecification(mapping: SourceMapping(columns: []))))
    let whole = text + "\n# ----\n\n" + automatic
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try whole.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: golden, encoding: .utf8) == whole)
  }

  @Test func theSchemaForEditorsNamesEveryRoleAndKey() throws {
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(
      contentsOf: repository.appendingPathComponent("Corpora/Specifications/scruple.schema.json"))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    func part(_ path: String...) -> [String: Any] {
      path.reduce(schema) { $0[$1] as? [String: Any] ?? [:] }
    }
    #expect(part("$defs", "role")["enum"] as? [String] == ColumnRole.allCases.map(\.rawValue))
    func keys(_ object: [String: Any]) -> Set<String> { Set(object.keys) }
    #expect(keys(part("properties")) == Set(SpecificationReader.rootKeys))
    for side in ["left", "right"] {
      #expect(keys(part("properties", side, "properties")) == Set(SpecificationReader.sourceKeys))
    }
    #expect(
      keys(part("properties", "blocking", "properties")) == Set(SpecificationReader.blockingKeys))
    #expect(
      keys(part("properties", "comparisons", "items", "properties"))
        == Set(SpecificationReader.comparisonKeys))
    #expect(
      keys(part("properties", "rules", "items", "properties")) == Set(SpecificationReader.ruleKeys))
    #expect(
      keys(part("$defs", "requirement", "properties")) == Set(SpecificationReader.requirementKeys))
    #expect(
      keys(part("properties", "scoring", "properties")) == Set(SpecificationReader.scoringKeys))
    #expect(
      keys(part("properties", "decision", "properties")) == Set(SpecificationReader.decisionKeys))
    #expect(keys(part("properties", "flags", "properties")) == Set(SpecificationReader.flagKeys))
    func words(_ key: String) -> [String]? {
      part("properties", "flags", "properties", key, "items")["enum"] as? [String]
    }
    #expect(words("flagged-statuses") == RecordedStatus.allCases.dropLast().map(\.rawValue))
    #expect(
      words("vetoes")
        == CitizenshipIndicium.allCases.map(\.rawValue) + Contradiction.allCases.map(\.rawValue))
  }
}

/// A small generator (SplitMix64), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

extension LinkageSpecification {
  /// A consistent specification with every part present or absent by chance.
  static func random(_ random: inout SeededGenerator) -> LinkageSpecification {
    var specification = LinkageSpecification(left: .random(&random), right: .random(&random))
    let fields = ["surname", "given-name", "birth-date"]
    if Bool.random(using: &random) {
      specification.blocking.rules = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        BlockingRule(
          keys: fields.shuffled(using: &random).prefix(2).map {
            BlockingKey(
              [.value, .soundex, .prefix(4), .deletions].randomElement(using: &random) ?? .value, $0
            )
          })
      }
    }
    if Bool.random(using: &random) {
      specification.blocking.pairBudget = .random(in: 1...9_999, using: &random)
    }
    if Bool.random(using: &random) { specification.blocking.maximumBlockPairs = 77 }
    if Bool.random(using: &random) {
      specification.comparisons = fields.shuffled(using: &random).map {
        ComparisonRule(
          $0,
          levels: [
            .exact, .jaroWinkler(atLeast: Double.random(in: 0...1, using: &random)), .prefix,
          ],
          usesTermFrequency: .random(using: &random))
      }
    }
    specification.scoring.trainingPairCount = .random(in: 1...1_000_000, using: &random)
    specification.decision.linkProbability = .random(in: 0.5...1, using: &random)
    specification.decision.possibleProbability = .random(in: 0...1e-5, using: &random)
    if Bool.random(using: &random) {
      specification.decision.linkWeight = .random(in: -1e9...1e9, using: &random)
    }
    if Bool.random(using: &random) { specification.flags = .random(&random) }
    specification.decision.assignment = Bool.random(using: &random) ? .greedy : .none
    return specification
  }
}

extension FlagRule {
  static func random(_ random: inout SeededGenerator) -> FlagRule {
    var rule = FlagRule()
    rule.isEnabled = .random(using: &random)
    rule.flaggedStatuses = Set(
      RecordedStatus.allCases.dropLast().filter { _ in .random(using: &random) })
    rule.staleAfterDays = .random(in: 1...9_999, using: &random)
    rule.bases = Set(FlagBasis.allCases.filter { _ in .random(using: &random) })
    rule.identifiers = Bool.random(using: &random) ? ["a-number", "driver-license"] : nil
    rule.readsLapsedStayAsExpired = .random(using: &random)
    rule.vetoingIndicia = Set(
      CitizenshipIndicium.allCases.filter { _ in .random(using: &random) })
    rule.vetoingContradictions = Set(
      Contradiction.allCases.filter { _ in .random(using: &random) })
    rule.heightTolerance = .random(in: 1...20, using: &random)
    rule.ageTolerance = .random(in: 1...20, using: &random)
    return rule
  }
}

extension SourceSpecification {
  static func random(_ random: inout SeededGenerator) -> SourceSpecification {
    var columns = [
      ColumnMapping(column: "Last Name", role: .surname),
      ColumnMapping(column: "first", role: .givenName),
      ColumnMapping(column: "dob", role: .birthDate),
    ]
    for number in 0..<Int.random(in: 0...5, using: &random) {
      columns.append(
        ColumnMapping(
          column: "c\(number) \(UInt8.random(in: 0...99, using: &random))", role: .identifier,
          separator: Bool.random(using: &random) ? ";" : nil, label: "n-\(number)"))
    }
    columns.shuffle(using: &random)
    return SourceSpecification(
      mapping: SourceMapping(
        columns: columns,
        dateOrder: Bool.random(using: &random)
          ? DateOrder.allCases.randomElement(using: &random) : nil),
      idColumn: Bool.random(using: &random) ? "row key" : nil,
      delimiter: Bool.random(using: &random) ? ";" : nil,
      encoding: Bool.random(using: &random) ? "latin-1" : nil)
  }
}
