import Foundation
import Testing

@testable import ScrupleReports

/// What a screen reader, a keyboard and a weak eye need.
@Suite struct AccessTests {
  private func page() throws -> String { ReportPage(try MadeUpAudit.input()).html }

  @Test func headingsGoDownOneStepAtATime() throws {
    let levels = Markup.tags(try page()).filter { $0.count == 2 && $0.first == "h" && $0 != "hr" }
      .compactMap { Int($0.dropFirst()) }
    #expect(levels.first == 1)
    #expect(levels.filter { $0 == 1 }.count == 1)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
  }

  @Test func everyIdIsUniqueAndEveryReferenceLeadsToOne() throws {
    let html = try page()
    let ids = Markup.values(of: "id", in: html)
    #expect(Set(ids).count == ids.count)
    for name in ["aria-labelledby", "aria-describedby", "for"] {
      for value in Markup.values(of: name, in: html).flatMap({ $0.split(separator: " ") }) {
        #expect(ids.contains(String(value)), "\(name)=\(value)")
      }
    }
    for anchor in Markup.values(of: "href", in: html) {
      #expect(ids.contains(String(anchor.dropFirst())), "\(anchor)")
    }
  }

  @Test func everyChartHasATitleADescriptionAndATable() throws {
    let page = try page()
    let figures = page.components(separatedBy: "<figure").dropFirst().map {
      $0.components(separatedBy: "</figure>")[0]
    }
    #expect(figures.count >= 7)
    for figure in figures {
      #expect(figure.contains("<figcaption>") && figure.contains("role=\"img\""))
      for tag in ["title", "desc"] {
        let text = figure.components(separatedBy: "<\(tag) ").last?.components(separatedBy: ">")
        #expect((text?[1].count ?? 0) > 10, "\(tag)")
      }
      let anchor = Markup.values(of: "href", in: figure).first?.dropFirst()
      #expect(
        figure.contains("<table>") || anchor.map { page.contains("<table id=\"\($0)\"") } ?? false)
    }
  }

  @Test func everyTableHasACaptionAndHeadings() throws {
    let tables = try page().components(separatedBy: "<table").dropFirst()
    #expect(tables.count > 10)
    for table in tables {
      #expect(table.contains("<caption>"))
      #expect(table.contains("scope=\"col\"") && table.contains("scope=\"row\""))
    }
  }

  // MARK: - Contrast

  /// Colors of words, and grounds on which they stand, by the names of the style sheet.
  private static let words = ["ink", "soft", "accent"]
  private static let grounds = ["paper", "card", "tint", "mark"]
  /// Shaded grounds of charts: what lies on what, and how densely.
  private static let shades: [(over: [(name: String, share: Double)], on: String)] = [
    ([("accent", 0.14)], "card"), ([("mark", 0.55)], "card"),
    ([("mark", 0.55), ("accent", 0.08)], "card"),
  ]

  /// The three sets of colors: light, dark and paper.
  private static let palettes = "\(PageStyle.text)".components(separatedBy: ":root {").dropFirst()
    .map { $0.components(separatedBy: "}")[0] }

  @Test func wordsStandOutFromEveryGround() throws {
    #expect(Self.palettes.count == 3)
    for palette in Self.palettes {
      let color = { (name: String) in try Self.color(name, palette) }
      var backs = try Self.grounds.map { ($0, try color($0)) }
      for shade in Self.shades {
        let blend = try shade.over.reduce(color(shade.on)) { ground, layer in
          zip(try color(layer.name), ground).map { $0 * layer.share + $1 * (1 - layer.share) }
        }
        backs.append((shade.over.map(\.name).joined(separator: " and "), blend))
      }
      for (name, back) in backs {
        for word in Self.words {
          let ratio = Self.contrast(try color(word), back)
          #expect(ratio >= 4.5, "\(word) on \(name): \(ratio)")
        }
      }
      // The banner turns the colors around.
      #expect(Self.contrast(try color("paper"), try color("bad")) >= 4.5)
      for mark in ["accent", "bad", "miss", "for", "against", "soft"] {
        #expect(Self.contrast(try color(mark), try color("card")) >= 3, "\(mark)")
      }
    }
  }

  /// So that a new color of words, or a new ground, has to be put into the test above.
  @Test func noOtherColorIsUsedForWordsOrGrounds() throws {
    let style = "\(PageStyle.text)"
    let rules = style.components(separatedBy: "}")
    for rule in rules {
      let parts = rule.components(separatedBy: "{")
      guard parts.count > 1, let body = parts.last, !body.contains("--paper:") else { continue }
      let selector = parts[parts.count - 2]
      for name in Self.names(after: "color: var(--", in: body) where name.isOwnProperty {
        #expect(Self.words.contains(name.color) || selector.contains(".banner"), "\(selector)")
      }
      if selector.contains("svg text") || selector.contains("svg .") {
        for name in Self.names(after: "fill: var(--", in: body) {
          #expect(Self.words.contains(name.color), "\(selector)")
        }
      }
      for name in Self.names(after: "background: var(--", in: body) {
        let isGap = selector.contains(".cards") && name.color == "rule"
        let isBanner = selector.contains(".banner") && name.color == "bad"
        #expect(Self.grounds.contains(name.color) || isGap || isBanner, "\(selector)")
      }
    }
    for (kind, opacity) in [(".band {", ".14"), (".band.faint {", ".08"), (".beyond {", ".55")] {
      let body = style.components(separatedBy: kind).dropFirst().first?
        .components(separatedBy: "}")[0]
      #expect(body?.contains("opacity: \(opacity)") ?? false, "\(kind)")
    }
  }

  /// Names of colors after a text, and whether the text is no end of a longer property's name.
  private static func names(
    after text: String, in body: String
  ) -> [(color: String, isOwnProperty: Bool)] {
    let pieces = body.components(separatedBy: text)
    return zip(pieces, pieces.dropFirst()).map { before, after in
      (String(after.prefix { $0 != ")" }), !before.hasSuffix("-"))
    }
  }

  private static func color(_ name: String, _ block: String) throws -> [Double] {
    let text = try #require(block.components(separatedBy: "--\(name): #").dropFirst().first)
    let digits = text.prefix { $0.isHexDigit }.map(String.init)
    let pairs =
      digits.count == 3
      ? digits.map { $0 + $0 } : stride(from: 0, to: 6, by: 2).map { digits[$0] + digits[$0 + 1] }
    return try pairs.map { Double(try #require(Int($0, radix: 16))) / 255 }
  }

  /// The ratio of WCAG 2.2, "contrast ratio".
  private static func contrast(_ one: [Double], _ other: [Double]) -> Double {
    let lights = [one, other].map { color in
      let linear = color.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }.sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }
}
