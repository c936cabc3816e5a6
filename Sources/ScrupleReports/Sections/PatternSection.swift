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
      columns: [
        "No.", "False links", "Of links", "Share", "95 % interval", "Bits", "Agrees", "In part",
        "Differs", "Missing",
      ],
      rows: patterns.rows.enumerated().map { place, row in
        let rate = PlacedRate(row.falseLinks, at: "falseLinks")
        let fields = Fields(patterns.comparisons, row.levels)
        return [
          HTMLText("\(place + 1)"), rate.count, rate.total, rate.estimate, rate.interval,
          HTMLText([
            Figure.number(row.lowestWeight, decimals: 1, at: "lowestWeight"), HTMLText(" to "),
            Figure.number(row.highestWeight, decimals: 1, at: "highestWeight"),
          ]), HTMLText(fields.agreeing), HTMLText(fields.partial), HTMLText(fields.differing),
          HTMLText(fields.missing),
        ]
      }, words: [0, 6, 7, 8, 9], places: patterns.rows.indices.map { "patterns.rows.\($0)" })
  }

  /// The comparisons of a pattern by what became of them.
  private struct Fields {
    let agreeing: String
    let partial: String
    let differing: String
    let missing: String

    init(_ names: [String], _ levels: [String]) {
      func fields(where isIncluded: (String) -> Bool) -> String {
        let chosen = zip(names, levels).filter { isIncluded($0.1) }.map(\.0)
        return chosen.isEmpty ? "–" : chosen.map(Self.words).joined(separator: ", ")
      }
      agreeing = fields { $0 == "exact" }
      differing = fields { $0 == "all else" }
      missing = fields { $0 == "missing" || $0.isEmpty }
      let part = zip(names, levels).filter {
        !["exact", "all else", "missing", ""].contains($0.1)
      }
      partial =
        part.isEmpty
        ? "–" : part.map { "\(Self.words($0.0)): \($0.1)" }.joined(separator: ", ")
    }

    private static func words(_ name: String) -> String { name.replacing("_", with: " ") }
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
        examples.pairs.enumerated().map { place, pair in
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
}
