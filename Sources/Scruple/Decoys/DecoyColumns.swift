import ScrupleExecution
import ScrupleNormalization
import ScrupleRecords

/// What is done with each column of a file when a person is made up from its values.
enum DecoyPart: Sendable {
  /// From the row that lends given name, sex and all that goes with them.
  case anchor
  /// From the row that lends the surname, of the same country of birth where the file has it.
  case surname
  /// The anchor's full name with the surname exchanged.
  case fullName
  /// From the row that lends the birth date.
  case birthDate
  /// From the row that lends the address.
  case address
  /// A number like one of the file's, that nobody has.
  case identifier
  /// Left empty.
  case blank
  /// The id of the decoy.
  case id
}

/// One file, from whose values persons are made up.
struct DecoyColumns: Sendable {
  let table: RecordTable
  let parts: [DecoyPart]
  /// Where given and family names stand; nil for a file that has full names alone.
  let surnameColumn: Int?
  /// The column by whose values surnames stay with given names; nil where there is none.
  private let origin: Int?
  private let rowsOfOrigin: [[Int32]]

  /// - Parameter blank: columns to be left empty, such as one with the truth.
  init(_ table: RecordTable, _ source: SourceSpecification, blank: Set<String>) throws {
    self.table = table
    var roles: [String: ColumnRole] = [:]
    for mapping in source.mapping.columns { roles[mapping.column] = mapping.role }
    if let id = source.idColumn { roles[id] = .id }
    let names = table.columns.map(\.name)
    func first(_ role: ColumnRole) -> Int? {
      names.firstIndex { roles[$0] == role && !blank.contains($0) }
    }
    surnameColumn = first(.surname)
    guard surnameColumn != nil || first(.fullName) != nil else {
      throw LabelSampleError.nothingToRecombine(source: table.source, missing: "name")
    }
    guard let birth = first(.birthDate) ?? first(.birthYear) ?? first(.age) else {
      throw LabelSampleError.nothingToRecombine(source: table.source, missing: "birth date")
    }
    origin = first(.birthCountry) ?? first(.citizenshipCountry) ?? first(.birthPlace)
    rowsOfOrigin = origin.map { Self.rows(of: table.columns[$0]) } ?? []
    let firsts = [birth, first(.surname), first(.fullName)]
    parts = names.indices.map { number in
      let name = names[number]
      if name == source.idColumn { return .id }
      if blank.contains(name) { return .blank }
      return Self.part(
        roles[name], table.columns[number], isFirst: firsts.contains(number))
    }
  }

  private static func part(
    _ role: ColumnRole?, _ column: TextColumn, isFirst: Bool
  ) -> DecoyPart {
    switch role {
    case .surname, .secondSurname: return role == .secondSurname || isFirst ? .surname : .blank
    case .fullName: return isFirst ? .fullName : .blank
    case .birthDate: return isFirst ? .birthDate : .blank
    case .birthYear, .birthMonth, .birthDay, .age, .referenceYear: return .birthDate
    case .address, .streetNumber, .street, .unit, .locality, .city, .county, .state, .postcode:
      return .address
    case .id, .ssn, .aNumber, .fbiNumber, .stateIdentifier, .i94, .receiptNumber,
      .fingerprintNumber, .identifier, .phone, .email, .certificateNumber:
      return .identifier
    case nil, .ignore, .text: return isNearlyUnique(column) ? uniquePart(column) : .anchor
    default: return .anchor
    }
  }

  /// Whether a column tells rows apart as a number does, whatever it means.
  private static func isNearlyUnique(_ column: TextColumn) -> Bool {
    let filled = column.codes.count { $0 != ValueDictionary.missing }
    return filled >= 20 && 2 * (column.dictionary.count - 1) > filled
  }

  /// What a column that tells rows apart holds, by its first values: a day or time says nothing of a
  /// person, a text without digits may be a name, and the rest are numbers.
  private static func uniquePart(_ column: TextColumn) -> DecoyPart {
    let values = (1..<min(column.dictionary.count, 101)).map {
      Array(column.dictionary.bytes(of: UInt32($0)))
    }
    let times = values.count { value in
      value.contains(UInt8(ascii: ":"))
        || [UInt8(ascii: "-"), UInt8(ascii: "/")].contains { mark in value.count { $0 == mark } == 2
        }
    }
    if 2 * times > values.count { return .anchor }
    let numbers = values.count { $0.contains { $0 >= 48 && $0 <= 57 } }
    return 2 * numbers > values.count ? .identifier : .blank
  }

  private static func rows(of column: TextColumn) -> [[Int32]] {
    var rows = [[Int32]](repeating: [], count: column.dictionary.count)
    for (row, code) in column.codes.enumerated() { rows[Int(code)].append(Int32(row)) }
    return rows
  }

  /// A row whose surname may go with the names of another.
  func kinRow(of anchor: Int, _ random: CounterRandom, at counter: UInt64) -> Int {
    guard let origin else { return random.value(at: counter, below: table.rowCount) }
    let rows = rowsOfOrigin[Int(table.columns[origin].codes[anchor])]
    return rows.count < 10
      ? random.value(at: counter, below: table.rowCount)
      : Int(rows[random.value(at: counter, below: rows.count)])
  }

  /// A cell's text; empty where it is missing.
  func text(_ column: Int, _ row: Int) -> String {
    let column = table.columns[column]
    return column.dictionary.text(of: column.codes[row])
  }
}
