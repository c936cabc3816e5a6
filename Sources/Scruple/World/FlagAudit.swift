import ScrupleAudit
import ScrupleFlagging
import ScrupleNormalization
import ScrupleRecords

/// The audit of flags against a labelled corpus: their errors, and why the wrong ones are wrong.
public struct FlagAudit: Sendable {
  /// The rates.
  public let errors: FlagErrors
  /// The causes of the wrong flags.
  public let causes: [CauseCount]
  /// Flags that name a booking which the files do not have; they take part in no figure.
  public let unknownBookings: Int
  /// Each wrong flag of a scenario whose cause is not the one it was built for.
  public let surprises: [Surprise]

  /// A wrong flag whose cause is not the designed one.
  public struct Surprise: Sendable, Equatable {
    /// The scenario it belongs to.
    public let scenario: String
    /// The cause that the scenario was built for.
    public let designed: String
    /// The cause that was found.
    public let found: WrongFlagCause
  }

  /// Judges the flags of a file.
  ///
  /// - Parameters:
  ///   - flags: the flags.
  ///   - truth: the corpus' truth at the positions of the same records.
  ///   - right: the table of records, its mapping, and its row at each position.
  ///   - cleanLinks: pairs the same linkage makes of clean values; see `FlagEvidenceSurvey`.
  /// - Throws: `FlagAuditError` for flags that cannot be, `NormalizationError`.
  public init(
    _ flags: FlagsFile, truth: CorpusTruth,
    right: (table: RecordTable, mapping: SourceMapping, rows: [Int]),
    cleanLinks: Set<UInt64>? = nil, level: Double
  ) throws {
    let records = try StatusRecord.read(
      SourceColumns(
        table: right.table, mapping: right.mapping, rows: right.rows.map { UInt32($0) }))
    errors = try FlagErrors(
      auditing: FlagAuditInput(
        bookings: truth.bookings, flags: flags.rows.map(\.flag), level: level))
    let survey = FlagEvidenceSurvey(truth: truth, records: records, cleanLinks: cleanLinks)
    let found = survey.causes(of: flags.rows)
    causes = CauseCount.table(found.map { ($0.cause, $0.person, $0.isCitizen) }, level: level)
    surprises = found.compactMap { entry in
      let booking = Int(flags.rows[entry.row].flag.booking)
      guard let designed = truth.designedCauses[booking], designed != entry.cause.rawValue
      else { return nil }
      return Surprise(
        scenario: truth.scenarios[booking] ?? "", designed: designed, found: entry.cause)
    }
    unknownBookings = flags.unknownBookings
  }
}
