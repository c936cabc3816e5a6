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
  ///
  /// - Parameter smallest: below it any number below it will do. Most patterns
  ///   stay below whatever the values are, and then no value is looked up.
  @inline(__always)
  func ratio(
    pattern: UInt64, left: Int, right: Int, memo: PatternProbabilities, atLeast smallest: Double = 0
  ) -> Double {
    let known = memo.probabilities(of: pattern, self)
    if known.largestRatio < smallest { return known.largestRatio }
    return ratio(known, pattern, memo) { term, level in
      term.ranks(left: left, right: right, level: level)
    }
  }

  /// The same of a pair whose `ranks` are known.
  @inline(__always)
  func ratio(
    pattern: UInt64, ranks: Slice<UnsafeBufferPointer<TermRanks>>, memo: PatternProbabilities
  ) -> Double {
    var next = ranks.startIndex
    return ratio(memo.probabilities(of: pattern, self), pattern, memo) { _, _ in
      defer { next += 1 }
      return ranks[next]
    }
  }

  /// - Parameter ranks: what the values give each term, asked in order.
  @inline(__always)
  private func ratio(
    _ known: PatternProbabilities.Known, _ pattern: UInt64, _ memo: PatternProbabilities,
    _ ranks: (WeightedTerms, Int) -> TermRanks
  ) -> Double {
    let classCount = memo.classCount
    var classes = known.classes
    for term in terms {
      let level = weights.layout.level(of: term.comparison, in: pattern)
      let values = ranks(term, level)
      if values == .none { continue }
      classes = memo.adjusted(classes)
      term.apply(values, level: level, to: classes)
    }
    var sum = 0.0
    for number in 0..<classCount { sum += classes[number] }
    return known.match / sum
  }

  /// Appends how common a pair's values are, term by term. Models that differ only in their
  /// probabilities are told the same.
  @inline(__always)
  func appendRanks(pattern: UInt64, left: Int, right: Int, to ranks: inout [TermRanks]) {
    for term in terms {
      let level = weights.layout.level(of: term.comparison, in: pattern)
      ranks.append(term.ranks(left: left, right: right, level: level))
    }
  }

  /// Whether a pair's Bayes factor may reach a number, as far as its pattern alone tells.
  @inline(__always)
  func mayReach(_ smallest: Double, pattern: UInt64, memo: PatternProbabilities) -> Bool {
    memo.probabilities(of: pattern, self).largestRatio >= smallest
  }

  /// Loads the values that `ratio` will ask for, to have them in cache.
  ///
  /// - Returns: a number that a caller who uses it keeps the loads alive by.
  @inline(__always)
  func warm(left: Int, right: Int) -> UInt32 {
    var all: UInt32 = 0
    for term in terms { all |= term.left[left] | term.right[right] }
    return all
  }

  /// The largest Bayes factor that any values can give a pattern, a hair above.
  fileprivate func largestRatio(
    of pattern: UInt64, match: Double, classes: UnsafeMutableBufferPointer<Double>
  ) -> Double {
    for term in terms {
      term.applySmallest(
        level: weights.layout.level(of: term.comparison, in: pattern), to: classes)
    }
    let sum = classes.reduce(0, +)
    return match / sum * (1 + 1e-9)
  }
}

/// Remembers the class probabilities of patterns that were met lately
/// (direct-mapped). Not shared between threads.
final class PatternProbabilities {
  /// What is known of a pattern, whatever the values.
  struct Known {
    /// The probability among matches.
    let match: Double
    /// Above the Bayes factor of every pair with the pattern.
    let largestRatio: Double
    /// The probability of each class of non-matches, with its share.
    let classes: UnsafeMutableBufferPointer<Double>
  }

  private static let slotBits: UInt64 = 11
  let classCount: Int
  /// What `PairWeigher.warm` loaded, kept so that the loads are made.
  var loaded: UInt32 = 0
  private let keys: UnsafeMutablePointer<UInt64>
  private let numbers: UnsafeMutablePointer<(match: Double, largestRatio: Double)>
  private let classes: UnsafeMutableBufferPointer<Double>
  private let work: UnsafeMutableBufferPointer<Double>

  init(classCount: Int) {
    self.classCount = classCount
    let count = 1 << Int(Self.slotBits)
    keys = .allocate(capacity: count)
    keys.initialize(repeating: .max, count: count)
    numbers = .allocate(capacity: count)
    numbers.initialize(repeating: (0, 0), count: count)
    classes = .allocate(capacity: classCount * count)
    classes.initialize(repeating: 0)
    work = .allocate(capacity: classCount)
    work.initialize(repeating: 0)
  }

  deinit {
    keys.deallocate()
    numbers.deallocate()
    classes.deallocate()
    work.deallocate()
  }

  /// The probabilities as a working copy, unless they are one.
  @inline(__always)
  func adjusted(
    _ source: UnsafeMutableBufferPointer<Double>
  ) -> UnsafeMutableBufferPointer<Double> {
    if source.baseAddress == work.baseAddress { return source }
    for number in 0..<classCount { work[number] = source[number] }
    return work
  }

  @inline(__always)
  func probabilities(of pattern: UInt64, _ weigher: PairWeigher) -> Known {
    let slot = Int((pattern &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.slotBits))
    // SAFETY: slot is below 1 << slotBits, so the slice lies in `classes`.
    let slice = UnsafeMutableBufferPointer(
      start: classes.baseAddress! + slot * classCount, count: classCount)
    // All bits set is both a pattern and the mark of an empty slot.
    if keys[slot] != pattern || pattern == .max {
      let match = weigher.weights.probabilities(of: pattern, into: slice)
      for number in 0..<classCount { work[number] = slice[number] }
      numbers[slot] = (match, weigher.largestRatio(of: pattern, match: match, classes: work))
      keys[slot] = pattern
    }
    return Known(
      match: numbers[slot].match, largestRatio: numbers[slot].largestRatio, classes: slice)
  }
}
