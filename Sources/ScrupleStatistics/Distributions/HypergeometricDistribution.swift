/// The hypergeometric distribution: how many marked units a sample without replacement holds.
///
/// Masses come from the saddle-point form of the binomial, so that populations of 1e12 lose
/// nothing to differences of log-factorials.
package struct HypergeometricDistribution: Sendable {
  private let population: Int
  private let marked: Int
  private let sample: Int

  /// Creates the distribution of the marked units in a sample.
  ///
  /// - Parameters:
  ///   - population: how many units there are.
  ///   - marked: how many of them are marked, in 0...population.
  ///   - sample: how many are drawn, in 0...population.
  package init(population: Int, marked: Int, sample: Int) {
    precondition(marked >= 0 && marked <= population, "\(marked) marked of \(population)")
    precondition(sample >= 0 && sample <= population, "\(sample) drawn of \(population)")
    self.population = population
    self.marked = marked
    self.sample = sample
  }

  /// The counts that can occur.
  package var support: ClosedRange<Int> {
    max(0, sample - (population - marked))...min(sample, marked)
  }

  /// The probability of exactly a count; 0 outside the support.
  ///
  /// - Source: Loader 2000: C(R, x) C(B, n-x) / C(N, n) as binomial masses at p = n/N.
  package func probability(of count: Int) -> Double {
    guard support.contains(count) else { return 0 }
    if sample == 0 || sample == population { return 1 }
    let p = Double(sample) / Double(population)
    let q = Double(population - sample) / Double(population)
    return binomialMass(count, marked, p, q)
      * binomialMass(sample - count, population - marked, p, q)
      / binomialMass(sample, population, p, q)
  }

  /// The probability of at most a count.
  ///
  /// - Complexity: O(standard deviation), since terms too small to matter end the sum.
  package func probability(atMost count: Int) -> Double {
    if count < support.lowerBound { return 0 }
    if count >= support.upperBound { return 1 }
    return isLeftOfMean(count) ? sumDown(from: count) : 1 - sumUp(from: count + 1)
  }

  /// The probability of at least a count.
  ///
  /// - Complexity: O(standard deviation).
  package func probability(atLeast count: Int) -> Double {
    if count <= support.lowerBound { return 1 }
    if count > support.upperBound { return 0 }
    return isLeftOfMean(count - 1) ? 1 - sumDown(from: count - 1) : sumUp(from: count)
  }

  private func isLeftOfMean(_ count: Int) -> Bool {
    Double(count) * Double(population) <= Double(sample) * Double(marked)
  }

  private func sumDown(from count: Int) -> Double {
    var term = 1.0
    var sum = 1.0
    var x = count
    while x > support.lowerBound && term > sum * 0x1p-55 {
      let up = Double(x) * Double(population - marked - sample + x)
      term *= up / (Double(marked - x + 1) * Double(sample - x + 1))
      sum += term
      x -= 1
    }
    return probability(of: count) * sum
  }

  private func sumUp(from count: Int) -> Double {
    var term = 1.0
    var sum = 1.0
    var x = count
    while x < support.upperBound && term > sum * 0x1p-55 {
      let down = Double(x + 1) * Double(population - marked - sample + x + 1)
      term *= Double(marked - x) * Double(sample - x) / down
      sum += term
      x += 1
    }
    return probability(of: count) * sum
  }
}
