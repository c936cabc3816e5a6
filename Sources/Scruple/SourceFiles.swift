import ScrupleExecution
import ScrupleFormats
import ScrupleNormalization
import ScrupleRecords

/// Two files as read, and how their columns were understood.
public struct SourceFiles: Sendable {
  public let left: ReadResult
  public let right: ReadResult
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
      left: left.table.without(excludedColumns), right: right.table.without(excludedColumns))
    let sides = [pair.left, pair.right].map {
      SourceSpecification(mapping: $0.mapping, idColumn: $0.idColumn)
    }
    var inferred = specification ?? LinkageSpecification(left: sides[0], right: sides[1])
    (inferred.left, inferred.right) = (sides[0], sides[1])
    return SourceFiles(left: left, right: right, specification: inferred, inference: pair)
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

extension RecordTable {
  /// The table without some columns.
  func without(_ names: Set<String>) -> RecordTable {
    RecordTable(
      source: source, columns: columns.filter { !names.contains($0.name) }, rowCount: rowCount)
  }
}
