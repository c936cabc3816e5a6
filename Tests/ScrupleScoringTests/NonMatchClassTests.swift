import ScrupleComparison
import Testing

@testable import ScrupleScoring

/// Matches, unrelated people and kin (same surname and address, other given name and
/// birth date).
struct NonMatchClassTests {
  static let m = [0.95, 0.93, 0.92, 0.8, 0.85, 0.9]
  static let unrelated = [0.01, 0.005, 0.002, 0.001, 0.02, 0.05]
  static let kin = [0.02, 0.9, 0.005, 0.75, 0.7, 0.3]
  static let shares = [0.004, 0.976, 0.02]

  static var truth: FellegiSunterModel {
    let model = KnownTruth.binaryModel(prior: shares[0], m: m, u: unrelated)
    return FellegiSunterModel(
      priorMatchProbability: shares[0], comparisons: model.comparisons,
      nonMatchClasses: [
        NonMatchClass(
          label: "unrelated", share: shares[1] / (1 - shares[0]),
          uProbabilities: unrelated.map { [1 - $0, $0] }),
        NonMatchClass(
          label: "kin", share: shares[2] / (1 - shares[0]),
          uProbabilities: kin.map { [1 - $0, $0] }),
      ])
  }

  static let outlines = (0..<6).map {
    ComparisonOutline(name: "f\($0)", levelLabels: ["different", "equal"])
  }

  /// Expected counts under the three classes, and those of the matches alone.
  static func expectedCounts(
    total: Double = 1e6
  ) -> (counts: AgreementPatternCounts, matches: [Double]) {
    let layout = PatternLayout(levelCounts: [Int](repeating: 2, count: 6))
    var patterns: [UInt64] = []
    var counts: [Double] = []
    var matches: [Double] = []
    for code in 0..<64 {
      let agrees = (0..<6).map { code >> $0 & 1 == 1 }
      let parts = zip(shares, [m, unrelated, kin]).map { share, table in
        zip(agrees, table).reduce(total * share) { $0 * ($1.0 ? $1.1 : 1 - $1.1) }
      }
      patterns.append(layout.pattern(levels: agrees.map { $0 ? 2 : 1 }))
      counts.append(parts.reduce(0, +))
      matches.append(parts[0])
    }
    return (
      AgreementPatternCounts(layout: layout, patterns: patterns, counts: counts), matches
    )
  }

  private func fit(
    _ counts: AgreementPatternCounts, classes: Int
  ) throws -> FellegiSunterModel {
    var options = ExpectationMaximization.Options()
    options.nonMatchClassCount = classes
    options.nonMatchClassLabels = ["unrelated", "kin"]
    options.startCount = 3
    return try ExpectationMaximization(outlines: Self.outlines, options: options)
      .fit(counts).model
  }

  @Test func twoClassesOfNonMatchesClaimTruerErrorRatesThanOne() throws {
    let (counts, matches) = Self.expectedCounts()
    let one = try falseDiscovery(fit(counts, classes: 1), counts, matches: matches)
    let two = try falseDiscovery(fit(counts, classes: 2), counts, matches: matches)
    #expect(abs(two.claimed - two.truth) < 0.1 * abs(one.claimed - one.truth))
    #expect(abs(two.claimed - two.truth) < 0.005)
    #expect(two.truth < one.truth)
  }

  @Test func twoClassesAreBetterOnASampleToo() throws {
    let sample = KnownTruth.draw(
      Self.truth, pairs: 150_000, missing: [Double](repeating: 0, count: 6), seed: 6)
    let (exact, matches) = Self.expectedCounts()
    let one = try falseDiscovery(fit(sample, classes: 1), exact, matches: matches)
    let two = try falseDiscovery(fit(sample, classes: 2), exact, matches: matches)
    #expect(abs(two.claimed - two.truth) < abs(one.claimed - one.truth))
  }

