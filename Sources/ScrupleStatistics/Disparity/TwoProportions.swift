/// The rates of two groups, named in advance, and how they differ.
///
/// Both the difference and the ratio belong in a report, with all four counts. The units must be
/// independent: persons, not bookings. Exchanging the groups mirrors the difference and inverts
/// the ratio.
public struct TwoProportions: Sendable, Equatable, Codable {
  /// An interval that may be open at one side: an unbounded ratio is never written as a number.
  public struct RatioInterval: Sendable, Equatable, Codable {
    /// The lower limit, at least 0.
    public let lower: Double
    /// The upper limit; nil where the data set none.
    public let upper: Double?
  }

  /// How many of the group counted.
  public let count: Int
  /// How many units the group has.
  public let total: Int
  /// How many of the reference group counted.
  public let referenceCount: Int
  /// How many units the reference group has.
  public let referenceTotal: Int

  /// Takes the counts of a group and of its reference.
  public init(count: Int, total: Int, referenceCount: Int, referenceTotal: Int) {
    precondition(count >= 0 && count <= total, "a count of \(count) in \(total)")
    precondition(
      referenceCount >= 0 && referenceCount <= referenceTotal,
      "a count of \(referenceCount) in \(referenceTotal)")
    self.count = count
    self.total = total
    self.referenceCount = referenceCount
    self.referenceTotal = referenceTotal
  }

  /// Whether both groups have units; without them nothing is estimated.
  public var hasUnits: Bool { total > 0 && referenceTotal > 0 }

  /// The rate of the group; nil without units.
  public var rate: Double? { total > 0 ? Double(count) / Double(total) : nil }

  /// The rate of the reference; nil without units.
  public var referenceRate: Double? {
    referenceTotal > 0 ? Double(referenceCount) / Double(referenceTotal) : nil
  }

  /// The rate minus that of the reference; nil without units on either side.
  public var difference: Double? {
    guard let rate, let referenceRate else { return nil }
    return rate - referenceRate
  }

  /// The rate over that of the reference; nil where nothing counted in the reference.
  public var ratio: Double? {
    guard let rate, let referenceRate, referenceRate > 0 else { return nil }
    return rate / referenceRate
  }
}
