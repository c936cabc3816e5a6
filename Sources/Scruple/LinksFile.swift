import ScrupleAudit
import ScrupleFormats
import ScrupleRecords
import ScrupleScoring

/// Reads somebody's links: in the columns of `links.csv`, or as Splink writes
/// them (`unique_id_l`, `unique_id_r`).
public struct LinksFile: Sendable {
  /// The pairs of known records.
  public let links: [ScoredLink]
  /// Rows that name a record that the files do not have.
  public let unknownRows: Int
  /// All rows.
  public let rows: Int
  /// Where every row is taken as a link though the file has weights or probabilities: the lowest of
  /// them. Nil where a column or a threshold decides, or the file has neither.
  public let undecided: Undecided?
  /// The levels that the pairs reached; nil where the file has none, as that of another program.
  public let patterns: AgreementPatterns?

  /// From which weight or probability a row is a link, where no decision stands.
  public enum Threshold: Sendable, Equatable {
    /// From this match probability.
    case probability(Double)
    /// From this match weight, in bits.
    case bits(Double)
  }

  /// The lowest of what every row was taken as a link with.
  public struct Undecided: Sendable, Equatable {
    /// The lowest match probability; nil without any.
    public let probability: Double?
    /// The lowest match weight in bits; nil without any.
    public let weight: Double?
  }

  /// Reads a file of links.
  ///
  /// Without a `decision` column every row is a link, or every row at or above
  /// the threshold; the rest are possible links. A file of which more than half of the rows name
  /// unknown records is refused, and so is a pair that stands twice.
  ///
  /// - Throws: `FormatError`, `RunFileError`.
  public init(
    path: String, left: RecordIds, right: RecordIds, threshold: Threshold? = nil
  ) throws {
    let read = try RecordReader.read(path: path)
    let columns = try LinkColumns(read)
    var links: [ScoredLink] = []
    var patterns = PatternColumns(read, isOwn: !columns.isSplink)
    var unknown = 0
    var lineOfPair: [UInt64: Int] = [:]
    let straight = (left.positions(in: columns.left), right.positions(in: columns.right))
    // Splink orders the two sides by the name of the data set.
    let crossed =
      columns.isSplink
      ? (left.positions(in: columns.right), right.positions(in: columns.left)) : ([], [])
    for row in 0..<read.table.rowCount {
      let (one, other) = columns.ids(row)
      var pair = (straight.0[one], straight.1[other])
      if min(pair.0, pair.1) < 0, columns.isSplink { pair = (crossed.0[other], crossed.1[one]) }
      guard min(pair.0, pair.1) >= 0 else {
        unknown += 1
        continue
      }
      let key = UInt64(UInt32(bitPattern: pair.0)) << 32 | UInt64(UInt32(bitPattern: pair.1))
      let line = read.rowLines.line(ofRow: row)
      if let earlier = lineOfPair.updateValue(line, forKey: key) {
        throw RunFileError.repeatedPair(file: path, line: line, earlier: earlier)
      }
      links.append(try columns.link(row, pair, threshold))
      patterns?.add(row)
    }
    if links.isEmpty && unknown > 0 { throw RunFileError.noKnownPair(file: path, rows: unknown) }
    let rows = read.table.rowCount
    if unknown * 2 > rows {
      throw RunFileError.mostlyUnknown(file: path, rows: unknown, of: rows)
    }
    self.links = links
    self.rows = rows
    undecided = threshold == nil ? columns.lowest(of: links) : nil
    self.patterns = patterns?.patterns
    unknownRows = unknown
  }
}

/// The columns of levels, which stand behind all others, with the patterns met so far.
private struct PatternColumns {
  private let columns: [TextColumn]
  private var places: [[UInt32]: Int32] = [:]
  private var levels: [[String]] = []
  private var ofLinks: [Int32] = []

  /// - Returns: nil where there is no such column.
  init?(_ read: ReadResult, isOwn: Bool) {
    let all = read.table.columns
    let last = all.lastIndex { $0.name == "blocking_rule" || $0.name == "rule" }
    guard isOwn, let last, read.table.column(named: "decision") != nil else { return nil }
    columns = Array(all[(last + 1)...])
    if columns.isEmpty { return nil }
  }

