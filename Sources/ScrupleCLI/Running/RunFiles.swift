import Scruple
import ScrupleExecution
import ScrupleFormats
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring

/// The two inputs of a run with their specification, checked and ready to be prepared.
struct RunFiles {
  private(set) var files: SourceFiles
  var specification: LinkageSpecification
  /// The specification file that was given.
  let given: HashedFile?
  /// The column with the truth, kept from matching.
  let truthColumn: String?
  let collectsRejects: Bool
  /// The names of all columns of the files.
  private let columns: (left: [String], right: [String])

  /// Reads and checks the files of a run.
  ///
  /// - Throws: `FormatError`, `FaultySpecification`, `Failure`.
  init(_ input: InputArguments, parallelism: Parallelism, rejects: RejectFile? = nil) throws {
    let loaded = try input.specification.map { try LoadedSpecification(path: $0) }
    var onReject: (@Sendable (String, RejectedRow) -> Void)?
    if let rejects { onReject = { path, row in rejects.take(path, row) } }
    try self.init(
      left: input.left, right: input.right, specification: loaded,
      encoding: input.encoding?.encoding, truthColumn: input.truthColumn, parallelism: parallelism,
      onReject: onReject)
  }

  init(
    left: String, right: String, specification loaded: LoadedSpecification?,
    encoding: TextEncoding?, truthColumn: String?, parallelism: Parallelism,
    onReject: (@Sendable (String, RejectedRow) -> Void)?
  ) throws {
    given = loaded?.file
    self.truthColumn = truthColumn
    collectsRejects = onReject != nil
    files = try SourceFiles.read(
      left: left, right: right, specification: loaded?.specification.specification,
      encoding: encoding, excludedColumns: truthColumn.map { [$0] } ?? [],
      onReject: onReject, parallelism: parallelism)
    columns = (files.left.table.columns.map(\.name), files.right.table.columns.map(\.name))
    specification = files.specification
    // Saved with the run, so that the files are read alike the next time.
    specification.left.noteEncoding(files.left)
    specification.right.noteEncoding(files.right)
    try checkTruthColumn()
    if let loaded {
      do {
        try loaded.specification.validate(
          leftColumns: columns.left, rightColumns: columns.right)
      } catch {
        throw FaultySpecification(path: loaded.file.path, faults: error)
      }
    }
    try Self.checkIds(specification.left.idColumn, files.left)
    try Self.checkIds(specification.right.idColumn, files.right)
    if let inference = files.inference {
      try Self.checkBrokenIds(inference.left, files.left)
      try Self.checkBrokenIds(inference.right, files.right)
    }
    // Without a row there is no value to tell a column's meaning, and nothing to compare.
    if !isEmpty, let inference = files.inference, inference.sharedFields.isEmpty {
      throw Failure(
        (inference.reasons + [
          "Say what the columns mean in a specification: 'scruple init LEFT RIGHT' writes one."
        ]).joined(separator: "\n"))
    }
  }

  /// Whether one of the files has no record.
  var isEmpty: Bool { files.left.table.rowCount == 0 || files.right.table.rowCount == 0 }

  /// Closes the columns, for a run that only reads them.
  mutating func closeColumns() { files.closeColumns() }

  /// Lets go of the columns that nothing asks for once the records are normalized.
  mutating func letGoOfColumns() { files.letGoOfColumns(specification) }

  /// What each column of a side was taken for.
  func decisions(isLeft: Bool) -> [ColumnDecision] {
    let columns = isLeft ? self.columns.left : self.columns.right
    if let inference = files.inference {
      let found = (isLeft ? inference.left : inference.right).decisions
      return columns.map { column in
        found.first { $0.column == column }
          ?? ColumnDecision(
            column: column, role: .ignore, reason: "the truth, never used for matching",
            confidence: .high)
      }
    }
    let source = isLeft ? specification.left : specification.right
    return columns.map { column in
      let mapping = source.mapping.columns.first { $0.column == column }
      let isId = source.idColumn == column
      return ColumnDecision(
        column: column, role: isId ? .id : mapping?.role ?? .ignore,
        reason: isId || mapping != nil ? "so specified" : "not in the specification",
        confidence: .high, separator: mapping?.separator, label: mapping?.label)
    }
  }

