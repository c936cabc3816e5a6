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
}
