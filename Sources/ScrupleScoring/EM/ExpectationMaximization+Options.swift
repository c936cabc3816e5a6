extension ExpectationMaximization {
  /// When a start counts as converged.
  public struct Stopping: Sendable, Equatable {
    /// Largest change of any probability in the last iteration.
    public var parameterTolerance: Double
    /// Largest relative change of the (penalized) log-likelihood in the last iteration.
    public var logLikelihoodTolerance: Double
    /// Iterations after which a start is given up.
    public var maximumIterations: Int

    /// Makes a rule; both tolerances must be met.
    public init(
      parameterTolerance: Double = 1e-7, logLikelihoodTolerance: Double = 1e-11,
      maximumIterations: Int = 5000
    ) {
      self.parameterTolerance = parameterTolerance
      self.logLikelihoodTolerance = logLikelihoodTolerance
      self.maximumIterations = maximumIterations
    }
  }

  /// Whether the u probabilities of a comparison are learned.
  public enum UTreatment: Sendable, Equatable {
    /// Learned from the patterns.
    case free
    /// Held at these values, worst level first, as estimated from random pairs. With
    /// several non-match classes they hold for the first, unrelated people, since
    /// almost all random pairs are unrelated.
    case fixed([Double])
  }

  /// Whether the prior match probability is learned.
  public enum PriorTreatment: Sendable, Equatable {
    /// Learned, starting from about this value.
    case free(start: Double)
    /// Held at this value.
    case fixed(Double)

    var start: Double {
      switch self {
      case .free(let value), .fixed(let value): value
      }
    }
  }

  /// What to do when matches and non-matches come out exchanged.
  public enum LabelSwitchTreatment: Sendable, Equatable {
    /// Drop that start; if all starts go, throw `ScoringError.labelSwitch`.
    case refuse
    /// Exchange the labels and go on from there, unless u or the prior is fixed.
    case relabel
  }

  /// What to do when a worse level weighs more than a better one.
  public enum MonotoneWeights: Sendable, Equatable {
    /// Say so in the training record.
    case warn
    /// Hold u and refit m under the constraint, and say so in the training record.
    case enforce
  }

  /// How the model is trained.
  public struct Options: Sendable, Equatable {
    /// Treatment of u per comparison; empty means all free.
    public var uProbabilities: [UTreatment] = []
    /// Treatment of the prior match probability.
    public var prior: PriorTreatment = .free(start: 0.01)
    /// A prior match probability learned above this counts as a label switch.
    public var maximumPriorMatchProbability = 0.5
    /// Range in which the prior is plausible, say 1/max(N, M) to min(N, M)/NM; outside it
    /// the record warns.
    public var plausiblePriorMatchProbabilities: ClosedRange<Double>?
    /// Pairs added to the matches of each comparison, most on the best level and each
    /// worse level a quarter of the one above.
    public var mPseudoCount = 2.0
    /// Pairs added to the non-matches of each comparison, evenly over its levels.
    public var uPseudoCount = 1.0
    /// Number of kinds of non-match. Each adds a whole set of u probabilities, so take
    /// more than 1 only with many comparisons and pairs.
    public var nonMatchClassCount = 1
    /// What the kinds of non-match are called, most frequent first.
    public var nonMatchClassLabels: [String] = []
    /// Number of random starts.
    public var startCount = 10
    /// Seed of the random starts.
    public var seed: UInt64 = 1
    /// Starts to use instead of random ones; their levels must fit the patterns.
    public var startingModels: [FellegiSunterModel] = []
    /// When a start has converged.
    public var stopping = Stopping()
    /// What to do with exchanged labels.
    public var labelSwitch = LabelSwitchTreatment.refuse
    /// What to do when weights do not fall as agreement gets worse.
    public var monotoneWeights = MonotoneWeights.warn
    /// Smallest m or u probability.
    public var smallestProbability = 1e-9

    /// The default options.
    public init() {}
  }
}

extension ExpectationMaximization.Options {
  func validate(levelCounts: [Int]) throws(ScoringError) {
    func require(_ holds: Bool, _ name: String, _ expected: String) throws(ScoringError) {
      if !holds { throw .invalidOption(name: name, expected: expected) }
    }
    let start = prior.start
    try require(start > 0 && start < 1, "prior", "strictly between 0 and 1")
    try require(
      maximumPriorMatchProbability > 0 && maximumPriorMatchProbability <= 1,
      "maximumPriorMatchProbability", "above 0 and at most 1")
    try require(mPseudoCount >= 0 && mPseudoCount.isFinite, "mPseudoCount", "at least 0")
    try require(uPseudoCount >= 0 && uPseudoCount.isFinite, "uPseudoCount", "at least 0")
    try require(nonMatchClassCount >= 1, "nonMatchClassCount", "at least 1")
    try require(
      startCount >= 1 || !startingModels.isEmpty, "startCount", "at least 1")
    try require(stopping.maximumIterations >= 1, "maximumIterations", "at least 1")
    try require(
      smallestProbability > 0 && smallestProbability < 1e-2, "smallestProbability",
      "above 0 and below 0.01")
    try require(
      uProbabilities.isEmpty || uProbabilities.count == levelCounts.count,
      "uProbabilities", "one entry per comparison, \(levelCounts.count)")
    for (treatment, count) in zip(uProbabilities, levelCounts) {
      guard case .fixed(let values) = treatment else { continue }
      let sum = values.reduce(0, +)
      try require(
        values.count == count && values.allSatisfy { $0 > 0 && $0 <= 1 }
          && abs(sum - 1) <= 1e-6,
        "uProbabilities", "\(count) positive values that add up to 1")
    }
    for model in startingModels {
      try model.validate()
      if model.levelCounts != levelCounts {
        throw .layoutMismatch(
          expectedLevelCounts: levelCounts, foundLevelCounts: model.levelCounts)
      }
      try require(
        max(1, model.nonMatchClasses.count) == nonMatchClassCount, "startingModels",
        "\(nonMatchClassCount) classes of non-matches")
    }
  }

  /// Whether u of a comparison (in the first class of non-matches) is learned.
  func learnsU(of comparison: Int) -> Bool {
    uProbabilities.isEmpty || uProbabilities[comparison] == .free
  }

  var learnsPrior: Bool {
    if case .free = prior { return true }
    return false
  }

  /// Whether every parameter is free, so that classes may change places.
  var isSymmetric: Bool {
    learnsPrior && uProbabilities.allSatisfy { $0 == .free }
  }

  /// Labels of the non-match classes, made up where none are given.
  var classLabels: [String] {
    (0..<nonMatchClassCount).map { index in
      if index < nonMatchClassLabels.count { return nonMatchClassLabels[index] }
      return index == 0 ? "unrelated" : "look-alikes \(index)"
    }
  }
}
