import Foundation
import ScrupleCorpus
import Testing

@testable import ScrupleCLI

@Suite struct BundledRecipeTests {
  private static let folder = Program.repository.appendingPathComponent("Corpora/Recipes")
  private static let files =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".toml") }.sorted().map { String($0.dropLast(5)) }

  @Test func theEmbeddedRecipesAreTheFiles() throws {
    #expect(BundledRecipes.names == Self.files)
    for name in Self.files {
      let url = Self.folder.appendingPathComponent(name + ".toml")
      #expect(try BundledRecipes.text(of: name) == String(contentsOf: url, encoding: .utf8))
    }
  }

  @Test(arguments: BundledRecipes.names)
  func itIsReadWithoutFaultsAndSaysWhatItIsFor(name: String) throws {
    let recipe = try RecipeFile.recipe(named: name)
    #expect(recipe.name == name && !recipe.purpose.isEmpty)
    #expect(recipe.faults.isEmpty)
    let text = try #require(BundledRecipes.text(of: name))
    let comment = text.split(separator: "\n")
      .prefix { $0.hasPrefix("#") }.joined(separator: " ")
    for part in ["# Tests: ", "Not for: "] { #expect(comment.contains(part), "\(part)") }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func everyGalleryHasARecipeOfItsName() {
    #expect(Set(Gallery.names).isSubset(of: Set(BundledRecipes.names)))
  }

  @Test func theReadmeOfTheCorporaNamesEveryRecipe() throws {
    let url = Program.repository.appendingPathComponent("Corpora/README.md")
    let text = try String(contentsOf: url, encoding: .utf8)
    for name in BundledRecipes.names { #expect(text.contains("`\(name)`"), "\(name)") }
    #expect(text.contains("Most rates in this domain are unpublished"))
  }

  /// Each gallery with the rule it is built for: all designed bookings are flagged, and every
  /// wrong flag among them has the designed cause.
  @Test(arguments: [
    ("gonzalez_pob", "foreign-birth-and-no-record"),
    ("morales_maiden", "foreign-birth-and-no-record"),
    ("makowski_stale", "exact-name-and-birth-date"),
    ("brown_contradiction", "as-practised-2010s"),
    ("fnu_family", "surname-and-birth-date"),
    ("a_number_zero_loss", "a-number-alone"),
    ("twins", "surname-initial-birth-date"),
    ("watson_father", "exact-name-and-birth-date"),
    ("crosscheck_birthday", "as-practised-2010s"),
    ("refugee_jan1", "exact-name-and-birth-date"),
    ("denton_nonresponse", "exact-name-and-birth-date"),
  ])
  func theDesignedCauseIsWhatTheAuditFinds(name: String, rule: String) throws {
    let folder = try Folder.temporary()
    let recipe = """
      name = "\(name)"
      purpose = "a small gallery"
      [population]
      people = 400
      bookings = 200
      records = 400
      foreign_born = 0.3
      [[scenarios]]
      name = "\(name)"
      instances = 12
      """
    try Data(recipe.utf8).write(to: folder.appendingPathComponent("gallery.toml"))
    for arguments in [
      ["generate", "--recipe", "gallery.toml", "-o", "corpus"],
      [
        "link", "corpus/bookings.csv", "corpus/immigration_records.csv", "--specification",
        ShippedRules.path(rule), "-o", "run",
      ],
    ] {
      let outcome = try Program.run(arguments, in: folder)
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
    let audit = try Program.run(["audit", "run", "--corpus", "corpus"], in: folder)
    try #require(audit.status == 0, "\(audit.errors)")
    #expect(!audit.errors.contains("another cause"))
    let flagged = Set(
      try Sample.rows(folder.appendingPathComponent("run/flags.csv").path).rows
        .compactMap { $0.split(separator: ",").first.map(String.init) })
    let designed = try Sample.rows(folder.appendingPathComponent("corpus/labels.csv").path).rows
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      .filter { $0[7] != "" }
    #expect(designed.count >= 12)
    #expect(designed.allSatisfy { flagged.contains($0[0]) })
  }

  /// Watson: what decides is whose number stands in the son's file.
  @Test func theFathersOwnFileForbidsTheFlagThatAnotherMansSupports() throws {
    let folder = try Folder.temporary()
    let made = try Program.run(
      [
        "generate", "--recipe", "watson_father", "--set", "population.people=300", "--set",
        "population.bookings=150", "--set", "population.records=300", "-o", "corpus",
      ], in: folder)
    try #require(made.status == 0, "\(made.errors)")
    func table(_ name: String) throws -> [[String]] {
      try Sample.rows(folder.appendingPathComponent(name).path).rows.map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    }
    func flagged(_ run: String) throws -> [[String]] {
      let linked = try Program.run(
        [
          "link", "corpus/bookings.csv", "corpus/immigration_records.csv", "--specification",
          ShippedRules.path("exact-name-and-birth-date"), "-o", run,
        ], in: folder)
      try #require(linked.status == 0, "\(linked.errors)")
      return try table(run + "/flags.csv")
    }
    let designed = Set(try table("corpus/labels.csv").filter { $0[7] == "W2g" }.map { $0[0] })
    #expect(designed.count == 40)
    let wrong = try flagged("wrong").filter { designed.contains($0[0]) }
    #expect(wrong.count == 40)
    #expect(wrong.allSatisfy { $0[10].hasPrefix("SYN-R") }, "each names the file it was read with")
    let path = folder.appendingPathComponent("corpus/immigration_records.csv")
    var records = try String(contentsOf: path, encoding: .utf8)
    let log = try table("corpus/corruption_log.csv").filter { $0[5] == "other_parents_number" }
    #expect(log.count == 40)
    // The column is the last one.
    for change in log {
      records = records.replacingOccurrences(of: ",\(change[4])\n", with: ",\(change[3])\n")
    }
    try records.write(to: path, atomically: true, encoding: .utf8)
    #expect(try flagged("right").allSatisfy { !designed.contains($0[0]) })
  }
}
