import Glibc

/// What was observed of one rate, what the recipe leads one to expect, and what
/// chance may do.
struct RateCount: Sendable, Equatable {
  /// Trials, or clusters of a sum.
  private(set) var trials = 0
  private(set) var observed = 0
  private(set) var expected = 0.0
  /// The variance of a sum; not kept for single trials.
  private(set) var variance = 0.0
  /// The largest distance of a cluster of a sum from what was expected of it.
  private(set) var largest = 0.0
  private(set) var isSum = false

  /// Counts a trial of a probability.
  mutating func count(_ isTaken: Bool, at probability: Double) {
    trials += 1
    observed += isTaken ? 1 : 0
    expected += probability
  }

  /// Counts trials that have been counted elsewhere.
  init(trials: Int = 0, observed: Int = 0, expected: Double = 0) {
    self.trials = trials
    self.observed = observed
    self.expected = expected
  }

  /// Adds a cluster, independent of the others, of which a sum is expected.
  mutating func add(_ sum: Int, expected mean: Double, variance: Double) {
    isSum = true
    trials += 1
    observed += sum
    expected += mean
    self.variance += variance
    largest = max(largest, (Double(sum) - mean).magnitude)
  }

  mutating func add(_ other: RateCount) {
    trials += other.trials
    observed += other.observed
    expected += other.expected
    variance += other.variance
    largest = max(largest, other.largest)
    isSum = isSum || other.isSum
  }

  /// Compares a sum with another total, of which `error` is the standard error.
  mutating func expect(_ total: Double, error: Double) {
    expected = total
    variance += error * error
  }

  /// True where chance explains the distance but with a probability of e^-evidence,
  /// on either side.
  ///
  /// Trials: n D(x/n ‖ p), with p the mean probability, is at most the evidence; this
  /// bounds the binomial tail and that of trials with different probabilities
  /// (Hoeffding 1963, theorem 1). Sums: Bernstein's inequality (Boucheron, Lugosi &
  /// Massart 2013, 2.10), the largest cluster seen taken for the bound.
  func isPlausible(evidence: Double) -> Bool {
    guard trials > 0 else { return observed == 0 }
    let distance = (Double(observed) - expected).magnitude
    guard isSum else {
      return Self.divergence(Double(observed), of: Double(trials), expected: expected) <= evidence
    }
    let jump = max(1, largest) * evidence / 3
    return distance <= jump + (jump * jump + 2 * variance * evidence).squareRoot()
  }

  /// n D(x/n ‖ m/n) in nats; infinite where the mean allows no such count.
  static func divergence(_ count: Double, of trials: Double, expected: Double) -> Double {
    func part(_ seen: Double, _ mean: Double) -> Double {
      if seen == 0 { return 0 }
      // A sum of probabilities of 1 need not be whole to the last bit.
      return mean <= trials * 1e-12 ? .infinity : seen * log(seen / mean)
    }
    return part(count, expected) + part(trials - count, trials - expected)
  }
}