  private func checkTruthColumn() throws {
    guard let name = truthColumn else { return }
    for read in [files.left, files.right] where read.table.column(named: name) == nil {
      let known = read.table.columns.map(\.name)
      throw Failure(
        "\(TerminalText.quoted(read.table.source)) has no column \(TerminalText.quoted(name))."
          + TerminalText.safe(NearMiss.hint(for: name, among: known)))
    }
    for source in [specification.left, specification.right] {
      let isUsed =
        source.idColumn == name
        || source.mapping.columns.contains {
          $0.column == name && ($0.role.isUsedForMatching || $0.role.isOnlyForFlags)
        }
      if isUsed {
        throw Failure(
          "The specification uses the truth column \(TerminalText.quoted(name)). "
            + "Take it out of the specification, or leave out --truth-column.")
      }
    }
  }

  /// Refuses a column that is named as the record id but repeats or is empty
  /// somewhere, where no other column can take its place: row numbers instead
  /// would hide the fault.
  private static func checkBrokenIds(
    _ inference: SchemaInference.Result, _ read: ReadResult
  ) throws {
    guard inference.idColumn == nil else { return }
    for decision in inference.decisions where decision.role == .ignore {
      guard let (meaning, isExact) = ColumnName(decision.column).meaning, isExact,
        meaning == .rowID(rank: 0), let column = read.table.column(named: decision.column)
      else { continue }
      do {
        try read.requireUniqueIdentifiers(in: column)
      } catch {
        throw Failure(
          error.message + " If the column says who is who, name it with --truth-column.")
      }
    }
  }

  private static func checkIds(_ name: String?, _ read: ReadResult) throws {
    if let column = name.flatMap({ read.table.column(named: $0) }) {
      try read.requireUniqueIdentifiers(in: column)
    }
  }
}

/// A specification file with its digest.
struct LoadedSpecification {
  let specification: SpecificationFile
  let file: HashedFile

  /// Reads a specification; the name tells whether it is TOML or JSON.
  init(path: String) throws {
    let whole = try WholeFile(path: path)
    guard let text = whole.text else {
      throw Failure("The specification \(TerminalText.quoted(path)) is not UTF-8 text.")
    }
    do {
      specification = try SpecificationFile(reading: text, format: .init(path: path))
    } catch {
      throw FaultySpecification(path: path, faults: error)
    }
    file = HashedFile(path: path, sha256: whole.sha256)
  }
}

/// A model file with its digest.
struct LoadedModel {
  let model: FellegiSunterModel
  let file: HashedFile

  init(path: String) throws {
    let whole = try WholeFile(path: path)
    do {
      model = try JSONText.value(FellegiSunterModel.self, from: whole.bytes)
    } catch {
      throw FaultyModel(path: path, reason: error)
    }
    file = HashedFile(path: path, sha256: whole.sha256)
  }
}

extension SourceSpecification {
  /// Takes over an encoding that the command line gave.
  fileprivate mutating func noteEncoding(_ read: ReadResult) {
    guard encoding == nil, read.sniffed.encoding != .utf8 else { return }
    encoding = read.sniffed.encoding == .latin1 ? "latin-1" : read.sniffed.encoding.rawValue
  }
}

extension LinkageSpecification {
  /// Takes over what the command line says about blocking.
  mutating func apply(_ arguments: BlockingArguments) {
    if let budget = arguments.pairBudget { blocking.pairBudget = budget }
    if let limit = arguments.maxBlock { blocking.maximumBlockPairs = limit }
  }
}

extension DecisionSpecification {
  /// Takes over a threshold of links.
  mutating func setLink(_ threshold: ThresholdArgument) {
    switch threshold {
    case .probability(let value): (linkProbability, linkWeight) = (value, nil)
    case .bits(let bits): linkWeight = bits
    }
  }

  /// Takes over a threshold of possible links.
  mutating func setPossible(_ threshold: ThresholdArgument) {
    switch threshold {
    case .probability(let value): (possibleProbability, possibleWeight) = (value, nil)
    case .bits(let bits): possibleWeight = bits
    }
  }
}
