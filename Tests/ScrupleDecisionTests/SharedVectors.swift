import Foundation
import Testing

/// Reads the shared test vectors, if they are there.
enum SharedVectors {
  static var folder: String {
    if let path = ProcessInfo.processInfo.environment["SCRUPLE_SHARED"] { return path }
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return root.deletingLastPathComponent().appending(path: "shared").path
  }

  static var arePresent: Bool {
    FileManager.default.fileExists(atPath: folder + "/data/stat_vectors/em_expected_fit.csv")
  }

  static let absence: Comment = "the shared vectors are not there; set SCRUPLE_SHARED"

  /// The rows of a file, by column name.
  static func rows(_ name: String) throws -> [[String: String]] {
    let path = folder + "/data/stat_vectors/" + name
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let header = try #require(lines.first)
    return lines.dropFirst().map {
      Dictionary(uniqueKeysWithValues: zip(header, $0))
    }
  }
}

extension [String: String] {
  func number(_ column: String) throws -> Double {
    try #require(self[column].flatMap { Double($0) })
  }
}

/// The tolerance of the shared vectors: 1e-9 absolute, relative above 1 and below 1e-3.
func isClose(_ got: Double, _ want: Double, _ tolerance: Double = 1e-9) -> Bool {
  let scale = abs(want) < 1e-3 && want != 0 ? abs(want) : max(1, abs(want))
  return abs(got - want) <= tolerance * scale
}
