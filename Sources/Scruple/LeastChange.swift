import ScrupleComparison
import ScrupleScoring

/// The smallest set of changed levels that would carry a pair over the threshold of links, or
/// below it.
///
/// All else stays: other levels, the rarity of values, competition. A field that would agree exactly
/// is taken to have the left record's value. Of sets of one size, the one that leaves the weight
/// nearest to the threshold is taken, then the one whose comparisons and levels come first.
public struct LeastChange: Sendable, Codable, Equatable {
  /// One comparison at another level.
  public struct Step: Sendable, Codable, Equatable {
    /// The comparison.
    public var comparison: String
    /// The level it is at; "missing" where a value is missing.
    public var from: String
    /// The level it would be at.
    public var to: String
    /// Bits that this change alone would add or take.
    public var bits: Double
  }

  /// The changes, in the order of the comparisons.
  public var steps: [Step]
  /// The weight with all of them, prior included, in bits.
  public var totalBits: Double
  /// Whether the pair would then weigh enough for a link.
  public var reachesLink: Bool

  /// The most comparisons that are changed together.
  static let most = 3

  /// Searches all sets of up to three comparisons.
  ///
  /// - Parameters:
  ///   - current: the weight that the run settled on, or that of the pair alone, in bits.
  /// - Returns: nil where no such set flips the decision.
  /// - Throws: `ScoringError` where the model does not fit.
  /// - Complexity: O((comparisons × levels)³).
  public init?(
    left: Int, right: Int, prepared: PreparedLinkage, model: FellegiSunterModel, current: Double
  ) throws {
    let search = try LevelSearch(left: left, right: right, prepared: prepared, model: model)
    let linkBits = prepared.specification.decision.linkBits
    let isLink = current >= linkBits
    let shift = current - search.bits(of: search.levels)
    var best: (distance: Double, levels: [Int], total: Double)?
    for size in 1...Self.most where best == nil {
      search.visit(size) { levels in
        let total = search.bits(of: levels) + shift
        guard (total >= linkBits) != isLink else { return }
        let distance = (total - linkBits).magnitude
        // Not equal by a rounding error: the first stays.
        if best.map({ distance < $0.distance - 1e-9 }) ?? true { best = (distance, levels, total) }
      }
    }
    guard let best else { return nil }
    steps = search.levels.indices.filter { search.levels[$0] != best.levels[$0] }.map { place in
      var alone = search.levels
      alone[place] = best.levels[place]
      let rule = prepared.comparisons.rules[place]
      return Step(
        comparison: rule.name, from: rule.label(ofLevel: search.levels[place]),
        to: rule.label(ofLevel: best.levels[place]),
        bits: search.bits(of: alone) - search.bits(of: search.levels))
    }
    totalBits = best.total
    reachesLink = !isLink
  }
}

/// The weight of a pair at any levels.
private struct LevelSearch {
  let levels: [Int]
  private let layout: PatternLayout
  private let weigher: PairWeigher
  private let memo: PatternProbabilities
  private let pair: (left: Int, right: Int)
  private let priorBits: Double

  init(left: Int, right: Int, prepared: PreparedLinkage, model: FellegiSunterModel) throws {
    let comparisons = prepared.comparisons
    var scratch = comparisons.makeScratch()
    var patterns: [UInt64] = []
    comparisons.patterns(
      left: [UInt32(left)], right: [UInt32(right)], scratch: &scratch, into: &patterns)
    layout = comparisons.layout
    levels = comparisons.rules.indices.map { comparisons.layout.level(of: $0, in: patterns[0]) }
    weigher = try PairWeigher(model: model, prepared: prepared)
    memo = PatternProbabilities(classCount: weigher.weights.classCount)
    pair = (left, right)
    priorBits = model.prior.logOdds
  }

  func bits(of levels: [Int]) -> Double {
    priorBits
      + MatchWeight(
        mProbability: weigher.ratio(
          pattern: layout.pattern(levels: levels), left: pair.left, right: pair.right, memo: memo),
        uProbability: 1
      ).bits
  }

  /// Every way to put so many comparisons at another level that is not "missing".
  func visit(_ size: Int, _ body: ([Int]) -> Void) {
    var changed = levels
    func go(from first: Int, left remaining: Int) {
      guard remaining > 0 else { return body(changed) }
      for place in first..<levels.count where levels.count - place >= remaining {
        for level in 1...layout.levelCounts[place] where level != levels[place] {
          changed[place] = level
          go(from: place + 1, left: remaining - 1)
        }
        changed[place] = levels[place]
      }
    }
    go(from: 0, left: size)
  }
}
