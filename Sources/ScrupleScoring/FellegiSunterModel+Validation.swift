extension FellegiSunterModel {
  /// Checks the model.
  ///
  /// - Throws: `ScoringError.invalidModel` with every fault found.
  public func validate() throws(ScoringError) {
    let found = faults
    if !found.isEmpty { throw .invalidModel(found) }
  }

  /// Every broken rule of the model; empty if it can be used.
  ///
  /// Sums may differ from 1 by 1e-6, since people edit these files.
  public var faults: [ModelFault] {
    var faults: [ModelFault] = []
    if !(priorMatchProbability > 0 && priorMatchProbability < 1) {
      faults.append(.priorMatchProbability(priorMatchProbability))
    }
    if comparisons.isEmpty { faults.append(.noComparisons) }
    var names: Set<String> = []
    for comparison in comparisons {
      if !names.insert(comparison.name).inserted {
        faults.append(.repeatedComparison(name: comparison.name))
      }
      faults += comparison.faults
    }
    return faults + classFaults
  }

  private var classFaults: [ModelFault] {
    guard !nonMatchClasses.isEmpty else { return [] }
    var faults: [ModelFault] = []
    let total = nonMatchClasses.reduce(0) { $0 + $1.share }
    if !(abs(total - 1) <= 1e-6) || !nonMatchClasses.allSatisfy({ $0.share > 0 }) {
      faults.append(.classShares(found: total))
    }
    for entry in nonMatchClasses {
      if entry.uProbabilities.map(\.count) != levelCounts {
        faults.append(.classShape(label: entry.label))
        continue
      }
      for (comparison, values) in zip(comparisons, entry.uProbabilities) {
        faults += comparison.faults(of: values, symbol: "u in class '\(entry.label)'")
      }
    }
    return faults
  }
}

extension ComparisonModel {
  fileprivate var faults: [ModelFault] {
    if levels.isEmpty { return [.noLevels(comparison: name)] }
    var faults = faults(of: levels.map(\.mProbability), symbol: "m")
    faults += self.faults(of: levels.map(\.uProbability), symbol: "u")
    for level in levels {
      guard let typical = level.typicalFrequency, !(typical > 0 && typical <= 1) else { continue }
      faults.append(
        .probability(
          comparison: name, level: level.label, symbol: "typicalFrequency", found: typical))
    }
    for (setting, value) in termFrequency?.settingsOutOfRange ?? [] {
      faults.append(.termFrequency(comparison: name, setting: setting, found: value))
    }
    return faults
  }

  fileprivate func faults(of values: [Double], symbol: String) -> [ModelFault] {
    var faults: [ModelFault] = []
    for (level, value) in zip(levels, values) where !(value > 0 && value <= 1) {
      faults.append(
        .probability(comparison: name, level: level.label, symbol: symbol, found: value))
    }
    let sum = values.reduce(0, +)
    if !(abs(sum - 1) <= 1e-6) {
      faults.append(.sum(comparison: name, symbol: symbol, found: sum))
    }
    return faults
  }
}
