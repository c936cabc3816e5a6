import ScrupleNormalization

/// The keys a whole rule gives each record: the combinations of its parts.
struct RuleKeys: Sendable {
  let components: [KeyComponent]
  let leftCount: Int
  let rightCount: Int

  init(_ rule: BlockingRule, number: Int, records: NormalizedRecords) throws(BlockingError) {
    var components: [KeyComponent] = []
    for key in rule.keys {
      components.append(try KeyComponent(key, records: records, rule: number))
    }
    self.components = components
    leftCount = records.leftCount
    rightCount = records.rightCount
  }

  func count(_ side: Side) -> Int { side == .left ? leftCount : rightCount }

  /// Calls `body` with each key of a record; not at all where a part is missing.
  @inline(__always)
  func forEachKey(of record: Int, _ side: Side, _ body: (UInt64) -> Void) {
    visit(record, side, part: 0, prefix: 0x9E37_79B9, body)
  }

  private func visit(
    _ record: Int, _ side: Side, part: Int, prefix: UInt64, _ body: (UInt64) -> Void
  ) {
    if part == components.count { return body(prefix) }
    switch components[part] {
    case .single(let hashes, let left, let right):
      let hash = hashes[Int(side == .left ? left[record] : right[record])]
      if hash != 0 {
        visit(record, side, part: part + 1, prefix: KeyHash.combine(prefix, hash), body)
      }
    case .multiple(let left, let right):
      let list = side == .left ? left : right
      for index in list.range(of: record) {
        visit(
          record, side, part: part + 1, prefix: KeyHash.combine(prefix, list.keys[index]), body)
      }
    }
  }

  /// Whether two records share a key of the rule.
  func agree(left: Int, right: Int) -> Bool {
    components.allSatisfy { component in
      switch component {
      case .single(let hashes, let leftCodes, let rightCodes):
        let hash = hashes[Int(leftCodes[left])]
        return hash != 0 && hash == hashes[Int(rightCodes[right])]
      case .multiple(let leftKeys, let rightKeys):
        return leftKeys.range(of: left).contains { mine in
          rightKeys.range(of: right).contains { leftKeys.keys[mine] == rightKeys.keys[$0] }
        }
      }
    }
  }
}

/// The side of a linkage.
enum Side: Sendable {
  case left
  case right
}
