import Scruple
import ScrupleBlocking
import ScrupleComparison
import ScrupleNormalization
import Testing

@testable import ScrupleCLI

@Suite struct SpecificationFaultTests {
  private func faults(
    _ text: String, _ format: SpecificationFile.Format = .toml
  ) -> [SpecificationFault] {
    do throws(SpecificationFaults) {
      _ = try SpecificationFile(reading: text, format: format)
      return []
    } catch {
      return error.faults
    }
  }

  /// A rule on a comparison of surnames.
  private static func rules(_ require: String) -> String {
    """
    [[comparisons]]
    name = "surname"
    levels = ["exact", "soundex"]
    [[rules]]
    name = "one"
    require = \(require)
    """
  }

  @Test func aCorrectFileHasNoFault() {
    #expect(faults(SpecificationSamples.minimal()) == [])
  }

  @Test func aMistypedRoleGetsASuggestionAndItsLine() {
    let found = faults("[left.columns]\nlast = \"surnme\"\n[right.columns]\nlast = \"surname\"\n")
    #expect(
      found == [
        SpecificationFault(
          path: "left.columns.last", line: 2,
          message: "Unknown role 'surnme'. Did you mean 'surname'?")
      ])
    #expect(
      found.first?.description
        == "left.columns.last, line 2: Unknown role 'surnme'. Did you mean 'surname'?")
  }

  /// More text after a correct beginning of 8 lines, the path of its one
  /// fault, and a word of the message.
  static let cases: [(more: String, path: String, words: String)] = [
    ("[flags]\nstale-after-days = 0", "flags.stale-after-days", "at least 1"),
    ("[flags]\nabscence = true", "flags.abscence", "Did you mean 'absence'?"),
    (
      "[flags]\nflagged-statuses = [\"expried\"]", "flags.flagged-statuses[1]",
      "Did you mean 'expired'?"
    ),
    (
      "[flags]\nflagged-statuses = [\"unknown\"]", "flags.flagged-statuses[1]",
      "never makes a flag"
    ),
    ("[flags]\nbases = [\"absence\"]", "flags.bases[1]", "write 'absence = true'"),
    ("[flags]\nvetoes = [\"hight\"]", "flags.vetoes[1]", "Did you mean 'height'?"),
    (
      "[blocking]\nrules = [[\"status\"]]", "blocking.rules[1][1]",
      "columns for flags are never features of matching"
    ),
    ("[blokcing]", "blokcing", "Did you mean 'blocking'?"),
    ("[blocking]\npair_budget = 3", "blocking.pair_budget", "Did you mean 'pair-budget'?"),
    ("[blocking]\npair-budget = \"3\"", "blocking.pair-budget", "a whole number, not text"),
    ("[blocking]\npair-budget = 0", "blocking.pair-budget", "at least 1"),
    ("[blocking]\nrules = \"surname\"", "blocking.rules", "a list, not text"),
    ("[blocking]\nrules = []", "blocking.rules", "no rule"),
    ("[blocking]\nrules = [\"surname\"]", "blocking.rules[1]", "a list, not text"),
    ("[blocking]\nrules = [[\"surname\"], [3]]", "blocking.rules[2][1]", "text in quotes"),
    (
      "[blocking]\nrules = [[\"soudex(surname)\"]]", "blocking.rules[1][1]",
      "Did you mean 'soundex'?"
    ),
    ("[blocking]\nrules = [[\"soundex(surname\"]]", "blocking.rules[1][1]", "not a blocking key"),
    ("[blocking]\nrules = [[\"surnme\"]]", "blocking.rules[1][1]", "Did you mean 'surname'?"),
    ("[blocking]\nrules = [[\"ssn\"]]", "blocking.rules[1][1]", "No column of either file"),
    ("[blocking]\nrules = [[\"race\"]]", "blocking.rules[1][1]", "never features of matching"),
    (
      "[blocking]\nrules = [[\"audit-only\"]]", "blocking.rules[1][1]",
      "audit-only fields are never features of matching"
    ),
    ("[[comparisons]]\nlevels = [\"exact\"]", "comparisons[1]", "no name"),
    ("[[comparisons]]\nname = \"surname\"", "comparisons[1]", "no levels"),
    ("[[comparisons]]\nname = \"surname\"\nlevels = []", "comparisons[1].levels", "no level"),
    (
      "[[comparisons]]\nname = \"surname\"\nlevels = [\"exact\", \"jaro-wnkler >= 0.9\"]",
      "comparisons[1].levels[2]", "Did you mean 'jaro-winkler'?"
    ),
    (
      "[[comparisons]]\nname = \"surname\"\nlevels = [\"jaro-winkler 0.9\"]",
      "comparisons[1].levels[1]", "'jaro-winkler >= N'"
    ),
    (
      "[[comparisons]]\nname = \"surname\"\nlevels = [\"jaro >= 1.5\"]", "comparisons[1].levels[1]",
      "a number that fits"
    ),
    (
      "[[comparisons]]\nname = \"surname\"\nlevels = [\"exact\", \"exact\"]",
      "comparisons[1].levels[2]", "twice"
    ),
    (
      "[[comparisons]]\nname = \"surname\"\nlevels = [\"swapped givn\"]",
      "comparisons[1].levels[1]",
      "Unknown field 'givn'"
    ),
    (
      "[[comparisons]]\nname = \"x\"\nfields = [\"race\"]\nlevels = [\"exact\"]",
      "comparisons[1].fields[1]", "audit-only fields are never features of matching"
    ),
    (
      "[[comparisons]]\nname = \"surnam\"\nlevels = [\"exact\"]", "comparisons[1].name",
      "Did you mean 'surname'?"
    ),
    (
      "[[comparisons]]\nname = \"surname\"\nfields = []\nlevels = [\"exact\"]",
      "comparisons[1].fields", "no field"
    ),
    (
      "[[comparisons]]\nname = \"surname\"\nlevels = [\"exact\"]\nterm-frequency = \"yes\"",
      "comparisons[1].term-frequency", "true or false, not text"
    ),
    (
      "[[comparisons]]\nname = \"surname\"\nlevels = [\"exact\"]\nmissing-when-swapped-with = \"x\"",
      "comparisons[1].missing-when-swapped-with", "No comparison has the name 'x'"
    ),
    (
      "[[comparisons]]\nname = \"surname\"\nlevels = [\"exact\"]\n[[comparisons]]\n"
        + "name = \"surname\"\nlevels = [\"exact\"]", "comparisons[2].name", "names are unique"
    ),
    ("[comparisons]\nname = \"surname\"", "comparisons", "a list, not a table"),
    ("[scoring]\nrandom-pair-count = 1.5", "scoring.random-pair-count", "a whole number"),
    ("[decision]\nlink-probability = 1.5", "decision.link-probability", "0...1"),
    ("[decision]\nlink-probability = nan", "decision.link-probability", "0...1"),
    ("[decision]\nlink-weight = 1979-05-27", "decision.link-weight", "a number, not a date"),
    ("[decision]\nlink-weight = inf", "decision.link-weight", "bits"),
    ("[decision]\nambiguity-margin = -1", "decision.ambiguity-margin", "0 or more"),
    (
      rules("[{ comparison = \"surnme\", at-least = \"exact\" }]"),
      "rules[1].require[1].comparison", "Did you mean 'surname'?"
    ),
    (
      rules("[{ comparison = \"surname\", at-least = \"exat\" }]"), "rules[1].require[1].at-least",
      "Comparison 'surname' has no level 'exat'. Did you mean 'exact'?"
    ),
    (
      rules("[{ comparison = \"surname\", at-least = \"near\" }]"), "rules[1].require[1].at-least",
      "Use one of: exact, soundex, all else."
    ),
    (
      rules("[{ comparison = \"surname\", at-least = \"missing\" }]"),
      "rules[1].require[1].at-least", "never meets"
    ),
    (
      rules("[{ comparison = \"surname\", at-least = \"exact\", at-most = \"soundex\" }]"),
      "rules[1].require[1].at-most", "never hold together"
    ),
    (
      rules("[{ comparison = \"surname\" }]"), "rules[1].require[1]", "level is missing"
    ),
    (rules("[{ at-least = \"exact\" }]"), "rules[1].require[1]", "comparison is missing"),
    (
      rules("[{ comparison = \"surname\", at_least = \"exact\", at-most = \"exact\" }]"),
      "rules[1].require[1].at_least", "Did you mean 'at-least'?"
    ),
    (rules("[]"), "rules[1].require", "requires nothing"),
    (rules("[\"surname\"]"), "rules[1].require[1]", "a table, not text"),
    (
      rules(
        "[{ comparison = \"surname\", at-least = \"exact\" }]\n"
          + "unless = [{ comparison = \"sex\", at-most = \"all else\" }]"),
      "rules[1].unless[1].comparison", "No comparison has the name 'sex'"
    ),
    (
      rules("[{ comparison = \"surname\", at-least = \"exact\" }]\n[decision]\nlink-weight = 1"),
      "decision", "Rules decide here"
    ),
    (
      "[[rules]]\nname = \"\"\nrequire = [{comparison = \"x\", at-least = \"exact\"}]",
      "rules[1].name", "has no name"
    ),
    ("[decision]\nassignment = \"gredy\"", "decision.assignment", "Did you mean 'greedy'?"),
    (
      "[decision]\nlink-probability = 0.5\npossible-probability = 0.9",
      "decision.possible-probability", "must not exceed"
    ),
    (
      "[decision]\nlink-weight = 1\npossible-weight = 2", "decision.possible-weight",
      "must not exceed"
    ),
    ("[left]\ndelimiter = \";;\"", "left.delimiter", "A delimiter is one of"),
    ("[left]\nencoding = \"utf8\"", "left.encoding", "Did you mean 'utf-8'?"),
    ("[left]\ndate-order = \"ydm\"", "left.date-order", "order of dates"),
    ("[right]\nid = 7", "right.id", "text in quotes, not a whole number"),
    ("[right]\nheader = true", "right.header", "Unknown key 'header'"),
    ("[right.columns.x]\nlabel = \"a\"", "right.columns.x", "role is missing"),
    ("[right.columns.x]\nrole = \"ssn\"\nseparator = \"\"", "right.columns.x.separator", "empty"),
    (
      "[right.columns.x]\nrole = \"text\"\nlabel = \"A b\"", "right.columns.x.label",
      "small letters"
    ),
    ("[right.columns.x]\nrole = \"ssn\"\nsplit = \"|\"", "right.columns.x.split", "Unknown key"),
  ]

  @Test(arguments: cases)
  func eachFaultIsFoundWithItsPlace(more: String, path: String, words: String) throws {
    let found = faults(SpecificationSamples.minimal(more))
    #expect(found.count == 1, "\(found)")
    let fault = try #require(found.first)
    #expect(fault.path == path)
    #expect(fault.message.contains(words), "\(fault.message)")
    #expect((fault.line ?? 0) > 8)
  }

  @Test func faultsOfTheBeginningAreFound() {
    #expect(faults("") == [], "columns and all rules are then chosen from the files")
    #expect(faults("[left.columns]\na = \"surname\"").map(\.path) == ["right"])
    #expect(faults("[right.columns]\na = \"surname\"").map(\.path) == ["left"])
    #expect(faults("left = 3\nright = 4").map(\.path) == ["left", "right"])
    #expect(faults("[left]\n[right]").map(\.path) == ["left.columns", "right.columns"])
    #expect(
      faults("version = 2\n" + SpecificationSamples.minimal()).first?.message.contains("version 2")
        == true)
    #expect(
      faults(SpecificationSamples.minimal().replacing("race = \"audit-only\"", with: "race = 3"))
        .map(\.line) == [4])
    #expect(
      faults(
        SpecificationSamples.minimal().replacing(
          "race = \"audit-only\"", with: "a = \"id\"\nb = \"id\"")
      ).first?.message.contains("more than one id") == true)
  }

  @Test func allFaultsAreReportedAtOnceInTheOrderOfTheFile() {
    let found = faults(
      """
      verson = 1
      [left.columns]
      last = "surnme"
      dob = 7
      [right.columns]
      last = "surname"
      [blocking]
      rules = [
        ["surname"],
        ["soundx(surname)", "yeer(birth-date)"],
      ]
      [[comparisons]]
      name = "surname"
      levels = ["exact", "levenstein <= 1"]
      [decision]
      assignment = "optimum"
      """)
    #expect(
      found.map(\.path) == [
        "verson", "left.columns.last", "left.columns.dob", "blocking.rules[2][1]",
        "blocking.rules[2][2]", "comparisons[1].levels[2]", "decision.assignment",
      ])
    #expect(found.map(\.line) == [1, 3, 4, 10, 10, 14, 16])
    #expect(SpecificationFaults(found).description.split(separator: "\n").count == 7)
  }

  @Test func linesAreCountedTheSameWithCarriageReturns() {
    let text = SpecificationSamples.minimal("[decision]\nassignment = \"x\"")
    #expect(faults(text.replacing("\n", with: "\r\n")) == faults(text))
    #expect(faults(text).map(\.line) == [11])
  }

  @Test func textThatIsNoTOMLHasItsLine() {
    let found = faults("[left.columns]\nlast = surname\n")
    #expect(found.count == 1)
    #expect(found.first?.line == 2)
    #expect(found.first?.message.hasPrefix("The file is not TOML") == true)
  }

  @Test(arguments: [
    "{", "{\"left\": }", "[1,", "{\"a\":1 \"b\":2}", "nul", "{\"a\":1,\"a\":2}", "\"\\ud800\"",
    "{} x",
    "{\"a\": 1e}", "\"\n\"", "\"\\u12", "{\"a\":[1 2]}", "-", "{a:1}",
  ])
  func textThatIsNoJSONIsRefused(text: String) {
    let found = faults(text, .json)
    #expect(found.count == 1)
    #expect(found.first?.message.hasPrefix("The file is not JSON") == true)
  }

  @Test func deepNestingInJSONIsRefused() {
    #expect(faults(String(repeating: "[", count: 100_000), .json).count == 1)
  }

  @Test func faultsInJSONHaveTheirLines() {
    let text = """
      {"left": {"columns": {"last": "surnme"}},
       "right": {"columns": {"last": "surname"}},
       "blocking": {"rules": [["surname"],
         ["first"]]}}
      """
    let found = faults(text, .json)
    #expect(found.map(\.path) == ["left.columns.last", "blocking.rules[2][1]"])
    #expect(found.map(\.line) == [1, 4])
  }

  @Test func missingColumnsAreAllReportedWithSuggestions() throws {
    let text = "[left]\nid = \"rec\"\n" + SpecificationSamples.minimal()
    let file = try SpecificationFile(reading: text, format: .toml)
    let error = #expect(throws: SpecificationFaults.self) {
      try file.validate(leftColumns: ["rec_id", "Last", "dob", "race"], rightColumns: ["last"])
    }
    #expect(error?.faults.map(\.path) == ["left.id", "left.columns.last", "right.columns.dob"])
    #expect(error?.faults.map(\.line) == [2, 4, 10])
    #expect(error?.faults[1].message == "The left file has no column 'last'. Did you mean 'Last'?")
    try file.validate(leftColumns: ["rec", "last", "dob", "race"], rightColumns: nil)
  }

  @Test func aSpecificationWithoutAFileIsCheckedToo() throws {
    var specification = SpecificationSamples.full
    let left = ["rec_id", "last name", "first", "dob", "A#", "dl", "race"]
    let right = ["zuname", "vorname", "geb"]
    try SpecificationFile.validate(specification, leftColumns: left, rightColumns: right)
    specification.blocking.rules?.append(BlockingRule(BlockingKey(.value, "race")))
    specification.comparisons?.append(ComparisonRule("audit-only", levels: [.exact]))
    let error = #expect(throws: SpecificationFaults.self) {
      try SpecificationFile.validate(specification, leftColumns: left, rightColumns: right)
    }
    #expect(error?.faults.map(\.path) == ["blocking.rules[4][1]", "comparisons[4].name"])
  }

  @Test func theFormatFollowsFromTheName() {
    #expect(SpecificationFile.Format(path: "a/b.JSON") == .json)
    #expect(SpecificationFile.Format(path: "scruple.toml") == .toml)
    #expect(SpecificationFile.Format(path: "x") == .toml)
  }

  @Test(arguments: [
    ("surnme", "surname"), ("Sur_Name", "surname"), ("birth_date", "birth-date"),
    ("brith-date", "birth-date"),
  ])
  func theNearestRoleIsSuggested(typed: String, meant: String) {
    #expect(NearMiss.nearest(to: typed, among: ColumnRole.allCases.map(\.rawValue)) == meant)
  }

  @Test func nothingIsSuggestedWhereNothingIsNear() {
    #expect(NearMiss.nearest(to: "xyzzy", among: ["surname", "sex"]) == nil)
    #expect(NearMiss.hint(for: "xyzzy", among: ["a", "b"]) == " Use one of: a, b.")
  }

  @Test func aSpecificationWithoutColumnsIsCheckedByRoles() {
    func levels(_ name: String) -> String {
      "[[comparisons]]\nname = \"\(name)\"\nlevels = [\"exact\"]\n"
    }
    #expect(faults(levels("a-number") + levels("surname")) == [])
    #expect(faults(levels("driver-license")) == [], "a label may come from the files")
    #expect(faults(levels("surnme")).first?.message.contains("Did you mean 'surname'?") == true)
    #expect(faults(levels("audit-only")).first?.message.contains("never features") == true)
  }

  @Test func twoRulesOfOneNameAreRefused() {
    let text = SpecificationSamples.minimal(
      Self.rules("[{ comparison = \"surname\", at-least = \"exact\" }]"))
    let second =
      "\n[[rules]]\nname = \"one\"\nrequire = "
      + "[{ comparison = \"surname\", at-least = \"soundex\" }]"
    #expect(faults(text) == [])
    #expect(faults(text + second).map(\.path) == ["rules[2].name"])
  }
}
