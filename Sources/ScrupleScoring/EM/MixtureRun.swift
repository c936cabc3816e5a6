/// One run of EM from one start.
struct MixtureRun: Sendable {
  var parameters: MixtureParameters
  /// Log-likelihood under `parameters`, in nats.
  var logLikelihood: Double
  /// Log-likelihood plus log prior under `parameters`, in nats.
  var objective: Double
  /// Objective before each iteration and after the last; it never falls.
  var trace: [Double]
  var iterations: Int
  var largestParameterChange: Double
  var relativeObjectiveChange: Double
  var hasConverged: Bool

  init(
    from start: MixtureParameters, data: PatternSlots, maximization: Maximization,
    stopping: ExpectationMaximization.Stopping
  ) {
    parameters = start
    var expected = ExpectedCounts(of: data, under: start)
    var current = expected.logLikelihood + maximization.prior.logDensity(of: start)
    trace = [current]
    iterations = 0
    largestParameterChange = .infinity
    relativeObjectiveChange = .infinity
    hasConverged = false
    while iterations < stopping.maximumIterations && !hasConverged {
      let next = maximization.parameters(from: expected, previous: parameters)
      expected = ExpectedCounts(of: data, under: next)
      let objective = expected.logLikelihood + maximization.prior.logDensity(of: next)
      iterations += 1
      largestParameterChange = next.distance(to: parameters)
      relativeObjectiveChange = abs(objective - current) / max(1, abs(objective))
      hasConverged =
        largestParameterChange <= stopping.parameterTolerance
        && relativeObjectiveChange <= stopping.logLikelihoodTolerance
      parameters = next
      current = objective
      trace.append(objective)
    }
    logLikelihood = expected.logLikelihood
    objective = current
  }
}
