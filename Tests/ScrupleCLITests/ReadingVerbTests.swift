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

  @Test func whatARunSaysAndAnExplanationAreAsTheyWere() throws {
    let folder = try folder()
    let linked = try Program.run(["link", "a.csv", "b.csv", "-o", "out"], in: folder)
    #expect(linked.status == 0)
    try GoldenFile.expect(linked.errors, "link.txt")
    let explained = try Program.run(["explain", "out", "1", "2"], in: folder)
    try GoldenFile.expect(explained.output, "explain.txt")
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
