import ScrupleFormats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Data on standard output.
enum StandardOutput {
  /// Writes text.
  ///
  /// - Throws: `FormatError.inputOutput`, as where the disk is full.
  static func write(_ text: String) throws {
    try write(Array(text.utf8))
  }

  /// Writes a value as JSON, with a line feed at the end.
  static func write(json value: some Encodable) throws {
    try write(JSONText.bytes(of: value))
  }

  private static func write(_ bytes: [UInt8]) throws {
    do {
      try put(bytes)
    } catch let error as FormatError {
      // Whoever reads, as `head` does, has seen enough.
      if case .inputOutput(_, _, let number) = error, number == EPIPE { return }
      throw error
    }
  }

  private static func put(_ bytes: [UInt8]) throws {
    var output = try AtomicOutput(path: "-")
    try output.write(bytes)
    try output.commit()
  }
}

/// JSON that a person can read and a program can compare.
enum JSONText {
  /// A value as JSON: indented, keys sorted, a line feed at the end.
  static func bytes(of value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "infinity", negativeInfinity: "-infinity", nan: "not a number")
    return Array(try encoder.encode(value)) + [0x0A]
  }

  /// The name and version of the format that a document says it has.
  ///
  /// - Throws: `DecodingError` where it says none.
  static func schema(of bytes: [UInt8]) throws -> String {
    try value(Named.self, from: bytes).schema
  }

  private struct Named: Decodable {
    let schema: String
  }

  /// A value from JSON.
  static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}
