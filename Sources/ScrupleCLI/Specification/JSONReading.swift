/// Reads JSON (RFC 8259) with the order of keys and the line of each value,
/// which the parsers at hand do not keep.
struct JSONReading {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lines = SpecificationLines()

  /// Deeper nesting than any specification has is refused.
  private static let depthLimit = 32

  private struct Failure: Error {
    let message: String
  }

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// Reads one value and the lines of all values in it.
  ///
  /// - Throws: `SpecificationFaults` with the line where the text is no JSON.
  static func read(
    _ text: String
  ) throws(SpecificationFaults) -> (node: SpecificationNode, lines: SpecificationLines) {
    var reading = JSONReading(text)
    do throws(Failure) {
      let node = try reading.value("", depth: 0)
      reading.skipBlanks()
      guard reading.position == reading.bytes.count else {
        throw Failure(message: "text follows the end")
      }
      return (node, reading.lines)
    } catch {
      throw SpecificationFaults([
        SpecificationFault(
          path: "", line: reading.line, message: "The file is not JSON: \(error.message).")
      ])
    }
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 32 || byte == 9 || byte == 10 || byte == 13 {
      if byte == 10 { line += 1 }
      position += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) throws(Failure) {
    skipBlanks()
    guard next == UInt8(ascii: character) else {
      throw Failure(message: "'\(character)' is expected")
    }
    position += 1
  }

  private mutating func value(_ path: String, depth: Int) throws(Failure) -> SpecificationNode {
    skipBlanks()
    if depth > Self.depthLimit { throw Failure(message: "it is nested too deeply") }
    if !path.isEmpty { lines.add(path, line) }
    switch next {
    case UInt8(ascii: "{"): return try object(path, depth: depth)
    case UInt8(ascii: "["): return try array(path, depth: depth)
    case UInt8(ascii: "\""): return .text(try text())
    default: return try word()
    }
  }

  private mutating func object(_ path: String, depth: Int) throws(Failure) -> SpecificationNode {
    var entries: [(key: String, value: SpecificationNode)] = []
    var keys: Set<String> = []
    try take("{")
    skipBlanks()
    while next != UInt8(ascii: "}") {
      if !entries.isEmpty { try take(",") }
      skipBlanks()
      let key = try text()
      guard keys.insert(key).inserted else {
        throw Failure(message: "the key '\(key)' stands there twice")
      }
      try take(":")
      let inside = path.isEmpty ? key : "\(path).\(key)"
      entries.append((key, try value(inside, depth: depth + 1)))
      skipBlanks()
    }
    position += 1
    return .table(entries)
  }

  private mutating func array(_ path: String, depth: Int) throws(Failure) -> SpecificationNode {
    var elements: [SpecificationNode] = []
    try take("[")
    skipBlanks()
    while next != UInt8(ascii: "]") {
      if !elements.isEmpty { try take(",") }
      elements.append(try value("\(path)[\(elements.count + 1)]", depth: depth + 1))
      skipBlanks()
    }
    position += 1
    return .list(elements)
  }

  private mutating func text() throws(Failure) -> String {
    try take("\"")
    var content: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      position += 1
      if byte < 32 { throw Failure(message: "a text is not closed on its line") }
      if byte == UInt8(ascii: "\\") {
        content += String(try escape()).utf8
      } else {
        content.append(byte)
      }
    }
    try take("\"")
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    guard let byte = next else { throw Failure(message: "a text is not closed") }
    position += 1
    let plain: [UInt8: Unicode.Scalar] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
      UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
      UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    if let scalar = plain[byte] { return scalar }
    guard byte == UInt8(ascii: "u") else { throw Failure(message: "an escape is unknown") }
    let high = try unit()
    if let scalar = Unicode.Scalar(high) { return scalar }
    // The second half of a surrogate pair follows.
    guard next == UInt8(ascii: "\\"), high < 0xDC00 else { throw Failure(message: "half a letter") }
    position += 2
    let low = try unit()
    let pair = 0x10000 + (UInt32(high - 0xD800) << 10) + (UInt32(low) &- 0xDC00)
    guard (0xDC00...0xDFFF).contains(low), let scalar = Unicode.Scalar(pair) else {
      throw Failure(message: "half a letter")
    }
    return scalar
  }

  private mutating func unit() throws(Failure) -> UInt16 {
    let digits = bytes[min(position, bytes.count)..<min(position + 4, bytes.count)]
    guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw Failure(message: "'\\u' is followed by four hexadecimal digits") }
    position += 4
    return unit
  }

  private mutating func word() throws(Failure) -> SpecificationNode {
    let start = position
    while let byte = next, byte > 32, !",]}:".utf8.contains(byte) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .other("null")
    default:
      if let whole = Int(word) { return .integer(whole) }
      let isPlain = word.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
      if isPlain, let number = Double(word) { return .number(number) }
      throw Failure(message: word.isEmpty ? "a value is expected" : "'\(word)' is no value")
    }
  }
}
