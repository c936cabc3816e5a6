import Scruple
import ScrupleAudit
import ScrupleFormats
import ScrupleNormalization
import ScrupleRecords

/// Somebody else's links, with the two files whose records they name.
struct GivenLinks {
  let left: ReadResult
  let right: ReadResult
  /// The columns of ids; nil where rows are counted instead.
  let leftIdColumn: TextColumn?
  let rightIdColumn: TextColumn?
  let leftIds: RecordIds
  let rightIds: RecordIds
  let list: LinksFile

  /// Reads the list and the files.
  ///
  /// - Parameter idColumn: the id column of both files; found by itself when nil.
  /// - Throws: `FormatError`, `LinkageError`, `RunFileError`.
  init(
    links: String, left: String, right: String, idColumn: String?, threshold: ThresholdArgument?
  ) throws {
    self.left = try RecordReader.read(path: left)
    self.right = try RecordReader.read(path: right)
    leftIdColumn = try Self.idColumn(self.left, idColumn)
    rightIdColumn = try Self.idColumn(self.right, idColumn)
    leftIds = RecordIds(table: self.left.table, column: leftIdColumn)
    rightIds = RecordIds(table: self.right.table, column: rightIdColumn)
    list = try LinksFile(
      path: links, left: leftIds, right: rightIds,
      threshold: threshold.map(LinksFile.Threshold.init))
  }

  /// The id of the left record at a position.
  func leftId(_ row: Int) -> String { Self.id(leftIdColumn, row) }

  /// The id of the right record at a position.
  func rightId(_ row: Int) -> String { Self.id(rightIdColumn, row) }

  /// What was taken for ids, in words.
  var remarks: [String] {
    [(left, leftIdColumn), (right, rightIdColumn)].map { read, column in
      "Ids of \(TerminalText.quoted(read.table.source)): \(Self.place(column))."
    }
  }

  private static func place(_ column: TextColumn?) -> String {
    column.map { "column \(TerminalText.quoted($0.name))" } ?? "row numbers, from 1"
  }

  private static func id(_ column: TextColumn?, _ row: Int) -> String {
    column.map { $0.dictionary.text(of: $0.codes[row]) } ?? String(row + 1)
  }

  private static func idColumn(_ read: ReadResult, _ name: String?) throws -> TextColumn? {
    guard let name else {
      let found = SchemaInference.infer(read.table).idColumn
      return found.flatMap { read.table.column(named: $0) }
    }
    let known = read.table.columns.map(\.name)
    guard let column = read.table.column(named: name) else {
      throw LinkageError.missingColumn(name, source: read.table.source, known: known)
    }
    try read.requireUniqueIdentifiers(in: column)
    return column
  }
}

extension LinksFile {
  /// What the reader of an audit must know of the rows of this list.
  var warnings: [AuditWarning] {
    let unknown: [AuditWarning] = unknownRows > 0 ? [.unknownLinks(unknownRows, of: rows)] : []
    let taken = undecided.map {
      AuditWarning.undecided(
        rows: links.count, lowestProbability: $0.probability, lowestWeight: $0.weight)
    }
    return unknown + (taken.map { [$0] } ?? [])
  }
}
