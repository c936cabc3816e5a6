import ScrupleBlocking
import ScrupleComparison
import ScrupleNormalization
import ScrupleScoring

/// Learns a model from two prepared files, without labels.
struct Training: Sendable {
  let prepared: PreparedLinkage
  let options: LinkageOptions

  /// Starts besides the informed one. The informed start nearly always wins;
  /// the others are there to say so when it does not.
  private static let randomStarts = 3

  /// The trained model.
  ///
  /// - Throws: `ScoringError` where EM does not converge, or exchanges matches
  ///   and non-matches; `LinkageError.tooLittleToTrain`.
  func model() throws -> FellegiSunterModel {
    let scoring = prepared.specification.scoring
    let survey = PatternSurvey(
      candidates: prepared.candidates, comparisons: prepared.comparisons,
      trainingPairCount: scoring.trainingPairCount, randomPairCount: scoring.randomPairCount,
      options: options)
    guard survey.candidatePairCount > 0 else {
      throw LinkageError.tooLittleToTrain(reason: "the blocking rules bring no pair together")
    }
    let trainer = ExpectationMaximization(outlines: outlines(), options: trainingOptions(survey))
    return try trainer.fit(survey.all).model
  }

  private func outlines() -> [ComparisonOutline] {
    prepared.comparisons.rules.map { rule in
      ComparisonOutline(
        name: rule.name, levelLabels: (1...rule.levelCount).map { rule.label(ofLevel: $0) },
        termFrequency: rule.usesTermFrequency ? TermFrequencySettings() : nil)
    }
  }

  private func trainingOptions(_ survey: PatternSurvey) -> ExpectationMaximization.Options {
    let left = Double(prepared.records.leftCount)
    let right = Double(prepared.records.rightCount)
    var trainer = ExpectationMaximization.Options()
    trainer.seed = options.seed
    trainer.startCount = Self.randomStarts
    trainer.prior = .free(start: 0.5 * min(left, right) / (left * right))
    trainer.monotoneWeights = .warn
    return trainer
  }
}
