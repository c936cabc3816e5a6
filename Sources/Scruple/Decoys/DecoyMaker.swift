import ScrupleExecution
import ScrupleNormalization
import ScrupleRecords

/// Makes the decoys of both files, and makes those again that are somebody.
struct DecoyMaker {
  private let columns: (left: DecoyColumns, right: DecoyColumns)
  private let ids: (left: String?, right: String?)
  private let taken: Set<String>
  private let seed: UInt64
  private var cells: (left: [[String]], right: [[String]])

  init(
    _ files: SourceFiles, _ specification: LinkageSpecification, count: Int,
    sides: DecoyFiles.Sides, seed: UInt64, blank: Set<String>
  ) throws {
    let (left, right) = (files.left.table, files.right.table)
    for (table, source) in [(left, specification.left), (right, specification.right)] {
      try Self.requireNone(table, source.idColumn)
    }
    columns = (
      try DecoyColumns(left, specification.left, blank: blank),
      try DecoyColumns(right, specification.right, blank: blank)
    )
    ids = (specification.left.idColumn, specification.right.idColumn)
    taken = Self.numbers(columns.left).union(Self.numbers(columns.right))
    self.seed = seed
    cells = ([], [])
    if sides != .right { cells.left = (0..<count).map { made($0, isLeft: true, attempt: 0) } }
    if sides != .left { cells.right = (0..<count).map { made($0, isLeft: false, attempt: 0) } }
  }

  private static func requireNone(_ table: RecordTable, _ id: String?) throws {
    guard let column = id.flatMap({ table.column(named: $0) }) else { return }
    for code in 0..<column.dictionary.count
    where column.dictionary.text(of: UInt32(code)).hasPrefix(DecoyFiles.idPrefix) {
      throw LabelSampleError.decoysAlready(source: table.source)
    }
  }

  private static func numbers(_ columns: DecoyColumns) -> Set<String> {
    var numbers: Set<String> = []
    for (column, part) in zip(columns.table.columns, columns.parts) {
      guard case .identifier = part else { continue }
      for code in 1..<max(column.dictionary.count, 1) {
        numbers.insert(DecoyPerson.plain(column.dictionary.text(of: UInt32(code))))
      }
    }
    return numbers
  }

  private func made(_ number: Int, isLeft: Bool, attempt: Int) -> [String] {
    let stream = UInt64(number) << 8 | UInt64(attempt) << 1 | (isLeft ? 1 : 0)
    return DecoyPerson(
      columns: isLeft ? columns.left : columns.right, taken: taken,
      random: CounterRandom(seed: seed, stream: 0xDEC0 << 44 | stream)
    ).cells(id: Self.id(number, isLeft: isLeft))
  }

  private static func id(_ number: Int, isLeft: Bool) -> String {
    let digits = String(number + 1)
    return DecoyFiles.idPrefix + (isLeft ? "L" : "R")
      + String(repeating: "0", count: max(7 - digits.count, 0)) + digits
  }

  /// Makes some decoys again.
  mutating func remake(left: [Int], right: [Int], attempt: Int) {
    for number in left { cells.left[number] = made(number, isLeft: true, attempt: attempt) }
    for number in right { cells.right[number] = made(number, isLeft: false, attempt: attempt) }
  }

  /// Both files with their decoys at the end.
  func sides() -> (DecoyFiles.Side, DecoyFiles.Side) {
    (
      side("left", columns.left, cells.left, ids.left, isLeft: true),
      side("right", columns.right, cells.right, ids.right, isLeft: false)
    )
  }

  private func side(
    _ name: String, _ columns: DecoyColumns, _ cells: [[String]], _ id: String?, isLeft: Bool
  ) -> DecoyFiles.Side {
    let old = columns.table
    let table = RecordTable(
      source: old.source,
      columns: old.columns.enumerated().map { number, column in
        var dictionary = column.dictionary
        let codes = cells.map { row -> UInt32 in
          var text = row[number]
          return text.isEmpty ? ValueDictionary.missing : text.withUTF8 { dictionary.code(of: $0) }
        }
        return TextColumn(
          name: column.name, dictionary: dictionary, codes: column.codes + codes)
      }, rowCount: old.rowCount + cells.count)
    return DecoyFiles.Side(
      name: name, table: table, rows: old.rowCount,
      decoys: cells.indices.map { Self.id($0, isLeft: isLeft) },
      idColumn: id ?? DecoyFiles.addedIdColumn, isIdAdded: id == nil)
  }
}

/// The decoys that are somebody: whose name and birth date another row has.
struct DecoyCollisions {
  /// Numbers of decoys of the left file.
  private(set) var left: [Int] = []
  /// Numbers of decoys of the right file.
  private(set) var right: [Int] = []

  private struct Person: Hashable {
    let given: UInt32
    let surname: UInt32
    let birth: UInt32
  }

  /// Compares normalized values, so that case, accents and the order of a date do not matter.
  init(
    _ left: DecoyFiles.Side, _ right: DecoyFiles.Side, _ specification: LinkageSpecification,
    parallelism: Parallelism
  ) throws {
    let records = try NormalizedRecords.normalizing(
      left: Self.columns(left, specification.left),
      right: Self.columns(right, specification.right), parallelism: parallelism
    ).records
    let fields = ["given-name", "surname", "birth-date"].map { records.field($0) }
    func person(_ row: Int, isLeft: Bool) -> Person {
      let codes = fields.map { field in
        field.map { isLeft ? $0.left.first[row] : $0.right.first[row] } ?? 0
      }
      return Person(given: codes[0], surname: codes[1], birth: codes[2])
    }
    var known: [Person: Int] = [:]
    for row in 0..<left.table.rowCount { known[person(row, isLeft: true), default: 0] += 1 }
    for row in 0..<right.table.rowCount { known[person(row, isLeft: false), default: 0] += 1 }
    self.left = left.decoys.indices.filter {
      Self.isSomebody(person(left.rows + $0, isLeft: true), known)
    }
    self.right = right.decoys.indices.filter {
      Self.isSomebody(person(right.rows + $0, isLeft: false), known)
    }
  }

  /// A row without name or birth date agrees with nobody.
  private static func isSomebody(_ person: Person, _ known: [Person: Int]) -> Bool {
    let isComplete =
      person.surname != ValueDictionary.missing && person.birth != ValueDictionary.missing
    return isComplete && known[person, default: 0] > 1
  }

  private static func columns(
    _ side: DecoyFiles.Side, _ source: SourceSpecification
  ) -> SourceColumns {
    SourceColumns(
      table: side.table, mapping: source.mapping, rows: (0..<UInt32(side.table.rowCount)).map { $0 }
    )
  }
}
