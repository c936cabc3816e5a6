import Foundation
import Testing

/// One command line that cannot be done.
struct FaultyCommand: CustomTestStringConvertible, Sendable {
  var name: String
  var arguments: [String]
  var status: Int32
  var files: [String: String] = [:]

  var testDescription: String { name }
}

@Suite struct MessageTests {
  static let people = "id,first,last,dob\n1,Ana,Garcia,1980-02-03\n2,Bo,Li,1975-12-31\n"
  static let specification = """
    [left.columns]
    id = "id"
    first = "given-name"
    lats = "surname"
    dob = "birth-date"
    [right.columns]
    id = "id"
    first = "given-nam"
    last = "surname"
    dob = "birth-date"
    [blocking]
    rules = [["soundx(surname)"], ["birth-date"]]
    [decision]
    link-probability = 1.5
    """
  static let rules = """
    [[comparisons]]
    name = "surname"
    levels = ["exact"]
    [[rules]]
    name = "surname-alone"
    require = [{ comparison = "surname", at-least = "exact" }]
    """
  static let missing = """
    [left.columns]
    id = "id"
    lats = "surname"
    [right.columns]
    id = "id"
    last = "surname"
    """
  static let otherModel = """
    {"priorMatchProbability": 0.1, "comparisons": [{"name": "surname", "levels": [
      {"label": "all else", "mProbability": 0.1, "uProbability": 0.9},
      {"label": "exact", "mProbability": 0.9, "uProbability": 0.1}]}]}
    """
  static let link = ["link", "a.csv", "b.csv", "-o", "out"]

