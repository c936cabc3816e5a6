extension Phonetics {
  /// Returns the American Soundex code: the first letter and three digits.
  ///
  /// Equal digits in a row count once, also across H and W but not across a vowel
  /// (the rule of the census of 1920, "Ashcraft" A261). Anything but a letter is
  /// ignored. Empty when there is no letter. Equal to commons-codec's `US_ENGLISH` and
  /// to jellyfish on ASCII.
  /// - Source: Russell 1918; National Archives, General Information Leaflet 55.
  public static func soundex(_ name: Bytes) -> [UInt8] {
    var code: [UInt8] = []
    code.reserveCapacity(4)
    var previous: UInt8 = 0
    for byte in name {
      let letter = byte.asciiCapital
      guard letter.isASCIICapital else { continue }
      let digit = soundexDigit(letter)
      if code.isEmpty {
        code.append(letter)
        previous = digit
        continue
      }
      if letter.isOne(of: "HW") { continue }
      if digit != "0" && digit != previous { code.append(digit) }
      if code.count == 4 { return code }
      previous = digit
    }
    if code.isEmpty { return [] }
    return code + Array(repeating: UInt8(letter: "0"), count: 4 - code.count)
  }

  private static func soundexDigit(_ letter: UInt8) -> UInt8 {
    // One digit for each of A to Z, 0 for what sounds like no consonant.
    let digits: StaticString = "01230120022455012623010202"
    return digits.utf8Start[Int(letter - 0x41)]
  }
}
