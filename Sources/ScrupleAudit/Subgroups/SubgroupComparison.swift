import ScrupleStatistics

/// One rate of a group beside that of the reference, over persons.
///
/// No verdict: counts, differences, ratios and how sure they are.
public struct SubgroupComparison: Sendable, Equatable, Codable {
  /// How p-values are adjusted.
  public typealias Adjustment = MultipleComparisons.Method

  /// The rate that is compared.
  public let name: String
  /// The group it is compared with: the largest.
  public let reference: String
  /// The rate minus the reference's; nil where one has no persons.
  @NullEncoded public private(set) var difference: Double?
  /// Newcombe's limits of it.
  @NullEncoded public private(set) var differenceLower: Double?
  @NullEncoded public private(set) var differenceUpper: Double?
  /// The rate over the reference's; nil where nobody of the reference counts.
  @NullEncoded public private(set) var ratio: Double?
  /// The limits of it (Miettinen & Nurminen, score); no upper one where the data set none.
  @NullEncoded public private(set) var ratioLower: Double?
  @NullEncoded public private(set) var ratioUpper: Double?
  /// The limits of Katz; nil unless five or more counted on both sides.
  @NullEncoded public private(set) var katzLower: Double?
  @NullEncoded public private(set) var katzUpper: Double?
  /// The one-sided bound of the ratio, where nobody of the reference counts.
  @NullEncoded public private(set) var ratioAtLeast: Double?
  /// Fisher's exact two-sided p-value.
  public let pValue: Double
  /// The same for the number of comparisons made.
  public internal(set) var adjustedPValue: Double
  /// How it was adjusted: `holm` where declared in advance, `benjaminiHochberg` where exploring.
  public internal(set) var adjustment: Adjustment
  /// How many comparisons were made in its family.
  public internal(set) var comparisons: Int
  /// The smallest ratio that groups of these sizes would show four times in five; nil where none.
  @NullEncoded public private(set) var smallestDetectableRatio: Double?
  /// The ratio at one mix of strata, beside the crude one above; nil without strata.
  @NullEncoded public internal(set) var standardized: StandardizedComparison?

  init(_ figure: SubgroupFigure, of tally: SubgroupTally, _ group: Int, by: String?, level: Double)
  {
    let pair = tally.pair(figure, group)
    name = figure.rawValue
    reference = tally.groups[tally.reference].value
    let limits = pair.newcombeDifference(level: level)
    difference = pair.difference
    differenceLower = limits?.lowerBound
    differenceUpper = limits?.upperBound
    let score = pair.scoreRatio(level: level)
    ratio = pair.ratio
    ratioLower = score?.lower
    ratioUpper = score?.upper
    let katz = pair.hasUnits ? try? pair.katzRatio(level: level) : nil
    katzLower = katz?.lower
    katzUpper = katz?.upper
    ratioAtLeast = pair.referenceCount == 0 ? pair.ratioAtLeast(level: level) : nil
    pValue = pair.fisherPValue
    adjustedPValue = pValue
    adjustment = .holm
    comparisons = 1
    if let rate = pair.referenceRate, rate > 0, rate < 1 {
      smallestDetectableRatio = TwoProportions.smallestDetectableRatio(
        total: pair.total, referenceTotal: pair.referenceTotal, referenceRate: rate, level: level)
    } else {
      smallestDetectableRatio = nil
    }
    standardized = by.map {
      StandardizedComparison(by: $0, tally.strata(figure, group), level: level)
    }
  }
}

/// A ratio at one and the same mix of strata: what the matcher does to people with equally common
/// names, beside the crude ratio, which says who bears the harm.
public struct StandardizedComparison: Sendable, Equatable, Codable {
  /// The strata.
  public let by: String
  /// How many strata have persons of both groups.
  public let strata: Int
  /// The common ratio of Mantel & Haenszel; nil where nothing can be said.
  @NullEncoded public private(set) var ratio: Double?
  /// Its limits (Greenland & Robins).
  @NullEncoded public private(set) var lower: Double?
  @NullEncoded public private(set) var upper: Double?
  /// The group's rate at the mix of both in those strata; nil without any.
  @NullEncoded public private(set) var rate: Double?
  /// The reference's rate at that mix.
  @NullEncoded public private(set) var referenceRate: Double?

  init(by name: String, _ comparison: StratifiedComparison, level: Double) {
    by = name
    strata = comparison.strata.count(where: \.hasUnits)
    let common = comparison.mantelHaenszelRatio(level: level)
    ratio = common?.estimate
    lower = common?.lower
    upper = common?.upper
    // A stratum without persons of one group says nothing of the two.
    let mix = comparison.strata.map {
      $0.hasUnits ? Double($0.total) + Double($0.referenceTotal) : 0
    }
    let standard = comparison.standardized(weights: mix)
    rate = standard?.rate
    referenceRate = standard?.referenceRate
  }
}
