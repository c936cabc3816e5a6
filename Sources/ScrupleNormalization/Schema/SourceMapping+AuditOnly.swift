extension SourceMapping {
  /// Columns that a matching role was given though their names say race,
  /// ethnicity or another group.
  ///
  /// Such columns serve audits only; as features of matching they would make
  /// the group decide who is whom (Florida's list of 2004 required race to
  /// agree and thereby left one group out).
  public var groupColumnsUsedForMatching: [String] {
    columns.filter { mapping in
      mapping.role.isUsedForMatching
        && ColumnName(mapping.column).meaning?.meaning == .auditOnly
    }.map(\.column)
  }
}
