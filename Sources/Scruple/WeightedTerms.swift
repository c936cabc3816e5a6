import ScrupleComparison
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring

/// How the frequencies of the values at hand change the probabilities of one
/// comparison's exact and near levels.
struct WeightedTerms: Sendable {
  let comparison: Int
  let left: [UInt32]
  let right: [UInt32]
  /// The row of factors of each code.
  private let ranks: [UInt32]
  /// For each row and class, the factor on the class' probability:
  /// `factors[row * classCount + class]`.
  let factors: [Double]
  let exactLevel: Int
  let near: NearTerms
  /// Whether two records at the exact level have one code, so that a look at
  /// one of them is enough.
  let isExactLevelEquality: Bool
  private let classCount: Int
  /// The smallest factor of each class, at most 1.
  private let smallestFactors: [Double]

  /// Tables the factors of every value.
  ///
  /// - Parameter sides: which side's values stand on the left and right.
  init(
    comparison: Int, field: NormalizedField, frequencies: FieldFrequencies,
    model: ComparisonModel, settings: TermFrequencySettings, weights: PairWeights,
    isExactLevelEquality: Bool
  ) {
    self.isExactLevelEquality = isExactLevelEquality
    self.comparison = comparison
    left = field.left.first
    right = field.right.first
    exactLevel = model.levels.count
    let chance = frequencies.terms.exactAgreementProbability
    // A rare value may add so many bits and no more; a common one takes away
    // as many as it must.
    let cap = PowerOfTwo.value(-settings.maximumAdjustmentBits)
    let floor = max(settings.minimumFrequency, chance * cap)
    factors = frequencies.distinct.flatMap {
      weights.frequencyFactors(comparison: comparison, frequency: max($0, floor), chance: chance)
    }
    ranks = frequencies.ranks
    classCount = weights.classCount
    var smallest = [Double](repeating: 1, count: classCount)
    for (place, factor) in factors.enumerated() {
      smallest[place % classCount] = min(smallest[place % classCount], factor)
    }
    smallestFactors = smallest
    near = NearTerms(
      comparison: comparison, field: field, frequencies: frequencies, model: model,
      settings: settings, weights: weights)
  }

  private init(_ other: WeightedTerms, _ side: WithinSide) {
    comparison = other.comparison
    left = side == .left ? other.left : other.right
    right = left
    ranks = other.ranks
    factors = other.factors
    exactLevel = other.exactLevel
    near = other.near.within(side)
    isExactLevelEquality = other.isExactLevelEquality
    classCount = other.classCount
    smallestFactors = other.smallestFactors
  }

  /// How common the values of a pair are, where that matters at its level. Models that differ only
  /// in their probabilities are told the same.
  @inline(__always)
  func ranks(left leftRecord: Int, right rightRecord: Int, level: Int) -> TermRanks {
    if level != exactLevel { return near.ranks(left: leftRecord, right: rightRecord, level: level) }
    let code = Int(left[leftRecord])
    guard code != ValueDictionary.missing,
      isExactLevelEquality || code == Int(right[rightRecord])
    else { return .none }
    return TermRanks(ranks[code], ranks[code])
  }

  /// Multiplies each class by what the values of a pair make of its probability.
  @inline(__always)
  func apply(_ values: TermRanks, level: Int, to classes: UnsafeMutableBufferPointer<Double>) {
    if level != exactLevel {
      near.apply(near.factor(values, level: level), level: level, to: classes)
      return
    }
    let base = values.first * classCount
    for number in 0..<classCount { classes[number] *= factors[base + number] }
  }

  /// Multiplies each class by the smallest factor that any values have at a level.
  func applySmallest(level: Int, to classes: UnsafeMutableBufferPointer<Double>) {
    near.applySmallest(level: level, to: classes)
    if level != exactLevel { return }
    for number in classes.indices { classes[number] *= smallestFactors[number] }
  }

  /// The bits that the rarity of a shared value, or of two near ones, adds as seen among
  /// strangers; 0 where the pair agrees in neither way.
  func rarityBits(left leftRecord: Int, right rightRecord: Int, level: Int) -> Double {
    let values = near.ranks(left: leftRecord, right: rightRecord, level: level)
    if values != .none {
      return -MatchWeight(mProbability: near.factor(values, level: level), uProbability: 1).bits
    }
    let code = Int(left[leftRecord])
    guard level == exactLevel, code != ValueDictionary.missing, code == Int(right[rightRecord])
    else { return 0 }
    let factor = factors[Int(ranks[code]) * classCount]
    return -MatchWeight(mProbability: factor, uProbability: 1).bits
  }

  /// The same terms for pairs within one file.
  func within(_ side: WithinSide) -> WeightedTerms {
    WeightedTerms(self, side)
  }
}

/// The file whose records are compared with each other.
enum WithinSide: Sendable {
  case left
  case right
}

/// Powers of two.
enum PowerOfTwo {
  static func value(_ exponent: Double) -> Double {
    MatchWeight(bits: exponent).odds
  }
}
