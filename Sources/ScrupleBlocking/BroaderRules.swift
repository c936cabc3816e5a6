/// For each rule of a pool those that bring all of its pairs together, and more.
///
/// A rule is broader than another if each of its keys is one of the other's, or coarser than one of
/// them: whoever shares a surname shares its Soundex code, provided that there is one.
struct BroaderRules {
  /// For each rule the broader ones, bit by bit.
  private(set) var masks: [RuleMask]

  /// - Parameters:
  ///   - pool: at most 128 rules.
  ///   - keys: what each of them gives the records.
  /// - Complexity: O(rules² + values × transforms).
  init(_ pool: [BlockingRule], _ keys: [RuleKeys]) {
    var components: [BlockingKey: KeyComponent] = [:]
    for (rule, keys) in zip(pool, keys) {
      for (key, component) in zip(rule.keys, keys.components) { components[key] = component }
    }
    var known: [[BlockingKey]: Bool] = [:]
    masks = pool.map { _ in 0 }
    for (number, rule) in pool.enumerated() {
      for (other, broad) in pool.enumerated() where other != number {
        let isBroader = broad.keys.allSatisfy { key in
          rule.keys.contains(key) || Self.isSortedTokens(key, of: rule)
            || rule.keys.contains { finer in
              guard finer.implies(key) else { return false }
              if let known = known[[finer, key]] { return known }
              let isThere = components[key]?.isThereWherever(components[finer]) == true
              known[[finer, key]] = isThere
              return isThere
            }
        }
        if isBroader { masks[number] |= 1 << other }
      }
    }
  }

  /// Whether a key is made of tokens of fields that agree as a whole anyway.
  private static func isSortedTokens(_ key: BlockingKey, of rule: BlockingRule) -> Bool {
    key.transform == .sortedTokens
      && key.fields.allSatisfy { rule.keys.contains(BlockingKey(.value, $0)) }
  }
}

extension BlockingKey {
  /// Whether records that share this key share another one too, if they have it at all.
  func implies(_ other: BlockingKey) -> Bool {
    guard fields == other.fields, fields.count == 1 else { return false }
    return switch (transform, other.transform) {
    case (.value, .value), (_, .sortedTokens), (.sortedTokens, _): false
    case (.value, _): true
    case (.prefix(let long), .prefix(let short)): long > short
    case (.yearMonth, .year): true
    default: false
    }
  }
}

extension KeyComponent {
  /// Whether every value, or record, that has a key of the other component has one of this.
  fileprivate func isThereWherever(_ other: KeyComponent?) -> Bool {
    guard let other else { return false }
    return left.isThereWherever(other.left) && right.isThereWherever(other.right)
  }
}

extension KeyColumn {
  fileprivate func isThereWherever(_ other: KeyColumn) -> Bool {
    (codes == nil) == (other.codes == nil) && list.count == other.list.count
      && (0..<list.count).allSatisfy { !other.list.hasKey($0) || list.hasKey($0) }
  }
}

extension KeyList {
  /// Whether a code or record has a key.
  fileprivate func hasKey(_ number: Int) -> Bool {
    guard let offsets else { return keys[number] != 0 }
    return offsets[number] < offsets[number + 1]
  }
}
