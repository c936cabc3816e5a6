import ScrupleStatistics

/// How well probabilities of listed pairs fit what came true.
///
/// Intervals of the ranges have persons as clusters. Spiegelhalter's z takes pairs as independent,
/// so that it overstates how sure a misfit is.
public struct CalibrationFigures: Sendable, Equatable, Codable {
  /// Listed pairs with a probability.
  public let pairs: Int
  /// Matches that the probabilities expect among them: their sum.
  public let claimedMatches: Double
  /// Matches among them.
  public let matches: Int
  /// Ten ranges of probability, those without pairs too.
  public let bins: [ReliabilityBin]
  /// The mean squared distance of probability and truth (Brier 1950); nil without pairs.
  @NullEncoded public private(set) var brierScore: Double?
  /// The mean distance of mean probability and observed share over the ranges; nil without pairs.
  @NullEncoded public private(set) var expectedCalibrationError: Double?
  /// The shift of the log-odds that would fit best, together with the slope (Cox 1958); nil where
  /// there is no finite one.
  @NullEncoded public private(set) var intercept: Double?
  /// The stretch of the log-odds that would fit best: below 1 the probabilities are too extreme.
  @NullEncoded public private(set) var slope: Double?
  /// The shift with the slope held at 1: below 0 the probabilities are too high.
  @NullEncoded public private(set) var interceptAtSlopeOne: Double?
  /// Spiegelhalter's z: beyond 2 in size, chance alone does not explain the misfit; nil where all
  /// probabilities are 0, 1/2 or 1.
  @NullEncoded public private(set) var spiegelhalterZ: Double?

  init(_ judged: [JudgedLinks.Pair], _ persons: PersonClusters, level: Double) {
    let data = ScoredOutcomes(
      scores: judged.map(\.link.probability), outcomes: judged.map(\.isTrue))
    pairs = judged.count
    var claimed = CompensatedSum()
    for score in data.scores { claimed.add(score) }
    claimedMatches = claimed.value
    matches = data.positives
    bins = ReliabilityBin.table(judged, persons, count: 10, level: level)
    brierScore = data.brierScore
    expectedCalibrationError = ReliabilityTable(data, level: level).expectedError
    let line = try? CalibrationLine(data)
    intercept = line?.intercept
    slope = line?.slope
    interceptAtSlopeOne = line?.interceptAtSlopeOne
    spiegelhalterZ = data.spiegelhalterZ
  }
}
