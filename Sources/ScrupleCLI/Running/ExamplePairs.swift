import Scruple
import ScrupleAudit
import ScrupleExecution
import ScrupleReports

/// False links of the worst patterns, with the values that were compared.
enum ExamplePairs {
  /// Pairs of each pattern.
  private static let perPattern = 2
  /// Patterns that have examples.
  private static let patterns = 5

  /// Reads the run's files again and picks pairs.
  ///
  /// - Parameters:
  ///   - worst: the patterns of the audit.
  ///   - audit: what names the run and its truth.
  static func make(
    of worst: WorstPatterns, by audit: AuditCommand, isFull: Bool
  ) throws -> PairExamples {
    let subject = try AuditSubject(
      folder: RunFolder(path: audit.folder ?? ""), audit,
      Parallelism(threadCount: audit.threads))
    guard let prepared = subject.context.prepared, let given = subject.input.patterns else {
      return PairExamples(isFull: isFull, pairs: [])
    }
    var pairs: [PairExamples.Pair] = []
    for (place, row) in worst.rows.prefix(patterns).enumerated() {
      let chosen = zip(subject.input.links, given.ofLinks).filter { link, pattern in
        link.decision == .link && given.levels[Int(pattern)] == row.levels
          && subject.input.truth.verdict(left: link.left, right: link.right) == .nonMatch
      }.map(\.0).sorted {
        ($1.weight, $0.left, $0.right) < ($0.weight, $1.left, $1.right)
      }
      pairs += chosen.prefix(perPattern).map { link in
        PairExamples.Pair(
          pattern: place, weight: link.weight, fields: fields(of: link, prepared, isFull))
      }
    }
    return PairExamples(isFull: isFull, pairs: pairs)
  }

  private static func fields(
    of link: ScoredLink, _ prepared: PreparedLinkage, _ isFull: Bool
  ) -> [(name: String, left: String, right: String)] {
    var names: [String] = []
    for field in prepared.comparisons.rules.flatMap(\.fields) where !names.contains(field) {
      names.append(field)
    }
    return names.compactMap { name in
      PairExplanation.values(
        of: name, left: Int(link.left), right: Int(link.right), in: prepared.records
      ).map { values in
        (name: name, left: shown(values.left, isFull), right: shown(values.right, isFull))
      }
    }
  }

  private static func shown(_ values: [String], _ isFull: Bool) -> String {
    if values.isEmpty { return "(missing)" }
    return values.map { isFull ? $0 : PairExamples.masked($0) }.joined(separator: " | ")
  }
}
