// D, G, H and J: stops that soften before front vowels, and letters often silent.
extension DoubleMetaphoneEncoder {
  mutating func encodeD() {
    if has("DG") {
      let isSoft = has(anyOf: "IEY", offset: 2)
      append(isSoft ? "J" : "TK", taking: isSoft ? 3 : 2)
    } else {
      append("T", taking: length(doubledBy: "TD"))
    }
  }

  mutating func encodeG() {
    if byte(1) == "H" {
      encodeGH()
    } else if byte(1) == "N" {
      encodeGN()
    } else if has("LI", offset: 1) && !isSlavoGermanic {
      append("KL", or: "L", taking: 2)
    } else if isAtStart && opensSoftly {
      append("K", or: "J", taking: 2)
    } else if hasDoubtfulGER {
      append("K", or: "J", taking: 2)
    } else if has(anyOf: "EIY", offset: 1) || has("AGGI", "OGGI", offset: -1) {
      encodeSoftG()
    } else {
      append("K", taking: length(doubledBy: "G"))
    }
  }

  private var opensSoftly: Bool {
    byte(1) == "Y"
      || has("ES", "EP", "EB", "EL", "EY", "IB", "IL", "IN", "IE", "EI", "ER", offset: 1)
  }

  /// Tagliaferger and the like, but neither danger nor energy.
  private var hasDoubtfulGER: Bool {
    (has("ER", offset: 1) || byte(1) == "Y")
      && !opens(with: "DANGER", "RANGER", "MANGER")
      && !has(anyOf: "EI", offset: -1) && !has("RGY", "OGY", offset: -1)
  }

  private mutating func encodeSoftG() {
    if opensGermanic || has("ET", offset: 1) {
      append("K", taking: 2)
    } else if has("IER", offset: 1) {
      append("J", taking: 2)
    } else {
      append("J", or: "K", taking: 2)
    }
  }

  private mutating func encodeGN() {
    if isSlavoGermanic {
      append("KN", taking: 2)
    } else if place == 1 && isVowel(-1) {
      append("KN", or: "N", taking: 2)
    } else if has("EY", offset: 2) {
      append("KN", taking: 2)
    } else {
      append("N", or: "KN", taking: 2)
    }
  }

  private mutating func encodeGH() {
    if isAtStart {
      append(byte(2) == "I" ? "J" : "K", taking: 2)
    } else if !isVowel(-1) {
      append("K", taking: 2)
    } else if isSilentGH {
      skip(2)
    } else if place > 2 && byte(-1) == "U" && has(anyOf: "CGLRT", offset: -3) {
      append("F", taking: 2)
    } else {
      append(byte(-1) == "I" ? "" : "K", taking: 2)
    }
  }

  /// Hugh, bough, broughton.
  private var isSilentGH: Bool {
    has(anyOf: "BHD", offset: -2) || has(anyOf: "BHD", offset: -3) || has(anyOf: "BH", offset: -4)
  }

  mutating func encodeH() {
    if (isAtStart || isVowel(-1)) && isVowel(1) {
      append("H", taking: 2)
    } else {
      skip(1)
    }
  }

  mutating func encodeJ() {
    if has("JOSE") || opens(with: "SAN ") {
      let isSpanish =
        (isAtStart && byte(4) == " ") || spelling.count == 4 || opens(with: "SAN ")
      return append(isSpanish ? "H" : "J", or: "H", taking: 1)
    }
    let length = length(doubledBy: "J")
    if isAtStart {
      append("J", or: "A", taking: length)
    } else if isVowel(-1) && !isSlavoGermanic && has(anyOf: "AO", offset: 1) {
      append("J", or: "H", taking: length)
    } else if isAtEnd {
      append("J", or: " ", taking: length)
    } else if !has(anyOf: "LTKSNMBZ", offset: 1) && !has(anyOf: "SKL", offset: -1) {
      append("J", taking: length)
    } else {
      skip(length)
    }
  }
}
