import ScrupleNormalization
import Testing

/// Properties of the codes, and values that decide even without the vector files.
@Suite struct PhoneticsTests {
  private static let capitals = Set(UInt8(ascii: "A")...UInt8(ascii: "Z"))

  /// All names of up to three letters.
  private static let shortNames: [[UInt8]] = {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    let one = letters.map { [$0] }
    let two = one.flatMap { name in letters.map { name + [$0] } }
    return [[]] + one + two + two.flatMap { name in letters.map { name + [$0] } }
  }()

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func soundexIsALetterAndThreeDigits() {
    for name in Self.shortNames.dropFirst() {
      let code = Phonetics.soundex(name)
      let digits = code.dropFirst().allSatisfy { (0x30...0x36).contains($0) }
      if code.count != 4 || code[0] != name[0] || !digits { Issue.record("\(text(name))") }
    }
  }

  @Test func codesKnowOnlyCapitalsAndTheirOwnMarks() {
    for name in Self.shortNames {
      let double = Phonetics.doubleMetaphone(name)
      let isSpelled =
        Self.capitals.isSuperset(of: Phonetics.nysiis(name))
        && Self.capitals.isSuperset(of: Phonetics.matchRatingCodex(name))
        && Self.capitals.union("0".utf8).isSuperset(of: Phonetics.metaphone(name))
        && Self.capitals.union("0".utf8).isSuperset(of: double.primary)
        && Self.capitals.union("0 ".utf8).isSuperset(of: double.alternate)
      if !isSpelled { Issue.record("\(text(name))") }
    }
  }

  @Test func smallLettersCodeAsCapitals() {
    for name in Self.shortNames {
      let small = name.map { $0 | 0x20 }
      let isSame =
        Phonetics.soundex(small) == Phonetics.soundex(name)
        && Phonetics.nysiis(small) == Phonetics.nysiis(name)
        && Phonetics.metaphone(small) == Phonetics.metaphone(name)
        && Phonetics.matchRatingCodex(small) == Phonetics.matchRatingCodex(name)
        && Phonetics.doubleMetaphone(small) == Phonetics.doubleMetaphone(name)
      if !isSame { Issue.record("\(text(name))") }
    }
  }

  @Test func aShorterDoubleMetaphoneIsABeginningOfTheLonger() {
    for name in Self.shortNames {
      let long = Phonetics.doubleMetaphone(name, maxLength: 8)
      for length in 1...4 {
        let short = Phonetics.doubleMetaphone(name, maxLength: length)
        if short.primary != Array(long.primary.prefix(length))
          || short.alternate != Array(long.alternate.prefix(length))
        {
          Issue.record("\(text(name)) \(length)")
        }
      }
    }
  }

  @Test func noByteIsTooStrange() {
    let everything = Array(UInt8(0)...255)
    #expect(text(Phonetics.soundex(everything)) == "A123")
    #expect(Phonetics.matchRatingCodex(everything).count == 6)
    #expect(Phonetics.doubleMetaphone(everything).primary.count == 4)
    #expect(!Phonetics.nysiis(everything).isEmpty)
    #expect(!Phonetics.metaphone(everything).isEmpty)
  }

  @Test(arguments: [
    ("Ashcraft", "A261"), ("Tymczak", "T522"), ("Pfister", "P236"), ("O'Hara", "O600"),
    ("Lee", "L000"), ("Gutierrez", "G362"), ("", ""), ("'", ""),
  ])
  func soundexFollowsTheCensusRule(_ name: String, _ code: String) {
    #expect(text(Phonetics.soundex(Array(name.utf8))) == code)
  }

  @Test(arguments: [
    ("Worthy", "WARTY"), ("Brown", "BRAON"), ("Lewis", "LAE"), ("Fischer", "FASSAR"),
    ("Kitsch", "CATS"), ("MacArthur", "MCARTAR"), ("Knoko", "NAC"), ("Pfeister", "FASTAR"),
    ("K", "C"), ("", ""),
  ])
  func nysiisIsJellyfishs(_ name: String, _ code: String) {
    #expect(text(Phonetics.nysiis(Array(name.utf8))) == code)
  }

  @Test(arguments: [
    ("Xhot", "XHT"), ("Xnot", "SNT"), ("this is a difficult string", "0S IS A TFKLT STRNK"),
    ("Knight", "NT"), ("acceptingness", "AKSPTNKNS"), ("8 queens", "KNS"), ("", ""),
  ])
  func metaphoneIsJellyfishs(_ name: String, _ code: String) {
    #expect(text(Phonetics.metaphone(Array(name.utf8))) == code)
  }

  @Test(arguments: [
    ("Smith", "SM0", "XMT"), ("Schmidt", "XMT", "SMT"), ("Garcia", "KRS", "KRX"),
    ("Jose", "HS", "HS"), ("Cabrillo", "KPRL", "KPR"), ("Kuczewski", "KSSK", "KXFS"),
    ("Mac Caffrey", "MKFR", "MKFR"), (" Wright ", "RT", "RT"), ("", "", ""),
  ])
  func doubleMetaphoneGivesTwoSounds(_ name: String, _ primary: String, _ alternate: String) {
    let codes = Phonetics.doubleMetaphone(Array(name.utf8))
    #expect(text(codes.primary) == primary)
    #expect(text(codes.alternate) == alternate)
  }

  @Test(arguments: [
    ("Byrne", "BYRN"), ("Kathrynoglin", "KTHGLN"), ("Hernandez", "HRNNDZ"), ("Ed", "ED"),
    ("O'Brien", "OBRN"), ("", ""),
  ])
  func matchRatingKeepsSixLetters(_ name: String, _ codex: String) {
    #expect(text(Phonetics.matchRatingCodex(Array(name.utf8))) == codex)
  }
}
