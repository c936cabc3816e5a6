import ScrupleComparison

/// The parameters of one class of matches, one of strangers, and look-alike
/// classes tied to both.
///
/// **Shape**: `m` and `u` are indexed by comparison, then by level code; entry
/// 0, the missing level, is 1, so that a missing value changes no product.
struct TiedMixture: Sendable, Equatable {
  var m: [[Double]]
  var u: [[Double]]
  /// Share of all pairs of each class: matches, strangers, then look-alikes.
  var shares: [Double]
  let lookAlikes: [LookAlikeClass]

  /// The probabilities of every class, by comparison and level.
  var classTables: [[[Double]]] {
    [m, u]
      + lookAlikes.map { look in
        u.indices.map { look.sharedComparisons.contains($0) ? m[$0] : u[$0] }
      }
  }
}

extension TiedMixture {
  /// The mixture that a model was made from.
  init(_ model: FellegiSunterModel, lookAlikes: [LookAlikeClass]) {
    m = model.comparisons.map { [1] + $0.levels.map(\.mProbability) }
    let prior = model.priorMatchProbability
    if model.nonMatchClasses.isEmpty {
      u = model.comparisons.map { [1] + $0.levels.map(\.uProbability) }
      shares = [prior, 1 - prior]
    } else {
      u = model.nonMatchClasses[0].uProbabilities.map { [1] + $0 }
      shares = [prior] + model.nonMatchClasses.map { $0.share * (1 - prior) }
    }
    self.lookAlikes = lookAlikes
  }
}

/// Sums that an M-step needs, and the log-likelihood.
struct TiedExpectations: Sendable {
  /// Expected matches and strangers at each comparison and level.
  var matches: [[Double]]
  var strangers: [[Double]]
  /// Expected pairs of each class.
  var classes: [Double]
  /// In nats.
  var logLikelihood = 0.0

  init(levelCounts: [Int], classCount: Int) {
    matches = levelCounts.map { [Double](repeating: 0, count: $0 + 1) }
    strangers = matches
    classes = [Double](repeating: 0, count: classCount)
  }

  mutating func add(_ other: TiedExpectations) {
    for comparison in matches.indices {
      for level in matches[comparison].indices {
        matches[comparison][level] += other.matches[comparison][level]
        strangers[comparison][level] += other.strangers[comparison][level]
      }
    }
    for index in classes.indices { classes[index] += other.classes[index] }
    logLikelihood += other.logLikelihood
  }
}

/// The patterns of a stratum with their levels laid out for the E-step.
struct LeveledPatterns: Sendable {
  /// Levels of pattern `i`: `levels[i * width..<(i + 1) * width]`.
  let levels: [UInt8]
  let counts: [Double]
  let width: Int

  init(_ patterns: AgreementPatternCounts) {
    let layout = patterns.layout
    width = layout.levelCounts.count
    counts = patterns.counts
    var levels: [UInt8] = []
    levels.reserveCapacity(patterns.patterns.count * width)
    for pattern in patterns.patterns {
      for comparison in 0..<width {
        levels.append(UInt8(layout.level(of: comparison, in: pattern)))
      }
    }
    self.levels = levels
  }
}

extension TiedMixture {
  /// The E-step over some patterns.
  ///
  /// Probabilities are multiplied, not added as logarithms: with at most 32
  /// comparisons of at least 1e-9 each no product underflows.
  ///
  /// - Parameter mayMatch: whether pairs of the stratum can be matches.
  /// - Complexity: O(patterns × comparisons × classes).
  func expectations(
    _ patterns: LeveledPatterns, range: Range<Int>, mayMatch: Bool, levelCounts: [Int]
  ) -> TiedExpectations {
    let tables = classTables
    let classCount = tables.count
    var result = TiedExpectations(levelCounts: levelCounts, classCount: classCount)
    var products = [Double](repeating: 0, count: classCount)
    let first = mayMatch ? 0 : 1
    for index in range {
      let count = patterns.counts[index]
      if count == 0 { continue }
      let base = index * patterns.width
      var sum = 0.0
      for number in first..<classCount {
        var product = shares[number]
        let table = tables[number]
        for comparison in 0..<patterns.width {
          product *= table[comparison][Int(patterns.levels[base + comparison])]
        }
        products[number] = product
        sum += product
      }
      guard sum > 0 else { continue }
      for number in first..<classCount {
        products[number] *= count / sum
        result.classes[number] += products[number]
      }
      let matched = mayMatch ? products[0] : 0
      for comparison in 0..<patterns.width {
        let level = Int(patterns.levels[base + comparison])
        result.matches[comparison][level] += matched
        result.strangers[comparison][level] += products[1]
      }
      result.logLikelihood += count * ElementaryFunctions.naturalLogarithm(sum)
    }
    return result
  }
}
