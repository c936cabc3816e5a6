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

  func run(model start: FellegiSunterModel, repeats surveys: (RepeatSurvey, RepeatSurvey)) throws
    -> Outcome
  {
    let left = Double(prepared.records.leftCount)
    let right = Double(prepared.records.rightCount)
    let competition = Competition(
      edges: pairs.map { Competition.Edge(left: $0.left, right: $0.right) },
      leftCount: prepared.records.leftCount, rightCount: prepared.records.rightCount)
    var model = start
    var messages = Competition.Messages(edgeCount: pairs.count)
    var share = start.priorMatchProbability
    let passes = training == nil ? 1 : Self.passes
    for pass in 1...passes {
      let weigher = try PairWeigher(model: model, prepared: prepared)
      let ratios = ratios(weigher)
      let within = (
        left: surveys.0.matchShare(weigher: weigher, start: share),
        right: surveys.1.matchShare(weigher: weigher, start: share)
      )
      let repeats = RecordRepeats(
        left: min(1, within.left / share), right: min(1, within.right / share))
      let settled = competition.settle(
        ratios: ratios, startOdds: share / (1 - share), leftRepeats: repeats.left,
        rightRepeats: repeats.right, messages: &messages)
      if pass == passes {
        return Outcome(
          model: model, bits: settled.bits, repeats: repeats, sharesWithin: within,
          priorOdds: settled.priorOdds)
      }
      share = max(settled.expectedMatches, 1e-3) / (left * right)
      if let training {
        model = refitted(model, training, settled, repeats)
      }
    }
    preconditionFailure("there is at least one pass")
  }

  private func ratios(_ weigher: PairWeigher) -> [Double] {
    let chunks = chunkRanges(count: pairs.count, size: 16_384)
    return options.parallelism.map(chunks.count) { chunk -> [Double] in
      let memo = PatternProbabilities(classCount: weigher.weights.classCount)
      return chunks[chunk].map { index in
        let pair = pairs[index]
        return weigher.ratio(
          pattern: pair.pattern, left: Int(pair.left), right: Int(pair.right), memo: memo)
      }
    }.flatMap { $0 }
  }

  private func refitted(
    _ model: FellegiSunterModel, _ training: Training.Learned, _ settled: Competition.Outcome,
    _ repeats: RecordRepeats
  ) -> FellegiSunterModel {
    var matched: [UInt64: Double] = [:]
    for (pair, bits) in zip(pairs, settled.bits) {
      matched[pair.pattern, default: 0] += Probability(logOdds: bits).value
    }
    let patterns = matched.keys.sorted()
    return training.trainer.refit(
      model, evidence: training.evidence,
      matched: AgreementPatternCounts(
        layout: prepared.comparisons.layout, patterns: patterns,
        counts: patterns.map { matched[$0]! }),
      largestHardCount: repeats.largestHardShare * settled.expectedMatches,
      parallelism: options.parallelism)
  }
}

/// How far each file holds several records of a person: 0 for never, 1 for a
/// further record being as common as a first mate.
public struct RecordRepeats: Sendable, Codable, Equatable {
  public var left: Double
  public var right: Double

  /// The most pairs that a class of look-alikes may have which is hard to tell
  /// from matches, relative to the matches.
  ///
  /// Where files repeat persons, another record of the person agrees where
  /// twins and namesakes agree, and the class would take matches away.
  var largestHardShare: Double { 0.02 + 0.5 * (1 - max(left, right)) }
}
