extension Phonetics {
  /// Returns the Double Metaphone codes: the likeliest English sound and another one,
  /// often that of the name's home language; the two are equal when there is no other.
  ///
  /// Equal to commons-codec's `DoubleMetaphone`. White space around the name is
  /// ignored. Inside, a space or other byte gives no sound, but some rules look for a
  /// space ("VAN ", "MAC C"); a final J leaves a space in the alternate code.
  /// - Parameter maxLength: The greatest length of a code, at least 1.
  /// - Source: Philips 2000, The Double Metaphone Search Algorithm.
  public static func doubleMetaphone(
    _ name: Bytes, maxLength: Int = 4
  ) -> (primary: [UInt8], alternate: [UInt8]) {
    precondition(maxLength >= 1, "maxLength must be at least 1 but is \(maxLength)")
    var encoder = DoubleMetaphoneEncoder(name, maxLength: maxLength)
    encoder.encode()
    return (encoder.primary, encoder.alternate)
  }
}

/// One run of Double Metaphone over a spelling.
///
/// A rule reads the spelling around `place`, appends the sound and says how many
/// letters it took. The rules of the longer letters are in
/// `DoubleMetaphone+C.swift`, `+G` and `+S`.
struct DoubleMetaphoneEncoder {
  let spelling: Spelling
  /// Whether spelling hints at a Slavic or German name, which keeps sounds hard.
  let isSlavoGermanic: Bool
  let maxLength: Int
  private(set) var primary: [UInt8] = []
  private(set) var alternate: [UInt8] = []
  private(set) var place = 0

  init(_ name: UnsafeBufferPointer<UInt8>, maxLength: Int) {
    let isBlank: (UInt8) -> Bool = { $0 <= 0x20 }
    let trimmed = name.drop(while: isBlank)
    let end = trimmed.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? trimmed.startIndex
    spelling = Spelling(trimmed[..<end])
    self.maxLength = maxLength
    let letters = spelling
    isSlavoGermanic = letters.letters.indices.contains {
      letters.has(anyOf: "WK", at: $0) || letters.has("CZ", at: $0)
    }
  }

  // MARK: Reading

  var letter: UInt8 { spelling[place] }
  var isAtStart: Bool { place == 0 }
  var isAtEnd: Bool { place == spelling.count - 1 }

  /// The byte some places further, or 0 outside the name.
  func byte(_ offset: Int) -> UInt8 { spelling[place + offset] }

  /// Whether one of the literals stands some places further.
  func has(_ texts: StaticString..., offset: Int = 0) -> Bool {
    spelling.has(oneOf: texts, at: place + offset)
  }

  /// Whether the byte some places further is one of those in the literal.
  func has(anyOf letters: StaticString, offset: Int) -> Bool {
    spelling.has(anyOf: letters, at: place + offset)
  }

  /// Whether the name opens with one of the literals.
  func opens(with texts: StaticString...) -> Bool { spelling.has(oneOf: texts, at: 0) }

  /// Whether the name opens as German and Dutch ones do.
  var opensGermanic: Bool { opens(with: "VAN ", "VON ", "SCH") }

  /// Whether the byte some places further is a vowel, Y among them.
  func isVowel(_ offset: Int) -> Bool { has(anyOf: "AEIOUY", offset: offset) }

  // MARK: Writing

  /// Appends a sound to both codes, or a different one to each, and moves on.
  mutating func append(
    _ sound: StaticString, or other: StaticString? = nil, taking length: Int
  ) {
    primary.append(sound, upTo: maxLength)
    alternate.append(other ?? sound, upTo: maxLength)
    place += length
  }

  /// Moves on without a sound.
  mutating func skip(_ length: Int) { place += length }

  /// Takes two letters when the next is one of those in the literal, else one.
  func length(doubledBy letters: StaticString) -> Int { has(anyOf: letters, offset: 1) ? 2 : 1 }

  // MARK: Rules

  mutating func encode() {
    if opens(with: "GN", "KN", "PN", "WR", "PS") { place = 1 }
    while place < spelling.count && min(primary.count, alternate.count) < maxLength {
      encodeLetter()
    }
  }

  private mutating func encodeLetter() {
    switch Unicode.Scalar(letter) {
    case "A", "E", "I", "O", "U", "Y": append(isAtStart ? "A" : "", taking: 1)
    case "B": append("P", taking: length(doubledBy: "B"))
    case "C": encodeC()
    case "D": encodeD()
    case "F": append("F", taking: length(doubledBy: "F"))
    case "G": encodeG()
    case "H": encodeH()
    case "J": encodeJ()
    case "K": append("K", taking: length(doubledBy: "K"))
    case "L": encodeL()
    case "M": encodeM()
    case "N": append("N", taking: length(doubledBy: "N"))
    case "P": encodeP()
    case "Q": append("K", taking: length(doubledBy: "Q"))
    case "R": encodeR()
    case "S": encodeS()
    case "T": encodeT()
    case "V": append("F", taking: length(doubledBy: "V"))
    case "W": encodeW()
    case "X": encodeX()
    case "Z": encodeZ()
    default: skip(1)
    }
  }
}

extension [UInt8] {
  /// Appends as much of a literal as keeps the array within a length.
  fileprivate mutating func append(_ text: StaticString, upTo length: Int) {
    text.withUTF8Buffer { append(contentsOf: $0.prefix(length - count)) }
  }
}
