import ScrupleComparison
import Testing

@testable import ScrupleScoring

@Suite(.enabled(if: SharedVectors.arePresent, SharedVectors.absence))
struct ExpectationMaximizationVectorTests {
  let start = KnownTruth.binaryModel(
    prior: 0.05, m: [Double](repeating: 0.9, count: 5), u: [Double](repeating: 0.1, count: 5))

  private func counts() throws -> AgreementPatternCounts {
    let layout = PatternLayout(levelCounts: [2, 2, 2, 2, 2])
    let rows = try SharedVectors.rows("em_expected_counts.csv")
    return AgreementPatternCounts(
      layout: layout,
      patterns: try rows.map { row in
        layout.pattern(levels: try (0..<5).map { Int(try row.number("g\($0)")) + 1 })
      },
      counts: try rows.map { try $0.number("count") })
  }

  private func expect(
    _ model: FellegiSunterModel, equals row: [String: String], prior: String,
    tolerance: Double
  ) throws {
    #expect(isClose(model.priorMatchProbability, try row.number(prior), tolerance))
    for field in 0..<5 {
      #expect(isClose(model.agreeing.m[field], try row.number("m\(field)"), tolerance))
      #expect(isClose(model.agreeing.u[field], try row.number("u\(field)"), tolerance))
    }
  }

  @Test func ourExpectedCountsAreThoseOfTheVectors() throws {
    let theirs = try counts()
    let ours = KnownTruth.binaryCounts().counts
    #expect(ours.patterns == theirs.patterns)
    for (a, b) in zip(ours.counts, theirs.counts) { #expect(isClose(a, b)) }
  }

  @Test func firstIteratesAreThoseOfTheVectors() throws {
    let trainer = ExpectationMaximization(
      outlines: KnownTruth.binaryOutlines, options: .vectors(from: start))
    let iterates = trainer.iterates(try counts(), from: start, iterations: 5)
    for (row, iterate) in zip(
      try SharedVectors.rows("em_trace_first_iterations.csv"), iterates)
    {
      try expect(iterate.model, equals: row, prior: "lambda", tolerance: 1e-9)
      #expect(isClose(iterate.logLikelihood, try row.number("loglik")))
    }
    #expect(iterates.count == 6)
  }

  @Test(arguments: [false, true])
  func expectedCountsGiveTheTruthBack(uIsFixed: Bool) throws {
    var options = ExpectationMaximization.Options.vectors(from: start)
    if uIsFixed { options.uProbabilities = KnownTruth.u.map { .fixed([1 - $0, $0]) } }
    let fit = try ExpectationMaximization(
      outlines: KnownTruth.binaryOutlines, options: options
    ).fit(try counts())
    let run = uIsFixed ? "fixed_true_u_start_m.9_l.05" : "free_u_start_m.9_u.1_l.05"
    let row = try #require(
      try SharedVectors.rows("em_expected_fit.csv").first { $0["run"] == run })
    try expect(fit.model, equals: row, prior: "lambda", tolerance: 1e-9)
    let record = try #require(fit.model.training)
    #expect(isClose(record.logLikelihood, try row.number("loglik_last")))
    #expect(isClose(fit.objectiveTrace[0], try row.number("loglik_first")))
    #expect(record.startsThatAgreed == 1)
    #expect(abs(record.iterations - Int(try row.number("iterations"))) <= 5)
    for (before, after) in zip(fit.objectiveTrace, fit.objectiveTrace.dropFirst()) {
      #expect(after >= before - 1e-9 * abs(before))
    }
  }

  @Test func exchangedLabelsAreRefusedAndCanBeRighted() throws {
    let bad = KnownTruth.binaryModel(
      prior: 0.05, m: [Double](repeating: 0.1, count: 5),
      u: [Double](repeating: 0.9, count: 5))
    var options = ExpectationMaximization.Options.vectors(from: bad)
    var trainer = ExpectationMaximization(
      outlines: KnownTruth.binaryOutlines, options: options)
    let error = #expect(throws: ScoringError.self) { try trainer.fit(try counts()) }
    guard case .labelSwitch(let prior, let bits)? = error else {
      Issue.record("expected a label switch, got \(String(describing: error))")
      return
    }
    #expect(isClose(prior, 0.998))
    #expect(bits < 0)

    options.labelSwitch = .relabel
    trainer.options = options
    let model = try trainer.fit(try counts()).model
    #expect(isClose(model.priorMatchProbability, 0.002, 1e-6))
    for field in 0..<5 { #expect(isClose(model.agreeing.m[field], KnownTruth.m[field], 1e-6)) }
  }

  @Test func dependenceAmongNonMatchesBiasesTheClaimsAsInTheVectors() throws {
    let rows = try SharedVectors.rows("em_dependence_bias.csv")
    #expect(rows.count == 10)
    for row in rows {
      let (counts, matches) = KnownTruth.binaryCounts(
        correlation: try row.number("rho_nonmatch_f0_f1"))
      var options = ExpectationMaximization.Options.vectors(from: start)
      if row["run"] == "fixed_u" {
        options.uProbabilities = KnownTruth.u.map { .fixed([1 - $0, $0]) }
      }
      let model = try ExpectationMaximization(
        outlines: KnownTruth.binaryOutlines, options: options
      ).fit(counts).model
      try expect(model, equals: row, prior: "lambda_hat", tolerance: 1e-9)
      let rates = try falseDiscovery(model, counts, matches: matches)
      #expect(isClose(rates.claimed, try row.number("model_claimed_fdr_post_ge_0.9")))
      #expect(isClose(rates.truth, try row.number("true_fdr_post_ge_0.9")))
    }
  }

  @Test func samplesOfTwoHundredThousandPairsStayWithinFiveDeviations() throws {
    let tolerances = Dictionary(
      uniqueKeysWithValues: try SharedVectors.rows("em_sampling_tolerance.csv").map {
        ($0["param"] ?? "", try $0.number("suggested_tol_5sd"))
      })
    let sample = KnownTruth.draw(
      KnownTruth.binaryModel(), pairs: 200_000, missing: [0, 0, 0, 0, 0], seed: 20)
    var options = ExpectationMaximization.Options()
    options.uProbabilities = KnownTruth.u.map { .fixed([1 - $0, $0]) }
    let model = try ExpectationMaximization(
      outlines: KnownTruth.binaryOutlines, options: options
    ).fit(sample).model
    let prior = try #require(tolerances["lambda"])
    #expect(abs(model.priorMatchProbability - KnownTruth.prior) <= prior)
    for field in 0..<5 {
      let tolerance = try #require(tolerances["m\(field)"])
      #expect(abs(model.agreeing.m[field] - KnownTruth.m[field]) <= tolerance)
    }
  }
}
