import ScrupleComparison
import ScrupleRecords

/// Finds cells that both files write alike and that normalization left no agreement of.
struct UnusedAgreements {
  /// A comparison of one field, with the raw column of each file.
  private struct Watched {
    let comparison: Int
    let left: TextColumn
    let right: TextColumn
    /// For each raw value of the left column its code in the right one; 0 where it has none.
    let same: [UInt32]
    let codes: (left: [UInt32], right: [UInt32])
    let isMultiValued: Bool
  }

  private let watched: [Watched]
  private let rows: (left: [UInt32], right: [UInt32])
  private let layout: PatternLayout

  init(_ prepared: PreparedLinkage, left: RecordTable, right: RecordTable) {
    let specification = prepared.specification
    rows = (prepared.left.rows, prepared.right.rows)
    layout = prepared.comparisons.layout
    watched = prepared.comparisons.rules.enumerated().compactMap { position, rule in
      guard rule.fields.count == 1, let field = prepared.records.field(rule.fields[0]) else {
        return nil
      }
      func column(_ source: SourceSpecification, _ table: RecordTable) -> TextColumn? {
        source.mapping.columns.first { ($0.label ?? $0.role.rawValue) == field.name }
          .flatMap { table.column(named: $0.column) }
      }
      guard let one = column(specification.left, left),
        let other = column(specification.right, right)
      else { return nil }
      return Watched(
        comparison: position, left: one, right: other, same: Self.same(one, other),
        codes: (field.left.first, field.right.first),
        isMultiValued: field.left.isMultiValued || field.right.isMultiValued)
    }
  }

  private static func same(_ left: TextColumn, _ right: TextColumn) -> [UInt32] {
    (0..<UInt32(left.dictionary.count)).map { code in
      left.dictionary.withBytes(of: code) { right.dictionary.existingCode(of: $0) } ?? 0
    }
  }

  /// The pattern had those cells been kept: their comparisons at the best level.
  func pattern(asWritten pattern: UInt64, left: Int32, right: Int32) -> UInt64 {
    watched.reduce(pattern) { pattern, own in
      let raw = (
        own.left.codes[Int(rows.left[Int(left)])], own.right.codes[Int(rows.right[Int(right)])]
      )
      guard raw.0 != ValueDictionary.missing, own.same[Int(raw.0)] == raw.1, raw.1 != 0 else {
        return pattern
      }
      let (one, other) = (own.codes.left[Int(left)], own.codes.right[Int(right)])
      let isLost =
        one == ValueDictionary.missing || other == ValueDictionary.missing
        || one != other && !own.isMultiValued
      guard isLost else { return pattern }
      let (shift, mask) = (UInt64(layout.shifts[own.comparison]), layout.masks[own.comparison])
      return pattern & ~(mask << shift) | UInt64(layout.levelCounts[own.comparison]) << shift
    }
  }
}
