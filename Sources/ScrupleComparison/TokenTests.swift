import ScrupleNormalization

/// Tests of two normalized values that look at letters and tokens.
enum TokenTests {
  private static let blank: UInt8 = 0x20

  /// Whether a token of at least two letters stands in both values.
  static func shareToken(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var start = 0
    while let mine = nextToken(of: left, from: &start) {
      if mine.count < 2 { continue }
      var place = 0
      while let theirs = nextToken(of: right, from: &place) {
        if mine.count == theirs.count && mine.elementsEqual(theirs) { return true }
      }
    }
    return false
  }

  /// The token that begins at or after a place, which is moved behind it; nil after the last.
  private static func nextToken(
    of text: UnsafeBufferPointer<UInt8>, from start: inout Int
  ) -> UnsafeBufferPointer<UInt8>? {
    while start < text.count && text[start] == blank { start += 1 }
    let first = start
    while start < text.count && text[start] != blank { start += 1 }
    return first == start ? nil : UnsafeBufferPointer(rebasing: text[first..<start])
  }

  /// Whether one value is one letter and the other begins with it.
  static func isInitial(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let mine = left.first, let theirs = right.first, mine == theirs else { return false }
    return left.count == 1 || right.count == 1
  }

  /// Whether one value begins with the other, which has three letters or more.
  static func isPrefix(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    return short.count >= 3 && long.starts(with: short)
  }

  /// Whether a Double Metaphone code of one is a code of the other.
  static func soundAlike(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let mine = Phonetics.doubleMetaphone(left)
    let theirs = Phonetics.doubleMetaphone(right)
    guard !mine.primary.isEmpty, !theirs.primary.isEmpty else { return false }
    return mine.primary == theirs.primary || mine.primary == theirs.alternate
      || mine.alternate == theirs.primary
  }

  /// Whether the values have one Soundex code; a value without letters has none.
  static func haveSameSoundex(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let code = Phonetics.soundex(left)
    return !code.isEmpty && code == Phonetics.soundex(right)
  }

  /// A value of digits with at most one point as a number.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    Double(String(decoding: bytes, as: UTF8.self))
  }
}
