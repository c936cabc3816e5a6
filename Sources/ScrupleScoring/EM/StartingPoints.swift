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
    var random = SplitMix64(seed: options.seed, stream: UInt64(number))
    let strays = number > 0
    var prior = options.prior.start
    if strays {
      // A factor of 1/8 to 8, evenly on the log scale, kept clear of the label switch.
      prior *= ElementaryFunctions.binaryExponential(6 * random.nextUnit() - 3)
      prior = min(prior, 0.4)
    }
    var classShares = [0.9]
    var tables = [matchTable(&random, strays), observedTable(&random, strays)]
    for _ in 1..<max(1, options.nonMatchClassCount) {
      classShares.append(0.1 * random.nextUnit() + 1e-3)
      tables.append(lookAlikeTable(&random, observed: tables[1]))
    }
    let sum = classShares.reduce(0, +)
    return MixtureParameters(
      slots: data.slots, shares: [prior] + classShares.map { (1 - prior) * $0 / sum },
      tables: tables)
  }

  private func matchTable(_ random: inout SplitMix64, _ strays: Bool) -> [Double] {
    data.slots.flat(
      data.slots.levelCounts.map { count in
        let ratio = strays ? 0.05 + 0.4 * random.nextUnit() : 0.15
        return MixturePrior.fallingShares(count, ratio: ratio)
      })
  }

  private func observedTable(_ random: inout SplitMix64, _ strays: Bool) -> [Double] {
    let totals = data.slotTotals
    return data.slots.flat(
      data.slots.levelCounts.indices.map { comparison in
        var shares = data.slots.levels(of: comparison).map { totals[$0] + 0.5 }
        if strays {
          for level in shares.indices { shares[level] *= 0.5 + random.nextUnit() }
        }
        let sum = shares.reduce(0, +)
        return shares.map { $0 / sum }
      })
  }

  /// A kind of non-match that agrees on some comparisons as matches do.
  private func lookAlikeTable(
    _ random: inout SplitMix64, observed: [Double]
  ) -> [Double] {
    var table = observed
    for (comparison, count) in data.slots.levelCounts.enumerated() {
      let agrees = random.nextUnit() < 0.5
      guard agrees else { continue }
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
    return result
  }
}
