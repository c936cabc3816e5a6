import Foundation
import Testing

/// Texts that a person reads, kept beside the tests.
///
/// `RECORD_SNAPSHOTS=1 swift test` writes them again; read the difference.
enum GoldenFile {
  private static let folder = Program.repository
    .appendingPathComponent("Tests/ScrupleCLITests/Golden")

  /// Expects a text to be what the file holds.
  static func expect(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "\(name) differs", sourceLocation: sourceLocation)
  }
}
