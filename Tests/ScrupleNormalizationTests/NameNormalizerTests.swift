import Testing

@testable import ScrupleNormalization

@Suite struct NameNormalizerTests {
  let names: NameNormalizer
  init() throws { names = NameNormalizer(text: try TextNormalizer()) }

  @Test(arguments: [
    ("O'Brien", "obrien"), ("O’Brien", "obrien"), ("O Brien", "obrien"),
    ("Cruz-Lopez", "cruz lopez"),
    ("  GARCIA  ", "garcia"), ("de la Cruz", "de la cruz"), ("Mc Donald", "mcdonald"),
    ("McDonald", "mcdonald"), ("St. John", "st john"), ("Saint John", "st john"),
    ("Müller", "muller"), ("D'Auria", "dauria"), ("Smith Jr.", "smith"), ("Brown III", "brown"),
    ("Na", "na"), ("NA", "na"), ("Nan", "nan"), ("Null", "null"), ("Test", "test"),
    ("Junior", "junior"), ("Lord", "lord"), ("Smith, MD", "smith"),
    ("van der Hoek", "van der hoek"),
    ("Em1ly", "emly"), ("John:", "john"), ("|ames", "ames"), ("ron.ross", "ron ross"),
    ("\u{410}na", "ana"), ("Nguyễn", "nguyen"), ("Roth Ph.D.", "roth"),
  ])
  func surnamesNormalize(raw: String, expected: String) {
    let name = names.normalize(raw, field: .surname)
    #expect(String(decoding: name.text, as: UTF8.self) == expected)
    #expect(name.outcome == .valid)
  }

  @Test(arguments: [
    ("Dr. Ana", "ana"), ("Mary Ann", "mary ann"), ("J.P.", "j p"), ("Lady", "lady"),
    ("Lady Jane", "jane"), ("Robert \"Bob\"", "robert"), ("Junghoo (John)", "junghoo"),
    ("John & Mary", "john"), ("Al", "al"), ("Ben", "ben"),
    ("FNU Ahmad", "ahmad"),
  ])
  func givenNamesNormalize(raw: String, expected: String) {
    let name = names.normalize(raw, field: .given)
    #expect(String(decoding: name.text, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    "FNU", "fnu", "LNU", "Unknown", "UNK", "NMN", "No Name", "Baby", "Baby Boy", "BABYGIRL",
    "Infant",
    "DOE", "Doe", "xxx", "XX", "aaaa", "John Doe", "FNU LNU", "X",
  ])
  func standInsAreNeverNames(raw: String) {
    for field in [NameField.given, .surname] {
      let name = names.normalize(raw, field: field)
      #expect(
        name.outcome == .placeholder && name.text.isEmpty && name.flags.contains(.placeholder))
    }
  }

  @Test(arguments: [
    "", "  ", "-", "--", "?", ".", "N/A", "n/a", "NULL", "null", "none", "NaN", "\\N",
  ])
  func markersAreMissing(raw: String) {
    #expect(names.normalize(raw, field: .surname).outcome == .missing)
  }

  @Test(arguments: ["test", "Null", "Mr", "Husband"])
  func someStandInsCountOnlyAsGivenNames(raw: String) {
    #expect(!names.normalize(raw, field: .given).outcome.isUsable)
    #expect(names.normalize(raw, field: .surname).outcome == .valid)
  }

  @Test(arguments: [
    ("Smith Jr", "jr"), ("Smith, Sr.", "sr"), ("Smith 2nd", "ii"), ("Smith II", "ii"),
    ("Smith 3rd", "iii"), ("Smith IV", "iv"), ("Smith MD", ""), ("Smith Junior", "jr"),
  ])
  func suffixesAreSetAside(raw: String, expected: String) {
    let name = names.normalize(raw, field: .surname)
    #expect(String(decoding: name.suffix, as: UTF8.self) == expected)
    #expect(String(decoding: name.text, as: UTF8.self) == "smith")
  }

  @Test(arguments: [
    ("de la Cruz", "cruz"), ("van der Hoek", "hoek"), ("al-Rashid", "rashid"), ("Garcia", "garcia"),
    ("Garcia y Lopez", "garcia lopez"), ("bin Laden", "laden"), ("Maria Y", "maria y"),
    ("de la", "de la"),
  ])
  func particlesAreOptional(raw: String, expected: String) {
    let name = names.normalize(raw, field: .surname)
    #expect(String(decoding: name.withoutParticles, as: UTF8.self) == expected)
  }

  @Test func aMiddleCellOfASuffixIsASuffix() {
    let name = names.normalize("Jr.", field: .middle)
    #expect(name.text.isEmpty && name.suffix == Array("jr".utf8))
  }

  @Test func normalizingIsIdempotentAndBoundedOnRandomText() {
    var generator = SplitMix(state: 5)
    for _ in 0..<1_000 {
      let raw = generator.randomText()
      for field in NameField.allCases {
        let once = names.normalize(raw, field: field)
        #expect(once.text.count <= 256)
        guard once.outcome == .valid, once.text.isASCII else { continue }
        let again = names.normalize(String(decoding: once.text, as: UTF8.self), field: field)
        #expect(again.text == once.text || again.flags != once.flags, "\(raw)")
      }
    }
  }

  @Test func plainWordsTakeTheShortPathToTheSameName() {
    let words = """
      smith na nan x xx xxx doe baby jr sr ii lord mr de la van o mc st saint test lnu unk junior
      and und md esq baron earl y e al ben a bo
      """
    for word in words.split(whereSeparator: \.isWhitespace).map(String.init) {
      for field in NameField.allCases {
        let short = names.normalize(word, field: field)
        let long = names.normalize(word + " ~", field: field)
        #expect(short.text == long.text && short.outcome == long.outcome, "\(word) \(field)")
        #expect(short.withoutParticles == long.withoutParticles)
      }
    }
  }
}
