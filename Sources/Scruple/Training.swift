import ScrupleBlocking
import ScrupleComparison
import ScrupleNormalization
import ScrupleScoring

/// Learns a first model from two prepared files, without labels.
struct Training: Sendable {
  let prepared: PreparedLinkage
  let options: LinkageOptions

  /// A first model, and what it takes to fit it again.
  struct Learned: Sendable {
    let model: FellegiSunterModel
    let trainer: LookAlikeTraining
    let evidence: PairEvidence
  }

  /// Surveys the pairs and fits a model.
  ///
  /// - Throws: `ScoringError` where EM does not converge, or exchanges matches
  ///   and non-matches; `LinkageError.tooLittleToTrain`.
  func learn() throws -> Learned {
    let scoring = prepared.specification.scoring
    let survey = PatternSurvey(
      candidates: prepared.candidates, comparisons: prepared.comparisons,
      trainingPairCount: scoring.trainingPairCount, randomPairCount: scoring.randomPairCount,
      options: options)
    guard survey.candidatePairCount > 0 else {
      throw LinkageError.tooLittleToTrain(reason: "the blocking rules bring no pair together")
    }
    let left = Double(prepared.records.leftCount)
    let right = Double(prepared.records.rightCount)
    let rules = prepared.comparisons.rules
    let near = NearFrequencySurvey(
      prepared, settings: rules.map { ComparisonExpectations.start($0).outline.termFrequency },
      options: options)
    let starts = zip(rules, near.typicalFrequencies).map { rule, typical in
      var start = ComparisonExpectations.start(rule)
      start.outline.typicalFrequencies = typical
      return start
    }
    let trainer = LookAlikeTraining(
      comparisons: starts,
      lookAlikes: ComparisonExpectations.lookAlikes(rules),
      expectedMatches: 0.5 * min(left, right), largestMatchCount: max(left, right))
    let model = try trainer.fit(survey.evidence, parallelism: options.parallelism)
    return Learned(model: model, trainer: trainer, evidence: survey.evidence)
  }
}
