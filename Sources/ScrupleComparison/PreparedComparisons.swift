import ScrupleExecution
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
  private let leftRows: CodeRows
  private let rightRows: CodeRows
  private let conditions: [PatternCondition]

  enum FieldComparator: Sendable {
    case value(ValueComparator, slot: Int, crossing: CrossingLevels?)
    case date(DateComparator, slot: Int)
    case address(AddressComparator)
  }

  /// Binds rules to fields.
  ///
  /// - Parameters:
  ///   - memory: where the rows of records go if they are too many.
  ///   - parallelism: how many threads lay them out.
  /// - Throws: `ComparisonError` where a rule does not fit the records.
  public init(
    rules: [ComparisonRule], records: NormalizedRecords, memory: MemoryCap? = nil,
    parallelism: Parallelism = Parallelism(threadCount: 1)
  ) throws(ComparisonError) {
    var comparators: [FieldComparator] = []
    var slots = CodeSlots()
    for rule in rules { comparators.append(try Self.comparator(rule, records, &slots)) }
    var bits = 0
    for rule in rules { bits += Int.bitWidth - rule.levelCount.leadingZeroBitCount }
    guard bits <= 64 else { throw .tooManyLevels }
    self.rules = rules
    self.comparators = comparators
    layout = PatternLayout(levelCounts: rules.map(\.levelCount))
    conditions = try PatternCondition.all(of: rules, layout: layout)
    leftRows = CodeRows(
      slots.left, recordCount: records.leftCount, memory: memory, parallelism: parallelism)
    rightRows = CodeRows(
      slots.right, recordCount: records.rightCount, memory: memory, parallelism: parallelism)
  }

  private init(_ other: PreparedComparisons, side: ComparedSide) {
    rules = other.rules
    layout = other.layout
    comparators = other.comparators.map { $0.within(side) }
    conditions = other.conditions
    leftRows = side == .left ? other.leftRows : other.rightRows
    rightRows = leftRows
  }

  /// Some of the comparisons alone, whatever their conditions say.
  ///
  /// - Parameter positions: which of the rules, in the order of the patterns'
  ///   parts that are wanted.
  /// - Complexity: O(comparisons); nothing of the records is copied.
  package func unconditional(_ positions: [Int]) -> PreparedComparisons {
    PreparedComparisons(self, positions: positions)
  }

  private init(_ other: PreparedComparisons, positions: [Int]) {
    rules = positions.map {
      var rule = other.rules[$0]
      rule.condition = nil
      return rule
    }
    layout = PatternLayout(levelCounts: rules.map(\.levelCount))
    comparators = positions.map { other.comparators[$0] }
    conditions = []
    leftRows = other.leftRows
    rightRows = other.rightRows
  }

  /// The same comparisons of pairs within one file.
  ///
  /// - Complexity: O(comparisons); nothing of the records is copied.
  package func within(_ side: ComparedSide) -> PreparedComparisons {
    PreparedComparisons(self, side: side)
  }

  private static func comparator(
    _ rule: ComparisonRule, _ records: NormalizedRecords, _ slots: inout CodeSlots
  ) throws(ComparisonError) -> FieldComparator {
    guard !rule.levels.isEmpty else { throw .noLevels(comparison: rule.name) }
    let fields = try rule.fields.map { name throws(ComparisonError) in
      try requireField(name, rule, records)
    }
    let count = rule.levels.count
    let leveled = rule.levels.enumerated().map { ($1, UInt8(count + 1 - $0)) }
    if rule.levels.contains(where: \.isAddressTest) {
      return .address(try address(rule, fields, leveled, &slots))
    }
    let field = fields[0]
    for (test, _) in leveled where !ValueComparator.fits(test, field.kind) {
      throw .levelDoesNotFit(level: test.description, comparison: rule.name)
    }
    var crossing: CrossingLevels?
    if let other = rule.missingWhenSwappedWith {
      let other = try requireField(other, rule, records)
      crossing = CrossingLevels(
        slots.crossing(first: other, second: field), swapped: 0, crossed: 0)
    } else if let other = rule.levels.lazy.compactMap(\.crossedField).first {
      let other = try requireField(other, rule, records)
      crossing = CrossingLevels(
        slots.crossing(first: field, second: other),
        swapped: leveled.first { $0.0.isSwapped }?.1,
        crossed: leveled.first { $0.0.isCrossed }?.1)
    }
    let tests = leveled.map { (test: $0, level: $1) }
    if field.kind == .date {
      return .date(DateComparator(field: field, tests: tests), slot: slots.slot(field))
    }
    let value = ValueComparator(field: field, tests: tests)
    let slot = value.reach.mayHoldAtAll ? slots.slot(field) : slots.codeSlot(field)
    return .value(value, slot: slot, crossing: crossing)
  }

  private static func address(
    _ rule: ComparisonRule, _ fields: [NormalizedField], _ leveled: [(LevelTest, UInt8)],
    _ slots: inout CodeSlots
  ) throws(ComparisonError) -> AddressComparator {
    var levels: [(agreement: AddressAgreement, level: UInt8)] = []
    for (test, level) in leveled {
      guard case .address(let agreement) = test else {
        throw .levelDoesNotFit(level: test.description, comparison: rule.name)
      }
      levels.append((agreement, level))
    }
    return AddressComparator(fields: fields, levels: levels, slots: &slots)
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
          return (0..<address.memoCount).map { _ in PairMemo() }
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
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        leftRows.withRows { leftRows in
          rightRows.withRows { rightRows in
            patterns.withUnsafeMutableBufferPointer { patterns in
              for start in stride(from: 0, to: left.count, by: Self.stretch) {
                let range = start..<min(start + Self.stretch, left.count)
                let pairs = PairRows(
                  left: UnsafeBufferPointer(rebasing: left[range]),
                  right: UnsafeBufferPointer(rebasing: right[range]), leftRows: leftRows,
                  rightRows: rightRows, width: self.leftRows.width)
                fill(pairs, scratch, UnsafeMutableBufferPointer(rebasing: patterns[range]))
              }
            }
          }
        }
      }
    }
    for condition in conditions { condition.apply(to: &patterns) }
  }

  /// Pairs that are compared field by field together: their rows stay in the
  /// first cache.
  private static let stretch = 160

  private func fill(
    _ pairs: PairRows, _ scratch: ComparisonScratch,
    _ patterns: UnsafeMutableBufferPointer<UInt64>
  ) {
    scratch.selection.require(count: pairs.count)
    scratch.selection.warm(pairs)
    for (position, comparator) in comparators.enumerated() {
      let shift = UInt64(layout.shifts[position])
      let memos = scratch.memos[position]
      switch comparator {
      case .value(let value, let slot, let crossing):
        if value.field.isMultiValued {
          Self.fillBest(pairs, shift, value.field, memos[0], patterns) { value.level($0, $1) }
        } else {
          Self.fill(pairs, shift, slot, value, memos[0], scratch.selection, patterns)
        }
        crossing?.mark(pairs, shift, layout.masks[position], patterns)
      case .date(let date, let slot):
        if date.field.isMultiValued {
          Self.fillBest(pairs, shift, date.field, memos[0], patterns) { date.level($0, $1) }
        } else {
          Self.fill(pairs, shift, slot, date, scratch.selection, patterns)
        }
      case .address(let address):
        address.fill(
          pairs, shift: shift, memos: memos, scratch.selection, patterns: patterns)
      }
    }
  }

  /// Fills in the levels of a field of text: the level of equal values, that of
  /// all else, and then what the tests find in those that may pass one.
  private static func fill(
    _ pairs: PairRows, _ shift: UInt64, _ slot: Int, _ value: ValueComparator, _ memo: PairMemo,
    _ selection: PairSelection, _ patterns: UnsafeMutableBufferPointer<UInt64>
  ) {
    let different = selectDifferent(pairs, shift, slot, value.equalLevel, selection, patterns)
    if !value.reach.mayHoldAtAll { return }
    let alike = selection.keep(different) { index in
      value.reach.mayHold(
        TextSketch(pairs.leftRow(index) + slot + 1), TextSketch(pairs.rightRow(index) + slot + 1))
    }
    selection.warm(alike, pairs, slot: slot, texts: value.field.values)
    for place in 0..<alike {
      let index = Int(selection.indices[place])
      let mine = SketchedText(pairs.leftRow(index) + slot)
      let theirs = SketchedText(pairs.rightRow(index) + slot)
      let level = memo.level(mine.code, theirs.code) { value.level(of: mine, theirs) }
      patterns[index] ^= UInt64(1 ^ level) << shift
    }
  }

  /// The same for dates.
  private static func fill(
    _ pairs: PairRows, _ shift: UInt64, _ slot: Int, _ date: DateComparator,
    _ selection: PairSelection, _ patterns: UnsafeMutableBufferPointer<UInt64>
  ) {
    let different = selectDifferent(pairs, shift, slot, date.equalLevel, selection, patterns)
    func dates(_ index: Int) -> (Int32, Int32) {
      (
        Int32(bitPattern: pairs.leftRow(index)[slot + 1]),
        Int32(bitPattern: pairs.rightRow(index)[slot + 1])
      )
    }
    let alike = selection.keep(different) { index in
      let (mine, theirs) = dates(index)
      return date.mayHold(mine, theirs)
    }
    for place in 0..<alike {
      let index = Int(selection.indices[place])
      let (mine, theirs) = dates(index)
      patterns[index] ^= UInt64(1 ^ date.level(packed: mine, theirs)) << shift
    }
  }

  /// Fills in the level of equal values and, for the time being, that of all
  /// else; selects the pairs that have the latter.
  @inline(__always)
  private static func selectDifferent(
    _ pairs: PairRows, _ shift: UInt64, _ slot: Int, _ equalLevel: UInt8,
    _ selection: PairSelection, _ patterns: UnsafeMutableBufferPointer<UInt64>
  ) -> Int {
    let equal = UInt64(equalLevel)
    return selection.selectDifferent(pairs, slot: slot) { index, isPresent, isEqual in
      patterns[index] |= (isPresent ? (isEqual ? equal : 1) : 0) << shift
    }
  }

  /// The best level over all values of both records.
  private static func fillBest(
    _ pairs: PairRows, _ shift: UInt64, _ field: NormalizedField, _ memo: PairMemo,
    _ patterns: UnsafeMutableBufferPointer<UInt64>, _ level: (UInt32, UInt32) -> UInt8
  ) {
    for index in 0..<pairs.count {
      var best: UInt8 = 0
      for mine in field.left.allValues(of: Int(pairs.left[index])) where mine != 0 {
        for theirs in field.right.allValues(of: Int(pairs.right[index])) where theirs != 0 {
          best = max(best, memo.level(mine, theirs) { level(mine, theirs) })
        }
      }
      patterns[index] |= UInt64(best) << shift
    }
  }
}

/// The file whose records are compared with each other.
package enum ComparedSide: Sendable {
  case left
  case right
}

/// Working memory of one thread that compares.
package struct ComparisonScratch {
  let memos: [[PairMemo]]
  let selection = PairSelection()
}

extension PreparedComparisons.FieldComparator {
  /// The same of pairs within one file.
  fileprivate func within(_ side: ComparedSide) -> Self {
    switch self {
    case .value(let value, let slot, let crossing):
      .value(value.within(side), slot: slot, crossing: crossing)
    case .date(let date, let slot): .date(date.within(side), slot: slot)
    case .address: self
    }
  }
}

extension NormalizedField {
  /// Whether some record of either side has more than one value.
  var isMultiValued: Bool { left.isMultiValued || right.isMultiValued }

  /// The field with one side's values on both.
  func within(_ side: ComparedSide) -> NormalizedField {
    let column = side == .left ? left : right
    return NormalizedField(
      name: name, kind: kind, values: values, left: column, right: column, dates: dates,
      isHeaped: isHeaped)
  }
}

extension FieldColumn {
  /// All values of a record, the first one included.
  func allValues(of record: Int) -> [UInt32] {
    [first[record]] + otherRange(of: record).map { others[$0] }
  }
}
