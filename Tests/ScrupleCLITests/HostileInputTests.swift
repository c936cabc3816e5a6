import Foundation
import Testing

@Suite struct HostileInputTests {
  static let folder = Program.shared.appendingPathComponent("data/hostile_csv")
  static let arePresent = FileManager.default.fileExists(atPath: folder.path)

  /// File and exit status, from EXPECTED.csv; empty where the folder is absent.
  static let cases: [(file: String, status: Int32)] = {
    guard arePresent else { return [] }
    let expected = try? Sample.rows(folder.appendingPathComponent("EXPECTED.csv").path)
    return (expected?.rows ?? []).compactMap { row in
      let cells = row.split(separator: ",")
      return Int32(cells[1]).map { (String(cells[0]), $0) }
    }
  }()

  @Test(
    .enabled(if: arePresent, "the folder shared/data/hostile_csv is not there"),
    arguments: cases)
  func hostileFilesGiveTheExpectedStatus(file: String, status: Int32) throws {
    let folder = try Folder.temporary()
    var arguments = [
      "link", Self.folder.appendingPathComponent(file).path,
      Self.folder.appendingPathComponent("ok_plain.csv").path, "-o", "out",
    ]
    if file == "bad_missing_column.csv" {
      // Without a specification that names it, a missing column is only said.
      try Self.specification.write(
        to: folder.appendingPathComponent("s.toml"), atomically: true, encoding: .utf8)
      arguments += ["--specification", "s.toml"]
    }
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(!outcome.errors.contains("\u{1B}"), "no escape reaches the terminal")
    #expect(outcome.output.isEmpty)
    let hasManifest = Folder.names(in: folder).contains("out/run.json")
    #expect(hasManifest == (status == 0))
    if status != 0 { #expect(!Folder.names(in: folder).contains("out")) }
  }

  /// Link, audit and page of names that are markup, and of harmless ones of the same shape.
  @Test(.enabled(if: arePresent, "the folder shared/data/hostile_csv is not there"))
  func namesThatAreMarkupAddNoElementToThePage() throws {
    let hostile = try String(
      contentsOf: Self.folder.appendingPathComponent("edge_html.csv"), encoding: .utf8)
    let pages = try [hostile, Self.harmless].map(Self.pages)
    for (name, page) in pages[0] {
      let plain = try #require(pages[1][name])
      let (found, expected) = (Self.inventory(page), Self.inventory(plain))
      let differs = zip(found, expected).first { $0 != $1 }
      #expect(differs == nil && found.count == expected.count, "\(name): \(differs ?? ("", ""))")
      #expect(!page.contains("<script>alert") && !page.contains("<img"))
    }
    // The raw cells are on the page as names of groups, so there was something to escape.
    #expect(pages[0]["groups"]?.contains("&lt;script&gt;alert(1)&lt;/script&gt;") ?? false)
  }

  /// As many words in each name, and the same order of names.
  private static let harmless = """
    id,first,last,dob
    1,carla ann,jones smith lee,1980-02-03
    2,alice ann,smith,1980-02-03

    """

  /// The pages of a file linked with itself, with its pairs in full and its names as groups.
  private static func pages(of file: String) throws -> [String: String] {
    let folder = try Folder.temporary()
    let files = [
      "a.csv": file, "truth.csv": "left_id,right_id\n1,2\n2,1\n",
      "s.toml": "version = 1\n" + specification + sameName,
    ]
    for (name, text) in files {
      try text.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let truth = ["--truth", "truth.csv"]
    for words in [
      ["link", "a.csv", "a.csv", "-o", "run", "--specification", "s.toml"],
      ["audit", "run", "-o", "run", "--subgroup", "first", "--subgroup", "last"] + truth,
      ["report", "run", "-o", "full.html", "--examples", "full"] + truth,
      ["report", "run", "-o", "masked.html", "--examples", "masked"] + truth,
    ] {
      let outcome = try Program.run(words, in: folder)
      #expect(outcome.status == 0, "\(words[0]): \(outcome.errors)")
    }
    let names = ["groups": "run/report.html", "full": "full.html", "masked": "masked.html"]
    return try names.mapValues {
      try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }
  }

  /// Every element with the names of its attributes, as a parser would see them.
  private static func inventory(_ html: String) -> [String] {
    html.split(separator: "<").dropFirst().map { piece in
      let tag = piece.prefix { $0 != ">" }
      // Values hold no quotation mark of their own, since it is escaped.
      let outside = tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 0 }.map(\.element)
      return outside.joined()
    }
  }

  private static let sameName = """

    [[comparisons]]
    name = "surname"
    levels = ["exact"]
    [[comparisons]]
    name = "given-name"
    levels = ["exact"]
    [[rules]]
    name = "same-name"
    require = [
      { comparison = "surname", at-least = "exact" },
      { comparison = "given-name", at-least = "exact" },
    ]
    """

  private static let specification = """
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
    """
}
