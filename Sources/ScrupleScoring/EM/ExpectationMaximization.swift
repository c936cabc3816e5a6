import ScrupleComparison

/// Learns m, u and the prior match probability from counts of agreement patterns,
/// without labels.
///
/// E-step: the probability of each class given each pattern. M-step: m, u and the shares
/// as weighted means, a missing level being left out of its own comparison (missing at
/// random). The cost is patterns x iterations, not pairs. Convergence is not validity:
/// when fields of non-matches hang together, the error rates the model claims can be
/// wrong by a factor of a hundred. Use the model to rank and labels to measure.
/// - Source: Dempster, Laird & Rubin 1977; Winkler 1988; Enamorado, Fifield & Imai 2019
///   for pattern counts; Larsen & Rubin 2001 for more than two classes.
public struct ExpectationMaximization: Sendable, Equatable {
  /// Names of the comparisons and levels, in the order of the layout.
  public var outlines: [ComparisonOutline]
  /// How to train.
  public var options: Options

  /// Makes a trainer.
  public init(outlines: [ComparisonOutline], options: Options = Options()) {
    self.outlines = outlines
    self.options = options
  }

  /// A trained model and how it was reached.
  public struct Fit: Sendable, Equatable {
    /// The model with its training record.
    public let model: FellegiSunterModel
    /// Penalized log-likelihood before each iteration and after the last of the start that
    /// was kept; it never falls. A refit under the monotone constraint is not in it.
    public let objectiveTrace: [Double]
  }

  /// Trains a model.
  ///
  /// The same counts give the same model to the bit, in whatever order they came.
  ///
  /// - Throws: `ScoringError.layoutMismatch`, `.invalidOption` or `.noPairs` for
  ///   unusable input; `.notConverged` if the best start hits the iteration cap;
  ///   `.labelSwitch` if matches and non-matches came out exchanged in every start.
  /// - Complexity: O(starts x iterations x patterns x comparisons x classes).
  public func fit(_ counts: AgreementPatternCounts) throws(ScoringError) -> Fit {
    try validate(counts)
    let data = PatternSlots(counts)
    if !(data.total > 0) { throw .noPairs }
    let runs = StartingPoints(data: data, options: options).all().map { run($0, on: data) }
    let best = try bestRun(of: runs)
    var record = TrainingRecord(best: best, runs: runs, data: data, options: options)
    var parameters = best.parameters
    let violations = MonotoneViolation.all(in: parameters)
    if options.monotoneWeights == .enforce && !violations.isEmpty {
      let refit = try monotoneRun(from: parameters, on: data)
      parameters = refit.parameters
      record.iterations += refit.iterations
      record.logLikelihood = refit.logLikelihood
      record.penalizedLogLikelihood = refit.objective
    }
    record.warnings += TrainingWarnings(
      outlines: outlines, options: options, data: data, parameters: parameters
    ).all(violations: violations)
    let model = parameters.model(
      outlines: outlines, classLabels: options.classLabels, training: record)
    return Fit(model: model, objectiveTrace: best.trace)
  }

  private func validate(_ counts: AgreementPatternCounts) throws(ScoringError) {
    let expected = outlines.map(\.levelLabels.count)
    if expected != counts.layout.levelCounts {
      throw .layoutMismatch(
        expectedLevelCounts: expected, foundLevelCounts: counts.layout.levelCounts)
    }
    try options.validate(levelCounts: expected)
  }
}

// MARK: - Runs

extension ExpectationMaximization {
  /// The parameters after each of the first iterations from one start, the start included.
  package func iterates(
    _ counts: AgreementPatternCounts, from start: FellegiSunterModel, iterations: Int
  ) -> [(model: FellegiSunterModel, logLikelihood: Double)] {
    let data = PatternSlots(counts)
    let step = maximization(on: data)
    var parameters = MixtureParameters(start)
    var result: [(FellegiSunterModel, Double)] = []
    for _ in 0...iterations {
      let expected = ExpectedCounts(of: data, under: parameters)
      let model = parameters.model(
        outlines: outlines, classLabels: options.classLabels, training: nil)
      result.append((model, expected.logLikelihood))
      parameters = step.parameters(from: expected, previous: parameters)
    }
    return result
  }

