/// Where the runs of EM begin.
///
/// Nearly all compared pairs are non-matches, so the observed share of each level is
/// itself a good first u. The first start uses it as it is with the prior's m; the others
/// stray from both, each from a random stream of its own.
struct StartingPoints {
  let data: PatternSlots
  let options: ExpectationMaximization.Options

  func all() -> [MixtureParameters] {
    if !options.startingModels.isEmpty {
      return options.startingModels.map { withFixedValues(MixtureParameters($0)) }
    }
    return (0..<options.startCount).map { withFixedValues(start(number: $0)) }
  }

  private func start(number: Int) -> MixtureParameters {
    var random = stream(number)
    let strays = number > 0
    var prior = options.prior.start
    if strays {
      // A factor of 1/8 to 8, evenly on the log scale, kept clear of the label switch.
      prior *= ElementaryFunctions.binaryExponential(6 * random.nextUnit() - 3)
      prior = min(prior, 0.4)
    }
    var classShares = [0.9]
    var tables = [matchTable(number), observedTable(number)]
    for index in 1..<max(1, options.nonMatchClassCount) {
      classShares.append(0.1 * random.nextUnit() + 1e-3)
      tables.append(lookAlikeTable(number, class: index + 1, observed: tables[1]))
    }
    let sum = classShares.reduce(0, +)
    return MixtureParameters(
      slots: data.slots, shares: [prior] + classShares.map { (1 - prior) * $0 / sum },
      tables: tables)
  }

  /// Random numbers for one part of one start.
  ///
  /// Each part has a stream of its own, so that adding a comparison leaves the starts of
  /// the others as they were.
  private func stream(_ number: Int, class index: Int = 0, comparison: Int = -1) -> SplitMix64 {
    let part = UInt64(index) << 16 | UInt64(comparison + 1)
    return SplitMix64(seed: options.seed, stream: UInt64(number) << 32 | part)
  }

  private func matchTable(_ number: Int) -> [Double] {
    data.slots.flat(
      data.slots.levelCounts.enumerated().map { comparison, count in
        var random = stream(number, class: 0, comparison: comparison)
        let ratio = number > 0 ? 0.05 + 0.4 * random.nextUnit() : 0.15
        return MixturePrior.fallingShares(count, ratio: ratio)
      })
  }

  private func observedTable(_ number: Int) -> [Double] {
    let totals = data.slotTotals
    return data.slots.flat(
      data.slots.levelCounts.indices.map { comparison in
        var random = stream(number, class: 1, comparison: comparison)
        var shares = data.slots.levels(of: comparison).map { totals[$0] + 0.5 }
        if number > 0 {
          for level in shares.indices { shares[level] *= 0.5 + random.nextUnit() }
        }
        let sum = shares.reduce(0, +)
        return shares.map { $0 / sum }
      })
  }

  /// A kind of non-match that agrees on some comparisons as matches do.
  private func lookAlikeTable(
    _ number: Int, class index: Int, observed: [Double]
  ) -> [Double] {
    var table = observed
    for (comparison, count) in data.slots.levelCounts.enumerated() {
      var random = stream(number, class: index, comparison: comparison)
      if random.nextUnit() >= 0.5 { continue }
      let shares = MixturePrior.fallingShares(count, ratio: 0.3)
      for (slot, share) in zip(data.slots.levels(of: comparison), shares) {
        table[slot] = share
      }
    }
    return table
  }

  private func withFixedValues(_ start: MixtureParameters) -> MixtureParameters {
    var result = start
    if case .fixed(let prior) = options.prior {
      result.shares = [prior] + result.nonMatchShares.map { (1 - prior) * $0 }
    }
    for (comparison, treatment) in options.uProbabilities.enumerated() {
      guard case .fixed(let values) = treatment else { continue }
      for (slot, value) in zip(data.slots.levels(of: comparison), values) {
        result.tables[1][slot] = value
      }
    }
    for (comparison, isObserved) in data.isObserved.enumerated() where !isObserved {
      result.makeNeutral(comparison, isFixed: !options.learnsU(of: comparison))
    }
    return result
  }
}

extension MixtureParameters {
  /// Makes every class alike in a comparison, so that it weighs 0 bits.
  ///
  /// Nothing can be learned about a comparison that is missing in every pair, and a weight
  /// made of assumptions must not count once values do arrive.
  fileprivate mutating func makeNeutral(_ comparison: Int, isFixed: Bool) {
    let levels = slots.levels(of: comparison)
    for slot in levels {
      let value = isFixed ? tables[1][slot] : 1 / Double(levels.count)
      for index in tables.indices { tables[index][slot] = value }
    }
  }
}
