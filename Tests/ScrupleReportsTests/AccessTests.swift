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
    let figures = try page().components(separatedBy: "<figure").dropFirst().map {
      $0.components(separatedBy: "</figure>")[0]
    }
    #expect(figures.count >= 7)
    for figure in figures {
      #expect(figure.contains("<figcaption>") && figure.contains("role=\"img\""))
      for tag in ["title", "desc"] {
        let text = figure.components(separatedBy: "<\(tag) ").last?.components(separatedBy: ">")
        #expect((text?[1].count ?? 0) > 10, "\(tag)")
      }
      #expect(figure.contains("<table>") || figure.contains("href=\"#threshold-table\""))
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

  @Test func wordsStandOutFromTheirBackground() throws {
    let style = "\(PageStyle.text)"
    let blocks = style.components(separatedBy: ":root {").dropFirst().map {
      $0.components(separatedBy: "}")[0]
    }
    #expect(blocks.count == 3)
    for block in blocks {
      for back in ["paper", "card", "tint", "mark"] {
        for words in ["ink", "soft", "accent"] {
          let ratio = Self.contrast(try Self.color(words, block), try Self.color(back, block))
          #expect(ratio >= 4.5, "\(words) on \(back): \(ratio)")
        }
      }
      for mark in ["bad", "miss", "for", "against"] {
        #expect(Self.contrast(try Self.color(mark, block), try Self.color("card", block)) >= 3)
      }
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
