import ScrupleComparison
import ScrupleScoring

/// The thresholds that hold two error rates, and leave the fewest pairs undecided.
///
/// Patterns are ordered by weight. Links are taken from the top while P(link | non-match)
/// stays at or below mu, non-links from the bottom while P(non-link | match) stays at or
/// below lambda. The theory reaches both rates exactly by a coin toss at the pattern where
/// each is crossed; we toss no coins about people, so the boundary pattern stays possible
/// and the attained rates lie below the promised ones. They hold only as far as m, u and
/// independence do.
/// - Source: Fellegi & Sunter 1969, theorem 1.
public struct FellegiSunterRule: Sendable, Equatable {
  /// One end of the order of patterns.
  public struct Bound: Sendable, Equatable {
    /// The weight of the last group of patterns decided, in bits: pairs at least (upper) or
    /// at most (lower) as heavy are decided; infinite if none are.
    public let thresholdBits: Double
    /// The error rate attained without tossing coins.
    public let attainedRate: Double
    /// The patterns (equal in weight) where the rate would be crossed; empty if it never is.
    public let boundaryPatterns: [UInt64]
    /// The chance with which the theory would decide those patterns all the same.
    public let boundaryProbability: Double
  }

  /// The end of the links.
  public let upper: Bound
  /// The end of the non-links.
  public let lower: Bound

  /// Whether no pattern is decided both ways; the rates asked for are otherwise too lax.
  public var isAdmissible: Bool { upper.thresholdBits > lower.thresholdBits }

  /// Finds the thresholds for two error rates.
  ///
  /// - Parameters:
  ///   - patterns: every pattern with its probabilities, each column adding up to 1.
  ///   - falseMatchRate: mu, the greatest P(link | non-match), in 0...1.
  ///   - falseNonMatchRate: lambda, the greatest P(non-link | match), in 0...1.
  /// - Throws: `DecisionError.setting` or `.patternTable`.
  /// - Complexity: O(n log n).
  public init(
    patterns: [PatternProbability], falseMatchRate: Double, falseNonMatchRate: Double
  ) throws(DecisionError) {
    for (name, rate) in [
      ("falseMatchRate", falseMatchRate), ("falseNonMatchRate", falseNonMatchRate),
    ] where !(rate >= 0 && rate <= 1) {
      throw .setting(name: name, found: rate, expected: "0...1")
    }
    try Self.validate(patterns)
    let sorted = patterns.sorted {
      ($0.weight.bits, $1.pattern) > ($1.weight.bits, $0.pattern)
    }
    upper = Self.bound(
      of: sorted, rate: falseMatchRate, error: \.uProbability, none: .infinity)
    lower = Self.bound(
      of: sorted.reversed(), rate: falseNonMatchRate, error: \.mProbability, none: -.infinity)
  }

  private static func validate(_ patterns: [PatternProbability]) throws(DecisionError) {
    let areInRange = patterns.allSatisfy {
      $0.mProbability >= 0 && $0.uProbability >= 0 && $0.mProbability + $0.uProbability > 0
    }
    guard areInRange else {
      throw .patternTable(expected: "probabilities of at least 0, not both 0")
    }
    for sum in [
      patterns.reduce(0) { $0 + $1.mProbability }, patterns.reduce(0) { $0 + $1.uProbability },
    ] where !(abs(sum - 1) <= 1e-6) {
      throw .patternTable(expected: "probabilities that add up to 1, found \(sum)")
    }
  }

  private static func bound(
    of sorted: [PatternProbability], rate: Double,
    error: (PatternProbability) -> Double, none: Double
  ) -> Bound {
    var threshold = none
    var attained = 0.0
    var start = 0
    while start < sorted.count {
      let bits = sorted[start].weight.bits
      var end = start
      var mass = 0.0
      while end < sorted.count && sorted[end].weight.bits == bits {
        mass += error(sorted[end])
        end += 1
      }
      // Sums such as 0.001 + 0.001 + 0.009 may pass 0.011 by a rounding error.
      if attained + mass > rate * (1 + 1e-12) {
        return Bound(
          thresholdBits: threshold, attainedRate: attained,
          boundaryPatterns: sorted[start..<end].map(\.pattern),
          boundaryProbability: max(0, (rate - attained) / mass))
      }
      attained += mass
      threshold = bits
      start = end
    }
    return Bound(
      thresholdBits: threshold, attainedRate: attained, boundaryPatterns: [],
      boundaryProbability: 0)
  }
}

extension FellegiSunterRule {
  /// Most patterns that are listed from a model.
  public static let patternLimit = 1 << 20

  /// Lists every complete pattern of a model with its probabilities, ascending by level,
  /// the first comparison fastest. Patterns with missing levels are left out: how often
  /// values are missing is no part of the model.
  ///
  /// - Throws: `DecisionError.tooManyPatterns` above `patternLimit`.
  public static func patterns(
    of model: FellegiSunterModel
  ) throws(DecisionError) -> [PatternProbability] {
    let found = model.levelCounts.reduce(1.0) { $0 * Double($1) }
    if found > Double(patternLimit) {
      throw .tooManyPatterns(found: found, limit: patternLimit)
    }
    let layout = PatternLayout(levelCounts: model.levelCounts)
    var levels = model.levelCounts.map { _ in 1 }
    var result: [PatternProbability] = []
    for _ in 0..<Int(found) {
      result.append(probability(of: levels, layout, model))
      for comparison in levels.indices {
        levels[comparison] += 1
        if levels[comparison] <= model.levelCounts[comparison] { break }
        levels[comparison] = 1
      }
    }
    return result
  }

  private static func probability(
    of levels: [Int], _ layout: PatternLayout, _ model: FellegiSunterModel
  ) -> PatternProbability {
    var m = 1.0
    var u = 1.0
    for (comparison, level) in zip(model.comparisons, levels) {
      m *= comparison.levels[level - 1].mProbability
      u *= comparison.levels[level - 1].uProbability
    }
    if !model.nonMatchClasses.isEmpty {
      u = 0
      for entry in model.nonMatchClasses {
        var product = entry.share
        for (values, level) in zip(entry.uProbabilities, levels) {
          product *= values[level - 1]
        }
        u += product
      }
    }
    return PatternProbability(
      pattern: layout.pattern(levels: levels), mProbability: m, uProbability: u)
  }
}
