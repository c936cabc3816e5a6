import ScrupleComparison
import ScrupleExecution
import ScrupleFormats

/// Writes links as the table that every later step reads.
///
/// Columns: `left_id,right_id,match_weight,match_probability,decision,
/// blocking_rule`, then one per comparison with the label of its level. Where
/// deterministic rules decided, `rule` names the first that holds and stands
/// before the comparisons; weight and probability are empty unless a model was
/// given. Rows ascend by left id, then right id, bytewise.
public struct LinksTable: Sendable {
  let result: LinkedPairs
  /// Links that one thread writes at a time.
  var linksPerPiece = 16_384

  /// Creates the table of a run that a model decided.
  public init(result: LinkageResult) { self.result = result.linked }

  /// Creates the table of a run.
  public init(_ result: LinkedPairs) { self.result = result }

  /// Streams the table in pieces of about a megabyte.
  ///
  /// - Parameter parallelism: how many pieces are written at a time; it changes
  ///   no byte.
  /// - Returns: the digest of the links, made on the way.
  @discardableResult
  public func write(
    parallelism: Parallelism = Parallelism(threadCount: 1), _ sink: ([UInt8]) throws -> Void
  ) throws -> LinksDigest {
    var header = DelimitedWriter()
    header.row(
      ["left_id", "right_id", "match_weight", "match_probability", "decision", "blocking_rule"]
        + (result.prepared.specification.rules.isEmpty ? [] : ["rule"])
        + result.prepared.comparisons.rules.map { $0.name.replacing("-", with: "_") })
    try sink(header.bytes)
    let pieces = chunkRanges(count: result.links.count, size: linksPerPiece)
    var digest = LinksDigest()
    // A few at a time, so that memory does not grow with the links. While one thread hands over a
    // wave, the others write the next.
    try withoutActuallyEscaping(sink) { sink in
      let outlet = Outlet(sink)
      var written: [(bytes: [UInt8], digest: LinksDigest)] = []
      for wave in chunkRanges(count: pieces.count, size: Self.piecesPerWave) {
        let ready = written
        written = parallelism.map(wave.count + 1) { number in
          if number > 0 { return [rows(pieces[wave.lowerBound + number - 1])] }
          outlet.take(ready.map(\.bytes))
          return []
        }.flatMap { $0 }
        for piece in written { digest.add(piece.digest) }
      }
      outlet.take(written.map(\.bytes))
      try outlet.check()
    }
    return digest
  }

  private static let piecesPerWave = 8

  private func rows(_ range: Range<Int>) -> (bytes: [UInt8], digest: LinksDigest) {
    var writer = DelimitedWriter()
    var digest = LinksDigest()
    var links = LinkRows()
    let comparisons = result.prepared.comparisons
    let names = result.prepared.specification.rules.map { Array($0.name.utf8) }
    let rules = result.prepared.candidates.rules.indices.map { Array(String($0 + 1).utf8) }
    var levels = LevelCells(comparisons)
    var cell: [UInt8] = []
    result.forEachLink(in: range) { link, leftId, rightId in
      digest.add(links.digest(leftId, rightId, link.decision))
      writer.append(leftId)
      writer.append(rightId)
      cell.removeAll(keepingCapacity: true)
      if let weight = link.matchWeight { FixedDecimal.append(weight, digits: 4, to: &cell) }
      writer.append(cell)
      cell.removeAll(keepingCapacity: true)
      if let share = link.matchProbability { FixedDecimal.append(share, digits: 6, to: &cell) }
      writer.append(cell)
      writer.append(link.decision.rawValue)
      writer.append(rules[link.blockingRule])
      if !names.isEmpty { writer.append(link.rule.map { names[$0] } ?? []) }
      levels.append(link.pattern, to: &writer)
      writer.endRow()
    }
    return (writer.bytes, digest)
  }
}

/// Hands pieces over until that fails.
private final class Outlet: @unchecked Sendable {
  // Safe to share: one thread at a time takes pieces, and the error is read when none does.
  private let sink: ([UInt8]) throws -> Void
  private var error: (any Error)?

  init(_ sink: @escaping ([UInt8]) throws -> Void) { self.sink = sink }

  func take(_ pieces: [[UInt8]]) {
    for piece in pieces where error == nil {
      do { try sink(piece) } catch { self.error = error }
    }
  }

  func check() throws {
    if let error { throw error }
  }
}

/// The cells of a pattern, one for each comparison, written once for each pattern.
///
/// Links share few patterns: some thousands in a million rows.
private struct LevelCells {
  private let layout: PatternLayout
  private let labels: [[[UInt8]]]
  private var written: [UInt64: [UInt8]] = [:]

  init(_ comparisons: PreparedComparisons) {
    layout = comparisons.layout
    labels = comparisons.rules.map { rule in
      (0...rule.levelCount).map { Array(rule.label(ofLevel: $0).utf8) }
    }
  }

  mutating func append(_ pattern: UInt64, to writer: inout DelimitedWriter) {
    if labels.isEmpty { return }
    if let known = written[pattern] {
      writer.append(written: known, count: labels.count)
      return
    }
    var cells = DelimitedWriter()
    for (position, names) in labels.enumerated() {
      cells.append(names[layout.level(of: position, in: pattern)])
    }
    written[pattern] = cells.bytes
    writer.append(written: cells.bytes, count: labels.count)
  }
}

/// Numbers with a fixed count of decimals: the same bytes on every machine.
enum FixedDecimal {
  /// The decimal form of a number, rounded half away from zero.
  static func bytes(_ value: Double, digits: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, digits: digits, to: &bytes)
    return bytes
  }

  /// Appends the decimal form of a number, rounded half away from zero.
  static func append(_ value: Double, digits: Int, to bytes: inout [UInt8]) {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let rounded = (abs(value) * scale).rounded()
    guard rounded < 9e18 else {
      bytes.append(contentsOf: String(value).utf8)
      return
    }
    var rest = UInt64(rounded)
    let isNegative = value < 0 && rest > 0
    // From the last digit to the first: at least one stands before the point.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { text in
      var start = text.count
      func put(_ byte: UInt8) {
        start -= 1
        text[start] = byte
      }
      for place in 0... {
        if place > digits && rest == 0 { break }
        if place == digits && digits > 0 { put(0x2E) }
        put(0x30 + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      }
      if isNegative { put(0x2D) }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
  }
}
