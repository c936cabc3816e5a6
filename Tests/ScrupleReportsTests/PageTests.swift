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

  @Test(arguments: ["demo", "with flags", "without"])
  func everyFigureIsThatOfTheAudit(kind: String) throws {
    let input =
      try kind == "demo" ? DemoAudit.input() : MadeUpAudit.input(hasFlags: kind == "with flags")
    let html = ReportPage(input).html
    let figures = Markup.figures(html)
    #expect(figures.count > (kind == "demo" ? 1500 : kind == "with flags" ? 200 : 100))
    #expect(figures.count == html.components(separatedBy: "<data ").count - 1)
    try Self.expect(figures, areIn: JSONEncoder().encode(input.audit))
  }

  private static func expect(
    _ figures: [(path: String, value: String)], areIn audit: Data
  ) throws {
    let json = try JSONDecoder().decode(Node.self, from: audit)
    for (path, value) in figures {
      #expect(number(at: path, in: json) == Double(value), "\(path)")
    }
  }

  /// An audit has no more figures for a million bookings than for the twenty thousand of the demo.
  @Test func aPageTakesLessThanASecond() throws {
    let begun = Self.threadSeconds
    #expect(ReportPage(try DemoAudit.input()).html.count > 200_000)
    let taken = Self.threadSeconds - begun
    #expect(taken < 1, "\(taken) s, reading the audit included")
  }

  /// Processor time of this thread, which others that run beside it do not add to.
  private static var threadSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Labels and decoys alone, without a truth.
  @Test(arguments: [true, false], [true, false])
  func aPartialAuditHasAPageOfItsOwn(hasLabels: Bool, hasDecoys: Bool) throws {
    var audit = PartialAudit()
    audit.labelSample = hasLabels ? MadeUpAudit.labels() : nil
    audit.decoys = hasDecoys ? MadeUpAudit.decoys : nil
    let html = ReportPage(audit, notice: "Not evidence.", auditDigest: "0f").html
    try Self.expect(Markup.figures(html), areIn: JSONEncoder().encode(audit))
    #expect(html.contains("A sample, labelled by reviewers") == hasLabels)
    #expect(html.contains("<h3>Decoys</h3>") == hasDecoys)
    #expect(html.contains("Not measured") == (!hasLabels && !hasDecoys))
    #expect(html.contains("class=\"lead\"") == (hasLabels || hasDecoys))
  }

  /// Every group stands beside the one that fares best.
  @Test func groupsStandBesideTheOneThatFaresBest() throws {
    let paths = Markup.figures(ReportPage(try DemoAudit.input()).html).map(\.path)
    #expect(paths.count { $0.contains("besideBestOff") } > 50)
  }

  @Test func anUnmeasuredPartSaysWhy() throws {
    let html = ReportPage(try MadeUpAudit.input(hasFlags: false)).html
    #expect(html.contains("the audit was given links, not flags"))
    #expect(html.contains("no audit-only column was given"))
  }

  @Test func aPageHoldsValuesOnlyWhereExamplesAreGiven() throws {
    var input = try MadeUpAudit.input()
    let value = "Zzyzx"
    #expect(!ReportPage(input).html.contains("class=\"banner\""))
    input.examples = PairExamples(
      isFull: true, pairs: [.init(pattern: 0, weight: 1, fields: [("surname", value, value)])])
    let full = ReportPage(input).html
    #expect(full.contains(value) && full.contains("class=\"banner\""))
    input.examples = nil
    #expect(!ReportPage(input).html.contains("Example pairs"))
  }

  @Test func aMaskTellsNoValue() {
    let names = ["Ng", "Le", "Garcia", "Martin", "Wolfeschlegel", "Papadopoulos"]
    for (one, other) in zip(names, names.dropFirst()) {
      #expect(!PairExamples.masked(one).contains(one.dropFirst(2)) || one.count < 3)
      #expect(PairExamples.masked(one) != PairExamples.masked(other) || one.first == other.first)
    }
    #expect(PairExamples.masked("Garcia") == PairExamples.masked("Gomez"))
    #expect(PairExamples.masked("1970-01-31") == "9999-99-99")
    #expect(PairExamples.masked("A012 345") == "A999 999")
  }

  /// An audit of a version that knew less: its page says what was not measured.
  @Test func anOlderAuditIsRenderedToo() throws {
    var input = try MadeUpAudit.input()
    let whole = try JSONSerialization.jsonObject(with: JSONEncoder().encode(input.audit))
    var entries = try #require(whole as? [String: Any])
    for key in ["growth", "county", "patterns", "subgroups"] { entries[key] = nil }
    input.audit = try JSONDecoder().decode(
      AuditReport.self, from: JSONSerialization.data(withJSONObject: entries))
    let html = ReportPage(input).html
    for id in ["growth", "patterns", "subgroups"] {
      let section = try #require(html.components(separatedBy: "<section id=\"\(id)\"").last)
      #expect(section.components(separatedBy: "</section>")[0].contains("Not measured"), "\(id)")
    }
  }

  @Test func aProjectionIsMarkedAsOutsideTheData() throws {
    let audit = try MadeUpAudit.report()
    let chart = try #require(GrowthChart(audit.growth).chart)
    #expect(chart.drawing.markup.contains("projected: outside the data"))
    #expect(chart.description.contains("outside the data"))
    let measured = try MadeUpAudit.report(projection: nil)
    let plain = try #require(GrowthChart(measured.growth).chart)
    #expect(!plain.drawing.markup.contains("beyond"))
  }

  /// For `Tools/check-charts`, which renders them.
  @Test(.enabled(if: Self.chartFolder != nil, "SCRUPLE_CHARTS_DIR names no folder"))
  func theChartsAreWrittenToBeRendered() throws {
    let folder = URL(fileURLWithPath: try #require(Self.chartFolder))
    for chart in ReportPage(try MadeUpAudit.input()).charts {
      try chart.content.write(
        to: folder.appendingPathComponent(chart.name), atomically: true, encoding: .utf8)
    }
  }

  private static let chartFolder = ProcessInfo.processInfo.environment["SCRUPLE_CHARTS_DIR"]

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
