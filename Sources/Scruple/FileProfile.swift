import ScrupleExecution
import ScrupleFormats
import ScrupleNormalization
import ScrupleRecords

/// How complete and how suspicious one file is; holds no value of a record.
public struct FileProfile: Sendable, Codable {
  /// One column as it stands in the file.
  public struct Column: Sendable, Codable {
    /// What the column was taken for, and why.
    public var decision: ColumnDecision
    /// Rows whose cell is not empty.
    public var present: Int
    /// Distinct values.
    public var distinct: Int
    /// Rows that hold the most frequent value.
    public var mostFrequent: Int
  }

  /// The file, or "-".
  public var path: String
  /// How many records there are.
  public var records: Int
  /// The columns in the order of the file.
  public var columns: [Column]
  /// What normalization meets in each field.
  public var fields: [FieldSummary]

  /// Profiles a file.
  ///
  /// - Throws: `NormalizationError`.
  public init(_ read: ReadResult, parallelism: Parallelism) throws {
    let table = read.table
    let inference = SchemaInference.infer(table)
    path = table.source
    records = table.rowCount
    columns = zip(table.columns, inference.decisions).map { column, decision in
      let occurrences = column.occurrences()
      return Column(
        decision: decision, present: column.codes.count - occurrences[0],
        distinct: occurrences.dropFirst().count { $0 > 0 },
        mostFrequent: occurrences.dropFirst().max() ?? 0)
    }
    // Fields are normalized for two sides at once: the file is both.
    let rows = (0..<UInt32(table.rowCount)).map { $0 }
    let side = SourceColumns(table: table, mapping: inference.mapping, rows: rows)
    fields = try NormalizedRecords.normalizing(left: side, right: side, parallelism: parallelism)
      .summary.left
  }
}
