import ScrupleComparison
import ScrupleExecution

/// Learns a model of matches, strangers and look-alikes from agreement
/// patterns, without labels.
///
/// EM over pattern counts (Enamorado, Fifield & Imai 2019) with one class of
/// matches, one of strangers, and look-alike classes whose probabilities are
/// tied to both. The match class starts where matches are expected and is held
/// there by a Dirichlet prior, and by limits on how often a match may disagree
/// in what identifies a person: unlabelled data alone would as soon call the
/// members of households matches.
public struct LookAlikeTraining: Sendable {
  /// What is known of each comparison before the data are seen.
  public struct ComparisonStart: Sendable, Equatable {
    public var outline: ComparisonOutline
    /// m probabilities to start from and to be drawn to, worst level first.
    public let mProbabilities: [Double]
    /// Level codes that may together have at most `largestShare` of the
    /// matches, as among the levels of disagreement.
    public let limitedLevels: [Int]
    public let largestShare: Double

    public init(
      outline: ComparisonOutline, mProbabilities: [Double], limitedLevels: [Int] = [],
      largestShare: Double = 1
    ) {
      precondition(
        outline.levelLabels.count == mProbabilities.count,
        "\(outline.levelLabels.count) levels but \(mProbabilities.count) probabilities")
      self.outline = outline
      self.mProbabilities = mProbabilities
      self.limitedLevels = limitedLevels
      self.largestShare = largestShare
    }
  }

  public var comparisons: [ComparisonStart]
  public var lookAlikes: [LookAlikeClass]
  /// Pairs the m prior is worth in each comparison.
  public var mPseudoCount = 10.0
  /// Pairs the u prior is worth in each comparison.
  public var uPseudoCount = 1.0
  public var smallestM = 1e-4
  public var smallestU = 1e-9
  /// Match pairs to start from, and the most there may be.
  public var expectedMatches: Double
  public var largestMatchCount: Double
  /// The relative change of the number of matches below which EM has
  /// converged, and the rounds it is given.
  public var tolerance = 1e-4
  public var fewestIterations = 16
  public var maximumIterations = 1000

  private static let patternsPerChunk = 4096

  /// Describes a training.
  public init(
    comparisons: [ComparisonStart], lookAlikes: [LookAlikeClass], expectedMatches: Double,
    largestMatchCount: Double
  ) {
    self.comparisons = comparisons
    self.lookAlikes = lookAlikes
    self.expectedMatches = expectedMatches
    self.largestMatchCount = largestMatchCount
  }

  /// The fitted model.
  ///
  /// Runs from the informed start, and from two others in which matches agree
  /// more and less; the training record says whether they end at the same
  /// model. Sums are made over fixed chunks in a fixed order, so that the
  /// result does not depend on the number of threads.
  ///
  /// - Throws: `ScoringError.noPairs`, `.notConverged`, `.labelSwitch`.
  public func fit(
    _ evidence: PairEvidence, parallelism: Parallelism
  ) throws(ScoringError) -> FellegiSunterModel {
    guard evidence.total > 0 else { throw .noPairs }
    let strata = Strata(evidence)
    var runs: [Run] = []
    for sharpness in [1.0, 0.5, 2.0] {
      runs.append(run(strata, sharpness: sharpness, parallelism))
    }
    let best = runs[0]
    guard best.converged else {
      throw .notConverged(
        iterations: maximumIterations, largestParameterChange: .nan,
        relativeLogLikelihoodChange: tolerance)
    }
    try requireLabels(best.mixture)
    let agreed = runs.filter { abs($0.matches / best.matches - 1) < 0.02 }.count
    var warnings: [String] = []
    if agreed < runs.count {
      warnings.append(
        "\(runs.count - agreed) of \(runs.count) starts ended at another model: the data alone "
          + "do not settle what a match is.")
    }
    let record = TrainingRecord(
      pairs: evidence.total, iterations: best.iterations, logLikelihood: best.logLikelihood,
      penalizedLogLikelihood: best.logLikelihood, starts: runs.count, startsThatAgreed: agreed,
      startsLabelSwitched: 0, startsNotConverged: runs.count { !$0.converged },
      warnings: warnings)
    return judged(withUnseenLevels(best.mixture, strata), record)
  }

  /// The model of a mixture, whose record says where its levels are out of order.
  private func judged(_ mixture: TiedMixture, _ record: TrainingRecord?) -> FellegiSunterModel {
    var model = mixture.model(comparisons.map(\.outline), training: record)
    // What was said of an earlier fit gives way to what the model is now.
    let others = record?.warnings.filter { !MonotoneCheck.isOne($0) } ?? []
    let warnings = MonotoneCheck.warnings(model) + others
    model.training?.warnings = warnings
    return model
  }

