import ScrupleComparison

/// The bits of every level of every comparison, ready for scoring.
///
/// With one class of non-matches the weight of a pattern is the sum of its levels'
/// bits, always added in the order of the comparisons, so that equal patterns get equal
/// weights to the bit. With several classes it is
/// log2 P(pattern | match) - log2 sum over k of share(k) P(pattern | class k),
/// which is not a sum over comparisons; `bits` then holds each comparison's weight when
/// looked at alone. A missing level contributes nothing in both cases.
public struct WeightTable: Sendable, Equatable {
  /// How levels lie in a pattern.
  public let layout: PatternLayout

  /// Bits of each comparison's levels; index 0 is the missing level with 0 bits.
  public let bits: [[Double]]

  /// log2 m per comparison and level, and log2 u per class, comparison and level; used
  /// only with several classes.
  private let matchBits: [[Double]]
  private let classBits: [[[Double]]]
  private let classShareBits: [Double]

  /// Tables the weights of a model.
  ///
  /// - Throws: `ScoringError.invalidModel` if the model has faults (or needs more than
  ///   64 bits per pattern, which is a precondition).
  public init(_ model: FellegiSunterModel) throws(ScoringError) {
    try model.validate()
    layout = PatternLayout(levelCounts: model.levelCounts)
    bits = model.comparisons.map { comparison in
      [0] + comparison.levels.map(\.weight.bits)
    }
    matchBits = model.comparisons.map { Self.logarithms($0.levels.map(\.mProbability)) }
    classBits = model.nonMatchClasses.map { $0.uProbabilities.map(Self.logarithms) }
    classShareBits = model.nonMatchClasses.map {
      ElementaryFunctions.binaryLogarithm($0.share)
    }
  }

  /// Whether non-matches are a mixture, so that a weight is not the sum of its parts.
  public var hasNonMatchClasses: Bool { !classBits.isEmpty }

  /// Returns the match weight of a pattern in bits, without the prior.
  ///
  /// - Complexity: O(comparisons x classes).
  public func weight(of pattern: UInt64) -> Double {
    if classBits.isEmpty { return sum(of: bits, in: pattern) }
    return sum(of: matchBits, in: pattern) - nonMatchBits(of: pattern)
  }

  /// Returns the log2 likelihood ratio of a pattern: the same number as `weight(of:)`,
  /// under the name that holds for mixtures too.
  public func logLikelihoodRatio(of pattern: UInt64) -> Double { weight(of: pattern) }

  /// Returns the match weights of many patterns, in their order.
  public func weights(of patterns: [UInt64]) -> [Double] {
    patterns.map { weight(of: $0) }
  }

  private func nonMatchBits(of pattern: UInt64) -> Double {
    var terms: [Double] = []
    terms.reserveCapacity(classBits.count)
    for (table, share) in zip(classBits, classShareBits) {
      terms.append(share + sum(of: table, in: pattern))
    }
    // The largest term is taken out first, so that the powers of 2 cannot all vanish.
    var largest = -Double.infinity
    for term in terms { largest = max(largest, term) }
    var total = 0.0
    for term in terms { total += ElementaryFunctions.binaryExponential(term - largest) }
    return largest + ElementaryFunctions.binaryLogarithm(total)
  }

  private func sum(of table: [[Double]], in pattern: UInt64) -> Double {
    var total = 0.0
    for comparison in table.indices {
      total += table[comparison][layout.level(of: comparison, in: pattern)]
    }
    return total
  }

  private static func logarithms(_ probabilities: [Double]) -> [Double] {
    [0] + probabilities.map(ElementaryFunctions.binaryLogarithm)
  }
}
