import ScrupleAudit
import ScrupleFormats
import ScrupleRecords

/// A sample that reviewers have filled in, read again and checked against its plan.
public struct FilledSample: Sendable {
  /// The rows in the order of their sample ids, which is the random order.
  public let rows: [LabelledRow]

  /// Reads a sample.
  ///
  /// - Parameters:
  ///   - controls: the file of known answers; nil where the plan has none.
  /// - Throws: `FormatError`; `RunFileError` for a missing column or an unknown answer;
  ///   `LabelSampleError` where the rows are not those that were drawn.
  public init(path: String, controls: String?, plan: LabelPlan) throws {
    let cells = try SampleCells(path)
    let known = try controls.map { try Self.known($0, plan) } ?? [:]
    try cells.check(plan)
    var strata: [String: Int] = [:]
    for (number, stratum) in plan.strata.enumerated() { strata[stratum.code] = number }
    let rows = try cells.order.map { row -> LabelledRow in
      guard let stratum = strata[cells.text("stratum", row)] else {
        throw LabelSampleError.otherRows(file: path)
      }
      return LabelledRow(
        stratum: stratum,
        reviewers: [
          try cells.answer("reviewer_1", row, plan.question),
          try cells.answer("reviewer_2", row, plan.question),
        ],
        adjudicated: try cells.answer("adjudicated", row, plan.question),
        known: known[cells.text("sample_id", row)])
    }
    guard rows.contains(where: \.isTouched) else { throw LabelSampleError.noAnswers(file: path) }
    self.rows = rows
  }

  private static func known(_ path: String, _ plan: LabelPlan) throws -> [String: LabelAnswer] {
    let table = try TruthTable(path: path, columns: ["sample_id", "answer"])
    guard table.rowCount == plan.controls else {
      throw LabelSampleError.rowCount(file: path, found: table.rowCount, drawn: plan.controls)
    }
    var known: [String: LabelAnswer] = [:]
    for row in 0..<table.rowCount {
      guard let answer = plan.question.answer(for: table.text("answer", row)) else {
        throw table.fault("answer", row, SampleCells.expected(plan.question))
      }
      known[table.text("sample_id", row)] = answer
    }
    return known
  }
}

/// The cells of a sample.
private struct SampleCells {
  let path: String
  private let read: ReadResult
  private let columns: [String: TextColumn]
  /// The rows in ascending order of their sample ids.
  let order: [Int]

  init(_ path: String) throws {
    self.path = path
    let read = try RecordReader.read(path: path)
    var columns: [String: TextColumn] = [:]
    for name in LabelSampleTable.columns where name != "weight" {
      guard let column = read.table.column(named: name) else {
        throw RunFileError.missingColumn(
          anyOf: [name], file: path, known: read.table.columns.map(\.name))
      }
      columns[name] = column
    }
    let ids = columns["sample_id"]?.texts ?? []
    self.read = read
    self.columns = columns
    order = ids.indices.sorted { (ids[$0], $0) < (ids[$1], $1) }
  }

  func text(_ name: String, _ row: Int) -> String {
    columns[name].map { $0.dictionary.text(of: $0.codes[row]) } ?? ""
  }

  /// Expects each row that was drawn, once, as it was drawn.
  func check(_ plan: LabelPlan) throws {
    let drawn = plan.labels + plan.controls
    for (row, next) in zip(order, order.dropFirst())
    where text("sample_id", row) == text("sample_id", next) {
      throw LabelSampleError.repeatedRow(
        file: path, firstLine: read.rowLines.line(ofRow: row),
        line: read.rowLines.line(ofRow: next))
    }
    let digits = String(drawn).count
    for row in order where !Self.isSampleId(text("sample_id", row), digits: digits, most: drawn) {
      throw LabelSampleError.unknownRow(file: path, line: read.rowLines.line(ofRow: row))
    }
    guard order.count == drawn else {
      throw LabelSampleError.rowCount(file: path, found: order.count, drawn: drawn)
    }
    let rows = order.map { row in
      ["sample_id", "left_id", "right_id", "stratum"].map { text($0, row) }
    }
    guard LabelSampleTable.digest(rows) == plan.sampleDigest else {
      throw LabelSampleError.otherRows(file: path)
    }
  }

  private static func isSampleId(_ id: String, digits: Int, most: Int) -> Bool {
    guard id.first == "P", id.utf8.count == digits + 1, let number = Int(id.dropFirst()) else {
      return false
    }
    return number >= 1 && number <= most
  }

  func answer(_ name: String, _ row: Int, _ question: LabelQuestion) throws -> LabelAnswer? {
    let word = text(name, row)
    if word.isEmpty { return nil }
    guard let answer = question.answer(for: word.lowercased()) else {
      throw RunFileError.unreadableCell(
        file: path, line: read.rowLines.line(ofRow: row), column: name,
        expected: Self.expected(question))
    }
    return answer
  }

  static func expected(_ question: LabelQuestion) -> String {
    "one of " + LabelAnswer.allCases.map { question.word(for: $0) }.joined(separator: ", ")
      + ", or nothing"
  }
}
