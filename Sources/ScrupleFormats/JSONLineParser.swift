/// Parses one line as a flat JSON object (RFC 8259).
///
/// Values become text: a string its content, a number and a Boolean their
/// spelling, null nothing; an array of such values becomes their texts joined
/// by a separator, nulls and empty texts left out.
struct JSONLineParser {
  /// A key with its value, as ranges of `scratch`.
  struct Member {
    var key: Range<Int>
    var value: Range<Int>
    /// Where in the line the key stands.
    var position: Int
  }

  /// A fault with its place in the line.
  struct Failure: Error {
    var fault: RowFault
    var position: Int
  }

  let separator: UInt8
  let maximumFieldBytes: Int
  private(set) var members: [Member] = []
  private(set) var scratch: [UInt8] = []
  private var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var position = 0

  init(separator: UInt8, maximumFieldBytes: Int) {
    self.separator = separator
    self.maximumFieldBytes = maximumFieldBytes
  }

  /// Parses a line of valid UTF-8; the result is in `members` until the next call.
  mutating func parse(_ line: UnsafeBufferPointer<UInt8>) throws(Failure) {
    text = line
    position = 0
    members.removeAll(keepingCapacity: true)
    scratch.removeAll(keepingCapacity: true)
    try expect(0x7B)
    if skipBlanks() == 0x7D {
      position += 1
    } else {
      repeat { try member() } while take(0x2C)
      try expect(0x7D)
    }
    if skipBlanks() != nil { throw failure(.invalidJSON) }
  }

  private mutating func member() throws(Failure) {
    guard skipBlanks() == 0x22 else { throw failure(.invalidJSON) }
    let start = position
    let key = try string()
    try expect(0x3A)
    let valueStart = scratch.count
    try value()
    let value = valueStart..<scratch.count
    if value.count > maximumFieldBytes {
      throw Failure(fault: .fieldTooLong(allowed: maximumFieldBytes), position: start)
    }
    members.append(Member(key: key, value: value, position: start))
  }

  // MARK: - Values

  private mutating func value() throws(Failure) {
    switch skipBlanks() {
    case 0x5B: try array()
    case 0x7B: throw failure(.nestedJSON)
    default: try plainValue()
    }
  }

  private mutating func array() throws(Failure) {
    position += 1
    if take(0x5D) { return }
    let start = scratch.count
    repeat {
      let first = skipBlanks()
      if first == 0x5B || first == 0x7B { throw failure(.nestedJSON) }
      let before = scratch.count
      if before > start { scratch.append(separator) }
      let valueStart = scratch.count
      let valuePosition = position
      try plainValue()
      if scratch[valueStart...].contains(separator) {
        throw Failure(fault: .separatorInValue, position: valuePosition)
      }
      if scratch.count == valueStart { scratch.removeSubrange(before...) }
    } while take(0x2C)
    try expect(0x5D)
  }

  private mutating func plainValue() throws(Failure) {
    switch skipBlanks() {
    case 0x22: _ = try string()
    case 0x74: try word("true", isKept: true)
    case 0x66: try word("false", isKept: true)
    case 0x6E: try word("null", isKept: false)
    default: try number()
    }
  }

  private mutating func word(_ word: StaticString, isKept: Bool) throws(Failure) {
    for index in 0..<word.utf8CodeUnitCount {
      // SAFETY: index is below the count of the literal's bytes.
      let byte = word.utf8Start[index]
      guard position < text.count, text[position] == byte else { throw failure(.invalidJSON) }
      position += 1
      if isKept { scratch.append(byte) }
    }
  }

  private mutating func number() throws(Failure) {
    let start = position
    if peek() == 0x2D { position += 1 }
    let first = peek()
    let whole = digits()
    if whole == 0 || (first == 0x30 && whole > 1) { throw failure(.invalidJSON) }
    if peek() == 0x2E {
      position += 1
      if digits() == 0 { throw failure(.invalidJSON) }
    }
    if let mark = peek(), mark | 0x20 == 0x65 {
      position += 1
      if peek() == 0x2B || peek() == 0x2D { position += 1 }
      if digits() == 0 { throw failure(.invalidJSON) }
    }
    scratch.append(contentsOf: text[start..<position])
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = peek(), byte >= 0x30, byte <= 0x39 { position += 1 }
    return position - start
  }

  // MARK: - Strings

  /// Reads a string to the end of `scratch`; `position` is at its quote.
  private mutating func string() throws(Failure) -> Range<Int> {
    let start = scratch.count
    position += 1
    while let byte = peek() {
      position += 1
      switch byte {
      case 0x22: return start..<scratch.count
      case 0x5C: try escape()
      case 0..<0x20: throw failure(.invalidJSON)
      default: scratch.append(byte)
      }
    }
    throw failure(.invalidJSON)
  }

  private mutating func escape() throws(Failure) {
    guard let byte = peek() else { throw failure(.invalidJSON) }
    position += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: scratch.append(byte)
    case 0x62: scratch.append(0x08)
    case 0x66: scratch.append(0x0C)
    case 0x6E: scratch.append(0x0A)
    case 0x72: scratch.append(0x0D)
    case 0x74: scratch.append(0x09)
    case 0x75: try scalar()
    default: throw failure(.invalidJSON)
    }
  }

  private mutating func scalar() throws(Failure) {
    let first = try fourHexDigits()
    var value = first
    if (0xD800..<0xDC00).contains(first) {
      guard peek() == 0x5C else { throw failure(.invalidUTF8) }
      position += 1
      guard peek() == 0x75 else { throw failure(.invalidUTF8) }
      position += 1
      let second = try fourHexDigits()
      guard (0xDC00..<0xE000).contains(second) else { throw failure(.invalidUTF8) }
      value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw failure(.invalidUTF8) }
    if value == 0 { throw failure(.zeroByte) }
    scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func fourHexDigits() throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek() else { throw failure(.invalidJSON) }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure(.invalidJSON)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  // MARK: - Bytes

  private func failure(_ fault: RowFault) -> Failure { Failure(fault: fault, position: position) }

  private func peek() -> UInt8? { position < text.count ? text[position] : nil }

  /// Passes blanks and gives the byte after them.
  private mutating func skipBlanks() -> UInt8? {
    while let byte = peek() {
      guard byte == 0x20 || byte == 0x09 || byte == 0x0D else { return byte }
      position += 1
    }
    return nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard skipBlanks() == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(Failure) {
    guard take(byte) else { throw failure(.invalidJSON) }
  }
}
