/// Which keys each evident match agrees on.
struct SeedAgreement {
  let pool: [BlockingRule]
  private let seedCount: Int
  private let agreement: [BlockingKey: [Bool]]

  var isEmpty: Bool { seedCount == 0 }

  /// - Parameters:
  ///   - pool: at most 128 rules.
  ///   - keys: what each of them gives the records.
  init(_ seeds: [Seed], _ pool: [BlockingRule], _ keys: [RuleKeys]) {
    var agreement: [BlockingKey: [Bool]] = [:]
    for (rule, keys) in zip(pool, keys) {
      for (key, component) in zip(rule.keys, keys.components) where agreement[key] == nil {
        agreement[key] = seeds.map {
          component.left.meets(component.right, Int($0.left), Int($0.right))
        }
      }
    }
    seedCount = seeds.count
    self.pool = pool
    self.agreement = agreement
  }

  /// For each seed the rules, bit by bit, that some of its fields do not keep from finding it.
  func rules(fields isAsked: (String) -> Bool) -> [RuleMask] {
    let all = pool.count < RuleMask.bitWidth ? 1 << pool.count - 1 : RuleMask.max
    var masks = [RuleMask](repeating: all, count: seedCount)
    for (number, rule) in pool.enumerated() {
      for key in rule.keys {
        let asked = key.fields.filter(isAsked)
        if asked.isEmpty { continue }
        // Of a key made of several fields each has to answer for itself alone.
        let own =
          asked.count == key.fields.count ? [] : asked.map { agreement[BlockingKey(.value, $0)] }
        for (seed, isThere) in (agreement[key] ?? []).enumerated() where !isThere {
          if !own.isEmpty && own.allSatisfy({ $0?[seed] == true }) { continue }
          masks[seed] &= ~(1 << number)
        }
      }
    }
    return masks
  }
}
