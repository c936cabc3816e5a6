import Foundation

/// Published expected values in the folder `shared`, beside the repository.
///
/// The folder does not travel with the repository: tests that read it are skipped
/// when it is absent.
package enum VectorFile {
  /// Whether the folder of vectors is there to be read.
  package static var arePresent: Bool {
    FileManager.default.fileExists(atPath: folder.path)
  }

  /// Returns the rows of a CSV file below the header, keyed by column name.
  package static func rows(of name: String) throws -> [[String: String]] {
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    var records = parse(text)
    let header = records.removeFirst()
    return records.map { Dictionary(zip(header, $0)) { first, _ in first } }
  }

  /// `$SCRUPLE_SHARED/data/vectors`, or the same below the nearest folder `shared`
  /// beside a folder that this file is in.
  private static let folder: URL = {
    if let shared = ProcessInfo.processInfo.environment["SCRUPLE_SHARED"] {
      return URL(fileURLWithPath: shared).appendingPathComponent("data/vectors")
    }
    // Tests/ScrupleVectorFiles/VectorFile.swift: three steps up is the repository.
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.appendingPathComponent("shared/data/vectors")
  }()

  /// Splits CSV text (RFC 4180) into records.
  private static func parse(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Substring.UnicodeScalarView(text.unicodeScalars)
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if scalars.first == "\"" {
          field.append(scalars.removeFirst())
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"": isQuoted = true
      case "\r": break
      case ",", "\n":
        record.append(String(field))
        field = String.UnicodeScalarView()
        if scalar == "\n" {
          records.append(record)
          record = []
        }
      default: field.append(scalar)
      }
    }
    if !record.isEmpty { records.append(record + [String(field)]) }
    return records
  }
}
