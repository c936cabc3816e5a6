import ScrupleExecution
import ScrupleFlagging
import ScrupleFormats
import ScrupleNormalization
import ScrupleRecords

/// Two files as read, and how their columns were understood.
public struct SourceFiles: Sendable {
  public private(set) var left: ReadResult
  public private(set) var right: ReadResult
  /// The specification given, or the one that was inferred.
  public let specification: LinkageSpecification
  /// How each column was understood; nil where a specification maps them.
  public let inference: SchemaInference.PairResult?

  /// Reads two files and settles what their columns mean.
  ///
  /// - Parameters:
  ///   - specification: nil, or one that leaves the columns open, to infer
  ///     their roles from names and content.
  ///   - excludedColumns: columns that are never used, such as a truth column.
  ///   - onReject: receives malformed rows of either file; nil makes the first
  ///     one an error.
  /// - Throws: `FormatError`, `LinkageError`.
  public static func read(
    left leftPath: String, right rightPath: String, specification: LinkageSpecification?,
    encoding: TextEncoding? = nil, excludedColumns: Set<String> = [],
    onReject: (@Sendable (String, RejectedRow) throws(FormatError) -> Void)? = nil,
    parallelism: Parallelism
  ) throws -> SourceFiles {
    if leftPath == "-" && rightPath == "-" { throw LinkageError.bothFromStandardInput }
    let paths = [leftPath, rightPath]
    let sources = [specification?.left, specification?.right]
    let results = parallelism.map(2) { index in
      Result<ReadResult, FormatError> { () throws(FormatError) in
        let options = Self.options(sources[index], encoding: encoding)
        guard let onReject else {
          return try RecordReader.read(path: paths[index], options: options)
        }
        return try RecordReader.read(path: paths[index], options: options) {
          row throws(FormatError) in try onReject(paths[index], row)
        }
      }
    }
    let left = try results[0].get()
    let right = try results[1].get()
    if let specification, !specification.leavesColumnsOpen {
      return SourceFiles(
        left: left, right: right, specification: specification, inference: nil)
    }
    let pair = SchemaInference.infer(
      left: left.table.keeping { !excludedColumns.contains($0) },
      right: right.table.keeping { !excludedColumns.contains($0) }, parallelism: parallelism)
    let sides = [pair.left, pair.right].map {
      SourceSpecification(mapping: $0.mapping, idColumn: $0.idColumn)
    }
    var inferred = specification ?? LinkageSpecification(left: sides[0], right: sides[1])
    (inferred.left, inferred.right) = (sides[0], sides[1])
    return SourceFiles(left: left, right: right, specification: inferred, inference: pair)
  }

  /// Closes the columns: none of their values can be looked up any more.
  public mutating func closeColumns() {
    left.table = left.table.closed()
    right.table = right.table.closed()
  }

  /// Lets go of the columns that nothing asks for once the records are normalized: all but the ids,
  /// and where flags may be made all that are mapped.
  ///
  /// - Parameter specification: the one of the run.
  public mutating func letGoOfColumns(_ specification: LinkageSpecification) {
    let makesFlags = FlagRule.applies(
      left: specification.left.mapping, right: specification.right.mapping)
    func kept(_ table: RecordTable, _ source: SourceSpecification) -> RecordTable {
      let mapped = makesFlags ? source.mapping.columns.map(\.column) : []
      return table.keeping { $0 == source.idColumn || mapped.contains($0) }
    }
    left.table = kept(left.table, specification.left)
    right.table = kept(right.table, specification.right)
  }

  private static func options(
    _ source: SourceSpecification?, encoding: TextEncoding?
  ) -> ReadOptions {
    var options = ReadOptions()
    if let encoding { options.encoding = encoding }
    if let name = source?.encoding,
      let encoding = TextEncoding(rawValue: name == "latin-1" ? "latin1" : name)
    {
      options.encoding = encoding
    }
    if let byte = source?.delimiter?.utf8.first { options.delimiter = Delimiter(rawValue: byte) }
    return options
  }
}
