import ScrupleExecution
import ScrupleFormats
import ScrupleNormalization
import ScrupleRecords

/// Two files with persons added who are in neither: for estimating false links of any matcher.
///
/// A decoy's name and birth date stand together in no row of either file, and its numbers in none.
public struct DecoyFiles: Sendable {
  /// Which files get decoys.
  public enum Sides: String, Sendable, CaseIterable {
    case left, right, both
  }

  /// What begins the id of every decoy.
  public static let idPrefix = "SYN-DECOY-"
  /// The column of ids that is added to a file without one.
  public static let addedIdColumn = "record_id"

  /// One file with its decoys.
  public struct Side: Sendable {
    /// `left` or `right`.
    public let name: String
    /// The rows of the file, then the decoys.
    let table: RecordTable
    /// How many rows are of the file.
    public let rows: Int
    /// The ids of the decoys.
    public let decoys: [String]
    /// The column of the ids; added where the file had none.
    public let idColumn: String
    let isIdAdded: Bool
  }

  public let left: Side
  public let right: Side
  private let seed: UInt64

  /// Makes decoys.
  ///
  /// - Parameters:
  ///   - count: how many for each side that gets some.
  ///   - blank: columns to be left empty in decoys, such as one with the truth.
  /// - Throws: `LabelSampleError` where no impossible persons can be made, `LinkageError`,
  ///   `NormalizationError`.
  public init(
    _ files: SourceFiles, specification: LinkageSpecification, count: Int, sides: Sides,
    seed: UInt64, blank: Set<String> = [], parallelism: Parallelism
  ) throws {
    self.seed = seed
    var maker = try DecoyMaker(
      files, specification, count: count, sides: sides, seed: seed, blank: blank)
    for attempt in 1...Self.attempts {
      let (left, right) = maker.sides()
      let found = try DecoyCollisions(
        left, right, specification, parallelism: parallelism)
      if found.left.isEmpty && found.right.isEmpty {
        (self.left, self.right) = (left, right)
        return
      }
      maker.remake(left: found.left, right: found.right, attempt: attempt)
    }
    throw LabelSampleError.noDecoyPossible(source: files.right.table.source)
  }

  private static let attempts = 30

  /// A side's file: all rows in an order that the seed alone decides.
  public func write(_ side: Side, _ sink: ([UInt8]) throws -> Void) throws {
    var writer = DelimitedWriter()
    writer.row((side.isIdAdded ? [side.idColumn] : []) + side.table.columns.map(\.name))
    let random = CounterRandom(seed: seed, stream: side.name == "left" ? 0xDEC1 : 0xDEC2)
    let keys = (0..<side.table.rowCount).map { random.value(at: UInt64($0)) }
    for row in keys.indices.sorted(by: { (keys[$0], $0) < (keys[$1], $1) }) {
      if side.isIdAdded {
        writer.append(row < side.rows ? String(row + 1) : side.decoys[row - side.rows])
      }
      for column in side.table.columns {
        column.dictionary.withBytes(of: column.codes[row]) { writer.append($0) }
      }
      writer.endRow()
      if writer.bytes.count > 1 << 20 {
        try sink(writer.bytes)
        writer.removeAll()
      }
    }
    try sink(writer.bytes)
  }

  /// The answer key: the side and id of every decoy.
  public var key: [UInt8] {
    var writer = DelimitedWriter()
    writer.row(["side", "record_id"])
    for side in [left, right] {
      for id in side.decoys { writer.row([side.name, id]) }
    }
    return writer.bytes
  }
}
