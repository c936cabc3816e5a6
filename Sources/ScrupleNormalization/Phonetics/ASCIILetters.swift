// Letters as bytes. The codes are rules about spelling, so they read best as text;
// these few operations keep them that way without making strings.

extension UInt8 {
  /// The capital of an ASCII letter, any other byte unchanged.
  var asciiCapital: UInt8 { (0x61...0x7A).contains(self) ? self & 0xDF : self }

  /// Whether the byte is an ASCII capital.
  var isASCIICapital: Bool { (0x41...0x5A).contains(self) }

  /// Creates the byte of an ASCII character.
  init(letter: Unicode.Scalar) { self = UInt8(ascii: letter) }

  /// Whether the byte is A, E, I, O or U.
  var isVowel: Bool { isOne(of: "AEIOU") }

  /// Whether the byte occurs in a literal.
  func isOne(of letters: StaticString) -> Bool {
    letters.withUTF8Buffer { $0.contains(self) }
  }

  static func == (byte: UInt8, letter: Unicode.Scalar) -> Bool { UInt32(byte) == letter.value }
  static func != (byte: UInt8, letter: Unicode.Scalar) -> Bool { !(byte == letter) }
}

/// A name in capitals that can be asked what stands where, inside or outside it.
struct Spelling {
  /// The bytes, ASCII letters in capitals.
  private(set) var letters: [UInt8]

  init(_ name: some Sequence<UInt8>) { letters = name.map(\.asciiCapital) }

  var count: Int { letters.count }

  /// Returns the byte at a place, or 0 outside the name.
  subscript(place: Int) -> UInt8 { letters.indices.contains(place) ? letters[place] : 0 }

  /// Whether a literal stands at a place, wholly inside the name.
  func has(_ text: StaticString, at place: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard place >= 0, place + length <= letters.count else { return false }
    return text.withUTF8Buffer { bytes in
      bytes.indices.allSatisfy { bytes[$0] == letters[place + $0] }
    }
  }

  /// Whether one of several literals stands at a place.
  func has(oneOf texts: [StaticString], at place: Int) -> Bool {
    texts.contains { has($0, at: place) }
  }

  /// Whether the byte at a place, inside the name, occurs in a literal.
  func has(anyOf letters: StaticString, at place: Int) -> Bool {
    self.letters.indices.contains(place) && self[place].isOne(of: letters)
  }

  /// Whether the name ends with a literal.
  func ends(with text: StaticString) -> Bool {
    has(text, at: count - text.utf8CodeUnitCount)
  }

  /// Puts a literal in place of a run of bytes.
  mutating func replace(_ range: Range<Int>, with text: StaticString) {
    letters.replaceSubrange(range, with: text.withUTF8Buffer(Array.init))
  }
}
