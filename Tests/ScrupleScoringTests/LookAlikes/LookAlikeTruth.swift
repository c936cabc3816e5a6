import ScrupleComparison
import ScrupleExecution

@testable import ScrupleScoring

/// A known population of pairs: matches, strangers, kin and twins.
enum LookAlikeTruth {
  /// Given name, surname, birth date, address and a number, worst level first.
  ///
  /// Twins must differ from matches in two comparisons: of a class that shares all
  /// but one the data do not tell how many there are, since more matches that
  /// disagree there look the same.
  static let m = [
    [0.05, 0.06, 0.09, 0.8], [0.05, 0.1, 0.85], [0.03, 0.05, 0.07, 0.85], [0.25, 0.15, 0.6],
    [0.08, 0.12, 0.8],
  ]
  static let u = [
    [0.94, 0.03, 0.01, 0.02], [0.97, 0.02, 0.01], [0.9, 0.06, 0.0395, 0.0005],
    [0.94, 0.05, 0.01], [0.999, 0.0008, 0.0002],
  ]
  static let names = ["given-name", "surname", "birth-date", "address", "number"]
  static let missing = [0.0, 0.05, 0.1, 0.2, 0.3]
  static let kin = LookAlikeClass(label: "kin", sharedComparisons: [1, 3])
  static let twins = LookAlikeClass(
    label: "twins", sharedComparisons: [1, 2, 3], isHardToTellFromMatches: true)
  static let total = 1e7
  /// Matches, strangers, kin, twins.
  static let pairs = [5_000, total - 15_000, 8_000, 2_000]
  static let layout = PatternLayout(levelCounts: m.map(\.count))

  static let mixture = TiedMixture(
    m: m.map { [1] + $0 }, u: u.map { [1] + $0 }, shares: pairs.map { $0 / total },
    lookAlikes: [kin, twins])

  static let outlines = zip(names, m).map { name, levels in
    ComparisonOutline(name: name, levelLabels: levels.indices.map { "level \($0 + 1)" })
  }

  /// A training that starts elsewhere than at the truth.
  static func training(_ lookAlikes: [LookAlikeClass] = [kin, twins]) -> LookAlikeTraining {
    let starts = [
      [0.1, 0.1, 0.1, 0.7], [0.1, 0.2, 0.7], [0.1, 0.1, 0.1, 0.7], [0.2, 0.2, 0.6],
      [0.15, 0.15, 0.7],
    ]
    var training = LookAlikeTraining(
      comparisons: zip(outlines, starts).map { outline, start in
        LookAlikeTraining.ComparisonStart(
          outline: outline, mProbabilities: start, limitedLevels: [1], largestShare: 0.5)
      },
      lookAlikes: lookAlikes, expectedMatches: 10_000, largestMatchCount: 40_000)
    training.tolerance = 1e-6
    return training
  }

  /// Every combination of levels, missing ones included, with the expected pairs
  /// of each class.
  static let cells: [(levels: [Int], pairs: [Double])] = {
    var all: [[Int]] = [[]]
    for count in layout.levelCounts {
      all = all.flatMap { head in (0...count).map { head + [$0] } }
    }
    return all.compactMap { levels in
      let seen = levels.indices.reduce(1.0) {
        $0 * (levels[$1] == 0 ? missing[$1] : 1 - missing[$1])
      }
      guard seen > 0 else { return nil }
      let classes = zip(mixture.classTables, mixture.shares).map { table, share in
        levels.indices.reduce(total * share * seen) { $0 * table[$1][levels[$1]] }
      }
      return (levels, classes)
    }
  }()

  /// Expected counts, all among the candidates.
  static let expected = evidence(of: { $0.reduce(0, +) }, isCandidate: { _ in true })

  /// Expected matches of every pattern.
  static let expectedMatches = counts(cells.map { ($0.levels, $0.pairs[0]) })

  /// Drawn counts; pairs that agree in no name, not in the date and not in the
  /// number are no candidates.
  static func sampled(seed: UInt64) -> PairEvidence {
    var random = SplitMix64(seed: seed)
    return evidence(
      of: { poisson($0.reduce(0, +), &random) },
      isCandidate: { levels in levels[..<3].contains { $0 > 1 } || levels[4] > 1 })
  }

  static func counts(_ cells: [(levels: [Int], count: Double)]) -> AgreementPatternCounts {
    AgreementPatternCounts(
      layout: layout, patterns: cells.map { layout.pattern(levels: $0.levels) },
      counts: cells.map(\.count))
  }

  private static func evidence(
    of count: ([Double]) -> Double, isCandidate: ([Int]) -> Bool
  ) -> PairEvidence {
    let drawn = cells.map { (levels: $0.levels, count: count($0.pairs)) }.filter { $0.count > 0 }
    return PairEvidence(
      candidates: counts(drawn.filter { isCandidate($0.levels) }),
      others: counts(drawn.filter { !isCandidate($0.levels) }))
  }

  /// A Poisson number: by inversion where it is small, else by the sum of twelve
  /// uniform ones, which is normal enough for five deviations.
  private static func poisson(_ mean: Double, _ random: inout SplitMix64) -> Double {
    if mean > 30 {
      let normal = (0..<12).reduce(-6.0) { sum, _ in sum + random.nextUnit() }
      return max(0, (mean + mean.squareRoot() * normal).rounded())
    }
    let limit = ElementaryFunctions.naturalExponential(-mean)
    var product = random.nextUnit()
    var count = 0.0
    while product > limit {
      product *= random.nextUnit()
      count += 1
    }
    return count
  }
}

extension FellegiSunterModel {
  /// Expected pairs of matches, strangers and look-alikes, then all m, then all u
  /// of strangers.
  func classValues(total: Double) -> [Double] {
    let mixture = TiedMixture(self, lookAlikes: [])
    return shares(total: total) + (mixture.m + mixture.u).flatMap { $0.dropFirst() }
  }

  /// Expected pairs of every class, matches first.
  func shares(total: Double) -> [Double] {
    TiedMixture(self, lookAlikes: []).shares.map { $0 * total }
  }
}

/// The log2 odds of every candidate pattern of a truth under a model.
func posteriors(
  _ model: FellegiSunterModel, _ patterns: [UInt64]
) throws -> [Probability] {
  let weights = try PairWeights(model)
  let classes = UnsafeMutableBufferPointer<Double>.allocate(capacity: weights.classCount)
  defer { classes.deallocate() }
  return patterns.map { pattern in
    let match = weights.probabilities(of: pattern, into: classes)
    let ratio = MatchWeight(mProbability: match, uProbability: classes.reduce(0, +))
    return Probability(prior: model.prior, weight: ratio)
  }
}
