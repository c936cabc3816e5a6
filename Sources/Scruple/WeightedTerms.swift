import ScrupleComparison
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring

/// The term-frequency adjustments of one comparison, ready for scoring.
///
/// Adjustments are tabled per code as logarithms, so that a pair costs two
/// look-ups and no logarithm.
struct WeightedTerms: Sendable {
  let comparison: Int
  private let left: [UInt32]
  private let right: [UInt32]
  /// log2 of each code's floored frequency.
  private let logFrequencies: [Double]
  private let logAverageU: Double
  private let maximumBits: Double
  private let topLevel: Int

  init(
    comparison: Int, field: NormalizedField, model: ComparisonModel,
    settings: TermFrequencySettings
  ) {
    self.comparison = comparison
    left = field.left.first
    right = field.right.first
    topLevel = model.levels.count
    maximumBits = settings.maximumAdjustmentBits
    logAverageU = WeightedTerms.binaryLogarithm(model.levels[topLevel - 1].uProbability)
    var leftCounts = [Int](repeating: 0, count: field.values.count)
    var rightCounts = leftCounts
    for code in left where code != 0 { leftCounts[Int(code)] += 1 }
    for code in right where code != 0 { rightCounts[Int(code)] += 1 }
    logFrequencies = TermFrequencies(leftCounts: leftCounts, rightCounts: rightCounts)
      .frequencies.map { Self.binaryLogarithm(max($0, settings.minimumFrequency)) }
  }

  /// The bits to add for a pair with this level.
  @inline(__always)
  func bits(left leftRecord: Int, right rightRecord: Int, level: Int) -> Double {
    guard level == topLevel else { return 0 }
    let mine = left[leftRecord]
    guard mine == right[rightRecord], mine != ValueDictionary.missing else { return 0 }
    return min(logAverageU - logFrequencies[Int(mine)], maximumBits)
  }

  private static func binaryLogarithm(_ value: Double) -> Double {
    MatchWeight(mProbability: value, uProbability: 1).bits
  }
}
