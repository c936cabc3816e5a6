import ScrupleComparison
import ScrupleDecision
import ScrupleExecution
import ScrupleScoring

/// Settles together what a first model leaves apart: the model, the prior, how
/// far each file repeats persons, and which of competing pairs is the match.
struct Settlement: Sendable {
  let prepared: PreparedLinkage
  let pairs: [LikelyPair]
  /// nil where a given model is used as it is.
  let training: Training.Learned?
  let options: LinkageOptions
  /// Pairs that one thread weighs at a time.
  private let chunks: [Range<Int>]

  init(
    prepared: PreparedLinkage, pairs: [LikelyPair], training: Training.Learned?,
    options: LinkageOptions
  ) {
    self.prepared = prepared
    self.pairs = pairs
    self.training = training
    self.options = options
    chunks = chunkRanges(count: pairs.count, size: 16_384)
  }

  /// What is settled.
  struct Outcome {
    var model: FellegiSunterModel
    /// log2 odds of a match for each pair.
    var bits: [Double]
    var repeats: RecordRepeats
    /// The share of matching pairs within each file.
    var sharesWithin: (left: Double, right: Double)
    var priorOdds: Double
  }

  /// Passes of model, competition, model again.
  private static let passes = 4
  /// Pairs whose odds under the settled model are lower do not compete. The
  /// pass over all pairs keeps ten times less likely ones under the first
  /// model, so that the same pairs compete when the settled model is used again.
  private static let leastOdds = 1e-3

  func run(model start: FellegiSunterModel, repeats surveys: (RepeatSurvey, RepeatSurvey)) throws
    -> Outcome
  {
    var model = start
    let ranks = try ranks(PairWeigher(model: start, prepared: prepared))
    if let training {
      var share = start.priorMatchProbability
      var odds = share / (1 - share)
      var contest = contest(among: Array(pairs.indices))
      for _ in 1..<Self.passes {
        let weigher = try PairWeigher(model: model, prepared: prepared)
        let repeats = RecordRepeats(shares(surveys, weigher, start: share), relativeTo: share)
        let settled = contest.settle(ratios(weigher, ranks), startOdds: odds, repeats)
        odds = settled.priorOdds
        share =
          max(settled.expectedMatches, 1e-3) / Double(prepared.records.leftCount)
          / Double(prepared.records.rightCount)
        model = refitted(model, training, settled, repeats)
      }
    }
    return try settled(model, surveys, ranks)
  }

  /// The competition under a model that stays as it is.
  private func settled(
    _ model: FellegiSunterModel, _ surveys: (RepeatSurvey, RepeatSurvey), _ ranks: [[TermRanks]]
  ) throws -> Outcome {
    let weigher = try PairWeigher(model: model, prepared: prepared)
    let share = model.priorMatchProbability
    let within = shares(surveys, weigher, start: share)
    let repeats = RecordRepeats(within, relativeTo: share)
    let ratios = ratios(weigher, ranks)
    let kept = pairs.indices.filter { ratios[$0] * share >= Self.leastOdds }
    var contest = contest(among: kept)
    let settled = contest.settle(
      kept.map { ratios[$0] }, startOdds: share / (1 - share), repeats)
    var bits = [Double](repeating: -1000, count: pairs.count)
    for (pair, settled) in zip(kept, settled.bits) { bits[pair] = settled }
    return Outcome(
      model: model, bits: bits, repeats: repeats, sharesWithin: within,
      priorOdds: settled.priorOdds)
  }

  private func contest(among members: [Int]) -> Contest {
    Contest(
      competition: Competition(
        edges: members.map { Competition.Edge(left: pairs[$0].left, right: pairs[$0].right) },
        leftCount: prepared.records.leftCount, rightCount: prepared.records.rightCount),
      parallelism: options.parallelism)
  }

  private func shares(
    _ surveys: (RepeatSurvey, RepeatSurvey), _ weigher: PairWeigher, start: Double
  ) -> (left: Double, right: Double) {
    let least = Self.leastOdds / start
    return (
      surveys.0.matchShare(weigher: weigher, start: start, smallestRatio: least),
      surveys.1.matchShare(weigher: weigher, start: start, smallestRatio: least)
    )
  }

  /// How common the values of all pairs are, term by term: what every pass asks of the records.
  private func ranks(_ weigher: PairWeigher) -> [[TermRanks]] {
    options.parallelism.map(chunks.count) { chunk in
      var ranks: [TermRanks] = []
      ranks.reserveCapacity(chunks[chunk].count * weigher.terms.count)
      for pair in pairs[chunks[chunk]] {
        weigher.appendRanks(
          pattern: pair.pattern, left: Int(pair.left), right: Int(pair.right), to: &ranks)
      }
      return ranks
    }
  }

  /// - Parameter ranks: chunk by chunk.
  private func ratios(_ weigher: PairWeigher, _ ranks: [[TermRanks]]) -> [Double] {
    let width = weigher.terms.count
    return options.parallelism.map(
      chunks.count, state: PatternProbabilities(classCount: weigher.weights.classCount)
    ) { chunk, memo -> [Double] in
      ranks[chunk].withUnsafeBufferPointer { ranks in
        pairs[chunks[chunk]].enumerated().map { place, pair in
          weigher.ratio(
            pattern: pair.pattern, ranks: ranks[(place * width)..<((place + 1) * width)],
            memo: memo)
        }
      }
    }.flatMap { $0 }
  }

  private func refitted(
    _ model: FellegiSunterModel, _ training: Training.Learned, _ settled: Competition.Outcome,
    _ repeats: RecordRepeats
  ) -> FellegiSunterModel {
    var tally = PatternTally()
    for (pair, odds) in zip(pairs, settled.odds) {
      tally.add(pair.pattern, Probability.value(ofOdds: odds))
    }
    return training.trainer.refit(
      model, evidence: training.evidence,
      matched: tally.agreementPatternCounts(layout: prepared.comparisons.layout),
      largestHardCount: repeats.largestHardShare * settled.expectedMatches,
      parallelism: options.parallelism)
  }
}

/// A competition, and what its records have told each other so far.
private struct Contest {
  private let competition: Competition
  private let parallelism: Parallelism
  private var messages = Competition.Messages()

  init(competition: Competition, parallelism: Parallelism) {
    self.competition = competition
    self.parallelism = parallelism
  }

  mutating func settle(
    _ ratios: [Double], startOdds: Double, _ repeats: RecordRepeats
  ) -> Competition.Outcome {
    competition.settle(
      ratios: ratios, startOdds: startOdds, leftRepeats: repeats.left,
      rightRepeats: repeats.right, messages: &messages, parallelism: parallelism)
  }
}

/// How far each file holds several records of a person: 0 for never, 1 for a
/// further record being as common as a first mate.
public struct RecordRepeats: Sendable, Codable, Equatable {
  public var left: Double
  public var right: Double

  /// Makes the pair of numbers.
  public init(left: Double, right: Double) {
    self.left = left
    self.right = right
  }

  /// From the shares of matching pairs within each file, relative to the share
  /// between the files.
  init(_ within: (left: Double, right: Double), relativeTo share: Double) {
    self.init(left: min(1, within.left / share), right: min(1, within.right / share))
  }

  /// The most pairs that a class of look-alikes may have which is hard to tell
  /// from matches, relative to the matches.
  ///
  /// Where files repeat persons, another record of the person agrees where
  /// twins and namesakes agree, and the class would take matches away.
  var largestHardShare: Double { 0.02 + 0.5 * (1 - max(left, right)) }
}
