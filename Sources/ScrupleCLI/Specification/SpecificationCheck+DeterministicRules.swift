import Scruple
import ScrupleComparison
import ScrupleDecision

extension SpecificationCheck {
  /// Faults of deterministic rules: comparisons and levels that are not there.
  ///
  /// Where the specification names no comparisons, they are chosen from the
  /// files and the rules are checked against them later.
  func deterministicRuleFaults() -> [SpecificationFault] {
    guard let comparisons = specification.comparisons else { return [] }
    var faults: [SpecificationFault] = []
    for (number, rule) in specification.rules.enumerated() {
      for (key, list) in [("require", rule.require), ("unless", rule.unless)] {
        for (place, requirement) in list.enumerated() {
          let path = "rules[\(number + 1)].\(key)[\(place + 1)]"
          faults += self.faults(of: requirement, path, comparisons)
        }
      }
    }
    return faults
  }

  private func faults(
    of requirement: LevelRequirement, _ path: String, _ comparisons: [ComparisonRule]
  ) -> [SpecificationFault] {
    let name = requirement.comparison
    guard let comparison = comparisons.first(where: { $0.name == name }) else {
      return [
        fault(
          "\(path).comparison",
          "No comparison has the name '\(name)'."
            + NearMiss.hint(for: name, among: comparisons.map(\.name)))
      ]
    }
    var faults: [SpecificationFault] = []
    for (key, label) in [("at-least", requirement.atLeast), ("at-most", requirement.atMost)] {
      guard let label, comparison.level(named: label) == nil else { continue }
      let message =
        label == "missing"
        ? "A missing value never meets a requirement."
        : "Comparison '\(name)' has no level '\(label)'."
          + NearMiss.hint(for: label, among: comparison.requirableLevels)
      faults.append(fault("\(path).\(key)", message))
    }
    if let least = requirement.atLeast.flatMap(comparison.level(named:)),
      let most = requirement.atMost.flatMap(comparison.level(named:)), most < least
    {
      faults.append(
        fault(
          "\(path).at-most", "This level is worse than 'at-least': the two never hold together."))
    }
    return faults
  }
}
