import ScrupleAudit
import ScrupleExecution
import ScrupleFormats
import ScrupleRecords

/// Pairs or records whose answer is known before, to be mixed into a sample.
public struct KnownPairs: Sendable {
  private let path: String
  private let units: [(unit: LabelUnit, answer: LabelAnswer)]

  /// Reads `left_id,right_id,answer`, or `left_id,answer` where records are asked about.
  ///
  /// - Throws: `FormatError`, `RunFileError`, `LabelSampleError.unknownRecord`.
  public init(path: String, left: RecordIds, right: RecordIds, question: LabelQuestion) throws {
    self.path = path
    let hasRight = question != .citizen
    let table = try TruthTable(
      path: path, columns: ["left_id", "answer"] + (hasRight ? ["right_id"] : []))
    units = try (0..<table.rowCount).map { row in
      let rightId = table.text("right_id", row)
      guard let one = left.position(of: table.text("left_id", row)) else {
        throw LabelSampleError.unknownRecord(file: path, line: row + 2)
      }
      var other: Int32?
      if hasRight && !(question == .record && rightId.isEmpty) {
        guard let found = right.position(of: rightId) else {
          throw LabelSampleError.unknownRecord(file: path, line: row + 2)
        }
        other = found
      }
      guard let answer = question.answer(for: table.text("answer", row)), answer != .unsure else {
        throw table.fault(
          "answer", row,
          "\(question.word(for: .yes)) or \(question.word(for: .no))")
      }
      return (LabelUnit(left: one, right: other), answer)
    }
  }

  /// Draws controls that are not in the sample anyway, as many of each answer as there can be.
  ///
  /// - Throws: `LabelSampleError.tooFewKnown`.
  public func draw(
    _ count: Int, besides drawn: Set<LabelUnit>, seed: UInt64
  ) throws -> [(unit: LabelUnit, answer: LabelAnswer)] {
    var seen = drawn
    let usable = units.filter { seen.insert($0.unit).inserted }
    guard usable.count >= count else {
      throw LabelSampleError.tooFewKnown(file: path, usable: usable.count, asked: count)
    }
    let random = CounterRandom(seed: seed, stream: 0x5A3B_1E01)
    let shuffled = usable.indices.sorted {
      (random.value(at: UInt64($0)), $0) < (random.value(at: UInt64($1)), $1)
    }.map { usable[$0] }
    // One of each in turn, so that both kinds of error are measured.
    let kinds = [LabelAnswer.yes, .no].map { answer in shuffled.filter { $0.answer == answer } }
    let most = max(kinds[0].count, kinds[1].count)
    let mixed = (0..<most).flatMap { place in
      kinds.compactMap { place < $0.count ? $0[place] : nil }
    }
    return Array((mixed + shuffled.filter { $0.answer == .unsure }).prefix(count))
  }
}
