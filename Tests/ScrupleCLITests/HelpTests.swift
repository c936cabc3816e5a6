import Testing

@testable import ScrupleCLI

@Suite struct HelpTests {
  @Test(arguments: [
    "", "demo", "generate", "link", "train", "profile", "init", "explain", "audit", "certify",
    "decoys", "report", "doctor", "audit plan", "audit estimate",
  ])
  func helpIsAsItWas(verb: String) throws {
    let arguments = verb.split(separator: " ").map(String.init) + ["--help"]
    let outcome = try Program.run(arguments, in: Folder.temporary())
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("Example:"))
    let name = verb.isEmpty ? "help" : "help-" + verb.replacing(" ", with: "-")
    try GoldenFile.expect(outcome.output, name + ".txt")
  }

  @Test func everyVerbHasAGoldenHelp() {
    #expect(
      ScrupleCommand.verbs == [
        "demo", "generate", "link", "train", "profile", "init", "explain", "audit", "certify",
        "decoys", "report", "doctor",
      ])
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreWrittenToStandardOutput(shell: String) throws {
    let outcome = try Program.run(["--generate-completion-script", shell], in: Folder.temporary())
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("explain"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func doctorFindsEverythingReady() throws {
    let outcome = try Program.run(["doctor", "--json"], in: Folder.temporary())
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"isUnicodeReady\" : true"))
  }
}
