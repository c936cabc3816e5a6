import ScrupleComparison
import ScrupleNormalization
import ScrupleScoring

/// Turns a pattern and the two records' values into evidence.
struct PairWeigher: Sendable {
  let weights: PairWeights
  let terms: [WeightedTerms]

  /// Tables a model's probabilities and the frequencies of the values at hand.
  init(model: FellegiSunterModel, prepared: PreparedLinkage) throws {
    let weights = try PairWeights(model)
    self.weights = weights
    terms = model.comparisons.enumerated().compactMap { position, comparison in
      guard let settings = comparison.termFrequency else { return nil }
      let rule = prepared.comparisons.rules[position]
      guard rule.fields.count == 1, let field = prepared.records.field(rule.fields[0]) else {
        return nil
      }
      return WeightedTerms(
        comparison: position, field: field,
        frequencies: prepared.frequencies.frequencies(of: field), model: comparison,
        settings: settings, weights: weights,
        isExactLevelEquality: rule.levels.first == .exact && !field.left.isMultiValued
          && !field.right.isMultiValued)
    }
  }

  private init(weights: PairWeights, terms: [WeightedTerms]) {
    self.weights = weights
    self.terms = terms
  }

  /// The same for pairs within one file.
  func within(_ side: WithinSide) -> PairWeigher {
    PairWeigher(weights: weights, terms: terms.map { $0.within(side) })
  }

  /// The Bayes factor of a pair: how many times as likely its evidence is among
  /// matches as among non-matches.
  @inline(__always)
  func ratio(
    pattern: UInt64, left: Int, right: Int, memo: PatternProbabilities
  ) -> Double {
    memo.withProbabilities(of: pattern, weights) { match, classes in
      var classes = classes
      var isAdjusted = false
      for term in terms {
        let level = weights.layout.level(of: term.comparison, in: pattern)
        if let factor = term.near.factor(left: left, right: right, level: level) {
          if !isAdjusted {
            memo.copy(classes)
            classes = memo.adjusted
            isAdjusted = true
          }
          term.near.apply(factor, level: level, to: classes)
          continue
        }
        guard level == term.exactLevel else { continue }
        let code = Int(term.left[left])
        guard code != 0, term.isExactLevelEquality || code == Int(term.right[right]) else {
          continue
        }
        if !isAdjusted {
          memo.copy(classes)
          classes = memo.adjusted
          isAdjusted = true
        }
        let base = Int(term.ranks[code]) * weights.classCount
        for number in 0..<weights.classCount { classes[number] *= term.factors[base + number] }
      }
      var sum = 0.0
      for number in 0..<weights.classCount { sum += classes[number] }
      return match / sum
    }
  }
}

/// Remembers the class probabilities of patterns that were met lately
/// (direct-mapped). Not shared between threads.
final class PatternProbabilities {
  private static let slotBits: UInt64 = 11
  private let classCount: Int
  private var keys: [UInt64]
  private var matches: [Double]
  private let classes: UnsafeMutableBufferPointer<Double>
  let adjusted: UnsafeMutableBufferPointer<Double>

  init(classCount: Int) {
    self.classCount = classCount
    keys = [UInt64](repeating: .max, count: 1 << Self.slotBits)
    matches = [Double](repeating: 0, count: 1 << Self.slotBits)
    classes = .allocate(capacity: classCount << Self.slotBits)
    adjusted = .allocate(capacity: classCount)
  }

  deinit {
    classes.deallocate()
    adjusted.deallocate()
  }

  func copy(_ source: UnsafeMutableBufferPointer<Double>) {
    for number in 0..<classCount { adjusted[number] = source[number] }
  }

  @inline(__always)
  func withProbabilities(
    of pattern: UInt64, _ weights: PairWeights,
    _ body: (Double, UnsafeMutableBufferPointer<Double>) -> Double
  ) -> Double {
    let slot = Int((pattern &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.slotBits))
    // SAFETY: slot is below 1 << slotBits, so the slice lies in `classes`.
    let slice = UnsafeMutableBufferPointer(
      start: classes.baseAddress! + slot * classCount, count: classCount)
    // All bits set is both a pattern and the mark of an empty slot.
    if keys[slot] != pattern || pattern == .max {
      matches[slot] = weights.probabilities(of: pattern, into: slice)
      keys[slot] = pattern
    }
    return body(matches[slot], slice)
  }
}
