import ScrupleComparison

/// The weight of a pair under a model with look-alikes, from its pattern and
/// the frequencies of the values it agrees on.
///
/// The weight is log2 P(pair | match) − log2 Σ share(c) P(pair | c). Where both
/// records hold value v of frequency f, the probability of exact agreement in
/// class c is not the average one: a class agrees on purpose with probability
/// s(c) (kin share their surname whatever it is) and by chance with f, so that
/// it is s(c) + (1 − s(c)) f. Strangers agree by chance only, and a rare value
/// counts much; for kin it counts nothing.
public struct PairWeights: Sendable {
  public let layout: PatternLayout
  /// Per comparison and level, missing first.
  private let matchTable: [[Double]]
  /// Per class, comparison and level.
  private let classTables: [[[Double]]]
  private let shares: [Double]

  /// Tables a model's probabilities.
  public init(_ model: FellegiSunterModel) throws(ScoringError) {
    try model.validate()
    layout = PatternLayout(levelCounts: model.levelCounts)
    matchTable = model.comparisons.map { [1] + $0.levels.map(\.mProbability) }
    if model.nonMatchClasses.isEmpty {
      classTables = [model.comparisons.map { [1] + $0.levels.map(\.uProbability) }]
      shares = [1]
    } else {
      classTables = model.nonMatchClasses.map { item in item.uProbabilities.map { [1] + $0 } }
      shares = model.nonMatchClasses.map(\.share)
    }
  }

  /// The number of classes of non-matches.
  public var classCount: Int { shares.count }

  /// The match class' and each non-match class' probability of a pattern, the
  /// latter with its share.
  ///
  /// - Parameter classes: receives one number per class.
  /// - Returns: the probability among matches.
  @inline(__always)
  public func probabilities(
    of pattern: UInt64, into classes: UnsafeMutableBufferPointer<Double>
  ) -> Double {
    var match = 1.0
    for number in classes.indices { classes[number] = shares[number] }
    for comparison in matchTable.indices {
      let level = layout.level(of: comparison, in: pattern)
      if level == 0 { continue }
      match *= matchTable[comparison][level]
      for number in classes.indices { classes[number] *= classTables[number][comparison][level] }
    }
    return match
  }

  /// How many times as likely exact agreement on a value of this frequency is,
  /// for each class, as the class' average says.
  ///
  /// - Parameters:
  ///   - frequency: the value's share of both files together.
  ///   - chance: the probability that two random records agree exactly.
  public func frequencyFactors(
    comparison: Int, frequency: Double, chance: Double
  ) -> [Double] {
    classTables.map { table in
      let average = table[comparison][table[comparison].count - 1]
      let onPurpose = chance < 1 ? max(0, (average - chance) / (1 - chance)) : 0
      return (onPurpose + (1 - onPurpose) * frequency) / average
    }
  }

  /// How many of a class' pairs at a level came there by chance, as strangers do, for each
  /// class, in 0...1.
  ///
  /// Strangers, the first class, all do. A class that shares the field is at the level on
  /// purpose, by a slip in a shared value, and only in the rest by chance. Where the values
  /// make the level f times as likely by chance, the factor on the class' probability is
  /// 1 − q + q f, q being this share.
  public func chanceShares(comparison: Int, level: Int) -> [Double] {
    let chance = classTables[0][comparison][level]
    return classTables.map { table in
      let average = table[comparison][level]
      let onPurpose = chance < 1 ? max(0, (average - chance) / (1 - chance)) : 0
      return min(1, (1 - onPurpose) * chance / average)
    }
  }
}
