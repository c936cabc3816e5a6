import ScrupleRecords

/// Guesses what the columns of a file mean, from their names and content.
///
/// Both must agree. A known name with impossible content is not used, and
/// content alone decides only where it leaves no doubt. Whatever is in doubt is
/// ignored: a column that is left out costs a little evidence, a column that
/// carries the truth spoils every figure.
public enum SchemaInference {
  /// The guess for one file.
  public struct Result: Sendable, Equatable {
    /// The columns that have a role, in the order of the file.
    public var mapping: SourceMapping
    /// The column whose value is unique on every row; nil to number the rows.
    public var idColumn: String?
    /// One decision per column, ignored ones included, in the order of the file.
    public var decisions: [ColumnDecision]

    /// Creates a result; the mapping follows from the decisions.
    public init(decisions: [ColumnDecision]) {
      self.decisions = decisions
      idColumn = decisions.first { $0.role == .id }?.column
      mapping = SourceMapping(
        columns: decisions.filter { $0.role != .ignore }.map {
          ColumnMapping(column: $0.column, role: $0.role, separator: $0.separator, label: $0.label)
        })
    }

    /// The decision about a column.
    public func decision(for column: String) -> ColumnDecision? {
      decisions.first { $0.column == column }
    }
  }

  /// Guesses the role of every column of a table.
  ///
  /// The result depends on the table alone; the order of its rows matters only
  /// where a column has more distinct values than the sample holds.
  ///
  /// - Complexity: O(rows × columns) for counting; 1,000 values a column are
  ///   looked at.
  public static func infer(_ table: RecordTable) -> Result {
    let columns = table.columns.map(InferredColumn.init)
    var decisions = columns.map { $0.firstDecision }
    SchemaContext(columns).settleAmbiguous(&decisions)
    RepeatedColumns.removeRepeats(columns, &decisions)
    removeIdleFlagColumns(&decisions)
    chooseID(columns, &decisions)
    return Result(decisions: decisions)
  }

  /// Leaves out columns for flags where nothing could follow from them: a
  /// height or an order date says nothing in a file of customers.
  private static func removeIdleFlagColumns(_ decisions: inout [ColumnDecision]) {
    let anchors: Set<ColumnRole> = [.bookingDate, .status, .classOfAdmission]
    guard !decisions.contains(where: { anchors.contains($0.role) }) else { return }
    for index in decisions.indices where decisions[index].role.isOnlyForFlags {
      decisions[index].turnDown("of use only beside a booking date or a status")
    }
  }

  /// Gives the role `id` to the best column that is unique on every row.
  private static func chooseID(_ columns: [InferredColumn], _ decisions: inout [ColumnDecision]) {
    var best: (rank: Int, index: Int)?
    for (index, column) in columns.enumerated() {
      guard case .rowID(let rank) = column.meaning, column.profile.isUniqueAndComplete else {
        continue
      }
      if rank < best?.rank ?? .max { best = (rank, index) }
    }
    guard let best else { return }
    decisions[best.index].role = .id
    decisions[best.index].confidence = best.rank < 3 ? .high : .medium
    decisions[best.index].reason = "unique on every row; identifies the row, never the person"
  }
}
