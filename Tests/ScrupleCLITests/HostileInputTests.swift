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
