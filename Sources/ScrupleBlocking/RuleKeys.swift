import ScrupleNormalization

/// The keys a whole rule gives each record: the combinations of its parts.
struct RuleKeys: Sendable {
  let components: [KeyComponent]
  let leftCount: Int
  let rightCount: Int

  func count(_ side: Side) -> Int { side == .left ? leftCount : rightCount }

  /// The keys of several rules; a part that rules have in common is made once.
  static func all(
    _ rules: [BlockingRule], records: NormalizedRecords
  ) throws(BlockingError) -> [RuleKeys] {
    var known: [BlockingKey: KeyComponent] = [:]
    var result: [RuleKeys] = []
    for (position, rule) in rules.enumerated() {
      var components: [KeyComponent] = []
      for key in rule.keys {
        if let component = known[key] {
          components.append(component)
        } else {
          let component = try KeyComponent(key, records: records, rule: position + 1)
          known[key] = component
          components.append(component)
        }
      }
      result.append(
        RuleKeys(
          components: components, leftCount: records.leftCount, rightCount: records.rightCount))
    }
    return result
  }

  /// Calls `body` with each key of a record; not at all where a part is missing.
  @inline(__always)
  func forEachKey(of record: Int, _ side: Side, _ body: (UInt64) -> Void) {
    visit(record, side, part: 0, prefix: 0x9E37_79B9, body)
  }

  private func visit(
    _ record: Int, _ side: Side, part: Int, prefix: UInt64, _ body: (UInt64) -> Void
  ) {
    var part = part
    var prefix = prefix
    while part < components.count {
      let keys: KeyList
      let number: Int
      switch components[part] {
      case .single(let hashes, let left, let right):
        let hash = hashes[Int(side == .left ? left[record] : right[record])]
        if hash == 0 { return }
        prefix = KeyHash.combine(prefix, hash)
        part += 1
        continue
      case .several(let list, let left, let right):
        keys = list
        number = Int(side == .left ? left[record] : right[record])
      case .perRecord(let left, let right):
        keys = side == .left ? left : right
        number = record
      }
      for index in keys.range(of: number) {
        visit(
          record, side, part: part + 1, prefix: KeyHash.combine(prefix, keys.keys[index]), body)
      }
      return
    }
    body(prefix)
  }

  /// Whether two records share a key of the rule.
  func agree(left: Int, right: Int) -> Bool {
    components.allSatisfy { component in
      switch component {
      case .single(let hashes, let leftCodes, let rightCodes):
        let hash = hashes[Int(leftCodes[left])]
        return hash != 0 && hash == hashes[Int(rightCodes[right])]
      case .several(let keys, let leftCodes, let rightCodes):
        let mine = keys.list(of: Int(leftCodes[left]))
        let theirs = keys.list(of: Int(rightCodes[right]))
        return mine.contains { theirs.contains($0) }
      case .perRecord(let leftKeys, let rightKeys):
        let theirs = rightKeys.list(of: right)
        return leftKeys.list(of: left).contains { theirs.contains($0) }
      }
    }
  }
}

/// The side of a linkage.
enum Side: Sendable {
  case left
  case right
}
