import Foundation
import ScrupleCorpus
import Testing

@Suite struct NameWritingTests {
  private let torre = TrueName(
    given: ["José"], particle: "de la", surname: "Torre", secondSurname: "Muñoz", suffix: "Jr")

  @Test(arguments: [
    (NameStyle(), "DE LA TORRE MUNOZ JR, JOSE"),
    (NameStyle(letters: .plain), "de la Torre Munoz Jr, Jose"),
    (NameStyle(letters: .marked, suffix: .dropped), "de la Torre Muñoz, José"),
    (NameStyle(doubleSurname: .firstOnly), "DE LA TORRE JR, JOSE"),
    (NameStyle(doubleSurname: .secondAsLast), "MUNOZ JR, JOSE DE LA TORRE"),
    (NameStyle(doubleSurname: .hyphenated, particle: .joined), "DELATORRE-MUNOZ JR, JOSE"),
    (NameStyle(particle: .behindGivenName), "TORRE MUNOZ JR, JOSE DE LA"),
    (NameStyle(particle: .dropped, suffix: .dropped), "TORRE MUNOZ, JOSE"),
  ])
  func stylesWriteSpanishNames(style: NameStyle, expected: String) {
    #expect(NameWriting.written(torre, as: style).column() == expected)
  }

  @Test func singleNamesGetAPlaceholder() {
    let single = TrueName(given: ["Suresh"], surname: "")
    let columns = NameStyle.SingleName.allCases.map {
      NameWriting.written(single, as: NameStyle(singleName: $0)).column()
    }
    #expect(columns == ["SURESH, FNU", "LNU, SURESH", "SURESH, SURESH"])
  }

  @Test func familyFirstNamesAreFlippedOnRequest() {
    let name = TrueName(
      given: ["Hùng"], middle: ["Văn"], surname: "Nguyễn", order: .familyFirst)
    #expect(NameWriting.written(name, as: NameStyle()).column() == "NGUYEN, HUNG VAN")
    #expect(
      NameWriting.written(name, as: NameStyle(middle: .initial, flipsFamilyFirst: true)).column()
        == "HUNG, NGUYEN V")
  }

  @Test func columnsAreCutAtTheLimit() {
    let name = WrittenName(last: "FERNANDEZ DE CORDOBA", first: "GUADALUPE", middle: "ELENA")
    #expect(name.column(limit: 30) == "FERNANDEZ DE CORDOBA, GUADALUP")
    #expect(name.column(limit: 21) == "FERNANDEZ DE CORDOBA")
    #expect(name.column(limit: 99) == name.column())
  }

  @Test func plainLettersHaveNoMarks() {
    #expect(
      PlainLetters.plain("García Nguyễn Đặng Trương Vũ Ñuño Łukasz ß")
        == "Garcia Nguyen Dang Truong Vu Nuno Lukasz ss")
    for value in 0xC0..<0x180 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(value), value != 0xD7, value != 0xF7 else { continue }
      #expect(
        PlainLetters.plain(String(scalar)).utf8.allSatisfy { $0 < 0x80 && $0 | 0x20 >= 97 },
        "\(scalar)")
    }
    for value in 0x1EA0..<0x1EFA as Range<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first
      #expect(PlainLetters.plain(String(scalar)).unicodeScalars.first == base, "\(scalar)")
    }
  }
}
