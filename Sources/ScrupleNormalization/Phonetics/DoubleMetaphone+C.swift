// C: hard before A, O, U and most consonants, soft before E, I, Y, and CH in at least
// five ways.
extension DoubleMetaphoneEncoder {
  mutating func encodeC() {
    if isGermanicACH {
      append("K", taking: 2)
    } else if isAtStart && has("CAESAR") {
      append("S", taking: 2)
    } else if has("CH") {
      encodeCH()
    } else if has("CZ") && !has("WICZ", offset: -2) {
      append("S", or: "X", taking: 2)
    } else if has("CIA", offset: 1) {
      append("X", taking: 3)
    } else if has("CC") && !(place == 1 && opens(with: "M")) {
      encodeCC()
    } else if has("CK", "CG", "CQ") {
      append("K", taking: 2)
    } else if has("CI", "CE", "CY") {
      append("S", or: has("CIO", "CIE", "CIA") ? "X" : "S", taking: 2)
    } else {
      append("K", taking: lengthOfHardC)
    }
  }

  /// Mac Caffrey and Mac Gregor: the C of Mac swallows the next word's letter.
  private var lengthOfHardC: Int {
    if has(" C", " Q", " G", offset: 1) { return 3 }
    return has(anyOf: "CKQ", offset: 1) && !has("CE", "CI", offset: 1) ? 2 : 1
  }

  /// CH as in Bacher, not as in Bachir; and CHIA as in Chianti.
  private var isGermanicACH: Bool {
    if has("CHIA") { return true }
    guard place > 1, !isVowel(-2), has("ACH", offset: -1) else { return false }
    return !has(anyOf: "IE", offset: 2) || has("BACHER", "MACHER", offset: -2)
  }

  /// Accident and succeed have KS, Bertucci has X, and bacchus K.
  private mutating func encodeCC() {
    guard has(anyOf: "IEH", offset: 2), !has("HU", offset: 2) else {
      return append("K", taking: 2)
    }
    let isSpoken = (place == 1 && opens(with: "A")) || has("UCCEE", "UCCES", offset: -1)
    append(isSpoken ? "KS" : "X", taking: 3)
  }

  private mutating func encodeCH() {
    if !isAtStart && has("CHAE") {
      append("K", or: "X", taking: 2)
    } else if isGreekCH || isGermanicCH {
      append("K", taking: 2)
    } else if isAtStart {
      append("X", taking: 2)
    } else if opens(with: "MC") {
      append("K", taking: 2)
    } else {
      append("X", or: "K", taking: 2)
    }
  }

  /// Chorus and character, not chore.
  private var isGreekCH: Bool {
    isAtStart && has("CHARAC", "CHARIS", "CHOR", "CHYM", "CHIA", "CHEM") && !has("CHORE")
  }

  /// Orchestra, Utrecht, Wachtler, Achim at a word's end.
  private var isGermanicCH: Bool {
    if opensGermanic || has("ORCHES", "ARCHIT", "ORCHID", offset: -2) { return true }
    if has(anyOf: "TS", offset: 2) { return true }
    return (isAtStart || has(anyOf: "AOUE", offset: -1))
      && (has(anyOf: "LRNMBHFVW ", offset: 2) || place + 2 == spelling.count)
  }
}
