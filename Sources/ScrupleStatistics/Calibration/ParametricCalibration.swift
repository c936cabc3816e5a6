#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How the log-odds of scores would have to be stretched and shifted to fit the outcomes.
///
/// A slope below 1 means scores too extreme, an intercept below 0 scores too high. Calibrated
/// scores have slope 1 and intercept 0.
/// - Source: Cox 1958.
public struct CalibrationLine: Sendable, Equatable, Codable {
  /// The shift of the log-odds, fitted together with the slope.
  public let intercept: Double
  /// The stretch of the log-odds.
  public let slope: Double
  /// The shift alone, with the slope held at 1: calibration in the large on the log-odds scale.
  public let interceptAtSlopeOne: Double

  /// Fits the line.
  ///
  /// - Parameters:
  ///   - data: the scores and outcomes.
  ///   - margin: scores are kept this far from 0 and 1.
  /// - Throws: `StatisticsError.noFiniteFit` where outcomes are all alike, the scores separate
  ///   them, or all scores are one.
  public init(_ data: ScoredOutcomes, margin: Double = 1e-6) throws(StatisticsError) {
    let odds = data.scores.map { logOdds($0, margin: margin) }
    let targets = data.outcomes.map { $0 ? 1.0 : 0 }
    guard let line = LogisticFit(rows: odds.map { [1, $0] }, targets: targets),
      let shift = LogisticFit(rows: odds.map { _ in [1] }, targets: targets, offsets: odds)
    else { throw data.noFiniteFit }
    (intercept, slope) = (line.coefficients[0], line.coefficients[1])
    interceptAtSlopeOne = shift.coefficients[0]
  }
}

/// Platt's map of any score to a probability: 1 / (1 + exp(-(slope * score + intercept))).
///
/// The targets are (positives + 1) / (positives + 2) and 1 / (negatives + 2) instead of 1 and 0,
/// so that separated labels still give a finite slope.
/// - Source: Platt 1999.
public struct PlattCalibration: Sendable, Equatable, Codable {
  /// The factor of the score.
  public let slope: Double
  /// What is added.
  public let intercept: Double

  /// Fits the map.
  ///
  /// - Parameters:
  ///   - scores: any finite numbers, such as match weights in bits.
  ///   - outcomes: in the same order.
  /// - Throws: `StatisticsError.noFiniteFit` where all scores are one, or there are none.
  public init(scores: [Double], outcomes: [Bool]) throws(StatisticsError) {
    precondition(scores.count == outcomes.count, "\(scores.count) and \(outcomes.count)")
    let positives = outcomes.reduce(0) { $0 + ($1 ? 1 : 0) }
    let negatives = outcomes.count - positives
    let high = Double(positives + 1) / Double(positives + 2)
    let low = 1 / Double(negatives + 2)
    guard
      let fit = LogisticFit(
        rows: scores.map { [1, $0] }, targets: outcomes.map { $0 ? high : low })
    else { throw .noFiniteFit(positives: positives, negatives: negatives) }
    (intercept, slope) = (fit.coefficients[0], fit.coefficients[1])
  }

  /// The probability of a score.
  public func probability(of score: Double) -> Double { logistic(slope * score + intercept) }
}

/// The map with log-odds c + a log(p) - b log(1 - p) of a score p, where a and b are not negative.
///
/// It holds the identity (a = b = 1, c = 0) and bends of both kinds.
/// - Source: Kull, Silva Filho & Flach 2017.
public struct BetaCalibration: Sendable, Equatable, Codable {
  /// The factor of log(p), at least 0.
  public let a: Double
  /// The factor of -log(1 - p), at least 0.
  public let b: Double
  /// What is added.
  public let c: Double
  /// How far scores are kept from 0 and 1.
  public let margin: Double

  /// Fits the map; where a factor comes out negative it is held at 0 and the rest fitted again.
  ///
  /// - Throws: `StatisticsError.noFiniteFit` as for ``CalibrationLine``.
  public init(_ data: ScoredOutcomes, margin: Double = 1e-6) throws(StatisticsError) {
    self.margin = margin
    let kept = data.scores.map { min(max($0, margin), 1 - margin) }
    let targets = data.outcomes.map { $0 ? 1.0 : 0 }
    let fit = { (columns: (Double) -> [Double]) in
      LogisticFit(rows: kept.map { [1] + columns($0) }, targets: targets)?.coefficients
    }
    guard let whole = fit({ [log($0), -log1p(-$0)] }) else { throw data.noFiniteFit }
    if whole[1] >= 0 && whole[2] >= 0 {
      (c, a, b) = (whole[0], whole[1], whole[2])
      return
    }
    let keepsA = whole[1] >= whole[2]
    guard let part = fit({ [keepsA ? log($0) : -log1p(-$0)] }) else { throw data.noFiniteFit }
    // A falling map is no calibration: then the rate alone is left.
    if part[1] < 0 {
      guard let constant = fit({ _ in [] }) else { throw data.noFiniteFit }
      (c, a, b) = (constant[0], 0, 0)
    } else {
      (c, a, b) = (part[0], keepsA ? part[1] : 0, keepsA ? 0 : part[1])
    }
  }

  /// The calibrated probability of a score.
  public func probability(of score: Double) -> Double {
    let kept = min(max(score, margin), 1 - margin)
    return logistic(c + a * log(kept) - b * log1p(-kept))
  }
}

/// A probability carried over to a mix with another share of positives: its log-odds move by the
/// difference of the two shares' log-odds.
///
/// Right only if the scores' distributions among positives and among negatives stay the same.
/// - Parameters:
///   - probability: in 0...1.
///   - prevalence: the share it was fitted at, within 0...1 without the ends.
///   - newPrevalence: the share to carry it to, the same.
/// - Source: Saerens, Latinne & Decaestecker 2002.
public func shifted(
  probability: Double, from prevalence: Double, to newPrevalence: Double
) -> Double {
  precondition(prevalence > 0 && prevalence < 1, "a prevalence of \(prevalence)")
  precondition(newPrevalence > 0 && newPrevalence < 1, "a prevalence of \(newPrevalence)")
  let positive = probability * newPrevalence / prevalence
  let negative = (1 - probability) * (1 - newPrevalence) / (1 - prevalence)
  return positive / (positive + negative)
}

extension ScoredOutcomes {
  fileprivate var noFiniteFit: StatisticsError {
    .noFiniteFit(positives: positives, negatives: outcomes.count - positives)
  }
}
