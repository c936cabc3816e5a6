import ScrupleStatistics

/// How far two reviewers agree who did not see each other's answers.
public struct ReviewerFigures: Sendable, Codable, Equatable {
  /// Rows that both answered, controls included.
  public let items: Int
  /// The rows by the first reviewer's answer (rows) and the second's: yes, no, unsure.
  public let table: [[Int]]
  /// The share of rows on which they gave the same answer.
  public let agreement: Rate
  /// Cohen's kappa; nil where one answer takes all.
  @NullEncoded public private(set) var kappa: Double?
  @NullEncoded public private(set) var kappaLower: Double?
  @NullEncoded public private(set) var kappaUpper: Double?
  /// Krippendorff's alpha; nil where all answers are alike.
  @NullEncoded public private(set) var alpha: Double?
  /// Gwet's AC1, which does not fall where one answer is rare.
  @NullEncoded public private(set) var gwetAC1: Double?

  /// Counts the rows that both answered; nil without any.
  init?(_ rows: some Sequence<LabelledRow>, level: Double) {
    var table = [[Int]](repeating: [0, 0, 0], count: 3)
    var items: [[Int]] = []
    for row in rows {
      let given = row.reviewers.compactMap { $0?.rawValue }
      guard given.count == 2 else { continue }
      table[given[0]][given[1]] += 1
      items.append(given)
    }
    guard !items.isEmpty else { return nil }
    let figures = ReviewerAgreement(table: table)
    self.items = items.count
    self.table = table
    agreement = Rate(
      "reviewerAgreement", of: .labels, count: table.indices.reduce(0) { $0 + table[$1][$1] },
      total: items.count, level: level, independent: .pairs)
    kappa = figures.kappa
    kappaLower = figures.kappaInterval(level: level)?.lowerBound
    kappaUpper = figures.kappaInterval(level: level)?.upperBound
    alpha = KrippendorffAlpha(items: items).coefficient
    gwetAC1 = figures.gwetCoefficient
  }
}

/// How reviewers did on rows whose answer was known before.
public struct ControlFigures: Sendable, Codable, Equatable {
  /// The share of known "yes" that counted as "yes"; unsure answers count as missed.
  public let sensitivity: Rate
  /// The share of known "no" that counted as "no".
  public let specificity: Rate

  /// Counts the controls that were reached; nil without any.
  init?(_ rows: some Sequence<LabelledRow>, level: Double) {
    var counts = [LabelAnswer: (right: Int, all: Int)]()
    for row in rows {
      guard let known = row.known else { continue }
      counts[known, default: (0, 0)].all += 1
      if row.final == known { counts[known, default: (0, 0)].right += 1 }
    }
    guard !counts.isEmpty else { return nil }
    func rate(_ name: String, _ answer: LabelAnswer) -> Rate {
      let count = counts[answer] ?? (0, 0)
      return Rate(
        name, of: .labels, count: count.right, total: count.all, level: level, independent: .pairs)
    }
    sensitivity = rate("labelSensitivity", .yes)
    specificity = rate("labelSpecificity", .no)
  }
}

/// A share of errors corrected for wrong labels.
public struct NoiseCorrection: Sendable, Codable, Equatable {
  /// What the correction says.
  public enum Outcome: String, Sendable, Codable {
    case corrected
    case belowNoiseOfLabels
    case aboveReachOfLabels
  }

  /// The share of matches, or of citizens, that the labels find.
  public let sensitivity: Double
  /// The share of the others that the labels leave alone.
  public let specificity: Double
  /// Where both come from.
  public let source: String
  /// The share of errors as labelled.
  public let apparent: Double
  /// The corrected share, cut to 0...1; nil below the noise or above the reach of the labels.
  @NullEncoded public private(set) var corrected: Double?
  public let outcome: Outcome

  /// Corrects a share of errors; nil where the labels say nothing.
  ///
  /// - Parameters:
  ///   - errorsAreYes: whether an error is a row answered "yes", as a citizen among flags is.
  init?(
    _ apparent: Double?, errorsAreYes: Bool, sensitivity: Double, specificity: Double,
    source: String
  ) {
    guard let apparent, sensitivity + specificity > 1 else { return nil }
    let estimate = RoganGladenEstimate(
      share: apparent, standardError: 0, sensitivity: errorsAreYes ? sensitivity : specificity,
      specificity: errorsAreYes ? specificity : sensitivity)
    self.sensitivity = sensitivity
    self.specificity = specificity
    self.source = source
    self.apparent = apparent
    switch estimate.outcome {
    case .rate(let rate): (corrected, outcome) = (rate, .corrected)
    case .aboveReachOfLabels: (corrected, outcome) = (nil, .aboveReachOfLabels)
    case .belowNoiseOfLabels, .noData: (corrected, outcome) = (nil, .belowNoiseOfLabels)
    }
  }
}
