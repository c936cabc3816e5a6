import ScrupleNormalization
import ScrupleRecords

extension RecordTable {
  /// The table without other names and other birth dates; nil where it has none in use.
  ///
  /// Of columns with one role the first stays, of several values in a cell the first. Whole names
  /// go where surnames have a column of their own.
  func withoutOtherNames(_ mapping: SourceMapping) -> RecordTable? {
    var changed = false
    let columns = columns.map { column -> TextColumn in
      guard let place = mapping.columns.firstIndex(where: { $0.column == column.name }),
        Self.namingRoles.contains(mapping.columns[place].role)
      else { return column }
      let own = mapping.columns[place]
      let isFurther =
        mapping.columns[..<place].contains { $0.role == own.role && $0.label == own.label }
        || own.role == .fullName && mapping.columns.contains { $0.role == .surname }
      guard isFurther || own.separator != nil else { return column }
      let separator = own.separator?.utf8.first
      let kept = column.rewritten { _, code in
        if code == ValueDictionary.missing { return nil }
        let parts = isFurther ? [] : column.dictionary.bytes(of: code).split { $0 == separator }
        return parts.first.map(Array.init) ?? []
      }
      changed = changed || !kept.hasTexts(of: column)
      return kept
    }
    return changed ? RecordTable(source: source, columns: columns, rowCount: rowCount) : nil
  }

  private static let namingRoles: Set<ColumnRole> = [
    .givenName, .middleName, .surname, .fullName, .birthDate,
  ]
}

extension TextColumn {
  fileprivate func hasTexts(of other: TextColumn) -> Bool {
    zip(codes, other.codes).allSatisfy {
      dictionary.bytes(of: $0) == other.dictionary.bytes(of: $1)
    }
  }
}
