import ScrupleStatistics

/// What a measured linkage would do in a county of another size: a projection, not a measurement.
///
/// The people searched, the registry and the share of people whom the policy would flag are given.
/// Rates come from the audit. Wrong flags grow with the registry as false links of strangers do.
public struct CountyEstimate: Sendable, Equatable, Codable {
  /// Bookings searched.
  public let bookings: Int
  /// Records of the registry.
  public let records: Int
  /// The share of bookings of people whom the policy would flag, in 0...1.
  public let prevalence: Double
  /// Bookings of others with a false link.
  public let falselyLinked: StratifiedProjection.Figure
  /// Flags on people whom the policy would not flag; nil where flags were not measured.
  @NullEncoded public private(set) var wrongFlags: Double?
  /// Flags on people whom it would.
  @NullEncoded public private(set) var rightFlags: Double?
  /// The share of flags that are wrong; nil where no flag is expected.
  @NullEncoded public private(set) var wrongShare: Double?

  /// Estimates from an audit.
  ///
  /// - Returns: nil where the audit has no search of a stranger.
  /// - Throws: `StatisticsError.extrapolationTooFar`.
  public init?(
    bookings: Int, records: Int, prevalence: Double, from report: AuditReport,
    allowingExtrapolation: Bool = false
  ) throws(StatisticsError) {
    precondition(bookings >= 0 && records >= 0, "\(bookings) bookings, \(records) records")
    precondition(prevalence >= 0 && prevalence <= 1, "a prevalence of \(prevalence)")
    var growth = report.growth
    try growth.project(to: records, allowingExtrapolation: allowingExtrapolation)
    var measured = report.growth
    try measured.project(to: measured.registryRecords)
    guard let projection = growth.projection, let own = measured.projection else { return nil }
    self.bookings = bookings
    self.records = records
    self.prevalence = prevalence
    let others = Double(bookings) * (1 - prevalence)
    falselyLinked = StratifiedProjection.Figure(projection.fpir, times: others)
    guard let flags = report.flags.measured else {
      (wrongFlags, rightFlags, wrongShare) = (nil, nil, nil)
      return
    }
    let factor = own.fpir.estimate > 0 ? projection.fpir.estimate / own.fpir.estimate : 1
    let strangers = flags.bookings - flags.missedFlagRate.total
    let wrongRate =
      strangers > 0 ? Double(flags.wrongFlagRate.count) / Double(strangers) * factor : 0
    let rightRate = flags.missedFlagRate.estimate.map { 1 - $0 } ?? 0
    let rightly = Int((Double(bookings) * prevalence).rounded())
    let mix = FlagMix(
      wrongly: (bookings - rightly, min(wrongRate, 1)), rightly: (rightly, rightRate))
    wrongFlags = mix.wrongFlags
    rightFlags = mix.rightFlags
    wrongShare = mix.wrongShare
  }
}
