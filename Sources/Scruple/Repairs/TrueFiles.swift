import ScrupleNormalization
import ScrupleRecords

/// The registry with one file for each person: nothing of a second person in a record, and the
/// same status in all records of a person.
struct TrueFiles {
  let truth: CorpusTruth
  let log: CorruptionLog
  let right: RecordTable
  let mapping: SourceMapping
  let rows: [UInt32]
  /// The true status of each record's own person on its as-of date; empty where unknown.
  let trueStatuses: [String]

  /// The cells to change.
  func cells() -> [CellRepair] { log.partedCells() + joinedStatuses() }

  /// In all records of a person, what the latest of them says whose status was true on its day.
  private func joinedStatuses() -> [CellRepair] {
    let columns = mapping.columns.filter { Self.roles.contains($0.role) }.compactMap {
      right.column(named: $0.column)
    }
    guard let status = column(.status) else { return [] }
    var owned: [Int32: [Int32]] = [:]
    for (record, persons) in truth.recordPersons.enumerated() {
      if let person = persons.first { owned[person, default: []].append(Int32(record)) }
    }
    var cells: [CellRepair] = []
    for records in owned.values where records.count > 1 {
      let right = records.filter { text(status, $0) == trueStatuses[Int($0)] }
      guard let latest = right.max(by: { day($0) < day($1) }) else { continue }
      for record in records where record != latest {
        for column in columns where text(column, record) != text(column, latest) {
          cells.append(
            CellRepair(position: record, column: column.name, value: text(column, latest)))
        }
      }
    }
    return cells
  }

  /// The as-of date, then the last update, then the position: what is later comes after.
  private func day(_ record: Int32) -> (String, String, Int32) {
    (
      column(.statusAsOf).map { text($0, record) } ?? "",
      column(.statusUpdated).map { text($0, record) } ?? "", record
    )
  }

  private func column(_ role: ColumnRole) -> TextColumn? {
    mapping.columns(with: role).first.flatMap { right.column(named: $0.column) }
  }

  private func text(_ column: TextColumn, _ record: Int32) -> String {
    column.dictionary.text(of: column.codes[Int(rows[Int(record)])])
  }

  /// The columns that say a status, or of which day it is.
  private static let roles: Set<ColumnRole> = [
    .status, .statusAsOf, .statusUpdated, .classOfAdmission, .naturalizationDate,
    .certificateNumber, .orderDate, .orderVacatedDate, .admittedUntil, .parentNaturalizationDate,
  ]
}

extension TrueFiles {
  /// Reads the true status of each record's own person on its as-of date.
  ///
  /// - Throws: `FormatError`, `RunFileError`.
  static func trueStatuses(folder: String, right: RecordIds) throws -> [String] {
    let table = try TruthTable(
      path: folder + "/record_labels.csv", columns: ["record_id", "true_status_at_as_of"])
    var statuses = [String](repeating: "", count: right.count)
    for row in 0..<table.rowCount {
      guard let record = right.position(of: table.text("record_id", row)) else { continue }
      let all = table.text("true_status_at_as_of", row)
      statuses[Int(record)] = all.split(separator: ";").first.map(String.init) ?? ""
    }
    return statuses
  }
}
