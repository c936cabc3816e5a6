import ScrupleFlagging
import ScrupleFormats

/// Writes flags as `flags.csv`.
///
/// Columns: `booking_id,record_ids,basis,status,as_of,age_days,stale,indicia,
/// contradictions,rests_on,supporting_record_ids,action`; lists are joined by ";". Rows ascend by
/// booking id, bytewise. `action` is always `review`.
public struct FlagsTable {
  /// The header, in order.
  public static let columns = [
    "booking_id", "record_ids", "basis", "status", "as_of", "age_days", "stale", "indicia",
    "contradictions", "rests_on", "supporting_record_ids", "action",
  ]

  let flags: RunFlags

  /// Creates the table of a run's flags.
  public init(flags: RunFlags) { self.flags = flags }

  /// Streams the table in pieces of about a megabyte.
  public func write(_ sink: ([UInt8]) throws -> Void) throws {
    var writer = DelimitedWriter()
    writer.row(Self.columns)
    for flag in flags.decisions.flags {
      writer.row(cells(of: flag))
      if writer.bytes.count > 1 << 20 {
        try sink(writer.bytes)
        writer.removeAll()
      }
    }
    try sink(writer.bytes)
  }

  private func cells(of flag: Flag) -> [String] {
    [
      flags.prepared.leftId(flag.booking),
      flag.records.map(flags.prepared.rightId).joined(separator: ";"),
      flag.basis.rawValue, flag.status?.rawValue ?? "", flag.asOf?.description ?? "",
      flag.ageDays.map(String.init) ?? "", flag.isStale ? "true" : "false",
      flag.indicia.map(\.rawValue).joined(separator: ";"),
      flag.contradictions.map(\.rawValue).joined(separator: ";"),
      flag.restsOn.map(\.text).joined(separator: ";"),
      flag.supporting.map(flags.prepared.rightId).joined(separator: ";"), Flag.action,
    ]
  }
}
