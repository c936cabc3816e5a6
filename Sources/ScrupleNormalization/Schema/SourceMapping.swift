/// The role of one column of one source.
public struct ColumnMapping: Codable, Sendable, Equatable {
  /// The column's name in the file's header.
  public var column: String
  /// What the column means.
  public var role: ColumnRole
  /// What divides several values in one cell, such as "|"; nil for one value.
  public var separator: String?
  /// A name that tells columns of one role apart (several identifiers, several
  /// texts): columns of the two sources with the same label are compared.
  public var label: String?

  /// Creates a mapping.
  public init(column: String, role: ColumnRole, separator: String? = nil, label: String? = nil) {
    self.column = column
    self.role = role
    self.separator = separator
    self.label = label
  }
}

/// How the columns of one source are read.
public struct SourceMapping: Codable, Sendable, Equatable {
  /// One entry per mapped column; columns that are not listed are ignored.
  public var columns: [ColumnMapping]
  /// The order of dates, or nil to infer it from each whole column.
  public var dateOrder: DateOrder?

  /// Creates a mapping of a source's columns.
  public init(columns: [ColumnMapping], dateOrder: DateOrder? = nil) {
    self.columns = columns
    self.dateOrder = dateOrder
  }

  /// The columns with a role, in the order of the mapping.
  public func columns(with role: ColumnRole) -> [ColumnMapping] {
    columns.filter { $0.role == role }
  }
}
