extension Phonetics {
  /// Returns the match rating codex: the name without vowels, save a first one, and
  /// without doubled consonants, cut to its first and last three letters.
  ///
  /// Equal to jellyfish (`HERNANDEZ` is HRNNDZ; commons-codec, which drops doubled
  /// letters after the vowels are gone, gives HRNDZ). Anything but a letter is ignored.
  /// Compare codices with `StringDistance.matchRatingComparison`.
  /// - Source: Moore, Kuhns, Trefftzs and Montgomery 1977 (NBS SP 500-2).
  public static func matchRatingCodex(_ name: Bytes) -> [UInt8] {
    var codex: [UInt8] = []
    var previous: UInt8 = 0
    for byte in name {
      let letter = byte.asciiCapital
      guard letter.isASCIICapital else { continue }
      let isFirst = previous == 0
      if isFirst || (!letter.isVowel && letter != previous) { codex.append(letter) }
      previous = letter
    }
    return codex.count > 6 ? Array(codex.prefix(3) + codex.suffix(3)) : codex
  }
}
