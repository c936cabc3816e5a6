import Foundation

/// Finds the shared test vectors, which are not part of this repository.
package enum SharedFiles {
  package static let missing = "the folder of shared vectors is absent (set SCRUPLE_SHARED)"

  package static let root: URL? = {
    if let path = ProcessInfo.processInfo.environment["SCRUPLE_SHARED"] {
      return existing(URL(fileURLWithPath: path))
    }
    // Tests/<Target>/<File> stands three levels below the root of the repository.
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return existing(folder.appendingPathComponent("shared"))
  }()

  package static func has(_ path: String) -> Bool {
    root.map { FileManager.default.fileExists(atPath: $0.appendingPathComponent(path).path) }
      ?? false
  }

  /// The rows of a plain comma-separated file, by column name.
  package static func table(_ path: String) throws -> [[String: String]] {
    guard let root else { return [] }
    let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    var lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = lines.removeFirst()
    return lines.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private static func existing(_ url: URL) -> URL? {
    FileManager.default.fileExists(atPath: url.path) ? url : nil
  }
}
