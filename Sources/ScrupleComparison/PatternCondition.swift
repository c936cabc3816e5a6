/// Makes a comparison's level missing where another comparison does not have
/// one of certain levels.
struct PatternCondition: Sendable {
  private let conditionShift: UInt64
  private let conditionMask: UInt64
  /// Bit `n` is set where level `n` of the deciding comparison lets this one
  /// count.
  private let accepted: UInt64
  private let erased: UInt64

  /// The conditions of all rules that have one.
  ///
  /// - Throws: `ComparisonError.conditionDoesNotFit`.
  static func all(
    of rules: [ComparisonRule], layout: PatternLayout
  ) throws(ComparisonError) -> [PatternCondition] {
    var conditions: [PatternCondition] = []
    for (position, rule) in rules.enumerated() {
      guard let condition = rule.condition else { continue }
      guard let deciding = rules.firstIndex(where: { $0.name == condition.comparison }),
        deciding != position
      else { throw .conditionDoesNotFit(comparison: rule.name) }
      var accepted: UInt64 = 0
      for label in condition.levels {
        let level = (0...rules[deciding].levelCount).first {
          rules[deciding].label(ofLevel: $0) == label
        }
        guard let level else { throw .conditionDoesNotFit(comparison: rule.name) }
        accepted |= 1 << UInt64(level)
      }
      conditions.append(
        PatternCondition(
          conditionShift: UInt64(layout.shifts[deciding]), conditionMask: layout.masks[deciding],
          accepted: accepted,
          erased: ~(layout.masks[position] << UInt64(layout.shifts[position]))))
    }
    return conditions
  }

  func apply(to patterns: inout [UInt64]) {
    for index in patterns.indices {
      let level = patterns[index] >> conditionShift & conditionMask
      if accepted >> level & 1 == 0 { patterns[index] &= erased }
    }
  }
}
