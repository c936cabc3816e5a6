#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many independent labels a test needs that passes with at most so many errors.
///
/// The smallest n with P(X <= k | n, p) <= 1 - level. A plan with k = 0 is short and fails too
/// often: a system three times better than asked passes only 37 % of the time at 95 %; five or
/// more allowed errors are wise.
public struct AcceptancePlan: Sendable, Equatable, Codable {
  /// The rate to be ruled out, in 0..<1, open at 0.
  public let rate: Double
  /// The confidence level of the promise.
  public let level: Double
  /// How many errors may occur.
  public let allowedErrors: Int
  /// How many independent units must be labelled.
  public let units: Int

  /// Plans a test.
  ///
  /// - Parameters:
  ///   - rate: to be ruled out, in 0..<1, open at 0.
  ///   - level: in 0..<1, open at 0.
  ///   - allowedErrors: 0 or more.
  /// - Complexity: O(log(units)) tails.
  public init(rulingOut rate: Double, level: Double = 0.95, allowedErrors: Int = 0) {
    precondition(rate > 0 && rate < 1, "a rate of \(rate)")
    precondition(level > 0 && level < 1, "a level of \(level)")
    precondition(allowedErrors >= 0, "\(allowedErrors) errors")
    self.rate = rate
    self.level = level
    self.allowedErrors = allowedErrors
    units = smallestCount(from: allowedErrors + 1) { count in
      BinomialDistribution(trials: count, probability: rate).probability(atMost: allowedErrors)
        <= 1 - level
    }
  }

  /// The probability of at most the allowed errors if the true rate is this.
  public func passProbability(trueRate: Double) -> Double {
    BinomialDistribution(trials: units, probability: trueRate).probability(atMost: allowedErrors)
  }

  /// The units needed where they come in clusters: times the design effect, rounded up.
  ///
  /// - Parameter designEffect: 1 or more, from a ``ClusteredRate``.
  public func units(designEffect: Double) -> Int {
    precondition(designEffect >= 1, "a design effect of \(designEffect)")
    return Int((Double(units) * designEffect - 1e-9).rounded(.up))
  }
}

/// The smallest count from a start on at which a condition holds that stays true once it is.
///
/// - Complexity: O(log(result)) calls.
func smallestCount(from start: Int, where holds: (Int) -> Bool) -> Int {
  var low = start - 1
  var step = 1
  while !holds(low + step) {
    low += step
    step *= 2
  }
  var high = low + step
  while high - low > 1 {
    let middle = low + (high - low) / 2
    if holds(middle) { high = middle } else { low = middle }
  }
  return high
}
