import Foundation
import ScrupleAudit
import Testing

@testable import ScrupleReports

@Suite struct PageTests {
  @Test func equalInputsGiveEqualBytes() throws {
    let pages = try (0..<3).map { _ in ReportPage(try MadeUpAudit.input()) }
    #expect(pages[0].html == pages[1].html && pages[1].html == pages[2].html)
    #expect(pages[0].charts.map(\.content) == pages[1].charts.map(\.content))
  }

  @Test func thePageIsAsItWas() throws {
    let html = ReportPage(try MadeUpAudit.input()).html
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/report.html")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try html.write(to: file, atomically: true, encoding: .utf8)
    }
    // By lines, so that a difference is one line and not a page.
    let expected = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    for (line, old) in zip(html.components(separatedBy: "\n"), expected) where line != old {
      Issue.record("Golden/report.html differs; RECORD_SNAPSHOTS=1 writes it again")
      return
    }
    #expect(html.components(separatedBy: "\n").count == expected.count)
  }

  @Test(arguments: [true, false])
  func everyFigureIsThatOfTheAudit(hasFlags: Bool) throws {
    let input = try MadeUpAudit.input(hasFlags: hasFlags)
    let json = try JSONDecoder().decode(Node.self, from: JSONEncoder().encode(input.audit))
    let html = ReportPage(input).html
    let figures = html.components(separatedBy: "<data value=\"").dropFirst().map { piece in
      piece.components(separatedBy: "\"").prefix(3)
    }
    #expect(figures.count > (hasFlags ? 200 : 100))
    for figure in figures {
      let path = figure[figure.startIndex + 2]
      #expect(Self.number(at: path, in: json) == Double(figure[figure.startIndex]), "\(path)")
    }
  }

  @Test func anUnmeasuredPartSaysWhy() throws {
    let html = ReportPage(try MadeUpAudit.input(hasFlags: false)).html
    #expect(html.contains("the audit was given links, not flags"))
    #expect(html.contains("no audit-only column was given"))
  }

  @Test func nothingIsLoadedFromAnywhere() throws {
    let html = ReportPage(try MadeUpAudit.input()).html
    #expect(html.contains("default-src &#39;none&#39;"))
    #expect(Markup.values(of: "src", in: html).isEmpty)
    #expect(Markup.values(of: "style", in: html).isEmpty)
    #expect(Markup.values(of: "href", in: html).allSatisfy { $0.hasPrefix("#") })
    #expect(!html.contains("url(") && !html.contains("@import"))
  }

  private static func number(at path: String, in json: Node) -> Double? {
    var place = json
    for key in path.split(separator: ".") {
      switch place {
      case .list(let list):
        guard let index = Int(key), list.indices.contains(index) else { return nil }
        place = list[index]
      case .object(let entries):
        guard let value = entries[String(key)] else { return nil }
        place = value
      case .number, .other: return nil
      }
    }
    if case .number(let number) = place { return number }
    return nil
  }

  /// Any JSON value. `JSONSerialization` does not serve: it reads some numbers a last bit wrong.
  private enum Node: Decodable {
    case number(Double)
    case list([Node])
    case object([String: Node])
    case other

    init(from decoder: any Decoder) throws {
      if let entries = try? decoder.container(keyedBy: AnyKey.self) {
        var object: [String: Node] = [:]
        for key in entries.allKeys {
          object[key.stringValue] = try entries.decode(Node.self, forKey: key)
        }
        self = .object(object)
      } else if var items = try? decoder.unkeyedContainer() {
        var list: [Node] = []
        while !items.isAtEnd { list.append(try items.decode(Node.self)) }
        self = .list(list)
      } else {
        let number = try? decoder.singleValueContainer().decode(Double.self)
        self = number.map { .number($0) } ?? .other
      }
    }
  }

  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
