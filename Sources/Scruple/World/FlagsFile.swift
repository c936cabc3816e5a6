import ScrupleAudit
import ScrupleFlagging

/// Reads flags: ours, or somebody else's in the columns of `flags.csv`.
///
/// Only `booking_id` must be there; what is missing is taken as a flag on a link.
public struct FlagsFile: Sendable {
  /// A flag with what its row says of it.
  public struct Row: Sendable {
    /// The flag, at the positions of its booking and records.
    public var flag: AuditedFlag
    /// The status it was drawn from.
    public var status: RecordedStatus?
    /// Whether it rests on an identifier that both sides carry.
    public var restsOnIdentifier: Bool
    /// The files of parents that show no citizenship; empty where the file does not say.
    public var supporting: [Int32]
  }

  /// The flags of known bookings, in the order of the file.
  public let rows: [Row]
  /// Rows whose booking the files do not have.
  public let unknownBookings: Int

  /// Reads a file of flags.
  ///
  /// - Throws: `FormatError`, `RunFileError`.
  public init(path: String, left: RecordIds, right: RecordIds) throws {
    let table = try TruthTable(path: path, columns: ["booking_id"], optional: Self.optional)
    var rows: [Row] = []
    var unknown = 0
    for row in 0..<table.rowCount {
      guard let booking = left.position(of: table.text("booking_id", row)) else {
        unknown += 1
        continue
      }
      let basis = table.text("basis", row)
      guard let known = basis.isEmpty ? .link : AuditedFlag.Basis(rawValue: basis) else {
        throw table.fault("basis", row, "link, identifier, stated or absence")
      }
      let records = Self.parts(table.text("record_ids", row)).compactMap(right.position)
      rows.append(
        Row(
          flag: AuditedFlag(
            booking: booking, records: records, deciding: records.first, basis: known),
          status: RecordedStatus(rawValue: table.text("status", row)),
          restsOnIdentifier: Self.parts(table.text("rests_on", row)).contains {
            $0.hasPrefix("identifier:")
          },
          supporting: Self.parts(table.text("supporting_record_ids", row))
            .compactMap(right.position)))
    }
    self.rows = rows
    unknownBookings = unknown
  }

  private static let optional = [
    "record_ids", "basis", "status", "rests_on", "supporting_record_ids",
  ]

  private static func parts(_ text: String) -> [String] {
    text.split(separator: ";").map(String.init)
  }
}
