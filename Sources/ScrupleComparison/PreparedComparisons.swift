import ScrupleNormalization
import ScrupleRecords

/// Comparisons bound to the fields of two files, ready to turn candidate pairs
/// into agreement patterns.
public struct PreparedComparisons: Sendable {
  /// The rules, in the order of the pattern's parts.
  public let rules: [ComparisonRule]
  /// Where each comparison's level lies in a pattern.
  public let layout: PatternLayout
  private let comparators: [FieldComparator]
  private let conditions: [PatternCondition]

  enum FieldComparator: Sendable {
    case value(ValueComparator, crossing: CrossingLevels?)
    case date(DateComparator)
    case address(AddressComparator)
  }

  /// Binds rules to fields.
  ///
  /// - Throws: `ComparisonError` where a rule does not fit the records.
  public init(
    rules: [ComparisonRule], records: NormalizedRecords
  ) throws(ComparisonError) {
    var comparators: [FieldComparator] = []
    for rule in rules { comparators.append(try Self.comparator(rule, records)) }
    var bits = 0
    for rule in rules { bits += Int.bitWidth - rule.levelCount.leadingZeroBitCount }
    guard bits <= 64 else { throw .tooManyLevels }
    self.rules = rules
    self.comparators = comparators
    layout = PatternLayout(levelCounts: rules.map(\.levelCount))
    conditions = try PatternCondition.all(of: rules, layout: layout)
  }

  private static func comparator(
    _ rule: ComparisonRule, _ records: NormalizedRecords
  ) throws(ComparisonError) -> FieldComparator {
    guard !rule.levels.isEmpty else { throw .noLevels(comparison: rule.name) }
    let fields = try rule.fields.map { name throws(ComparisonError) in
      try requireField(name, rule, records)
    }
    let count = rule.levels.count
    let leveled = rule.levels.enumerated().map { ($1, UInt8(count + 1 - $0)) }
    if rule.levels.contains(where: \.isAddressTest) {
      return .address(try address(rule, fields, leveled))
    }
    let field = fields[0]
    for (test, _) in leveled where !ValueComparator.fits(test, field.kind) {
      throw .levelDoesNotFit(level: test.description, comparison: rule.name)
    }
    var crossing: CrossingLevels?
    if let other = rule.missingWhenSwappedWith {
      let other = try requireField(other, rule, records)
      crossing = CrossingLevels(
        NameCrossing(first: other, second: field), swapped: 0, crossed: 0)
    } else if let other = rule.levels.lazy.compactMap(\.crossedField).first {
      let other = try requireField(other, rule, records)
      crossing = CrossingLevels(
        NameCrossing(first: field, second: other),
        swapped: leveled.first { $0.0.isSwapped }?.1,
        crossed: leveled.first { $0.0.isCrossed }?.1)
    }
    let tests = leveled.map { (test: $0, level: $1) }
    if field.kind == .date { return .date(DateComparator(field: field, tests: tests)) }
    return .value(ValueComparator(field: field, tests: tests), crossing: crossing)
  }

  private static func address(
    _ rule: ComparisonRule, _ fields: [NormalizedField], _ leveled: [(LevelTest, UInt8)]
  ) throws(ComparisonError) -> AddressComparator {
    var levels: [(agreement: AddressAgreement, level: UInt8)] = []
    for (test, level) in leveled {
      guard case .address(let agreement) = test else {
        throw .levelDoesNotFit(level: test.description, comparison: rule.name)
      }
      levels.append((agreement, level))
    }
    return AddressComparator(fields: fields, levels: levels)
  }

  private static func requireField(
    _ name: String, _ rule: ComparisonRule, _ records: NormalizedRecords
  ) throws(ComparisonError) -> NormalizedField {
    guard let field = records.field(name) else {
      throw .unknownField(name, comparison: rule.name, known: records.fields.map(\.name))
    }
    return field
  }

  /// Working memory for one thread.
  package func makeScratch() -> ComparisonScratch {
    ComparisonScratch(
      memos: comparators.map { comparator in
        if case .address(let address) = comparator {
          return [PairMemo](repeating: PairMemo(), count: address.memoCount)
        }
        return [PairMemo()]
      })
  }

  /// The agreement pattern of each pair, in the order of the pairs.
  ///
  /// - Complexity: O(pairs × comparisons); a distinct pair of values is seldom
  ///   compared twice.
  package func patterns(
    left: [UInt32], right: [UInt32], scratch: inout ComparisonScratch, into patterns: inout [UInt64]
  ) {
    precondition(left.count == right.count, "\(left.count) left but \(right.count) right records")
    patterns.removeAll(keepingCapacity: true)
    patterns.append(contentsOf: repeatElement(0, count: left.count))
    for (position, comparator) in comparators.enumerated() {
      let shift = UInt64(layout.shifts[position])
      switch comparator {
      case .value(let value, let crossing):
        Self.fill(
          left, right, shift, value.field, &scratch.memos[position][0], &patterns,
          equalLevel: value.equalLevel
        ) {
          value.level($0, $1)
        }
        crossing?.mark(left, right, shift, layout.masks[position], &patterns)
      case .date(let date):
        Self.fill(
          left, right, shift, date.field, &scratch.memos[position][0], &patterns,
          equalLevel: date.equalLevel
        ) {
          date.level($0, $1)
        }
      case .address(let address):
        address.fill(
          left, right, shift: shift, memos: &scratch.memos[position], flags: &scratch.flags,
          patterns: &patterns)
      }
    }
    for condition in conditions { condition.apply(to: &patterns) }
  }

  /// Fills in one comparison's levels: the best over the values of both records.
  @inline(__always)
  private static func fill(
    _ left: [UInt32], _ right: [UInt32], _ shift: UInt64, _ field: NormalizedField,
    _ memo: inout PairMemo, _ patterns: inout [UInt64], equalLevel: UInt8,
    _ level: (UInt32, UInt32) -> UInt8
  ) {
    if field.left.isMultiValued || field.right.isMultiValued {
      fillBest(left, right, shift, field, &memo, &patterns, level)
      return
    }
    field.left.first.withUnsafeBufferPointer { lefts in
      field.right.first.withUnsafeBufferPointer { rights in
        for index in left.indices {
          let mine = lefts[Int(left[index])]
          let theirs = rights[Int(right[index])]
          if mine == ValueDictionary.missing || theirs == ValueDictionary.missing { continue }
          let found =
            mine == theirs ? equalLevel : memo.level(mine, theirs) { level(mine, theirs) }
          patterns[index] |= UInt64(found) << shift
        }
      }
    }
  }

  /// The best level over all values of both records.
  private static func fillBest(
    _ left: [UInt32], _ right: [UInt32], _ shift: UInt64, _ field: NormalizedField,
    _ memo: inout PairMemo, _ patterns: inout [UInt64], _ level: (UInt32, UInt32) -> UInt8
  ) {
    for index in left.indices {
      var best: UInt8 = 0
      for mine in field.left.allValues(of: Int(left[index])) where mine != 0 {
        for theirs in field.right.allValues(of: Int(right[index])) where theirs != 0 {
          best = max(best, memo.level(mine, theirs) { level(mine, theirs) })
        }
      }
      patterns[index] |= UInt64(best) << shift
    }
  }
}

/// Working memory of one thread that compares.
package struct ComparisonScratch {
  var memos: [[PairMemo]]
  var flags: [UInt8] = []
}

extension FieldColumn {
  /// All values of a record, the first one included.
  func allValues(of record: Int) -> [UInt32] {
    [first[record]] + otherRange(of: record).map { others[$0] }
  }
}
