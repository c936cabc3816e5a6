/// A rate corrected for labels that are sometimes wrong.
///
/// - Source: Rogan & Gladen 1978: (x/n + specificity - 1) / (sensitivity + specificity - 1).
public struct RoganGladenEstimate: Sendable, Equatable, Codable {
  /// What the correction says.
  public enum Outcome: Sendable, Equatable, Codable {
    /// The corrected rate, in 0...1.
    case rate(Double)
    /// The labels mark as often, or less, than they would if nothing were there: the rate is
    /// below the noise of the labels, which is not the same as 0.
    case belowNoiseOfLabels
    /// The labels mark more often than they would if everything were there.
    case aboveReachOfLabels
    /// Nothing was labelled.
    case noData
  }

  /// The marked share as it stands; nil without labels.
  public let apparent: Double?
  /// The corrected value before it is cut to 0...1, possibly outside; nil without labels.
  public let raw: Double?
  /// The standard error of the corrected value if sensitivity and specificity are known exactly;
  /// nil without labels.
  public let standardError: Double?
  /// What the correction says.
  public let outcome: Outcome

  /// Corrects a count.
  ///
  /// - Parameters:
  ///   - count: how many were marked, in 0...total.
  ///   - total: how many were labelled.
  ///   - sensitivity: the share of true cases that the labels mark, in 0...1.
  ///   - specificity: the share of other cases that they do not mark; with the sensitivity it
  ///     adds to more than 1, or the labels say nothing.
  public init(count: Int, total: Int, sensitivity: Double, specificity: Double) {
    precondition(count >= 0 && count <= total, "a count of \(count) in \(total)")
    let share = total > 0 ? Double(count) / Double(total) : nil
    self.init(
      share: share,
      standardError: share.map { ($0 * (1 - $0) / Double(total)).squareRoot() } ?? 0,
      sensitivity: sensitivity, specificity: specificity)
  }

  /// Corrects a share that was estimated otherwise, such as over strata.
  ///
  /// - Parameters:
  ///   - share: in 0...1; nil without labels.
  ///   - error: the standard error of the share, 0 or more.
  public init(
    share: Double?, standardError error: Double, sensitivity: Double, specificity: Double
  ) {
    let power = sensitivity + specificity - 1
    precondition(power > 0, "sensitivity \(sensitivity), specificity \(specificity)")
    guard let share else {
      (apparent, raw, standardError, outcome) = (nil, nil, nil, .noData)
      return
    }
    precondition(share >= 0 && share <= 1, "a share of \(share)")
    let corrected = (share - (1 - specificity)) / power
    apparent = share
    raw = corrected
    standardError = error / power
    if corrected <= 0 && specificity < 1 {
      outcome = .belowNoiseOfLabels
    } else if corrected > 1 {
      outcome = .aboveReachOfLabels
    } else {
      outcome = .rate(corrected)
    }
  }

  /// The corrected value cut to 0...1; nil without labels.
  public var truncated: Double? { raw.map { min(max($0, 0), 1) } }
}

/// What a rate can be when some labels are "unsure": every unsure one an error, or none.
///
/// - Source: Manski 1989, worst-case bounds for missing outcomes.
public struct UnsureBounds: Sendable, Equatable, Codable {
  /// The rate if no unsure label is an error; 0 without labels.
  public let lowest: Double
  /// The rate if every unsure label is an error; 1 without labels.
  public let highest: Double
  /// The lower exact limit of the lowest rate.
  public let lowerLimit: Double
  /// The upper exact limit of the highest rate.
  public let upperLimit: Double
  /// False when nothing was labelled.
  public let hasLabels: Bool

  /// Computes the bounds.
  ///
  /// - Parameters:
  ///   - errors: how many labels are errors for sure.
  ///   - unsure: how many are unsure.
  ///   - total: how many labels there are, those unsure included.
  ///   - level: the two-sided level of the exact limits; it holds for the whole range.
  public init(errors: Int, unsure: Int, total: Int, level: Double = 0.95) {
    precondition(errors >= 0 && unsure >= 0 && errors + unsure <= total, "\(errors), \(unsure)")
    hasLabels = total > 0
    lowest = total > 0 ? Double(errors) / Double(total) : 0
    highest = total > 0 ? Double(errors + unsure) / Double(total) : 1
    lowerLimit = BinomialInterval(count: errors, total: total, level: level).lower
    upperLimit = BinomialInterval(count: errors + unsure, total: total, level: level).upper
  }
}
