import Scruple
import ScrupleDecision

extension SpecificationReader {
  static let ruleKeys = ["name", "require", "unless"]
  static let requirementKeys = ["comparison", "at-least", "at-most"]

  /// Reads `[[rules]]`; none where there are none.
  mutating func deterministicRules(in root: Table) -> [DeterministicRule] {
    guard let elements = list("rules", in: root) else { return [] }
    if elements.isEmpty {
      fault("rules", "There is no rule. Leave 'rules' out to have a model decide.")
    }
    if elements.count > PatternRules.mostRules {
      fault("rules", "There are \(elements.count) rules; at most \(PatternRules.mostRules) can be.")
    }
    for key in ["decision", "scoring"] where root.entries[key] != nil {
      fault(key, "Rules decide here, so that nothing is trained or weighed. Leave [\(key)] out.")
    }
    var names: Set<String> = []
    var rules: [DeterministicRule] = []
    for (index, element) in elements.enumerated() {
      let path = "rules[\(index + 1)]"
      guard let rule = deterministicRule(element, path) else { continue }
      if !rule.name.isEmpty, !names.insert(rule.name).inserted {
        fault("\(path).name", "Another rule has the name '\(rule.name)': names are unique.")
      }
      rules.append(rule)
    }
    return rules
  }

  private mutating func deterministicRule(
    _ node: SpecificationNode, _ path: String
  ) -> DeterministicRule? {
    guard let table = table(node, path, keys: Self.ruleKeys) else { return nil }
    let name = text("name", in: table) ?? ""
    if name.isEmpty {
      fault(table.path(of: "name"), "The rule has no name: results tell by it which rule linked.")
    }
    let require = requirements("require", in: table)
    if table.entries["require"] == nil || table.entries["require"] == .list([]) {
      fault(
        table.path(of: "require"),
        "The rule requires nothing and would link everybody with everybody: "
          + "require = [{ comparison = \"surname\", at-least = \"exact\" }].")
    }
    return DeterministicRule(name, require: require, unless: requirements("unless", in: table))
  }

  private mutating func requirements(_ key: String, in table: Table) -> [LevelRequirement] {
    guard let elements = list(key, in: table) else { return [] }
    let path = table.path(of: key)
    return elements.enumerated().compactMap { requirement($0.element, "\(path)[\($0.offset + 1)]") }
  }

  private mutating func requirement(
    _ node: SpecificationNode, _ path: String
  ) -> LevelRequirement? {
    guard let table = table(node, path, keys: Self.requirementKeys) else { return nil }
    guard let comparison = text("comparison", in: table) else {
      if table.entries["comparison"] == nil {
        fault(
          path, "The comparison is missing: { comparison = \"surname\", at-least = \"exact\" }.")
      }
      return nil
    }
    let requirement = LevelRequirement(
      comparison, atLeast: text("at-least", in: table), atMost: text("at-most", in: table))
    if table.entries["at-least"] == nil && table.entries["at-most"] == nil {
      fault(path, "The level is missing: { comparison = \"\(comparison)\", at-least = \"exact\" }.")
    }
    return requirement
  }
}
