import ScrupleAudit

/// The agreement patterns behind the most false links.
enum PatternSection {
  private static let title = "Worst patterns"

  static func make(_ input: ReportInput) -> PageSection {
    guard let patterns = input.audit.patterns else {
      return PageSection(
        "patterns", title,
        notMeasured: "the levels that the links reached are not known: they stand in links.csv of "
          + "a run, and 'scruple audit RUN' counts them")
    }
    guard !patterns.rows.isEmpty else {
      return PageSection("patterns", title) {
        paragraph { "No link was found to be false, so no pattern has one." }
      }
    }
    return PageSection("patterns", title) {
      paragraph {
        "A pattern says on which fields a pair agreed and on which it did not. "
        Figure.count(patterns.patternsWithFalseLinks, at: "patterns.patternsWithFalseLinks")
        " of "
        Figure.count(patterns.patterns, at: "patterns.patterns")
        " patterns have a false link; those with the most are below. They show what kind of "
        "evidence misleads this linkage, and nothing about any person."
      }
      table(patterns).markup
      input.examples.map { examples($0, patterns) }
    }
  }

  private static func table(_ patterns: WorstPatterns) -> PageTable {
    PageTable(
      caption: "Patterns with the most false links",
      columns: ["No.", "What agreed, and what did not", "False", "Of links", "Share", "Bits"],
      rows: patterns.rows.enumerated().map { place, row in
        let rate = PlacedRate(row.falseLinks, at: "falseLinks")
        return [
          HTMLText("\(place + 1)"), Fields(patterns.comparisons, row.levels).markup, rate.count,
          rate.total, HTMLText([rate.estimate, HTMLText(", "), rate.interval]),
          HTMLText([
            Figure.number(row.lowestWeight, decimals: 1, at: "lowestWeight"), HTMLText.to,
            Figure.number(row.highestWeight, decimals: 1, at: "highestWeight"),
          ]),
        ]
      }, words: [0, 1], places: patterns.rows.indices.map { "patterns.rows.\($0)" })
  }

  /// The comparisons of a pattern by what became of them.
  private struct Fields {
    private let parts: [(word: String, fields: String)]

    init(_ names: [String], _ levels: [String]) {
      let entries = zip(names, levels).map { name, level in
        (name: name.replacing("_", with: " "), level: level)
      }
      let plain = ["exact": "Agree", "all else": "Differ", "missing": "Missing", "": "Missing"]
      let partial = entries.filter { plain[$0.level] == nil }.map { "\($0.name) (\($0.level))" }
      parts = ["Agree", "In part", "Differ", "Missing"].compactMap { word in
        let fields =
          word == "In part" ? partial : entries.filter { plain[$0.level] == word }.map(\.name)
        return fields.isEmpty ? nil : (word, fields.joined(separator: ", "))
      }
    }

    var markup: HTMLText {
      element("span", ["class": "evidence"]) {
        for part in parts {
          element("strong") { part.word + ": " }
          part.fields + ". "
        }
      }
    }
  }

  // MARK: - Examples

  private static func examples(_ examples: PairExamples, _ patterns: WorstPatterns) -> HTMLText {
    HTMLText([
      element("h3") { "Example pairs" },
      paragraph("note") {
        examples.isFull
          ? "Values as they were compared. Each pair was linked, and is of two different people."
          : "Of each value only its shape: the first letter and how long it is, digits as 9. Each "
            + "pair was linked, and is of two different people."
      },
      HTMLText(
        distinct(examples.pairs).enumerated().map { place, pair in
          PageTable(
            caption: "Example \(place + 1), of pattern \(pair.pattern + 1), "
              + "\(NumberText.fixed(pair.weight, decimals: 1)) bits",
            columns: ["Field", "Left record", "Right record"],
            rows: pair.fields.map { field in
              [HTMLText(field.name), HTMLText(field.left), HTMLText(field.right)]
            }, words: [0, 1, 2]
          ).markup
        }),
    ])
  }

  /// The pairs without those that would look like an earlier one of their pattern, as several
  /// records of one person do.
  private static func distinct(_ pairs: [PairExamples.Pair]) -> [PairExamples.Pair] {
    var seen: Set<[String]> = []
    return pairs.filter { pair in
      seen.insert(["\(pair.pattern)"] + pair.fields.flatMap { [$0.name, $0.left, $0.right] })
        .inserted
    }
  }
}
