extension SourceMapping {
  /// Columns that a role of matching or of flags was given though their names say race,
  /// ethnicity or another group.
  ///
  /// Such columns serve audits only; as features of matching they would make
  /// the group decide who is whom (Florida's list of 2004 required race to
  /// agree and thereby left one group out).
  public var groupColumnsUsedForMatching: [String] {
    columns.filter { mapping in
      (mapping.role.isUsedForMatching || mapping.role.isOnlyForFlags)
        && ColumnName(mapping.column).meaning?.meaning == .auditOnly
    }.map(\.column)
  }
}
