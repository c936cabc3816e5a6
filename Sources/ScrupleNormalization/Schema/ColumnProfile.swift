import ScrupleRecords

/// What a column holds, told from a sample of its distinct values.
///
/// Shares are of rows: a value on ten rows counts ten times. Cells that say
/// "nothing is known" count as missing.
package struct ColumnProfile: Sendable {
  package let rowCount: Int
  /// Rows with a value.
  package let presentCount: Int
  /// Distinct values, missing ones not counted; at most two spellings of
  /// missing are mistaken for values.
  package let distinctCount: Int
  /// What divides several values in one cell, where some cells hold several.
  package let separator: String?
  /// The mean number of letters, digits and other bytes of a value.
  package let meanLength: Double

  private var weights: [ValueShape: Int] = [:]
  private var sampledWeight = 0

  /// How many distinct values are looked at.
  package static let sampleLimit = 1_000

  /// Profiles a column.
  ///
  /// The sample is spread evenly over the dictionary, so it depends on nothing
  /// but the file.
  ///
  /// - Complexity: O(rows) for the counts, O(`sampleLimit`) values are read.
  package init(_ column: TextColumn) {
    let occurrences = column.occurrences()
    let dictionary = column.dictionary
    var missingRows = occurrences[0]
    var missingValues = 0
    var sample: [(value: [UInt8], rows: Int)] = []
    let stride = max(1, (dictionary.count + Self.sampleLimit - 1) / Self.sampleLimit)
    for code in 1..<max(1, dictionary.count) where occurrences[code] > 0 {
      // Frequent values are always read: they decide what a column holds.
      let isFrequent = occurrences[code] * 100 > column.codes.count && stride > 1
      guard (code - 1) % stride == 0 || isFrequent else { continue }
      let value = dictionary.bytes(of: UInt32(code))
      if Self.isMissing(value) {
        missingRows += occurrences[code]
        missingValues += 1
      } else {
        sample.append((value, occurrences[code]))
      }
    }
    rowCount = column.codes.count
    presentCount = rowCount - missingRows
    distinctCount = occurrences.dropFirst().count { $0 > 0 } - missingValues
    let separator = Self.separator(in: sample)
    self.separator = separator.map { String(UnicodeScalar($0)) }
    var lengths = 0
    for (value, rows) in sample {
      let first = separator.flatMap { value.firstIndex(of: $0) }.map { value[..<$0] } ?? value[...]
      guard !first.isEmpty else { continue }
      weights[ValueShape(of: first), default: 0] += rows
      sampledWeight += rows
      lengths += first.count * rows
    }
    meanLength = sampledWeight == 0 ? 0 : Double(lengths) / Double(sampledWeight)
  }

  /// The share of rows with a value whose value has all these shapes, in
  /// 0...1; 0 where no row has a value.
  package func share(_ shape: ValueShape) -> Double {
    share { $0.isSuperset(of: shape) }
  }

  /// The share of rows whose value has at least one of these shapes.
  package func share(anyOf shapes: ValueShape) -> Double {
    share { !$0.isDisjoint(with: shapes) }
  }

  private func share(_ holds: (ValueShape) -> Bool) -> Double {
    guard sampledWeight > 0 else { return 0 }
    var weight = 0
    for (shape, rows) in weights where holds(shape) { weight += rows }
    return Double(weight) / Double(sampledWeight)
  }

  /// The share of rows with a value, in 0...1.
  package var completeness: Double {
    rowCount == 0 ? 1 : Double(presentCount) / Double(rowCount)
  }

  /// Whether no row has a value, though there are rows.
  package var isAllMissing: Bool { rowCount > 0 && presentCount == 0 }

  /// Whether every row has a value of its own.
  package var isUniqueAndComplete: Bool {
    rowCount == presentCount && distinctCount == rowCount
  }

  /// Whether there is only one value.
  package var isConstant: Bool { distinctCount == 1 }

  /// "|", or ";" where at least one cell in a hundred holds several values.
  private static func separator(in sample: [(value: [UInt8], rows: Int)]) -> UInt8? {
    let total = sample.reduce(0) { $0 + $1.rows }
    return [UInt8(ascii: "|"), UInt8(ascii: ";")].first { mark in
      let rows = sample.reduce(0) { sum, entry in
        let inside = entry.value.dropFirst().dropLast()
        return sum + (inside.contains(mark) ? entry.rows : 0)
      }
      return rows * 100 >= total && rows > 0
    }
  }

  private static func isMissing(_ value: [UInt8]) -> Bool {
    guard value.count <= 16, !value.contains(where: { $0 >= 48 && $0 <= 57 }) else { return false }
    var plain: [UInt8] = []
    for byte in value {
      let lower = byte | 0x20
      if byte >= 0x80 || lower >= 97 && lower <= 122 {
        plain.append(byte >= 0x80 ? byte : lower)
      }
    }
    guard plain.count <= Vocabulary.longestMissing else { return false }
    return Vocabulary.missing.contains(String(decoding: plain, as: UTF8.self))
  }
}
