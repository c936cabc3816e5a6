import Foundation
import Testing

@testable import ScrupleReports

@Suite struct EscapingTests {
  static let attempts = [
    "<script>alert(1)</script>", "\"\"><img src=x onerror=alert(1)>", "</title></script>",
    "javascript:alert(1)", "' onload='alert(1)", "</style><svg onload=alert(1)>", "<!--", "]]>",
    "&lt;b&gt;", "`x`", "\u{202E}gpj", "\u{0}\u{1B}[31m", "</desc></svg><iframe>",
  ]

  @Test func noScalarBelowALatinLetterOpensAnElementOrAnAttribute() {
    for value in UInt32(0)...0x2FF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let escaped = HTMLText.escaped("a\(scalar)b")
      #expect(!escaped.contains { "<>\"'`".contains($0) }, "scalar \(value)")
      #expect(!escaped.unicodeScalars.contains { $0.value == 0 || $0.value == 0x1B })
    }
  }

  @Test(arguments: attempts)
  func anAttemptAddsNoElementToThePage(attempt: String) throws {
    let plain = ReportPage(try MadeUpAudit.input()).html
    let hostile = ReportPage(try MadeUpAudit.input(text: attempt)).html
    #expect(Markup.tags(hostile) == Markup.tags(plain))
    for name in ["href", "src", "onload", "onerror", "style"] {
      #expect(Markup.values(of: name, in: hostile) == Markup.values(of: name, in: plain))
    }
  }

  @Test(arguments: attempts)
  func anAttemptStaysTextInAChartFile(attempt: String) throws {
    for chart in ReportPage(try MadeUpAudit.input(text: attempt)).charts {
      _ = try JSONSerialization.jsonObject(with: Data(chart.content.utf8))
      #expect(!chart.content.contains("<"))
    }
  }

  @Test func base64IsThatOfTheStandard() {
    let vectors = [
      "": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "fooba": "Zm9vYmE=",
      "foobar": "Zm9vYmFy",
    ]
    for (text, expected) in vectors {
      #expect(ContentPolicy.base64(Array(text.utf8)) == expected)
    }
  }
}
