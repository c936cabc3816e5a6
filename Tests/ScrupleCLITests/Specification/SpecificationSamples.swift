import Scruple
import ScrupleBlocking
import ScrupleComparison
import ScrupleNormalization

/// Specifications for the tests.
enum SpecificationSamples {
  /// A specification that uses every part of the format.
  static var full: LinkageSpecification {
    var specification = LinkageSpecification(
      left: SourceSpecification(
        mapping: SourceMapping(
          columns: [
            ColumnMapping(column: "rec_id", role: .id),
            ColumnMapping(column: "last name", role: .surname, separator: "|"),
            ColumnMapping(column: "first", role: .givenName),
            ColumnMapping(column: "dob", role: .birthDate),
            ColumnMapping(column: "A#", role: .aNumber),
            ColumnMapping(column: "dl", role: .identifier, label: "driver-license"),
            ColumnMapping(column: "race", role: .auditOnly),
          ], dateOrder: .mdy), idColumn: "rec_id", delimiter: "\t",
        encoding: "windows-1252"),
      right: SourceSpecification(
        mapping: SourceMapping(columns: [
          ColumnMapping(column: "zuname", role: .surname),
          ColumnMapping(column: "vorname", role: .givenName),
          ColumnMapping(column: "geb", role: .birthDate),
        ])))
    specification.blocking = BlockingSpecification(
      rules: [
        BlockingRule(BlockingKey(.soundex, "surname"), BlockingKey(.year, "birth-date")),
        BlockingRule(BlockingKey(.sortedTokens, "given-name", "surname")),
        BlockingRule(BlockingKey(.value, "driver-license")),
      ], pairBudget: 5_000_000, maximumBlockPairs: 20_000)
    specification.comparisons = [
      ComparisonRule(
        "given-name",
        levels: [.exact, .jaroWinkler(atLeast: 0.92), .swapped(with: "surname"), .initial],
        usesTermFrequency: true),
      ComparisonRule(
        "surname", levels: [.exact, .levenshtein(atMost: 1), .soundsLike],
        missingWhenSwappedWith: "given-name"),
      ComparisonRule(
        "born", fields: ["birth-date"], levels: [.exact, .dayMonthSwap, .withinDays(31)]),
    ]
    specification.scoring.randomPairCount = 100_000
    specification.decision.linkProbability = 0.99
    specification.decision.linkWeight = 12.5
    specification.decision.possibleWeight = -3
    specification.decision.ambiguityMargin = 1.5
    specification.decision.assignment = .optimal
    return specification
  }

  /// A text with the least that is needed, and more lines after it.
  static func minimal(_ more: String = "") -> String {
    """
    [left.columns]
    last = "surname"
    dob = "birth-date"
    race = "audit-only"

    [right.columns]
    last = "surname"
    dob = "birth-date"

    \(more)
    """
  }
}
