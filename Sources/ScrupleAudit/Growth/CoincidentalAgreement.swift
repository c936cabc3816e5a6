import ScrupleStatistics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many pairs of one left and one right record share something, and how they lean on records.
public struct SharedPairs: Sendable, Equatable {
  /// Pairs, true pairs included.
  public var pairs: Int
  /// True pairs among them.
  public var truePairs: Int
  /// The sum over left records of the squared number of their pairs.
  public var leftSquares: Double
  /// The sum over right records of the squared number of their pairs.
  public var rightSquares: Double

  /// Creates counts.
  public init(
    pairs: Int = 0, truePairs: Int = 0, leftSquares: Double = 0, rightSquares: Double = 0
  ) {
    self.pairs = pairs
    self.truePairs = truePairs
    self.leftSquares = leftSquares
    self.rightSquares = rightSquares
  }

  /// Pairs of different people.
  public var nonMatching: Int { pairs - truePairs }

  /// The two-way clustered variance of the count (Cameron, Gelbach & Miller 2011), at least the
  /// largest of the one-way and the independent variance.
  func variance(left: Int, right: Int) -> Double {
    guard left > 0, right > 0 else { return 0 }
    let t = Double(pairs)
    let perLeft = leftSquares - t * t / Double(left)
    let perRight = rightSquares - t * t / Double(right)
    let perPair = t - t * t / Double(left) / Double(right)
    return max(perLeft + perRight - perPair, perLeft, perRight, perPair, 0)
  }
}

/// What a survey of names and birth dates counted, over labelled records that have all of them.
public struct CoincidenceCounts: Sendable, Equatable {
  /// Left records with a full name and a full birth date.
  public var leftRecords: Int
  /// Right records with both.
  public var rightRecords: Int
  /// True pairs among those records.
  public var truePairs: Int
  /// Pairs with the same full name.
  public var sameName: SharedPairs
  /// Pairs with the same birth date.
  public var sameDate: SharedPairs
  /// Pairs with both, the squares over non-matching pairs only.
  public var sameBoth: SharedPairs
  /// The sum over years of birth of the non-matching pairs with one name and that year, times the
  /// share of one date among non-matching pairs of that year.
  public var expectedGivenYear: Double

  /// Creates counts.
  public init(
    leftRecords: Int, rightRecords: Int, truePairs: Int, sameName: SharedPairs,
    sameDate: SharedPairs, sameBoth: SharedPairs, expectedGivenYear: Double
  ) {
    self.leftRecords = leftRecords
    self.rightRecords = rightRecords
    self.truePairs = truePairs
    self.sameName = sameName
    self.sameDate = sameDate
    self.sameBoth = sameBoth
    self.expectedGivenYear = expectedGivenYear
  }
}

/// How many strangers share a full name and a birth date by chance, beside how many do.
///
/// Expected is the number of non-matching pairs of one name, times the chance that a non-matching
/// pair has one birth date: both from the files themselves. That takes names and birth dates as
/// independent.
/// - Source: McDonald & Levitt 2008; Goel, Meredith, Morse, Rothschild & Shirani-Mehr 2020.
public struct CoincidentalAgreement: Sendable, Equatable, Codable {
  /// A number with its limits.
  public struct Estimate: Sendable, Equatable, Codable {
    /// The number.
    public let estimate: Double
    /// The lower limit.
    public let lower: Double
    /// The upper limit.
    public let upper: Double

    func times(_ factor: Double) -> Estimate {
      Estimate(estimate: estimate * factor, lower: lower * factor, upper: upper * factor)
    }
  }

  /// The expected number against a registry of another size.
  public struct Projection: Sendable, Equatable, Codable {
    /// Records of that registry.
    public let records: Int
    /// Pairs of strangers that agree by chance.
    public let expected: Estimate
    /// How many for each left record.
    public let perSearch: Double
    /// What is assumed.
    public let assumption: String
  }

