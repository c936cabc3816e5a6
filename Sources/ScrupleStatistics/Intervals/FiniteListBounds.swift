/// Exact one-sided bounds for how many of a finite list are marked, from a sample of it drawn
/// without replacement.
///
/// With the whole list looked at both bounds are the count itself; with nothing looked at they are
/// 0 and the whole list. Exchanging marked and unmarked mirrors the bounds.
/// - Source: the inversion of the hypergeometric tails (Buonaccorsi 1987).
public struct FiniteListBounds: Sendable, Equatable, Codable {
  /// How many units the list has.
  public let population: Int
  /// How many of them were looked at.
  public let sample: Int
  /// How many of those were marked.
  public let count: Int
  /// The confidence of each bound on its own, in 0..<1, open at 0.
  public let level: Double
  /// The least number of marked units that is not refuted.
  public let lower: Int
  /// The greatest number of marked units that is not refuted.
  public let upper: Int

  /// Creates both bounds, each at the one-sided level; an interval of both has twice the error.
  ///
  /// - Parameters:
  ///   - count: in 0...sample.
  ///   - sample: in 0...population.
  ///   - population: 0 or more.
  ///   - level: the one-sided confidence level, in 0..<1, open at 0.
  /// - Complexity: O(log(population) * sqrt(sample)).
  public init(count: Int, sample: Int, population: Int, level: Double = 0.95) {
    precondition(count >= 0 && count <= sample, "a count of \(count) in \(sample)")
    precondition(sample <= population, "\(sample) drawn of \(population)")
    precondition(level > 0 && level < 1, "a level of \(level)")
    self.population = population
    self.sample = sample
    self.count = count
    self.level = level
    upper = greatestMarked(count, sample, population, 1 - level)
    lower = population - greatestMarked(sample - count, sample, population, 1 - level)
  }

  /// The upper bound as a share of the list; nil for an empty list.
  public var upperShare: Double? { population > 0 ? Double(upper) / Double(population) : nil }

  /// The lower bound as a share of the list; nil for an empty list.
  public var lowerShare: Double? { population > 0 ? Double(lower) / Double(population) : nil }
}

/// The greatest D for which a count this small is likelier than the tail: P(X <= x | D) > tail.
private func greatestMarked(_ count: Int, _ sample: Int, _ population: Int, _ tail: Double) -> Int {
  // P falls as D grows; at D = count it is 1.
  var low = count
  var high = population - (sample - count) + 1
  while high - low > 1 {
    let middle = low + (high - low) / 2
    let below = HypergeometricDistribution(population: population, marked: middle, sample: sample)
      .probability(atMost: count)
    if below > tail { low = middle } else { high = middle }
  }
  return low
}
