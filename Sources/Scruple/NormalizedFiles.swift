import ScrupleExecution
import ScrupleNormalization
import ScrupleRecords

/// Two files, read and normalized: what is compared, and in which order the records stand.
///
/// Holds nothing of the tables but their ids, so that they can be let go before blocks are built.
public struct NormalizedFiles: Sendable {
  public let records: NormalizedRecords
  public let summary: NormalizationSummary
  let left: CanonicalOrder
  let right: CanonicalOrder
  let timings: StageTimings

  /// Normalizes two tables.
  ///
  /// - Throws: `LinkageError`, `NormalizationError`, each with what does not fit.
  public init(
    left: RecordTable, right: RecordTable, specification: LinkageSpecification,
    options: LinkageOptions
  ) throws {
    try self.init(
      left: left, right: right, specification: specification, options: options, repeating: nil)
  }

  init(
    left leftTable: RecordTable, right rightTable: RecordTable,
    specification: LinkageSpecification, options: LinkageOptions,
    repeating earlier: NormalizedRecords?
  ) throws {
    var timings = StageTimings()
    options.progress(.normalize, 0)
    left = try CanonicalOrder(table: leftTable, idColumn: specification.left.idColumn)
    right = try CanonicalOrder(table: rightTable, idColumn: specification.right.idColumn)
    try Self.requireColumns(specification.left, leftTable)
    try Self.requireColumns(specification.right, rightTable)
    let normalized = try NormalizedRecords.normalizing(
      left: SourceColumns(
        table: leftTable, mapping: specification.left.mapping, rows: left.rows),
      right: SourceColumns(
        table: rightTable, mapping: specification.right.mapping, rows: right.rows),
      parallelism: options.parallelism)
    records = earlier.map(normalized.records.keepingFields) ?? normalized.records
    summary = normalized.summary
    guard !records.fields.isEmpty else {
      throw LinkageError.noCommonFields(
        left: Self.roles(specification.left), right: Self.roles(specification.right))
    }
    try options.memory?.check()
    timings.finish(.normalize)
    self.timings = timings
  }

  private static func requireColumns(
    _ source: SourceSpecification, _ table: RecordTable
  ) throws(LinkageError) {
    if let column = source.mapping.groupColumnsUsedForMatching.first {
      throw .groupUsedForMatching(column: column, source: table.source)
    }
    for mapping in source.mapping.columns where table.column(named: mapping.column) == nil {
      throw .missingColumn(
        mapping.column, source: table.source, known: table.columns.map(\.name))
    }
  }

  private static func roles(_ source: SourceSpecification) -> [String] {
    var roles: [String] = []
    for mapping in source.mapping.columns where mapping.role.isUsedForMatching {
      if !roles.contains(mapping.role.rawValue) { roles.append(mapping.role.rawValue) }
    }
    return roles
  }
}

extension NormalizedRecords {
  /// The records with all fields of others, those that they lack without any value.
  fileprivate func keepingFields(of earlier: NormalizedRecords) -> NormalizedRecords {
    let lacking = earlier.fields.filter { field($0.name) == nil }.map { field in
      NormalizedField(
        name: field.name, kind: field.kind, values: field.values,
        left: FieldColumn(first: [UInt32](repeating: ValueDictionary.missing, count: leftCount)),
        right: FieldColumn(first: [UInt32](repeating: ValueDictionary.missing, count: rightCount)),
        dates: field.dates, isHeaped: field.isHeaped)
    }
    return NormalizedRecords(leftCount: leftCount, rightCount: rightCount, fields: fields + lacking)
  }
}