  @Test func theClassesAreRecoveredFromExpectedCounts() throws {
    let (counts, _) = Self.expectedCounts()
    let model = try fit(counts, classes: 2)
    let found = try #require(model.nonMatchClasses.last)
    #expect(found.label == "kin")
    #expect(abs(found.share - Self.shares[2] / (1 - Self.shares[0])) <= 1e-3)
    for field in 0..<6 {
      #expect(abs(found.uProbabilities[field][1] - Self.kin[field]) <= 5e-3)
      #expect(abs(model.agreeing.m[field] - Self.m[field]) <= 5e-3)
    }
  }

  @Test func aClassTooManyDoesNotSpoilTheClaims() throws {
    // Truth has one kind of non-match; the second must not eat into the matches.
    let model = KnownTruth.binaryModel(prior: 0.01, m: Self.m, u: Self.unrelated)
    let sample = KnownTruth.draw(
      model, pairs: 100_000, missing: [Double](repeating: 0, count: 6), seed: 9)
    for classes in 1...2 {
      let found = try fit(sample, classes: classes)
      #expect(abs(found.priorMatchProbability - 0.01) <= 0.002)
      for field in 0..<6 { #expect(abs(found.agreeing.m[field] - Self.m[field]) <= 0.08) }
    }
  }

  @Test func sampledUHoldsForUnrelatedPairsOnly() throws {
    var options = ExpectationMaximization.Options()
    options.nonMatchClassCount = 2
    options.startCount = 2
    options.uProbabilities = Self.unrelated.map { .fixed([1 - $0, $0]) }
    let model = try ExpectationMaximization(outlines: Self.outlines, options: options)
      .fit(Self.expectedCounts().counts).model
    for field in 0..<6 {
      #expect(model.nonMatchClasses[0].uProbabilities[field][1] == Self.unrelated[field])
      #expect(abs(model.nonMatchClasses[1].uProbabilities[field][1] - Self.kin[field]) <= 5e-3)
    }
  }

  @Test func residualsPointAtTheFieldsThatHangTogether() throws {
    let (counts, _) = Self.expectedCounts()
    let two = try fit(counts, classes: 2).pairwiseResiduals(in: counts)
    let one = try fit(counts, classes: 1).pairwiseResiduals(in: counts)
    #expect(abs(try #require(two.first).standardized) < 1)
    #expect(abs(try #require(one.first).standardized) > 10)
    // Dependence built in by hand: fields 0 and 1 among non-matches.
    let (dependent, _) = KnownTruth.binaryCounts(correlation: 0.3)
    let residuals = try KnownTruth.binaryModel().pairwiseResiduals(in: dependent)
    #expect(try #require(residuals.first).comparisons == (0, 1))
  }

  @Test func ratiosOfAMixtureAreThoseOfItsDefinition() throws {
    let table = try WeightTable(Self.truth)
    #expect(table.hasNonMatchClasses)
    for code in 0..<729 {
      var (rest, levels) = (code, [Int]())
      for _ in 0..<6 {
        levels.append(rest % 3)
        rest /= 3
      }
      var (pm, pu) = (1.0, 0.0)
      for (field, level) in levels.enumerated() where level > 0 {
        pm *= level == 2 ? Self.m[field] : 1 - Self.m[field]
      }
      for (share, u) in zip(Self.shares.dropFirst(), [Self.unrelated, Self.kin]) {
        var product = share / (1 - Self.shares[0])
        for (field, level) in levels.enumerated() where level > 0 {
          product *= level == 2 ? u[field] : 1 - u[field]
        }
        pu += product
      }
      let want = MatchWeight(mProbability: pm, uProbability: pu).bits
      let got = table.logLikelihoodRatio(of: table.layout.pattern(levels: levels))
      #expect(isClose(got, want))
    }
  }

  @Test func aLoneClassScoresAsThePlainModel() throws {
    let plain = KnownTruth.binaryModel()
    var mixture = plain
    mixture.nonMatchClasses = [
      NonMatchClass(
        label: "unrelated", share: 1, uProbabilities: KnownTruth.u.map { [1 - $0, $0] })
    ]
    let tables = (try WeightTable(plain), try WeightTable(mixture))
    for pattern in KnownTruth.binaryCounts().counts.patterns {
      #expect(isClose(tables.0.weight(of: pattern), tables.1.weight(of: pattern)))
    }
  }
}
