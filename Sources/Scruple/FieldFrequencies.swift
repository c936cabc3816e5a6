import ScrupleExecution
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring
import Synchronization

/// How common the first values of a field are, for tables of what depends on
/// the frequency alone: few frequencies differ, though many values do.
struct FieldFrequencies: Sendable {
  let terms: TermFrequencies
  /// The frequencies that occur, ascending.
  let distinct: [Double]
  /// For each code, the place of its frequency in `distinct`.
  let ranks: [UInt32]

  /// Counts the values of both sides.
  ///
  /// - Complexity: O(records + values).
  init(_ field: NormalizedField) {
    var left = [Int](repeating: 0, count: field.values.count)
    var right = left
    for code in field.left.first where code != ValueDictionary.missing { left[Int(code)] += 1 }
    for code in field.right.first where code != ValueDictionary.missing { right[Int(code)] += 1 }
    let terms = TermFrequencies(leftCounts: left, rightCounts: right)
    let counts = zip(left, right).map(+)
    var first = [Int](repeating: -1, count: (counts.max() ?? 0) + 1)
    for (code, count) in counts.enumerated() where first[count] < 0 { first[count] = code }
    var distinct: [Double] = []
    var places = [UInt32](repeating: 0, count: first.count)
    for (count, code) in first.enumerated() where code >= 0 {
      places[count] = UInt32(distinct.count)
      distinct.append(terms.frequencies[code])
    }
    // With n different counts, there are n (n - 1) / 2 values at least.
    precondition(distinct.count <= TermRanks.limit, "\(distinct.count) different frequencies")
    self.terms = terms
    self.distinct = distinct
    ranks = counts.map { places[$0] }
  }
}

/// The frequencies of fields, counted when first asked for.
final class FrequencyCache: Sendable {
  private let known = Mutex<[String: FieldFrequencies]>([:])

  /// Counts some fields now, rather than one after the other when they are asked for.
  func count(_ fields: [NormalizedField], parallelism: Parallelism) {
    parallelism.forEachChunk(fields.count) { _ = frequencies(of: fields[$0]) }
  }

  /// How common the values of a field are.
  func frequencies(of field: NormalizedField) -> FieldFrequencies {
    if let found = known.withLock({ $0[field.name] }) { return found }
    let made = FieldFrequencies(field)
    known.withLock { $0[field.name] = made }
    return made
  }
}
