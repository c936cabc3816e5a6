import ScrupleAudit
import ScrupleNormalization
import ScrupleRecords

// Groups by how a name is written and by who wrote the record, from the file as it stands.

extension RecordStrata {
  /// The script that the names of a record are written in; nil without names, or where all names
  /// are in one script.
  ///
  /// - Parameter rows: the row of each left record.
  public static func script(
    _ table: RecordTable, mapping: SourceMapping, rows: [Int]
  ) -> SubgroupDimension? {
    let roles: Set<ColumnRole> = [.givenName, .surname, .middleName, .fullName]
    let columns = mapping.columns.filter { roles.contains($0.role) }
      .compactMap { table.column(named: $0.column) }
    guard !columns.isEmpty else { return nil }
    // A value is looked at once, however many records have it.
    let scripts = columns.map { column in
      (0..<column.dictionary.count).map { Script(column.dictionary.text(of: UInt32($0))) }
    }
    let groups = rows.map { row -> String? in
      let found = zip(columns, scripts).reduce(into: Script()) { all, column in
        all.formUnion(column.1[Int(column.0.codes[row])])
      }
      return found.name
    }
    guard Set(groups.compactMap(\.self)).count > 1 else { return nil }
    return SubgroupDimension(
      name: "script of the name", basis: .strata, isDeclared: false, groups: groups)
  }

  /// Who wrote the record: the column that names an agency, a jail or a system; nil without one,
  /// or where it has one value or more than can be compared.
  public static func source(_ table: RecordTable, rows: [Int]) -> SubgroupDimension? {
    let names = [
      "source", "source_system", "arresting_agency", "agency", "facility", "jail", "ori",
    ]
    for name in names {
      guard
        let column = table.columns.first(where: {
          $0.name.lowercased().replacing(" ", with: "_") == name
        }), var dimension = recorded(column, rows: rows), dimension.values.count > 1
      else { continue }
      dimension.name = "source of the record"
      dimension.basis = .strata
      dimension.isDeclared = false
      return dimension
    }
    return nil
  }
}

/// The scripts of a text, those of the world's names that files hold most.
private struct Script: OptionSet {
  let rawValue: Int

  static let latin = Script(rawValue: 1)
  static let marked = Script(rawValue: 2)
  static let cyrillic = Script(rawValue: 4)
  static let arabic = Script(rawValue: 8)
  static let eastAsian = Script(rawValue: 16)
  static let other = Script(rawValue: 32)

  init(rawValue: Int) { self.rawValue = rawValue }

  init(_ text: String) {
    self.init(rawValue: 0)
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      switch scalar.value {
      case 0..<0x80: insert(.latin)
      case 0x80..<0x370, 0x1E00..<0x1F00: insert(.marked)
      case 0x400..<0x530: insert(.cyrillic)
      case 0x600..<0x700, 0x750..<0x780: insert(.arabic)
      case 0x1100..<0x1200, 0x3040..<0xA000, 0xAC00..<0xD7B0, 0x20000..<0x32000:
        insert(.eastAsian)
      default: insert(.other)
      }
    }
  }

  /// Nil for a text without letters.
  var name: String? {
    if isEmpty { return nil }
    if self == .latin { return "Latin without marks" }
    if isSubset(of: [.latin, .marked]) { return "Latin with marks" }
    switch self {
    case .cyrillic: return "Cyrillic"
    case .arabic: return "Arabic"
    case .eastAsian: return "Chinese, Japanese or Korean"
    case .other: return "another script"
    default: return "several scripts"
    }
  }
}
