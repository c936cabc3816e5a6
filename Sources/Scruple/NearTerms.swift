import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring

/// How the frequencies of two different values change the probabilities of the near levels
/// of one comparison.
///
/// A class' probability of the level is multiplied by 1 − q + q φ: q is the share of its
/// pairs there that come by chance, φ = g / G how common the two values are against what
/// strangers show at the level. Everything but g is tabled; a pair costs a few look-ups and
/// one multiplication a class.
struct NearTerms: Sendable {
  private let left: [UInt32]
  private let right: [UInt32]
  /// For each code, the place of its frequency in `frequencies`.
  private let ranks: [UInt32]
  private let frequencies: [Double]
  private let settings: TermFrequencySettings
  /// 1 / G of each level code; 0 where frequencies do not matter.
  private let scales: [Double]
  /// Share q of each class: `chanceShares[level * classCount + class]`.
  private let chanceShares: [Double]
  private let smallestFactor: Double
  /// Bit `level` is set where frequencies matter.
  let levels: UInt64

  /// Tables the levels that the model has a typical frequency of.
  init(
    comparison: Int, field: NormalizedField, frequencies: FieldFrequencies, model: ComparisonModel,
    settings: TermFrequencySettings, weights: PairWeights
  ) {
    left = field.left.singleValues
    right = field.right.singleValues
    ranks = frequencies.ranks
    self.frequencies = frequencies.distinct
    self.settings = settings
    smallestFactor = PowerOfTwo.value(-settings.maximumAdjustmentBits)
    var scales = [0.0]
    var shares = [Double](repeating: 0, count: weights.classCount)
    var levels: UInt64 = 0
    for (index, level) in model.levels.enumerated() {
      let typical = index + 1 < model.levels.count ? level.typicalFrequency : nil
      if typical != nil { levels |= 1 << UInt64(index + 1) }
      scales.append(typical.map { 1 / $0 } ?? 0)
      shares += weights.chanceShares(comparison: comparison, level: index + 1)
    }
    self.scales = scales
    chanceShares = shares
    self.levels = levels
  }

  private init(_ other: NearTerms, _ side: WithinSide) {
    left = side == .left ? other.left : other.right
    right = left
    ranks = other.ranks
    frequencies = other.frequencies
    settings = other.settings
    scales = other.scales
    chanceShares = other.chanceShares
    smallestFactor = other.smallestFactor
    levels = other.levels
  }

  /// The same for pairs within one file.
  func within(_ side: WithinSide) -> NearTerms { NearTerms(self, side) }

  /// The ranks of the two values; nothing where frequencies do not matter or a value is missing.
  @inline(__always)
  func ranks(left leftRecord: Int, right rightRecord: Int, level: Int) -> TermRanks {
    guard levels >> UInt64(level) & 1 != 0 else { return .none }
    let mine = Int(left[leftRecord])
    let theirs = Int(right[rightRecord])
    guard mine != ValueDictionary.missing, theirs != ValueDictionary.missing else { return .none }
    return TermRanks(ranks[mine], ranks[theirs])
  }

  /// How many times as likely the level is among strangers as on average, for two values.
  @inline(__always)
  func factor(_ values: TermRanks, level: Int) -> Double {
    let frequency = settings.nearFrequency(
      frequencies[values.first], frequencies[values.second])
    return max(smallestFactor, frequency * scales[level])
  }

  /// Multiplies each class by the smallest factor that any two values have at a level; by none
  /// where frequencies do not matter there.
  func applySmallest(level: Int, to classes: UnsafeMutableBufferPointer<Double>) {
    if levels >> UInt64(level) & 1 != 0 { apply(min(1, smallestFactor), level: level, to: classes) }
  }

  /// Applies a factor of strangers to all classes.
  @inline(__always)
  func apply(_ factor: Double, level: Int, to classes: UnsafeMutableBufferPointer<Double>) {
    let base = level * classes.count
    for number in classes.indices {
      let share = chanceShares[base + number]
      classes[number] *= 1 - share + share * factor
    }
  }
}
