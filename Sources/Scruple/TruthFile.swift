import ScrupleFormats
import ScrupleGroundTruth
import ScrupleRecords

/// Loads what is true from a file, or from a column of both inputs.
///
/// A file is either a complete list of pairs (`left_id,right_id`) or a key file
/// (`record_id,entity_id`, with `source` where ids repeat across files).
public enum TruthFile {
  /// The columns of a list of pairs.
  public static let pairColumns = ["left_id", "right_id"]
  /// The columns of a key file; `source` may stand beside them.
  public static let keyColumns = ["record_id", "entity_id"]

  /// Reads a truth file whose columns tell its form.
  ///
  /// - Parameters:
  ///   - leftPath: the left file's path; a key file's source may be `left`,
  ///     this path, or its last part with or without extension.
  /// - Throws: `FormatError`, `RunFileError.missingColumn`, `GroundTruthError`.
  public static func load(
    path: String, left: RecordIds, right: RecordIds, leftPath: String, rightPath: String
  ) throws -> LoadedTruth {
    let table = try RecordReader.read(path: path).table
    if let one = table.column(named: "left_id"), let other = table.column(named: "right_id") {
      let (lefts, rights) = (left.positions(in: one), right.positions(in: other))
      return try GroundTruth.loading(
        pairs: one.codes, other.codes, leftCount: left.count, rightCount: right.count,
        leftRow: { Self.known(lefts[Int($0)]) }, rightRow: { Self.known(rights[Int($0)]) })
    }
    guard let records = table.column(named: "record_id"),
      let entities = table.column(named: "entity_id")
    else {
      throw RunFileError.missingColumn(
        anyOf: [pairColumns, keyColumns].map { $0.joined(separator: " and ") }, file: path,
        known: table.columns.map(\.name))
    }
    let (lefts, rights) = (left.positions(in: records), right.positions(in: records))
    let sources = table.column(named: "source")
    if sources == nil,
      let row = records.codes.firstIndex(where: { lefts[Int($0)] >= 0 && rights[Int($0)] >= 0 })
    {
      throw RunFileError.ambiguousId(file: path, row: row + 1)
    }
    let sides = sources.map { Self.sides(of: $0, leftPath, rightPath) }
    func side(_ row: Int) -> TruthSide? {
      guard let sources, let sides else {
        return lefts[Int(records.codes[row])] >= 0 ? .left : .right
      }
      return sides[Int(sources.codes[row])]
    }
    return try GroundTruth.loading(
      keySources: Array(records.codes.indices), recordIDs: records.codes, entities: entities.codes,
      leftCount: left.count, rightCount: right.count,
      isMissing: { (code: UInt32) in code == ValueDictionary.missing }, side: side,
      leftRow: { (code: UInt32) in Self.known(lefts[Int(code)]) },
      rightRow: { (code: UInt32) in Self.known(rights[Int(code)]) })
  }

  /// The side that each value of a column of sources names.
  private static func sides(
    of sources: TextColumn, _ leftPath: String, _ rightPath: String
  ) -> [TruthSide?] {
    let leftNames = names(of: "left", leftPath)
    let rightNames = names(of: "right", rightPath)
    return (0..<UInt32(sources.dictionary.count)).map { code in
      let source = sources.dictionary.text(of: code)
      if leftNames.contains(source) { return .left }
      return rightNames.contains(source) ? .right : nil
    }
  }

  private static func known(_ position: Int32) -> Int32? { position < 0 ? nil : position }

  /// Takes the truth from a column that both inputs have; empty cells label nothing.
  ///
  /// - Parameters:
  ///   - leftRows: the table's row of each position.
  /// - Throws: `RunFileError.missingColumn`.
  public static func load(
    column: String, left: RecordTable, leftRows: [Int], right: RecordTable, rightRows: [Int]
  ) throws -> LoadedTruth {
    func entities(_ table: RecordTable, _ rows: [Int]) throws -> [String] {
      guard let entities = table.column(named: column) else {
        throw RunFileError.missingColumn(
          anyOf: [column], file: table.source, known: table.columns.map(\.name))
      }
      return rows.map { entities.dictionary.text(of: entities.codes[$0]) }
    }
    return GroundTruth.loading(
      leftColumn: try entities(left, leftRows), rightColumn: try entities(right, rightRows),
      isMissing: \.isEmpty)
  }

  private static func names(of side: String, _ path: String) -> Set<String> {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    let stem = last.split(separator: ".").first.map(String.init) ?? last
    return [side, path, last, stem]
  }
}

extension TextColumn {
  /// The cells as texts, in the order of the rows.
  var texts: [String] { codes.map { dictionary.text(of: $0) } }
}

extension PreparedLinkage {
  /// The table's row of each canonical position of the left file.
  public var leftRows: [Int] { left.rows.map(Int.init) }

  /// The table's row of each canonical position of the right file.
  public var rightRows: [Int] { right.rows.map(Int.init) }

  /// How many true pairs of each left record blocking brought together, in canonical order.
  ///
  /// - Complexity: O(true pairs × rules).
  public func candidateMates(_ truth: GroundTruth) -> [Int32] {
    (0..<records.leftCount).map { position in
      var count: Int32 = 0
      for mate in truth.mates(ofLeft: Int32(position))
      where candidates.owningRule(left: position, right: Int(mate)) != nil {
        count += 1
      }
      return count
    }
  }
}