  /// The mixture with the weights of levels that no pair has set to those of
  /// the next worse level: nothing is known of them, and the smoothing of m
  /// and u apart would make up evidence.
  private func withUnseenLevels(_ mixture: TiedMixture, _ strata: Strata) -> TiedMixture {
    var mixture = mixture
    for position in comparisons.indices {
      let seen = strata.counts[position].map { $0 >= 1 }
      guard seen.count > 2, seen.dropFirst(2).contains(false) else { continue }
      for level in 2..<seen.count where !seen[level] {
        let worse = mixture.m[position][level - 1] / mixture.u[position][level - 1]
        mixture.m[position][level] = max(smallestU, mixture.u[position][level] * worse)
      }
      let sum = mixture.m[position].dropFirst().reduce(0, +)
      for level in 1..<seen.count { mixture.m[position][level] /= sum }
    }
    return mixture
  }

  /// A model from pairs whose match probabilities have been settled otherwise.
  ///
  /// - Parameters:
  ///   - matched: expected matches of each pattern; every pattern stands among
  ///     the candidates of `evidence`.
  ///   - largestHardCount: the most pairs that a look-alike class may have
  ///     which is hard to tell from matches.
  package func refit(
    _ model: FellegiSunterModel, evidence: PairEvidence, matched: AgreementPatternCounts,
    largestHardCount: Double, parallelism: Parallelism
  ) -> FellegiSunterModel {
    let strata = Strata(evidence.removing(matched))
    let patterns = LeveledPatterns(matched)
    var sums = strata.levelCounts.map { [Double](repeating: 0, count: $0 + 1) }
    var matches = 0.0
    for (index, count) in patterns.counts.enumerated() {
      matches += count
      for comparison in 0..<patterns.width {
        sums[comparison][Int(patterns.levels[index * patterns.width + comparison])] += count
      }
    }
    var mixture = TiedMixture(model, lookAlikes: lookAlikes)
    for (position, comparison) in comparisons.enumerated() {
      mixture.m[position] = matchProbabilities(sums[position], comparison)
    }
    let rest = expectations(mixture, strata, mayMatch: false, parallelism)
    for position in comparisons.indices {
      mixture.u[position] = strangerProbabilities(
        rest.strangers[position], towards: strata.overallU[position])
    }
    let total = evidence.total
    mixture.shares[0] = max(matches, 1e-3) / total
    for number in 1..<mixture.shares.count {
      let isHard = number > 1 && lookAlikes[number - 2].isHardToTellFromMatches
      let most = isHard ? max(0.5, largestHardCount) : total
      mixture.shares[number] = min(rest.classes[number] + 0.5, most) / total
    }
    return judged(withUnseenLevels(mixture, Strata(evidence)), model.training)
  }

  // MARK: - Runs

  private struct Strata {
    let candidates: LeveledPatterns
    let others: LeveledPatterns
    let total: Double
    let levelCounts: [Int]
    /// u of every comparison if all pairs were strangers.
    let overallU: [[Double]]
    /// Pairs (weighted) at each comparison and level.
    let counts: [[Double]]

    init(_ evidence: PairEvidence) {
      candidates = LeveledPatterns(evidence.candidates)
      others = LeveledPatterns(evidence.others)
      total = evidence.total
      levelCounts = evidence.candidates.layout.levelCounts
      var sums = levelCounts.map { [Double](repeating: 0, count: $0 + 1) }
      for stratum in [candidates, others] {
        for (index, count) in stratum.counts.enumerated() {
          for comparison in 0..<stratum.width {
            sums[comparison][Int(stratum.levels[index * stratum.width + comparison])] += count
          }
        }
      }
      counts = sums
      overallU = sums.map { counts in
        let known = counts.dropFirst().reduce(0, +)
        let share = 1 / Double(counts.count - 1)
        return [1] + counts.dropFirst().map { ($0 + share) / (known + 1) }
      }
    }
  }

  private struct Run {
    var mixture: TiedMixture
    var matches: Double
    var iterations: Int
    var logLikelihood: Double
    var converged: Bool
  }

  private func run(_ strata: Strata, sharpness: Double, _ parallelism: Parallelism) -> Run {
    let startShare = expectedMatches / strata.total
    var mixture = TiedMixture(
      m: comparisons.map { Self.sharpened($0.mProbabilities, by: sharpness) },
      u: strata.overallU,
      shares: [startShare, 1] + lookAlikes.map { _ in startShare * 0.1 }, lookAlikes: lookAlikes)
    var run = Run(
      mixture: mixture, matches: expectedMatches, iterations: 0, logLikelihood: 0,
      converged: false)
    while run.iterations < maximumIterations && !run.converged {
      let sums = expectations(mixture, strata, mayMatch: true, parallelism)
      run.iterations += 1
      run.logLikelihood = sums.logLikelihood
      let matches = min(sums.classes[0], largestMatchCount)
      update(&mixture, sums, matches: matches, strata: strata)
      run.converged =
        run.iterations >= fewestIterations
        && abs(ElementaryFunctions.naturalLogarithm(max(matches, 1e-300) / run.matches)) < tolerance
      run.matches = max(matches, 1e-300)
    }
    run.mixture = mixture
    return run
  }