  @Test(arguments: [
    link, ["init", "a.csv", "b.csv", "-o", "x"], ["train", "a.csv", "b.csv", "-o", "x"],
    ["profile", "a.csv"], ["audit", "run", "--truth", "t.csv"],
    ["audit", "plan", "run", "-o", "x"],
    ["decoys", "a.csv", "b.csv", "-o", "x"], ["explain", "run", "1", "2"],
    ["certify", "run", "--corpus", "c", "--ceiling", "0.1", "-o", "x"],
    ["generate", "--recipe", "default", "-o", "x"], ["demo", "-o", "x"],
  ])
  func noVerbTakesLessThanNoThread(arguments: [String]) throws {
    let folder = try Folder.temporary()
    let outcome = try Program.run(arguments + ["--threads=-1"], in: folder)
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.contains("--threads must be 0 or more, not -1."), "\(outcome.errors)")
  }

  static let commands: [FaultyCommand] = [
    .init(name: "unknown-verb", arguments: ["lnik", "a.csv"], status: 64),
    .init(name: "unknown-option", arguments: link + ["--forse"], status: 64),
    .init(name: "missing-argument", arguments: ["link", "a.csv"], status: 64),
    .init(name: "no-output", arguments: ["link", "a.csv", "b.csv"], status: 64),
    .init(name: "bad-threshold", arguments: link + ["--threshold", "1.5"], status: 64),
    .init(
      name: "thresholds-crossed",
      arguments: link + ["--threshold", "0.5", "--possible-threshold", "0.9"], status: 64),
    .init(name: "bad-assignment", arguments: link + ["--one-to-one", "gredy"], status: 64),
    .init(
      name: "missing-file", arguments: ["link", "a.csv", "nobody.csv", "-o", "out"], status: 2),
    .init(name: "both-standard-input", arguments: ["link", "-", "-", "-o", "out"], status: 2),
    .init(name: "empty-file", arguments: link, status: 2, files: ["b.csv": ""]),
    .init(
      name: "ragged-row", arguments: link, status: 2, files: ["b.csv": "id,last\n1,Li\n2\n"]),
    .init(
      name: "repeated-id", arguments: link, status: 2,
      files: ["b.csv": "id,last,dob\n7,Li,1980-01-02\n8,Lo,1981-01-02\n7,Lu,1982-01-02\n"]),
    .init(
      name: "no-common-fields", arguments: link, status: 2,
      files: ["b.csv": "id,colour\n1,red\n2,blue\n"]),
    .init(name: "output-exists", arguments: ["link", "a.csv", "b.csv", "-o", "full"], status: 2),
    .init(
      name: "unwritable-output", arguments: ["link", "a.csv", "b.csv", "-o", "a.csv/out"],
      status: 74),
    .init(
      name: "faulty-specification", arguments: link + ["--specification", "s.toml"], status: 2,
      files: ["s.toml": specification]),
    .init(
      name: "rules-and-threshold",
      arguments: link + ["--specification", "s.toml", "--threshold", "0.9"], status: 64,
      files: ["s.toml": rules]),
    .init(
      name: "rules-and-train",
      arguments: ["train", "a.csv", "b.csv", "--specification", "s.toml", "-o", "m.json"],
      status: 2, files: ["s.toml": rules]),
    .init(
      name: "rule-of-unknown-level", arguments: link + ["--specification", "s.toml"], status: 2,
      files: ["s.toml": rules.replacing("\"exact\" }", with: "\"exat\" }")]),
    .init(
      name: "rule-on-chosen-comparisons", arguments: link + ["--specification", "s.toml"],
      status: 2,
      files: [
        "s.toml":
          "[[rules]]\nname = \"r\"\nrequire = [{ comparison = \"surnme\", at-least = \"exact\" }]"
      ]),
    .init(
      name: "rule-without-field", arguments: link + ["--specification", "s.toml"], status: 2,
      files: ["s.toml": rules.replacing("surname", with: "a-number")]),
    .init(
      name: "missing-column", arguments: link + ["--specification", "s.toml"], status: 2,
      files: ["s.toml": missing]),
    .init(name: "unknown-truth-column", arguments: link + ["--truth-column", "lsat"], status: 2),
    .init(
      name: "model-does-not-fit", arguments: link + ["--model", "m.json"], status: 2,
      files: ["m.json": otherModel]),
    .init(
      name: "model-is-no-json", arguments: link + ["--model", "a.csv"], status: 2),
    .init(
      name: "model-without-comparisons", arguments: link + ["--model", "m.json"], status: 2,
      files: ["m.json": "{\"priorMatchProbability\": 2, \"comparisons\": []}"]),
    .init(
      name: "model-lacks-key", arguments: link + ["--model", "m.json"], status: 2,
      files: ["m.json": "{\"comparisons\": []}"]),
    .init(name: "no-run", arguments: ["explain", "full", "1", "2"], status: 2),
    .init(
      name: "run-of-other-version", arguments: ["explain", "full", "1", "2"], status: 2,
      files: ["full/run.json": "{\"schema\": \"scruple.run/9\"}"]),
    .init(name: "audit-of-no-run", arguments: ["audit", "full"], status: 2),
    .init(name: "audit-without-truth", arguments: ["audit", "--links", "a.csv"], status: 64),
    .init(
      name: "audit-wrong-columns",
      arguments: [
        "audit", "--links", "a.csv", "--left", "a.csv", "--right", "b.csv", "--truth", "a.csv",
      ], status: 2),
    .init(name: "escapes-in-a-path", arguments: ["profile", "a\u{1B}[31m.csv"], status: 2),
  ]

  @Test(arguments: commands)
  func messageAndStatusAreAsTheyWereAndNothingIsLeft(command: FaultyCommand) throws {
    let folder = try Folder.temporary()
    var files = ["a.csv": Self.people, "b.csv": Self.people, "full/notes.txt": "mine\n"]
    files.merge(command.files) { $1 }
    for (name, content) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try content.write(to: file, atomically: true, encoding: .utf8)
    }
    let before = Folder.names(in: folder)
    let outcome = try Program.run(command.arguments, in: folder)
    #expect(outcome.status == command.status)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.contains("\u{1B}"))
    #expect(Folder.names(in: folder) == before, "a failure leaves nothing behind")
    // What was read before the fault was found is told elsewhere.
    let message = outcome.errors.range(of: "Error: ").map {
      String(outcome.errors[$0.lowerBound...])
    }
    try GoldenFile.expect(message ?? outcome.errors, "error-\(command.name).txt")
  }

  @Test func aFullDiskIsAnInputOutputError() throws {
    let outcome = try Program.run(
      ["doctor"], in: Folder.temporary(), output: URL(fileURLWithPath: "/dev/full"))
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("no space left"))
  }
}
