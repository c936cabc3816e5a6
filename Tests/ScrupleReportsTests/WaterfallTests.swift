import Foundation
import Testing

@testable import ScrupleReports

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct WaterfallTests {
  static func waterfall(_ text: String = "surname") -> Waterfall {
    Waterfall(
      title: "Why this pair is \(text)", remarks: ["A remark of \(text)."],
      steps: [
        .init(name: "prior", detail: "1 in 4,000", bits: -11.97),
        .init(name: text, detail: "exact", bits: 12.4),
        .init(name: "", detail: "a rare value", bits: 3.1),
        .init(name: "birth date", detail: "all else", bits: -7.25),
        .init(name: "competition", detail: "rivals", bits: -0.004),
      ], linkBits: 0, possibleBits: -6.63)
  }

  @Test func theStepsAddUp() {
    let running = Self.waterfall().running
    #expect(running.count == 5)
    #expect(abs((running.last ?? 0) - (-11.97 + 12.4 + 3.1 - 7.25 - 0.004)) < 1e-9)
    #expect(Self.waterfall().reach.contains(0) && Self.waterfall().reach.contains(-6.63))
  }

  @Test(arguments: EscapingTests.attempts)
  func theDrawingIsWellFormedAndNoAttemptAddsAnElement(attempt: String) {
    let plain = Self.waterfall().svg
    let hostile = Self.waterfall(attempt).svg
    let reader = ElementReader()
    let parser = XMLParser(data: Data(hostile.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.elements.filter { $0 != "text" } == Markup.tags(plain).filter(Self.isDrawn))
  }

  @Test func theDrawingHasATitleADescriptionAndNeedsNothing() {
    let svg = Self.waterfall().svg
    #expect(svg.contains("<title id=\"title\">") && svg.contains("<desc id=\"desc\">"))
    #expect(svg.contains("prefers-color-scheme: dark"))
    #expect(!svg.contains("href") && !svg.contains("url(") && !svg.contains("<script"))
  }

  private static func isDrawn(_ tag: String) -> Bool { !tag.hasPrefix("/") && tag != "text" }

  private final class ElementReader: NSObject, XMLParserDelegate {
    var elements: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) {
      elements.append(elementName)
    }
  }
}
