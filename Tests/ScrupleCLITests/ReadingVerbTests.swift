import Foundation
import Testing

@Suite struct ReadingVerbTests {
  static let people = """
    id,first,last,dob,entered
    1,Ana,Garcia,1980-02-03,2020-01-01
    2,Bo,Li,1975-01-01,2020-01-02
    3,Cy,Unknown,1900-01-01,2020-01-03

    """

  private func folder() throws -> URL {
    let folder = try Folder.temporary()
    for name in ["a.csv", "b.csv"] {
      try Self.people.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return folder
  }

  @Test func aProfileIsAsItWas() throws {
    let outcome = try Program.run(["profile", "a.csv", "b.csv"], in: folder())
    #expect(outcome.status == 0)
    try GoldenFile.expect(outcome.output, "profile.txt")
  }

  @Test func initWritesASpecificationThatLinkTakes() throws {
    let folder = try folder()
    let made = try Program.run(["init", "a.csv", "b.csv"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let text = try String(
      contentsOf: folder.appendingPathComponent("scruple.toml"), encoding: .utf8)
    try GoldenFile.expect(text, "init.toml")
    let linked = try Program.run(
      ["link", "a.csv", "b.csv", "--specification", "scruple.toml", "-o", "out"], in: folder)
    #expect(linked.status == 0, "\(linked.errors)")
    #expect(try Program.run(["init", "a.csv", "b.csv"], in: folder).status == 2)
    #expect(try Program.run(["init", "a.csv", "b.csv", "--force"], in: folder).status == 0)
  }

  /// A specification and a model by hand: what is said does not hang on training.
  static let specification = """
    [left]
    id = "id"
    [left.columns]
    first = "given-name"
    last = "surname"
    dob = "birth-date"
    [right]
    id = "id"
    [right.columns]
    first = "given-name"
    last = "surname"
    dob = "birth-date"
    [blocking]
    rules = [["surname"], ["year(birth-date)"]]
    [[comparisons]]
    name = "given-name"
    levels = ["exact"]
    [[comparisons]]
    name = "surname"
    levels = ["exact"]
    [[comparisons]]
    name = "birth-date"
    levels = ["exact", "same-year"]
    """
  static let model = """
    {"priorMatchProbability": 0.25, "comparisons": [
      {"name": "given-name", "levels": [
        {"label": "all else", "mProbability": 0.125, "uProbability": 0.875},
        {"label": "exact", "mProbability": 0.875, "uProbability": 0.125}]},
      {"name": "surname", "levels": [
        {"label": "all else", "mProbability": 0.0625, "uProbability": 0.9375},
        {"label": "exact", "mProbability": 0.9375, "uProbability": 0.0625}]},
      {"name": "birth-date", "levels": [
        {"label": "all else", "mProbability": 0.0625, "uProbability": 0.875},
        {"label": "same-year", "mProbability": 0.0625, "uProbability": 0.0625},
        {"label": "exact", "mProbability": 0.875, "uProbability": 0.0625}]}]}
    """

  @Test func whatARunSaysAndItsExplanationsAreAsTheyWere() throws {
    let folder = try folder()
    for (name, text) in [("s.toml", Self.specification), ("m.json", Self.model)] {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let linked = try Program.run(
      ["link", "a.csv", "b.csv", "--specification", "s.toml", "--model", "m.json", "-o", "out"],
      in: folder)
    #expect(linked.status == 0)
    try GoldenFile.expect(linked.errors, "link.txt")
    let pairs = [("1", "1"), ("1", "2"), ("3", "3")]
    let explained = try pairs.map { left, right in
      try Program.run(["explain", "out", left, right], in: folder).output
    }
    try GoldenFile.expect(explained.joined(separator: "\n"), "explain.txt")
    let widest = explained.joined(separator: "\n").split(separator: "\n").map(\.count).max()
    #expect((widest ?? 0) <= 80)
    let shown = try Program.run(["explain", "out", "1", "1", "--show-values"], in: folder)
    #expect(shown.output.contains("garcia"))
  }

  @Test func aDrawingOfAPairHoldsNoValueAndNoIdUnlessAskedFor() throws {
    let folder = try folder()
    #expect(try Program.run(["link", "a.csv", "b.csv", "-o", "out", "-q"], in: folder).status == 0)
    let drawn = try Program.run(["explain", "out", "1", "1", "--svg", "why.svg"], in: folder)
    #expect(drawn.status == 0, "\(drawn.errors)")
    let file = folder.appendingPathComponent("why.svg")
    let plain = try String(contentsOf: file, encoding: .utf8)
    #expect(plain.contains("<svg") && !plain.lowercased().contains("garcia"))
    #expect(!plain.contains("Left record"))
    let again = ["explain", "out", "1", "1", "--svg", "why.svg"]
    #expect(try Program.run(again, in: folder).status == 2, "no overwriting without --force")
    let shown = try Program.run(again + ["--force", "--show-values"], in: folder)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(try String(contentsOf: file, encoding: .utf8).contains("Left record 1"))
  }

  @Test func everyVerbThatReadsSpeaksJSON() throws {
    let folder = try folder()
    #expect(try Program.run(["link", "a.csv", "b.csv", "-o", "out", "-q"], in: folder).status == 0)
    let commands = [
      ["profile", "a.csv", "b.csv", "--json"], ["explain", "out", "1", "1", "--json"],
      ["link", "a.csv", "b.csv", "--dry-run", "--json"],
      ["link", "a.csv", "b.csv", "-o", "other", "--json"],
      ["train", Sample.left, Sample.right, "-o", "m.json", "--json"],
      ["init", "a.csv", "b.csv", "--json"],
    ]
    for command in commands {
      let outcome = try Program.run(command, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      }
    }
  }

  @Test func aTrainedModelLinksAsTheRunThatTrainsDoes() throws {
    let folder = try Folder.temporary()
    let trained = try Program.run(
      ["train", Sample.left, Sample.right, "-o", "model.json", "-q"], in: folder)
    #expect(trained.status == 0)
    let model = try Data(contentsOf: folder.appendingPathComponent("model.json"))
    #expect(try model == Sample.output("model.json"))
  }

  @Test func standardInputIsReadAsAFileIs() throws {
    let folder = try folder()
    let linked = try Program.run(
      ["link", "-", "b.csv", "-o", "out"], in: folder,
      input: folder.appendingPathComponent("a.csv"))
    #expect(linked.status == 0, "\(linked.errors)")
    let explained = try Program.run(["explain", "out", "1", "1"], in: folder)
    #expect(explained.status == 2)
    #expect(
      try Program.run(["explain", "out", "1", "1", "--left", "a.csv"], in: folder).status == 0)
  }
}
