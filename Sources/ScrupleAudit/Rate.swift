import ScrupleStatistics

/// What a rate is a share of.
public enum RateBasis: String, Sendable, Codable, CaseIterable {
  /// Pairs of one left and one right record, whether compared or not.
  case allPairs
  /// Pairs that blocking let through.
  case candidatePairs
  /// Pairs decided to be links.
  case links
  /// Listed pairs: links and possible links.
  case listedPairs
  /// Pairs that are matches.
  case truePairs
  /// Links and true pairs together: the denominator of F1.
  case linksAndTruePairs
  /// Records of one side.
  case records
  /// Persons behind the records of one side.
  case persons
  /// Flags that followed from links.
  case flags
  /// Flags that are wrong.
  case wrongFlags
  /// Matches that are not linked.
  case missedPairs
  /// Links that are non-matches.
  case falseLinks
  /// Records of one side with a match that are linked to none.
  case missedRecords
  /// Flags that the policy would make and that were not made.
  case missedFlags
  /// Rows of a sample that people labelled.
  case labels
}

/// A share of something countable: never without what it is a share of, and how sure it is.
///
/// Without any units the estimate is null, the limits are 0 and 1, and the method is "no data".
public struct Rate: Sendable, Equatable, Codable {
  /// What is measured, in the words of the glossary.
  public let name: String
  /// What the total counts.
  public let basis: RateBasis
  /// How many of the total have the property.
  public let count: Int
  /// How many there are.
  public let total: Int
  /// Count over total, in 0...1; nil when the total is 0.
  @NullEncoded public private(set) var estimate: Double?
  /// The lower confidence limit; nil when no interval is given.
  @NullEncoded public private(set) var lower: Double?
  /// The upper confidence limit; nil when no interval is given.
  @NullEncoded public private(set) var upper: Double?
  /// The confidence level, in 0..<1.
  public let level: Double
  /// How the limits were made and what they assume.
  public let method: String
  /// How many times clusters widen the variance; only where the method needs it.
  public private(set) var designEffect: Double?
  /// The degrees of freedom of the design effect: clusters - 1; only where it was estimated.
  public private(set) var degreesOfFreedom: Int?

  /// What exact intervals assume of their units.
  package enum Units: String {
    case pairs
    case records
    case persons
  }

  /// Creates a rate with the exact interval of Clopper & Pearson.
  package init(
    _ name: String, of basis: RateBasis, count: Int, total: Int, level: Double,
    independent units: Units
  ) {
    let interval = BinomialInterval.clopperPearson(count: count, total: total, level: level)
    self.init(
      name, of: basis, count: count, total: total, limits: (interval.lower, interval.upper),
      level: level, method: "Clopper-Pearson, assumes independent \(units.rawValue)")
  }

  /// Creates a rate of units that come in clusters, such as flags of the same person.
  package init(
    _ name: String, of basis: RateBasis, clustered share: ClusteredProportion, level: Double,
    by clusters: Units
  ) {
    let interval = share.interval(level: level)
    self.init(
      name, of: basis, count: share.count, total: share.total,
      limits: (interval.lower, interval.upper), level: level,
      method: "Clopper-Pearson, \(clusters.rawValue) as clusters (Korn & Graubard 1998)",
      designEffect: share.total > 0 ? share.designEffect : nil,
      degreesOfFreedom: share.degreesOfFreedom)
  }

  /// Creates a rate that has no interval.
  package init(
    _ name: String, of basis: RateBasis, count: Int, total: Int, level: Double,
    withoutInterval reason: String
  ) {
    self.init(
      name, of: basis, count: count, total: total, limits: nil, level: level, method: reason)
  }

  /// Creates a rate that is estimated from a sample: its count and total are labels, and the
  /// estimate weighs them.
  package init(
    _ name: String, of basis: RateBasis, labelled count: Int, of total: Int, estimate: Double?,
    limits: (lower: Double, upper: Double), level: Double, method: String
  ) {
    self.init(
      name, of: basis, count: count, total: total, limits: limits, level: level, method: method)
    self.estimate = estimate
  }

  /// Creates a rate with limits made elsewhere.
  package init(
    _ name: String, of basis: RateBasis, count: Int, total: Int,
    limits: (lower: Double, upper: Double)?, level: Double, method: String,
    designEffect: Double? = nil, degreesOfFreedom: Int? = nil
  ) {
    precondition(count >= 0 && count <= total, "a count of \(count) in \(total)")
    self.name = name
    self.basis = basis
    self.count = count
    self.total = total
    estimate = total > 0 ? Double(count) / Double(total) : nil
    lower = limits?.lower
    upper = limits?.upper
    self.level = level
    self.method = total > 0 ? method : "no data"
    self.designEffect = designEffect
    self.degreesOfFreedom = degreesOfFreedom
  }
}
