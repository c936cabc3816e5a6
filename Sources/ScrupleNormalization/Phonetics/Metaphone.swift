extension Phonetics {
  /// Returns the Metaphone code: 0 stands for TH, X for SH.
  ///
  /// Equal to jellyfish. Spaces separate words and are kept, one between two codes;
  /// anything else but a letter gives no sound but keeps its neighbors apart.
  /// - Source: Philips 1990, Hanging on the Metaphone.
  public static func metaphone(_ name: Bytes) -> [UInt8] {
    var encoder = MetaphoneEncoder(Spelling(name))
    return encoder.encode()
  }
}

/// One run of Metaphone over a spelling: a rule per letter.
private struct MetaphoneEncoder {
  private var spelling: Spelling
  private var code: [UInt8] = []
  private var place = 0

  init(_ spelling: Spelling) { self.spelling = spelling }

  private var letter: UInt8 { spelling[place] }
  private var before: UInt8 { spelling[place - 1] }
  private var next: UInt8 { spelling[place + 1] }

  private mutating func append(_ sound: StaticString, taking length: Int = 1) {
    sound.withUTF8Buffer { code.append(contentsOf: $0) }
    place += length
  }

  mutating func encode() -> [UInt8] {
    if spelling.has(oneOf: ["KN", "GN", "PN", "WR", "AE"], at: 0) {
      spelling.replace(0..<1, with: "")
    }
    while place < spelling.count {
      if letter == next && letter != "C" {
        place += 1
      } else if letter.isVowel {
        encodeVowel()
      } else {
        encodeConsonant()
      }
    }
    return code
  }

  private mutating func encodeVowel() {
    if place == 0 || before == " " { code.append(letter) }
    place += 1
  }

  private mutating func encodeConsonant() {
    switch Unicode.Scalar(letter) {
    case "F", "J", "L", "M", "N", "R":
      code.append(letter)
      place += 1
    case "B": append(before == "M" && place + 1 == spelling.count ? "" : "B")
    case "C": encodeC()
    case "D":
      let isSoft = next == "G" && spelling.has(anyOf: "IEY", at: place + 2)
      append(isSoft ? "J" : "T", taking: isSoft ? 3 : 1)
    case "G": encodeG()
    case "H": append(place == 0 || next.isVowel || !before.isVowel ? "H" : "")
    case "K": append(before == "C" ? "" : "K")
    case "P": append(next == "H" ? "F" : "P", taking: next == "H" ? 2 : 1)
    case "Q": append("K")
    case "S": encodeS()
    case "T": encodeT()
    case "V": append("F")
    case "W": encodeW()
    case "X": encodeX()
    case "Y": append(next.isVowel ? "Y" : "")
    case "Z": append("S")
    case " ": append(code.isEmpty || code.last == UInt8(letter: " ") ? "" : " ")
    default: place += 1
    }
  }

  private mutating func encodeC() {
    if spelling.has(oneOf: ["CIA", "CH"], at: place) {
      append("X", taking: 2)
    } else if spelling.has(anyOf: "IEY", at: place + 1) {
      append("S", taking: 2)
    } else {
      append("K")
    }
  }

  private mutating func encodeG() {
    if spelling.has(anyOf: "IEY", at: place + 1) {
      append("J")
    } else if next == "H" && !spelling[place + 2].isVowel {
      append("", taking: 2)
    } else if next == "N" && place + 2 == spelling.count {
      append("", taking: 2)
    } else {
      append("K")
    }
  }

  private mutating func encodeS() {
    if next == "H" {
      append("X", taking: 2)
    } else if spelling.has(oneOf: ["SIO", "SIA"], at: place) {
      append("X", taking: 3)
    } else {
      append("S")
    }
  }

  private mutating func encodeT() {
    if spelling.has(oneOf: ["TIO", "TIA"], at: place) {
      append("X")
    } else if next == "H" {
      append("0", taking: 2)
    } else {
      append(spelling.has("TCH", at: place) ? "" : "T")
    }
  }

  private mutating func encodeW() {
    if place == 0 && next == "H" {
      append("W", taking: 2)
    } else {
      append(next.isVowel ? "W" : "")
    }
  }

  private mutating func encodeX() {
    if place > 0 {
      append("KS")
    } else {
      append(spelling.has(oneOf: ["XH", "XIO", "XIA"], at: 0) ? "X" : "S")
    }
  }
}
