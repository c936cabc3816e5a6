import Foundation
import ScrupleRecords
import Testing

/// Tables for the tests: made-up people only.
enum SchemaTables {
  /// A table from columns of cells.
  static func table(_ columns: [(String, [String])]) -> RecordTable {
    let rows = columns.map(\.1.count).max() ?? 0
    return RecordTable(
      source: "inline",
      columns: columns.map { name, cells in
        var dictionary = ValueDictionary()
        let codes = cells.map { cell in
          Array(cell.utf8).withUnsafeBufferPointer { dictionary.code(of: $0) }
        }
        return TextColumn(name: name, dictionary: dictionary, codes: codes)
      }, rowCount: rows)
  }

  /// A table from lines of cells divided by ",": no quotes.
  static func csv(_ text: String) -> RecordTable {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let header = lines.first ?? []
    return table(
      header.enumerated().map { index, name in
        (name, lines.dropFirst().map { index < $0.count ? $0[index] : "" })
      })
  }

  /// The folder of shared corpora, or nil where it is absent.
  static let shared: URL? = {
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["SCRUPLE_SHARED"].map {
      URL(fileURLWithPath: $0)
    }
    let folder = named ?? repository.deletingLastPathComponent().appendingPathComponent("shared")
    let isThere = FileManager.default.fileExists(
      atPath: folder.appendingPathComponent("corpora").path)
    return isThere ? folder : nil
  }()

  /// The first rows of a shared file, cells divided by ",": no quotes.
  static func head(of path: String, rows: Int = 1_500) throws -> RecordTable {
    let folder = try #require(shared)
    let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    let lines = text.split(maxSplits: rows + 1, whereSeparator: \.isNewline).prefix(rows + 1)
    return csv(lines.filter { !$0.contains("\"") }.joined(separator: "\n"))
  }
}
