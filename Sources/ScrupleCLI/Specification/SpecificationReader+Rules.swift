import Scruple
import ScrupleBlocking
import ScrupleComparison

extension SpecificationReader {
  static let blockingKeys = ["pair-budget", "maximum-block-pairs", "rules"]
  static let comparisonKeys = [
    "name", "fields", "levels", "term-frequency", "near-term-frequency",
    "missing-when-swapped-with", "condition",
  ]
  static let conditionKeys = ["comparison", "levels"]

  /// Reads `[blocking]`.
  mutating func blocking(in root: Table) -> BlockingSpecification {
    guard let table = table("blocking", in: root, keys: Self.blockingKeys) else {
      return BlockingSpecification()
    }
    return BlockingSpecification(
      rules: rules(in: table), pairBudget: count("pair-budget", in: table),
      maximumBlockPairs: count("maximum-block-pairs", in: table))
  }

  private mutating func rules(in table: Table) -> [BlockingRule]? {
    guard let elements = list("rules", in: table) else { return nil }
    let path = table.path(of: "rules")
    var rules: [BlockingRule] = []
    for (index, element) in elements.enumerated() {
      let inside = "\(path)[\(index + 1)]"
      guard let keys = list(element, inside) else { continue }
      // Bad keys are reported and left out; the rule keeps its number.
      let read = keys.enumerated().compactMap { key($0.element, "\(inside)[\($0.offset + 1)]") }
      rules.append(BlockingRule(keys: read))
    }
    if elements.isEmpty {
      fault(path, "There is no rule. Leave 'rules' out to have them chosen from the files.")
    }
    return rules
  }

  private mutating func key(_ node: SpecificationNode, _ path: String) -> BlockingKey? {
    guard let text = text(node, path) else { return nil }
    do throws(BlockingError) {
      return try BlockingKey(parsing: text)
    } catch .unknownTransform(let name, _) {
      fault(
        path,
        "Unknown transform '\(name)'." + NearMiss.hint(for: name, among: KeyTransform.allNames))
    } catch {
      fault(path, "'\(text)' is not a blocking key. Write a field or 'soundex(surname)'.")
    }
    return nil
  }

  /// Reads `[[comparisons]]`; nil where there are none.
  mutating func comparisons(in root: Table) -> [ComparisonRule]? {
    guard let elements = list("comparisons", in: root) else { return nil }
    var names: Set<String> = []
    var rules: [ComparisonRule] = []
    for (index, element) in elements.enumerated() {
      let path = "comparisons[\(index + 1)]"
      guard let rule = comparison(element, path) else { continue }
      if !names.insert(rule.name).inserted {
        fault("\(path).name", "Another comparison has the name '\(rule.name)': names are unique.")
      }
      rules.append(rule)
    }
    return rules
  }

  private mutating func comparison(_ node: SpecificationNode, _ path: String) -> ComparisonRule? {
    guard let table = table(node, path, keys: Self.comparisonKeys) else { return nil }
    if table.entries["name"] == nil {
      fault(path, "The comparison has no name: name = \"surname\".")
    }
    let name = text("name", in: table) ?? ""
    if name.isEmpty && table.entries["name"] != nil {
      fault(table.path(of: "name"), "The name is empty.")
    }
    var rule = ComparisonRule(
      name, fields: fields(in: table), levels: levels(in: table),
      usesTermFrequency: boolean("term-frequency", in: table) ?? false,
      missingWhenSwappedWith: text("missing-when-swapped-with", in: table),
      condition: condition(in: table))
    rule.usesTermFrequencyWhenNear = boolean("near-term-frequency", in: table) ?? true
    return rule
  }

  private mutating func condition(in table: Table) -> ComparisonCondition? {
    guard let inner = self.table("condition", in: table, keys: Self.conditionKeys) else {
      return nil
    }
    guard let comparison = text("comparison", in: inner), let nodes = list("levels", in: inner)
    else {
      fault(
        inner.path,
        "A condition names a comparison and some of its levels: "
          + "{ comparison = \"given-name\", levels = [\"exact\"] }.")
      return nil
    }
    let path = inner.path(of: "levels")
    let levels = nodes.enumerated().compactMap { text($0.element, "\(path)[\($0.offset + 1)]") }
    return ComparisonCondition(comparison, levels: levels)
  }

  private mutating func fields(in table: Table) -> [String]? {
    guard let elements = list("fields", in: table) else { return nil }
    let path = table.path(of: "fields")
    if elements.isEmpty { fault(path, "There is no field. Leave 'fields' out to use the name.") }
    return elements.enumerated().compactMap { text($0.element, "\(path)[\($0.offset + 1)]") }
  }

  private mutating func levels(in table: Table) -> [LevelTest] {
    let path = table.path(of: "levels")
    guard table.entries["levels"] != nil else {
      fault(table.path, "The comparison has no levels: levels = [\"exact\"], best to worst.")
      return []
    }
    guard let elements = list("levels", in: table) else { return [] }
    if elements.isEmpty { fault(path, "There is no level. Write at least levels = [\"exact\"].") }
    var levels: [LevelTest] = []
    for (index, element) in elements.enumerated() {
      let inside = "\(path)[\(index + 1)]"
      guard let text = text(element, inside) else { continue }
      guard let level = LevelTest(parsing: text) else {
        fault(inside, Self.levelMessage(text))
        continue
      }
      if levels.contains(level) { fault(inside, "The level '\(text)' stands there twice.") }
      levels.append(level)
    }
    return levels
  }

  /// What to write in place of a level that is none.
  private static func levelMessage(_ text: String) -> String {
    let name = String(text.prefix { $0 != " " && $0 != ">" && $0 != "<" })
    let known = LevelTest.allNames.map { String($0.prefix { $0 != ">" && $0 != "<" }) }
    if known.contains(name) {
      let form = LevelTest.allNames.first { $0.hasPrefix(name) } ?? name
      let relation = form.dropFirst(name.count)
      let example = relation.isEmpty ? "\(name) N" : "\(name) \(relation) N"
      return "The level '\(text)' is not written as '\(example)' with a number that fits."
    }
    return "Unknown level '\(text)'." + NearMiss.hint(for: name, among: known)
  }
}
