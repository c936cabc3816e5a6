import Testing

@testable import ScrupleNormalization

@Suite struct PlaceTests {
  let text: TextNormalizer
  init() throws { text = try TextNormalizer() }

  @Test(arguments: [
    ("Male", "m"), ("M", "m"), ("f", "f"), ("Female", "f"), ("hombre", "m"), ("Mujer", "f"),
    ("Varón", "m"), ("weiblich", "f"), ("männlich", "m"), ("1", "m"), ("2", "f"), ("W", "f"),
    ("U", ""), ("unknown", ""), ("X", ""), ("0", ""), ("", ""), ("banana", ""),
    ("male2227949966", ""),
  ])
  func sexIsOneByteOrNone(raw: String, expected: String) {
    let sex = SexNormalizer(text: text).normalize(raw)
    #expect(sex.text == expected)
    #expect(sex.outcome.isUsable == !expected.isEmpty)
  }

  @Test(arguments: [
    ("60601", "60601", ValueOutcome.valid), ("60601-1234", "60601", .valid),
    ("606011234", "60601", .valid),
    ("00000", "00000", .placeholder), ("SW1A 1AA", "sw1a1aa", .valid),
    ("de21 6rs", "de216rs", .valid),
    ("2287", "2287", .valid), ("K1A 0B1", "k1a0b1", .valid), ("", "", .missing),
    ("0000o", "0000o", .valid),
    ("99999", "99999", .placeholder),
  ])
  func postcodesNormalize(raw: String, expected: String, outcome: ValueOutcome) {
    let code = PostcodeNormalizer(text: text).normalize(raw)
    #expect(code.text == expected && code.outcome == outcome)
  }

  @Test func outwardHalvesAreOffered() {
    #expect(
      PostcodeNormalizer.outward(of: Array("sw1a1aa".utf8)).map(Array.init) == Array("sw1a".utf8))
    #expect(
      PostcodeNormalizer.outward(of: Array("n135pp".utf8)).map(Array.init) == Array("n13".utf8))
    #expect(PostcodeNormalizer.outward(of: Array("60601".utf8)) == nil)
  }

  @Test(arguments: [
    ("Illinois", "il"), ("IL", "il"), ("New  York", "ny"), ("N.Y.", "ny"), ("nsw", "nsw"),
    ("Nuevo León", "nuevo leon"), ("District of Columbia", "dc"), ("D.C.", "dc"), ("unknown", ""),
  ])
  func statesBecomeCodes(raw: String, expected: String) {
    #expect(StateNormalizer(text: text).normalize(raw).text == expected)
  }

  @Test(arguments: [
    ("St. Paul", "st paul"), ("Saint Paul", "st paul"), ("Mount Evelyn", "mt evelyn"),
    ("Mount", "mount"),
    ("Fort Worth", "ft worth"), ("Coeur d'Alene", "coeur dalene"), ("king's lynn", "kings lynn"),
    ("reigate | banstead", "reigate banstead"), ("gdańsk", "gdansk"),
    ("Stoke-on-Trent", "stoke on trent"),
  ])
  func placesNormalize(raw: String, expected: String) {
    #expect(PlaceNormalizer(text: text).normalize(raw).text == expected)
  }

  @Test(arguments: [
    ("INDIANAPOLIS, IN", "indianapolis", "in"), ("Saint Paul, Minnesota", "st paul", "mn"),
    ("Georgia", "", "ga"), ("Monterrey, Nuevo León", "monterrey", "nuevo leon"),
    ("Springfield", "springfield", ""),
  ])
  func birthPlacesSplit(raw: String, place: String, region: String) {
    let split = PlaceNormalizer(text: text).splitRegion(raw)
    #expect(split.place.text == place && split.region.text == region)
  }

  @Test(arguments: [
    ("4000 NW Skycrest Parkway", "4000|nw skycrest pkwy||"),
    ("nw skycrest pkwy", "|nw skycrest pkwy||"),
    ("123 Main Street, Apt 5, Springfield, IL", "123|main st|5|springfield il"),
    ("123 Main St Apt # 301", "123|main st|301|"), ("Apt 5, 123 Main St", "123|main st|5|"),
    ("12-14 St Kilda Road", "12-14|st kilda rd||"), ("PO Box 123", "123|po box||"),
    ("P.O. Box 0123, Boise", "0123|po box||boise"), ("10th St", "|10th st||"),
    ("n 10th st", "|n 10th st||"),
    ("12a cowper street", "12a|cowper st||"), ("west farwell avenue", "|w farwell ave||"),
    ("moreland avenue southeast", "|moreland ave se||"), ("broadway", "|broadway||"), ("", "|||"),
    ("rose ave", "|rose ave||"), ("197 street", "|197 st||"),
    ("flat rock dr", "|flat rock dr||"), ("5 grove road", "5|grove rd||"), ("no st", "|no st||"),
    ("19 avenue n", "|19 ave n||"), ("flat 3 12 main st", "12|main st|3|"),
    ("saint kilda rd", "|st kilda rd||"),
    ("nicholson crescent", "|nicholson cres||"),
    ("120 elm st basement", "120|elm st|basement|"), ("a'beckett street", "|abeckett st||"),
  ])
  func addressesSplit(raw: String, expected: String) {
    let parts = AddressNormalizer(text: text).parse(raw)
    let joined = [parts.number, parts.street, parts.unit, parts.rest]
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|")
    #expect(joined == expected)
  }

  @Test(arguments: [
    ("apt # 301", "301"), ("unit d13", "d13"), ("APARTMENT 1g", "1g"), ("# 9", "9"),
    ("basement", "basement"),
    ("apt number 109", "109"), ("lot a 43", "a 43"), ("", ""),
  ])
  func unitsLoseTheirDesignators(raw: String, expected: String) {
    #expect(AddressNormalizer(text: text).unit(raw).text == expected)
  }

  @Test func freeTextBecomesWords() {
    let free = FreeTextNormalizer(text: text)
    #expect(free.normalize("Art-collector & (Judge)").text == "art collector judge")
    #expect(free.normalizeHouseNumber("0012 A").text == "12a")
    #expect(free.normalizeHouseNumber("11").text == "11")
  }

  @Test func everythingIsIdempotentOnItsOwnOutputAndNeverCrashes() {
    var generator = SplitMix(state: 41)
    let postcodes = PostcodeNormalizer(text: text)
    let states = StateNormalizer(text: text)
    let places = PlaceNormalizer(text: text)
    let free = FreeTextNormalizer(text: text)
    let addresses = AddressNormalizer(text: text)
    let sexes = SexNormalizer(text: text)
    let normalizers: [(String) -> NormalizedValue] = [
      { postcodes.normalize($0) }, { states.normalize($0) }, { places.normalize($0) },
      { free.normalize($0) }, { free.normalizeHouseNumber($0) }, { sexes.normalize($0) },
      { NormalizedValue(bytes: addresses.parse($0).street, outcome: .valid) },
    ]
    for _ in 0..<800 {
      let raw = generator.randomText()
      for (index, normalize) in normalizers.enumerated() {
        let once = normalize(raw)
        #expect(once.bytes.count <= 256)
        guard once.outcome.isUsable, once.bytes.isASCII, index < 6 else { continue }
        #expect(
          normalize(once.text).bytes == once.bytes, "\(index) \(raw.unicodeScalars.map(\.value))")
      }
    }
  }
}
