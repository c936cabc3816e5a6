// L to Z: liquids, sibilants and what is left.
extension DoubleMetaphoneEncoder {
  mutating func encodeL() {
    if byte(1) == "L" {
      append("L", or: hasSpanishLL ? "" : "L", taking: 2)
    } else {
      append("L", taking: 1)
    }
  }

  /// Cabrillo, Gallegos.
  private var hasSpanishLL: Bool {
    if place == spelling.count - 3 && has("ILLO", "ILLA", "ALLE", offset: -1) { return true }
    let endsSpanish =
      spelling.ends(with: "AS") || spelling.ends(with: "OS") || spelling.ends(with: "A")
      || spelling.ends(with: "O")
    return endsSpanish && has("ALLE", offset: -1)
  }

  mutating func encodeM() {
    // Dumb and number have a silent B.
    let isMB = has("UMB", offset: -1) && (place + 2 == spelling.count || has("ER", offset: 2))
    append("M", taking: byte(1) == "M" || isMB ? 2 : 1)
  }

  mutating func encodeP() {
    if byte(1) == "H" {
      append("F", taking: 2)
    } else {
      append("P", taking: length(doubledBy: "PB"))
    }
  }

  mutating func encodeR() {
    // Rogier is French, but not a name in -meier.
    let isFrench =
      isAtEnd && !isSlavoGermanic && has("IE", offset: -2) && !has("ME", "MA", offset: -4)
    append(isFrench ? "" : "R", or: "R", taking: length(doubledBy: "R"))
  }

  mutating func encodeS() {
    if has("ISL", "YSL", offset: -1) {
      skip(1)
    } else if isAtStart && has("SUGAR") {
      append("X", or: "S", taking: 1)
    } else if has("SH") {
      append(has("HEIM", "HOEK", "HOLM", "HOLZ", offset: 1) ? "S" : "X", taking: 2)
    } else if has("SIO", "SIA") {
      append("S", or: isSlavoGermanic ? "S" : "X", taking: 3)
    } else if (isAtStart && has(anyOf: "MNLW", offset: 1)) || byte(1) == "Z" {
      append("S", or: "X", taking: length(doubledBy: "Z"))
    } else if has("SC") {
      encodeSC()
    } else {
      // Resnais and Artois are French.
      let isFrench = isAtEnd && has("AI", "OI", offset: -2)
      append(isFrench ? "" : "S", or: "S", taking: length(doubledBy: "SZ"))
    }
  }

  private mutating func encodeSC() {
    if byte(2) == "H" {
      encodeSCH()
    } else {
      append(has(anyOf: "IEY", offset: 2) ? "S" : "SK", taking: 3)
    }
  }

  private mutating func encodeSCH() {
    if has("ER", "EN", offset: 3) {
      append("X", or: "SK", taking: 3)
    } else if has("OO", "UY", "ED", "EM", offset: 3) {
      append("SK", taking: 3)
    } else {
      append("X", or: isAtStart && !isVowel(3) && byte(3) != "W" ? "S" : "X", taking: 3)
    }
  }

  mutating func encodeT() {
    if has("TION", "TIA", "TCH") {
      append("X", taking: 3)
    } else if has("TH", "TTH") {
      let isHard = has("OM", "AM", offset: 2) || opensGermanic
      append(isHard ? "T" : "0", or: "T", taking: 2)
    } else {
      append("T", taking: length(doubledBy: "TD"))
    }
  }

  mutating func encodeW() {
    if has("WR") {
      append("R", taking: 2)
    } else if isAtStart && (isVowel(1) || byte(1) == "H") {
      append("A", or: isVowel(1) ? "F" : "A", taking: 1)
    } else if (isAtEnd && isVowel(-1)) || opens(with: "SCH")
      || has("EWSKI", "EWSKY", "OWSKI", "OWSKY", offset: -1)
    {
      append("", or: "F", taking: 1)
    } else if has("WICZ", "WITZ") {
      append("TS", or: "FX", taking: 4)
    } else {
      skip(1)
    }
  }

  mutating func encodeX() {
    if isAtStart { return append("S", taking: 1) }
    // Breaux ends in silence.
    let isFrench = isAtEnd && (has("IAU", "EAU", offset: -3) || has("AU", "OU", offset: -2))
    append(isFrench ? "" : "KS", taking: length(doubledBy: "CX"))
  }

  mutating func encodeZ() {
    if byte(1) == "H" { return append("J", taking: 2) }
    let isItalian = has("ZO", "ZI", "ZA", offset: 1)
    let isSlavic = isSlavoGermanic && !isAtStart && byte(-1) != "T"
    append("S", or: isItalian || isSlavic ? "TS" : "S", taking: length(doubledBy: "Z"))
  }
}