  private func expectations(
    _ mixture: TiedMixture, _ strata: Strata, mayMatch: Bool, _ parallelism: Parallelism
  ) -> TiedExpectations {
    let candidates = chunkRanges(count: strata.candidates.counts.count, size: Self.patternsPerChunk)
    let others = chunkRanges(count: strata.others.counts.count, size: Self.patternsPerChunk)
    let parts = parallelism.map(candidates.count + others.count) { index in
      index < candidates.count
        ? mixture.expectations(
          strata.candidates, range: candidates[index], mayMatch: mayMatch,
          levelCounts: strata.levelCounts)
        : mixture.expectations(
          strata.others, range: others[index - candidates.count], mayMatch: false,
          levelCounts: strata.levelCounts)
    }
    var sums = TiedExpectations(
      levelCounts: strata.levelCounts, classCount: mixture.shares.count)
    for part in parts { sums.add(part) }
    return sums
  }

  private func update(
    _ mixture: inout TiedMixture, _ sums: TiedExpectations, matches: Double, strata: Strata
  ) {
    for (position, comparison) in comparisons.enumerated() {
      mixture.m[position] = matchProbabilities(sums.matches[position], comparison)
      mixture.u[position] = strangerProbabilities(
        sums.strangers[position], towards: strata.overallU[position])
    }
    mixture.shares[0] = matches / strata.total
    for number in 1..<mixture.shares.count {
      mixture.shares[number] = (sums.classes[number] + 0.5) / strata.total
    }
  }

  // MARK: - M-step

  /// m of one comparison from expected matches at each level, index 0 missing.
  package func matchProbabilities(
    _ counts: [Double], _ comparison: ComparisonStart
  ) -> [Double] {
    let known = counts.dropFirst().reduce(0, +)
    var m = zip(counts.dropFirst(), comparison.mProbabilities).map { count, start in
      max(smallestM, (count + mPseudoCount * start) / (known + mPseudoCount))
    }
    let sum = m.reduce(0, +)
    m = m.map { $0 / sum }
    let limited = comparison.limitedLevels.reduce(0.0) { $0 + m[$1 - 1] }
    if limited > comparison.largestShare {
      let scale = comparison.largestShare / limited
      let rest = (1 - comparison.largestShare) / (1 - limited)
      m = m.indices.map { m[$0] * (comparison.limitedLevels.contains($0 + 1) ? scale : rest) }
    }
    return [1] + m
  }

  /// u of one comparison from expected strangers at each level.
  package func strangerProbabilities(_ counts: [Double], towards start: [Double]) -> [Double] {
    let known = counts.dropFirst().reduce(0, +)
    let u = zip(counts.dropFirst(), start.dropFirst()).map { count, prior in
      max(smallestU, (max(0, count) + uPseudoCount * prior) / (known + uPseudoCount))
    }
    let sum = u.reduce(0, +)
    return [1] + u.map { $0 / sum }
  }

  /// Matches agree more than strangers do, or the classes are exchanged.
  private func requireLabels(_ mixture: TiedMixture) throws(ScoringError) {
    var bits = 0.0
    for (m, u) in zip(mixture.m, mixture.u) {
      let best = m.count - 1
      bits +=
        (m[best] + u[best]) / 2
        * (ElementaryFunctions.binaryLogarithm(m[best])
          - ElementaryFunctions.binaryLogarithm(u[best]))
    }
    if bits <= 0 || mixture.shares[0] > 0.5 {
      throw .labelSwitch(priorMatchProbability: mixture.shares[0], agreementBits: bits)
    }
  }

  /// Probabilities raised to a power and scaled to 1, with the missing level.
  private static func sharpened(_ probabilities: [Double], by power: Double) -> [Double] {
    let raised = probabilities.map {
      ElementaryFunctions.naturalExponential(
        power * ElementaryFunctions.naturalLogarithm(max($0, 1e-9)))
    }
    let sum = raised.reduce(0, +)
    return [1] + raised.map { $0 / sum }
  }
}

extension TiedMixture {
  /// The mixture as a model.
  package func model(
    _ outlines: [ComparisonOutline], training: TrainingRecord?
  ) -> FellegiSunterModel {
    let nonMatches = shares.dropFirst().reduce(0, +)
    let tables = classTables
    let classes = (1..<tables.count).map { number in
      NonMatchClass(
        label: number == 1 ? "strangers" : lookAlikes[number - 2].label,
        share: shares[number] / nonMatches,
        uProbabilities: tables[number].map { Array($0.dropFirst()) })
    }
    let comparisons = outlines.enumerated().map { position, outline in
      let levels = outline.levelLabels.indices.map { index in
        var average = 0.0
        for item in classes { average += item.share * item.uProbabilities[position][index] }
        return outline.level(
          index, mProbability: m[position][index + 1], uProbability: average)
      }
      return ComparisonModel(
        name: outline.name, levels: levels, termFrequency: outline.termFrequency)
    }
    return FellegiSunterModel(
      priorMatchProbability: shares[0], comparisons: comparisons,
      nonMatchClasses: lookAlikes.isEmpty ? [] : classes, training: training)
  }
}