  mutating func add(_ row: Int) {
    let key = columns.map { $0.codes[row] }
    if let place = places[key] { return ofLinks.append(place) }
    let place = Int32(levels.count)
    places[key] = place
    levels.append(zip(columns, key).map { $0.dictionary.text(of: $1) })
    ofLinks.append(place)
  }

  var patterns: AgreementPatterns {
    AgreementPatterns(comparisons: columns.map(\.name), levels: levels, ofLinks: ofLinks)
  }
}

/// The columns of a file of links.
private struct LinkColumns {
  let read: ReadResult
  let left: TextColumn
  let right: TextColumn
  let weight: TextColumn?
  let probability: TextColumn?
  let decision: TextColumn?
  let rule: TextColumn?
  let isSplink: Bool

  init(_ read: ReadResult) throws {
    let table = read.table
    isSplink = table.column(named: "left_id") == nil && table.column(named: "unique_id_l") != nil
    let names = isSplink ? ("unique_id_l", "unique_id_r") : ("left_id", "right_id")
    guard let left = table.column(named: names.0), let right = table.column(named: names.1) else {
      throw RunFileError.missingColumn(
        anyOf: ["left_id and right_id", "unique_id_l and unique_id_r"], file: table.source,
        known: table.columns.map(\.name))
    }
    self.read = read
    self.left = left
    self.right = right
    weight = table.column(named: "match_weight")
    probability = table.column(named: "match_probability")
    decision = table.column(named: "decision")
    rule = table.column(named: "blocking_rule") ?? table.column(named: "match_key")
  }

  /// The lowest probability and weight, where there is one and no decision.
  func lowest(of links: [ScoredLink]) -> LinksFile.Undecided? {
    guard decision == nil, probability != nil || weight != nil, !links.isEmpty else { return nil }
    return LinksFile.Undecided(
      probability: links.lazy.map(\.probability).filter { !$0.isNaN }.min(),
      weight: links.lazy.map(\.weight).min())
  }

  func ids(_ row: Int) -> (Int, Int) { (Int(left.codes[row]), Int(right.codes[row])) }

  func link(
    _ row: Int, _ pair: (Int32, Int32), _ threshold: LinksFile.Threshold?
  ) throws -> ScoredLink {
    let claimed = try number(probability, row)
    let bits = try number(weight, row)
    return ScoredLink(
      left: pair.0, right: pair.1,
      // Infinite weights of other programs are cut, so that they can be sorted and written.
      weight: min(max(bits ?? claimed.map { Probability($0).logOdds } ?? 0, -1e4), 1e4),
      probability: claimed ?? .nan,
      decision: try decision(row, claimed, bits, threshold),
      blockingRule: rule.flatMap { Int(text($0, row)) } ?? 0)
  }

  private func decision(
    _ row: Int, _ probability: Double?, _ bits: Double?, _ threshold: LinksFile.Threshold?
  ) throws -> ScrupleAudit.LinkDecision {
    switch threshold {
    case .probability(let limit): return probability ?? 1 >= limit ? .link : .possible
    case .bits(let limit): return bits ?? .infinity >= limit ? .link : .possible
    case nil: break
    }
    guard let decision else { return .link }
    guard let value = ScrupleAudit.LinkDecision(rawValue: text(decision, row)) else {
      throw fault(decision, row, "'link' or 'possible'")
    }
    return value
  }

  private func number(_ column: TextColumn?, _ row: Int) throws -> Double? {
    guard let column, column.codes[row] != ValueDictionary.missing else { return nil }
    guard let value = Double(text(column, row)), !value.isNaN else {
      throw fault(column, row, "a number")
    }
    if column.name == "match_probability", !(0...1).contains(value) {
      throw fault(column, row, "a probability in 0...1")
    }
    return value
  }

  private func text(_ column: TextColumn, _ row: Int) -> String {
    column.dictionary.text(of: column.codes[row])
  }

  private func fault(_ column: TextColumn, _ row: Int, _ expected: String) -> RunFileError {
    RunFileError.unreadableCell(
      file: read.table.source, line: read.rowLines.line(ofRow: row), column: column.name,
      expected: expected)
  }
}
