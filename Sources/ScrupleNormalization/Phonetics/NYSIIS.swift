extension Phonetics {
  /// Returns the code of the New York State Identification and Intelligence System.
  ///
  /// Equal to jellyfish. Differs from commons-codec's `Nysiis` (not strict) on 3 % of
  /// surnames, for three reasons:
  /// - W repeats the vowel before it as it was spelled, and a silent H the consonant, so
  ///   that LEWIS is LAE, BROWN is BRAON and BURKHAMER is BARCKANAR; commons-codec
  ///   repeats what that letter became and drops it as a double: L, BRAN, BARCANAR.
  ///   A silent H after a first vowel is A: OHLMANN is OALNAN, not OLNAN.
  /// - SCH inside a name is SS, not S: FISCHER is FASSAR, not FASAR.
  /// - One S is dropped at the end, so KITSCH is CATS, not CAT.
  ///
  /// The code has any length (commons-codec's strict code is cut to 6). Bytes that are
  /// no letters pass through; strip them first.
  /// - Source: Taft 1970, Name Search Techniques.
  public static func nysiis(_ name: Bytes) -> [UInt8] {
    var spelling = Spelling(name)
    guard spelling.count > 0 else { return [] }
    rewriteBeginningForNYSIIS(&spelling)
    rewriteEndForNYSIIS(&spelling)
    var code = [spelling[0]]
    var place = 1
    while place < spelling.count {
      let (sound, length) = nysiisSound(in: spelling, at: place)
      if sound.last != code.last { code += sound }
      place += length
    }
    if code.count > 1 && code[code.count - 1] == "S" { code.removeLast() }
    if code.count > 1 && code[code.count - 2] == "A" && code[code.count - 1] == "Y" {
      code.remove(at: code.count - 2)
    }
    if code.count > 1 && code[code.count - 1] == "A" { code.removeLast() }
    return code
  }

  private static func rewriteBeginningForNYSIIS(_ spelling: inout Spelling) {
    if spelling.has("MAC", at: 0) {
      spelling.replace(0..<3, with: "MCC")
    } else if spelling.has("KN", at: 0) {
      spelling.replace(0..<1, with: "")
    } else if spelling.has("K", at: 0) {
      spelling.replace(0..<1, with: "C")
    } else if spelling.has(oneOf: ["PH", "PF"], at: 0) {
      spelling.replace(0..<2, with: "FF")
    } else if spelling.has("SCH", at: 0) {
      spelling.replace(0..<3, with: "SSS")
    }
  }

  private static func rewriteEndForNYSIIS(_ spelling: inout Spelling) {
    let end = spelling.count
    if spelling.has(oneOf: ["IE", "EE"], at: end - 2) {
      spelling.replace((end - 2)..<end, with: "Y")
    } else if spelling.has(oneOf: ["DT", "RT", "RD", "NT", "ND"], at: end - 2) {
      spelling.replace((end - 2)..<end, with: "D")
    }
  }

  /// Returns the sound of the letter at a place and how many letters it takes up.
  private static func nysiisSound(
    in spelling: Spelling, at place: Int
  ) -> (sound: [UInt8], length: Int) {
    let letter = spelling[place]
    let before = spelling[place - 1]
    if spelling.has("EV", at: place) { return (Array("AF".utf8), 2) }
    if letter.isVowel { return ([UInt8(letter: "A")], 1) }
    if spelling.has("SCH", at: place) { return (Array("SS".utf8), 3) }
    if spelling.has("PH", at: place) { return ([UInt8(letter: "F")], 2) }
    switch Unicode.Scalar(letter) {
    case "Q": return ([UInt8(letter: "G")], 1)
    case "Z": return ([UInt8(letter: "S")], 1)
    case "M": return ([UInt8(letter: "N")], 1)
    case "K": return ([UInt8(letter: spelling[place + 1] == "N" ? "N" : "C")], 1)
    case "H" where !before.isVowel || !spelling[place + 1].isVowel:
      return ([before.isVowel ? UInt8(letter: "A") : before], 1)
    case "W" where before.isVowel: return ([before], 1)
    default: return ([letter], 1)
    }
  }
}
