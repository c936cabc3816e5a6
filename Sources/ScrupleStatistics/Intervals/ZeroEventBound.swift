#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What can be said of a rate when nothing was counted: never "0 %", always "0 of n, at most U".
public struct ZeroEventBound: Sendable, Equatable, Codable {
  /// How many independent units were looked at, 1 or more.
  public let total: Int
  /// The one-sided confidence level, in 0..<1.
  public let level: Double
  /// The exact upper bound, 1 - (1 - level)^(1/total).
  public let exact: Double
  /// The approximation -log(1 - level) / total, at 0.95 about three over the total; may exceed 1.
  public let ruleOfThree: Double

  /// Creates the bound; nil when nothing was looked at, because then there is no data.
  ///
  /// - Parameters:
  ///   - total: 0 or more.
  ///   - level: the one-sided confidence level, in 0..<1, open at 0.
  /// - Source: Clopper & Pearson 1934; Hanley & Lippman-Hand 1983; ISO/IEC 19795-1.
  public init?(total: Int, level: Double = 0.95) {
    precondition(total >= 0, "a total of \(total)")
    precondition(level > 0 && level < 1, "a level of \(level)")
    guard total > 0 else { return nil }
    self.total = total
    self.level = level
    ruleOfThree = BinomialInterval.ruleOfThree(total: total, level: level)
    exact = -expm1(log(1 - level) / Double(total))
  }
}

/// The rule of 30: how far off a rate with so many errors behind it may be.
///
/// Thirty errors give about 30 % either way at 90 % confidence, if the units are independent.
/// - Source: Doddington et al. 2000; ISO/IEC 19795-1.
public struct RuleOfThirty: Sendable, Equatable, Codable {
  /// How many errors were counted.
  public let errors: Int
  /// The least true mean over the observed count, by the exact Poisson interval; nil at 0 errors.
  public let lowerRatio: Double?
  /// The greatest true mean over the observed count; nil at 0 errors.
  public let upperRatio: Double?
  /// The half width of the normal approximation relative to the count, z / sqrt(errors).
  public let normalHalfWidth: Double?

  /// Creates the statement for a count of errors.
  ///
  /// - Parameters:
  ///   - errors: 0 or more.
  ///   - level: the two-sided confidence level of the rule.
  public init(errors: Int, level: Double = 0.9) {
    precondition(errors >= 0, "\(errors) errors")
    self.errors = errors
    guard errors > 0 else {
      (lowerRatio, upperRatio, normalHalfWidth) = (nil, nil, nil)
      return
    }
    let interval = PoissonInterval(count: errors, level: level)
    lowerRatio = interval.lower / Double(errors)
    upperRatio = interval.upper / Double(errors)
    normalHalfWidth = normalQuantile(level: level) / Double(errors).squareRoot()
  }

  /// Whether the rule is met: thirty errors or more.
  public var isMet: Bool { errors >= 30 }

  /// How many errors a relative half width needs under the normal approximation.
  ///
  /// - Parameters:
  ///   - halfWidth: relative, positive: 0.3 for the rule of 30.
  ///   - level: the two-sided confidence level.
  public static func errorsNeeded(halfWidth: Double, level: Double = 0.9) -> Int {
    precondition(halfWidth > 0, "a half width of \(halfWidth)")
    let ratio = normalQuantile(level: level) / halfWidth
    return Int((ratio * ratio).rounded(.up))
  }
}
