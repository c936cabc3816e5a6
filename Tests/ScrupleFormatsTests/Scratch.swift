import Foundation
import ScrupleFormats
import ScrupleRecords

/// A folder of its own for one test, removed with it.
final class Scratch {
  let path: String

  init() {
    // Thousands of small files: in memory where the system has such a folder.
    let memory = "/dev/shm/"
    let isThere = FileManager.default.isWritableFile(atPath: memory)
    path = (isThere ? memory : NSTemporaryDirectory()) + "scruple-formats-" + UUID().uuidString
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ bytes: [UInt8], _ name: String = "in.csv") -> String {
    let file = path + "/" + name
    _ = FileManager.default.createFile(atPath: file, contents: Data(bytes))
    return file
  }

  func read(
    _ bytes: [UInt8], _ options: ReadOptions = ReadOptions(),
    onReject: ((RejectedRow) throws(FormatError) -> Void)? = nil
  ) throws(FormatError) -> ReadResult {
    try RecordReader.read(path: file(bytes), options: options, onReject: onReject)
  }

  func read(_ text: String, _ options: ReadOptions = ReadOptions()) throws(FormatError)
    -> ReadResult
  {
    try read(Array(text.utf8), options)
  }

  /// The error of a read, or nil where it succeeds.
  func error(_ text: String, _ options: ReadOptions = ReadOptions()) -> FormatError? {
    error(Array(text.utf8), options)
  }

  func error(_ bytes: [UInt8], _ options: ReadOptions = ReadOptions()) -> FormatError? {
    do {
      _ = try read(bytes, options)
      return nil
    } catch { return error }
  }

  var contents: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}

extension RecordTable {
  /// The rows as bytes.
  var rows: [[[UInt8]]] {
    (0..<rowCount).map { row in columns.map { $0.dictionary.bytes(of: $0.codes[row]) } }
  }

  /// The rows as text.
  var text: [[String]] { rows.map { $0.map { String(decoding: $0, as: UTF8.self) } } }
}

/// A small generator, so that a failure can be repeated from its seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// The shared test data, where they are there.
enum SharedData {
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["SCRUPLE_SHARED"] { return named }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return root.deletingLastPathComponent().appendingPathComponent("shared").path
  }()

  static func has(_ part: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/data/" + part)
  }
}
