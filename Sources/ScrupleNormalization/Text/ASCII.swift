extension UInt8 {
  var isASCIILower: Bool { self &- 0x61 < 26 }
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  /// A letter after folding: a-z, or a byte of a character without a Latin form.
  var isFoldedLetter: Bool { isASCIILower || self >= 0x80 }
}

extension Collection<UInt8> {
  var isASCII: Bool { allSatisfy { $0 < 0x80 } }

  /// Whether every byte is the first one; false when empty.
  var isOneByteRepeated: Bool {
    guard let first else { return false }
    return allSatisfy { $0 == first }
  }

  /// The value of at most nine decimal digits, or nil.
  var decimalValue: Int? {
    guard !isEmpty, count <= 9, allSatisfy(\.isASCIIDigit) else { return nil }
    return reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  func equals(_ literal: StaticString) -> Bool {
    literal.withUTF8Buffer { elementsEqual($0) }
  }
}

/// The bytes of a folded value as words.
typealias Word = ArraySlice<UInt8>

extension Array where Element == UInt8 {
  /// Appends a word, with a blank before it unless it is the first.
  mutating func appendWord(_ word: some Collection<UInt8>) {
    if !isEmpty { append(0x20) }
    append(contentsOf: word)
  }

  /// The words joined by single blanks, cut to a length.
  init(joining words: some Sequence<Word>, maximumLength: Int = .max) {
    self = []
    for word in words { appendWord(word) }
    cut(to: maximumLength)
  }

  /// Shortens to a length without splitting a character or leaving a blank at the end.
  mutating func cut(to maximumLength: Int) {
    guard count > maximumLength else { return }
    var end = maximumLength
    while end > 0, self[end] & 0xC0 == 0x80 { end -= 1 }
    removeSubrange(end...)
    while last == 0x20 { removeLast() }
  }
}
