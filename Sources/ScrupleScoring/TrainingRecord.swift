/// How a model was trained, kept with the model.
public struct TrainingRecord: Codable, Sendable, Equatable {
  /// Number (or weight) of pairs learned from.
  public var pairs: Double
  /// Iterations of the start that was kept, with those under the monotone constraint.
  public var iterations: Int
  /// Log-likelihood of the pairs under the model, in nats, without the Dirichlet prior.
  public var logLikelihood: Double
  /// Log-likelihood plus the log of the Dirichlet prior (up to a constant), in nats.
  public var penalizedLogLikelihood: Double
  /// Number of starts tried.
  public var starts: Int
  /// Number of starts that ended at the kept optimum, itself included.
  public var startsThatAgreed: Int
  /// Number of starts that ended with matches and non-matches exchanged.
  public var startsLabelSwitched: Int
  /// Number of starts that reached the iteration cap.
  public var startsNotConverged: Int
  /// What a reader must know before trusting the model, in words.
  public var warnings: [String]

  /// Makes a record.
  public init(
    pairs: Double, iterations: Int, logLikelihood: Double, penalizedLogLikelihood: Double,
    starts: Int, startsThatAgreed: Int, startsLabelSwitched: Int, startsNotConverged: Int,
    warnings: [String]
  ) {
    self.pairs = pairs
    self.iterations = iterations
    self.logLikelihood = logLikelihood
    self.penalizedLogLikelihood = penalizedLogLikelihood
    self.starts = starts
    self.startsThatAgreed = startsThatAgreed
    self.startsLabelSwitched = startsLabelSwitched
    self.startsNotConverged = startsNotConverged
    self.warnings = warnings
  }
}
