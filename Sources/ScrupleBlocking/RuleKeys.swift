import ScrupleExecution
import ScrupleNormalization

/// The keys a whole rule gives each record: the combinations of its parts.
struct RuleKeys: Sendable {
  let components: [KeyComponent]
  let leftCount: Int
  let rightCount: Int

  /// The keys of several rules; a part that rules have in common is made once.
  static func all(
    _ rules: [BlockingRule], records: NormalizedRecords, cache: KeyCache = KeyCache(),
    parallelism: Parallelism = Parallelism(threadCount: 1)
  ) throws(BlockingError) -> [RuleKeys] {
    var numbers: [BlockingKey: Int] = [:]
    var parts: [(key: BlockingKey, rule: Int)] = []
    for (position, rule) in rules.enumerated() {
      for key in rule.keys where numbers[key] == nil {
        numbers[key] = parts.count
        parts.append((key, position + 1))
      }
    }
    let work = parts
    let made = parallelism.map(work.count) { number -> Result<KeyComponent, BlockingError> in
      Result { () throws(BlockingError) in
        try KeyComponent(work[number].key, records: records, rule: work[number].rule, cache: cache)
      }
    }
    var components: [KeyComponent] = []
    for component in made { components.append(try component.get()) }
    return rules.map { rule in
      RuleKeys(
        components: rule.keys.compactMap { key in numbers[key].map { components[$0] } },
        leftCount: records.leftCount, rightCount: records.rightCount)
    }
  }

  /// The keys of every record of a side.
  ///
  /// - Complexity: O(records × parts), and the number of keys.
  ///
  /// - Parameter records: the only records that are asked for, ascending; nil
  ///   for all.
  func keys(_ side: Side, records: [Int]? = nil) -> PartialKeys {
    completed(firstKeys(side, records: records), side)
  }

  /// The keys of the rule's first part; see `PartialKeys` for `every`.
  func firstKeys(_ side: Side, records: [Int]? = nil, every: UInt64 = 1) -> PartialKeys {
    let count = side == .left ? leftCount : rightCount
    guard let first = components.first else {
      return PartialKeys(recordCount: count, only: records)
    }
    return PartialKeys(
      first: first.column(side), recordCount: count, every: every, records: records)
  }

  /// The keys of right records that may be among those of left records.
  ///
  /// - Parameter firsts: the keys of the left records' first part.
  func rightKeys(meeting firsts: PartialKeys) -> PartialKeys {
    guard let first = components.first else { return keys(.right) }
    return completed(
      PartialKeys(first: first.right, recordCount: rightCount, marks: KeyMarks(firsts.keys)),
      .right)
  }

  /// Combines keys of the first part with all further parts.
  ///
  /// - Parameter second: with one class of the second part's keys in so many.
  func completed(
    _ firsts: consuming PartialKeys, _ side: Side, oneIn second: UInt64 = 1
  ) -> PartialKeys {
    // Taken over, so that keys which nobody else holds are not copied.
    var keys = firsts
    for (place, component) in components.dropFirst().enumerated() {
      keys.combine(component.column(side), every: place == 0 ? second : 1)
    }
    return keys
  }

  /// A sample of the rule's keys; see `SampleClasses`.
  ///
  /// - Parameter firsts: a sample of the keys of the first part, at least as large.
  func sampled(
    _ firsts: consuming PartialKeys, _ side: Side, _ classes: SampleClasses
  ) -> PartialKeys {
    var keys = firsts
    keys.keepClass(oneIn: classes.first)
    return completed(keys, side, oneIn: classes.second)
  }

  /// The part with most different keys, the first of several.
  var finestPart: Int {
    let sizes = components.map(\.left.list.distinctCount)
    return sizes.indices.max { (sizes[$0], $1) < (sizes[$1], $0) } ?? 0
  }

  /// The same rule with one of its parts put first: the same blocks by other
  /// keys.
  func beginning(with part: Int) -> RuleKeys {
    var parts = components
    if !parts.isEmpty { parts.insert(parts.remove(at: part), at: 0) }
    return RuleKeys(components: parts, leftCount: leftCount, rightCount: rightCount)
  }

  /// Whether two records share a key of the rule.
  func agree(left: Int, right: Int) -> Bool {
    components.allSatisfy { $0.left.meets($0.right, left, right) }
  }
}

/// The side of a linkage.
enum Side: Sendable {
  case left
  case right
}
