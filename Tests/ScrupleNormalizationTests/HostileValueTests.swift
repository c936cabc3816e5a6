import Testing

@testable import ScrupleNormalization

/// The values of the `edge_*` files, as literals.
@Suite struct HostileValueTests {
  let text: TextNormalizer
  init() throws { text = try TextNormalizer() }

  @Test(arguments: [
    "=HYPERLINK(\"http://x\",\"y\")", "+1+1", "@SUM(A1)", "-2+3", "\tx", "\rx",
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\u{1B}[31mred",
    "\u{1B}]0;t\u{7}", "../../etc/passwd", "A\u{202E}na", "Gar\u{2066}cia", "A\u{200B}na",
    "Gar\u{AD}cia\u{FEFF}", "\u{410}na", "Garci\u{430}", "Jose\u{301}", "\u{FDFA}\u{FDFA}",
    "\u{661}\u{669}\u{668}\u{660}-02-03", String(repeating: "\u{301}", count: 10_000),
    String(repeating: "'", count: 300), String(repeating: "( ", count: 200),
    String(repeating: "a '", count: 100), String(repeating: ",", count: 300), "''", "()", "\"\"",
    "\"r. wilkins\"", "(john)", "& & &", "and", "o", "mc", "1st", "2nd", ",", "jr", "jr jr", "- jr",
    "de la", "y", "\u{1F600}", "\u{0}",
  ])
  func noValueBreaksANormalizer(raw: String) {
    for field in NameField.allCases {
      let name = NameNormalizer(text: text).normalize(raw, field: field)
      #expect(name.outcome == .valid ? !name.text.isEmpty : name.text.isEmpty)
      #expect(name.text.allSatisfy { $0 == 0x20 || $0.isFoldedLetter })
    }
    for order in NameOrder.allCases {
      for style in SurnameStyle.allCases {
        let parts = FullName(text: text, surnameStyle: style).split(raw, order: order)
        #expect((parts.given.isEmpty && parts.surname.isEmpty) == (parts.outcome != .valid))
      }
    }
    _ = DateParser(text: text).parse(raw)
    _ = AddressNormalizer(text: text).parse(raw)
    _ = AddressNormalizer(text: text).unit(raw)
    for kind in IdentifierKind.allCases {
      _ = IdentifierNormalizer(text: text).normalize(raw, kind: kind)
    }
  }

  @Test func randomTextNeverBreaksAFullName() {
    var generator = SplitMix(state: 77)
    let words = [
      "de", "la", "y", "van", "john", "o", "jr", ",", "and", "mr", "2nd", "baron", "of",
      "maria", "angeles", "\"x\"", "(y)", "fnu", "e", "'z'", "-", "st",
    ]
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...7, using: &generator)
      let raw = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
        .joined(separator: " ")
      for order in NameOrder.allCases {
        for style in SurnameStyle.allCases {
          let parts = FullName(text: text, surnameStyle: style).split(raw, order: order)
          let isEmpty = parts.given.isEmpty && parts.surname.isEmpty
          #expect(isEmpty == (parts.outcome != .valid), "\(raw)")
        }
      }
    }
  }
}