  private func maximization(on data: PatternSlots) -> Maximization {
    let prior = MixturePrior(
      data: data, mPseudoCount: options.mPseudoCount,
      uPseudoCount: options.uPseudoCount)
    let learnsU = outlines.indices.map { options.learnsU(of: $0) }
    return Maximization(
      prior: prior, clamp: options.smallestProbability,
      freedom: Maximization.Freedom(prior: options.learnsPrior, firstClassU: learnsU))
  }

  private func run(_ start: MixtureParameters, on data: PatternSlots) -> MixtureRun {
    let step = maximization(on: data)
    var result = MixtureRun(
      from: start, data: data, maximization: step, stopping: options.stopping)
    let mayRelabel = options.labelSwitch == .relabel && options.isSymmetric
    if mayRelabel && result.parameters.hasSwitchedLabels {
      result = MixtureRun(
        from: result.parameters.relabeled, data: data, maximization: step,
        stopping: options.stopping)
    }
    if options.isSymmetric { result.parameters.sortNonMatchClasses() }
    return result
  }

  private func bestRun(of runs: [MixtureRun]) throws(ScoringError) -> MixtureRun {
    var best: MixtureRun?
    for run in runs where !options.isSwitched(run.parameters) {
      if run.objective > best?.objective ?? -.infinity { best = run }
    }
    guard let best else {
      let first = runs[0].parameters
      throw .labelSwitch(
        priorMatchProbability: first.priorMatchProbability,
        agreementBits: first.agreementBits)
    }
    try requireConverged(best)
    return best
  }

  private func requireConverged(_ run: MixtureRun) throws(ScoringError) {
    guard !run.hasConverged else { return }
    throw .notConverged(
      iterations: run.iterations, largestParameterChange: run.largestParameterChange,
      relativeLogLikelihoodChange: run.relativeObjectiveChange)
  }

  /// Refits m (and the prior) with u held and the order of weights imposed.
  ///
  /// u is held because only then is every step an exact constrained maximum, so that the
  /// objective still never falls.
  private func monotoneRun(
    from parameters: MixtureParameters, on data: PatternSlots
  ) throws(ScoringError) -> MixtureRun {
    var step = maximization(on: data)
    step.freedom.firstClassU = outlines.map { _ in false }
    step.freedom.furtherClassU = false
    step.freedom.nonMatchShares = false
    step.freedom.monotoneM = true
    let expected = ExpectedCounts(of: data, under: parameters)
    let feasible = step.parameters(from: expected, previous: parameters)
    let run = MixtureRun(
      from: feasible, data: data, maximization: step, stopping: options.stopping)
    try requireConverged(run)
    return run
  }
}

extension ExpectationMaximization.Options {
  func isSwitched(_ parameters: MixtureParameters) -> Bool {
    let isTooLarge =
      learnsPrior && parameters.priorMatchProbability > maximumPriorMatchProbability
    return isTooLarge || parameters.hasSwitchedLabels
  }
}

extension MixtureParameters {
  /// Puts the non-match classes in descending order of share, so that runs can be compared.
  mutating func sortNonMatchClasses() {
    let order = shares.indices.dropFirst().sorted { shares[$0] > shares[$1] }
    shares = [shares[0]] + order.map { shares[$0] }
    tables = [tables[0]] + order.map { tables[$0] }
  }
}

extension TrainingRecord {
  fileprivate init(
    best: MixtureRun, runs: [MixtureRun], data: PatternSlots,
    options: ExpectationMaximization.Options
  ) {
    // A thousandth of a nat is nothing next to what one pair can change.
    let sameObjective = 1e-3 + 1e-9 * abs(best.objective)
    let valid = runs.filter { !options.isSwitched($0.parameters) }
    let agreed = valid.filter {
      abs($0.objective - best.objective) <= sameObjective
        && $0.parameters.distance(to: best.parameters) <= 1e-2
    }
    self.init(
      pairs: data.total, iterations: best.iterations, logLikelihood: best.logLikelihood,
      penalizedLogLikelihood: best.objective, starts: runs.count,
      startsThatAgreed: agreed.count, startsLabelSwitched: runs.count - valid.count,
      startsNotConverged: runs.count { !$0.hasConverged }, warnings: [])
    if agreed.count < runs.count {
      warnings.append(
        "Only \(agreed.count) of \(runs.count) starts ended at the model that was kept; "
          + "\(runs.count - valid.count) exchanged matches and non-matches.")
    }
  }
}