  /// Left records with a full name and a full birth date.
  public let leftRecords: Int
  /// Right records with both.
  public let rightRecords: Int
  /// Non-matching pairs with the same given name and surname.
  public let namePairs: Int
  /// The chance that a non-matching pair has one birth date; nil without pairs.
  @NullEncoded public private(set) var dateAgreement: Double?
  /// How many birth dates there effectively are: the inverse of that chance.
  @NullEncoded public private(set) var effectiveDates: Double?
  /// The expected number of non-matching pairs that agree on both; nil without pairs.
  @NullEncoded public private(set) var expected: Estimate?
  /// The same with the years of birth of each name as they are: names come in and out of use.
  @NullEncoded public private(set) var expectedGivenYear: Double?
  /// The confidence level of the limits.
  public let level: Double
  /// How the limits of `expected` were made.
  public let method: String
  /// Non-matching pairs that agree on both, among non-matching pairs.
  public let observed: Rate
  /// Observed over expected; nil where nothing is expected.
  @NullEncoded public private(set) var observedOverExpected: Double?
  /// The expected number at another size, where one was asked for.
  @NullEncoded public private(set) var projection: Projection?
  /// Records of the registry, those without a full name or date too.
  public let registryRecords: Int

  /// Computes what is expected.
  ///
  /// - Parameter registryRecords: all records of the right file.
  public init(_ counts: CoincidenceCounts, registryRecords: Int, level: Double) {
    let strangers = counts.leftRecords * counts.rightRecords - counts.truePairs
    leftRecords = counts.leftRecords
    rightRecords = counts.rightRecords
    self.registryRecords = registryRecords
    namePairs = counts.sameName.nonMatching
    self.level = level
    method =
      "log scale; names and birth dates each two-way cluster-robust (CGM) and independent of each "
      + "other"
    let both = counts.sameBoth.nonMatching
    let agreement =
      strangers > 0 ? Double(counts.sameDate.nonMatching) / Double(strangers) : nil
    dateAgreement = agreement
    effectiveDates = agreement.flatMap { $0 > 0 ? 1 / $0 : nil }
    let mean = agreement.map { $0 * Double(counts.sameName.nonMatching) }
    expected = mean.map { Self.limits($0, counts, level: level) }
    expectedGivenYear = strangers > 0 ? counts.expectedGivenYear : nil
    observedOverExpected = mean.flatMap { $0 > 0 ? Double(both) / $0 : nil }
    observed = Self.observed(counts, strangers: strangers, level: level)
    projection = nil
  }

  private static func limits(
    _ mean: Double, _ counts: CoincidenceCounts, level: Double
  ) -> Estimate {
    guard mean > 0 else { return Estimate(estimate: 0, lower: 0, upper: 0) }
    let (left, right) = (counts.leftRecords, counts.rightRecords)
    let relative = [counts.sameName, counts.sameDate].map { shared -> Double in
      let own = Double(shared.nonMatching)
      return shared.variance(left: left, right: right) / own / own
    }
    let factor = exp(normalQuantile(level: level) * (relative[0] + relative[1]).squareRoot())
    return Estimate(estimate: mean, lower: mean / factor, upper: mean * factor)
  }

  private static func observed(
    _ counts: CoincidenceCounts, strangers: Int, level: Double
  ) -> Rate {
    let name = "coincidentalAgreement"
    let both = counts.sameBoth.nonMatching
    let shared = SharedPairs(
      pairs: both, leftSquares: counts.sameBoth.leftSquares,
      rightSquares: counts.sameBoth.rightSquares)
    let variance = shared.variance(left: counts.leftRecords, right: counts.rightRecords)
    guard both > 0 else {
      return Rate(
        name, of: .allPairs, count: both, total: strangers, level: level, independent: .pairs)
    }
    let effect = max(variance / Double(both), 1)
    return Rate(
      name, of: .allPairs, count: both, total: strangers,
      limits: ClusteredProportion.interval(
        count: both, total: strangers, designEffect: effect, level: level), level: level,
      method: "Clopper-Pearson, records of both sides as clusters (CGM)", designEffect: effect)
  }

  /// Projects the expected number to a registry of another size: in proportion.
  public mutating func project(to records: Int) {
    guard let expected, registryRecords > 0, leftRecords > 0 else { return }
    let factor = Double(records) / Double(registryRecords)
    let there = expected.times(factor)
    projection = Projection(
      records: records, expected: there, perSearch: there.estimate / Double(leftRecords),
      assumption: "the records have the same mix of names and birth dates")
  }
}

extension AuditReport {
  /// Adds what a survey of names and birth dates found.
  public mutating func add(_ coincidence: CoincidentalAgreement) {
    self.coincidence = coincidence
    notMeasured.removeAll { $0.section == "coincidence" }
  }
}
