/// The M-step: parameters that fit expected counts best.
struct Maximization: Sendable {
  /// What the step may change.
  struct Freedom: Sendable {
    /// Whether the prior match probability is learned.
    var prior = true
    /// Whether the shares among the non-match classes are learned.
    var nonMatchShares = true
    /// Per comparison, whether u of the first non-match class is learned.
    var firstClassU: [Bool]
    /// Whether u of the further classes is learned.
    var furtherClassU = true
    /// Whether m must make weights fall as agreement gets worse.
    var monotoneM = false
  }

  let prior: MixturePrior
  let clamp: Double
  var freedom: Freedom

  func parameters(
    from expected: ExpectedCounts, previous: MixtureParameters
  ) -> MixtureParameters {
    var next = previous
    next.shares = shares(from: expected, previous: previous)
    for index in next.tables.indices.dropFirst() {
      for comparison in next.slots.levelCounts.indices
      where index == 1 ? freedom.firstClassU[comparison] : freedom.furtherClassU {
        update(&next, class: index, comparison: comparison, from: expected)
      }
    }
    for comparison in next.slots.levelCounts.indices {
      update(&next, class: 0, comparison: comparison, from: expected)
      if freedom.monotoneM { makeMonotone(&next, comparison: comparison, from: expected) }
    }
    return next
  }

  private func shares(
    from expected: ExpectedCounts, previous: MixtureParameters
  ) -> [Double] {
    let total = expected.classTotals.reduce(0, +)
    let others = expected.classTotals.dropFirst().reduce(0, +)
    var match = freedom.prior ? expected.classTotals[0] / total : previous.shares[0]
    match = min(max(match, clamp), 1 - clamp)
    let within =
      freedom.nonMatchShares && others > 0
      ? expected.classTotals.dropFirst().map { max($0 / others, clamp) }
      : previous.nonMatchShares
    let sum = within.reduce(0, +)
    return [match] + within.map { (1 - match) * ($0 / sum) }
  }

  /// Sets P(level | class) to the share of the level, among pairs where it is not missing.
  private func update(
    _ parameters: inout MixtureParameters, class index: Int, comparison: Int,
    from expected: ExpectedCounts
  ) {
    let pseudo = index == 0 ? prior.match : prior.nonMatch
    let levels = parameters.slots.levels(of: comparison)
    var total = 0.0
    for slot in levels { total += expected.slotTotals[index][slot] + pseudo[slot] }
    // Nothing seen and no prior: what was believed before stays.
    guard total > 0 else { return }
    for slot in levels {
      let count = expected.slotTotals[index][slot] + pseudo[slot]
      parameters.tables[index][slot] = count / total
    }
    clampLevels(&parameters.tables[index], levels)
  }

  private func clampLevels(_ table: inout [Double], _ levels: Range<Int>) {
    guard levels.count > 1, levels.contains(where: { table[$0] < clamp }) else { return }
    var total = 0.0
    for slot in levels {
      table[slot] = max(table[slot], clamp)
      total += table[slot]
    }
    for slot in levels { table[slot] /= total }
  }

  /// Maximizes over m given u under "m/u never falls as agreement gets better".
  ///
  /// The maximum is the isotonic regression of (count share / u) with weights u, times u
  /// (Dykstra, Kochar & Robertson 1995, likelihood ratio order). The sum stays 1.
  private func makeMonotone(
    _ parameters: inout MixtureParameters, comparison: Int, from expected: ExpectedCounts
  ) {
    let levels = parameters.slots.levels(of: comparison)
    let average = parameters.averageNonMatchTable
    let u = levels.map { average[$0] }
    let m = levels.map { parameters.tables[0][$0] }
    let ratios = isotonicRegression(values: zip(m, u).map { $0 / $1 }, weights: u)
    for (slot, (ratio, u)) in zip(levels, zip(ratios, u)) {
      parameters.tables[0][slot] = ratio * u
    }
  }
}
