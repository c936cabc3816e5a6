import Scruple
import ScrupleBlocking
import ScrupleComparison
import ScrupleDecision
import ScrupleNormalization

/// Writes a specification as TOML that explains itself.
struct SpecificationWriter {
  let left: [ColumnDecision]
  let right: [ColumnDecision]

  func text(of specification: LinkageSpecification) -> String {
    var parts = [Self.head(specification.version)]
    // A plain key of the root has to stand before the first table.
    if specification.comparisons?.isEmpty == true { parts.append("comparisons = []\n") }
    if !specification.leavesColumnsOpen {
      parts.append(source("left", specification.left, left))
      parts.append(source("right", specification.right, right))
    }
    parts.append(blocking(specification.blocking))
    parts.append(comparisons(specification.comparisons))
    if specification.rules.isEmpty {
      parts.append(scoring(specification.scoring))
      parts.append(decision(specification.decision))
    } else {
      parts.append(deterministicRules(specification.rules))
    }
    if let flags = specification.flags { parts.append(Self.flags(flags)) }
    return parts.joined(separator: "\n")
  }

  private static func head(_ version: Int) -> String {
    """
    # How two files are linked. Edit it, then run
    #   scruple link LEFT RIGHT --specification scruple.toml -o DIR
    # What is left out is chosen from the files; a run saves what was chosen.
    version = \(version)

    """
  }

  // MARK: Sources

  private func source(
    _ side: String, _ source: SourceSpecification, _ decisions: [ColumnDecision]
  ) -> String {
    var lines = ["[\(side)]"]
    if let id = source.idColumn {
      lines.append("id = \(Self.quoted(id))")
    } else {
      lines.append("# No id column: records are numbered by row. Set one: id = \"record_id\"")
    }
    if let delimiter = source.delimiter { lines.append("delimiter = \(Self.quoted(delimiter))") }
    if let encoding = source.encoding { lines.append("encoding = \(Self.quoted(encoding))") }
    if let order = source.mapping.dateOrder {
      lines.append("date-order = \(Self.quoted(order.rawValue))")
    }
    lines += ["", "# column = \"role\". Columns that are not listed are never used for matching."]
    lines.append("[\(side).columns]")
    return (lines + columns(source.mapping.columns, decisions)).joined(separator: "\n") + "\n"
  }

  private func columns(_ mappings: [ColumnMapping], _ decisions: [ColumnDecision]) -> [String] {
    var lines: [String] = []
    for mapping in mappings {
      let entry = Self.entry(mapping)
      let decision = decisions.first { $0.column == mapping.column && $0.role == mapping.role }
      let isDoubtful = decision.map { $0.confidence < .high } ?? false
      lines.append(isDoubtful ? "\(entry)  # \(Self.comment(decision?.reason ?? ""))" : entry)
    }
    for decision in decisions where !mappings.contains(where: { $0.column == decision.column }) {
      let entry = Self.entry(ColumnMapping(column: decision.column, role: .ignore))
      lines.append("# \(Self.comment(entry))  # \(Self.comment(decision.reason))")
    }
    return lines
  }

  private static func entry(_ mapping: ColumnMapping) -> String {
    let key = isBare(mapping.column) ? mapping.column : quoted(mapping.column)
    guard mapping.separator != nil || mapping.label != nil else {
      return "\(key) = \(quoted(mapping.role.rawValue))"
    }
    var parts = ["role = \(quoted(mapping.role.rawValue))"]
    if let separator = mapping.separator { parts.append("separator = \(quoted(separator))") }
    if let label = mapping.label { parts.append("label = \(quoted(label))") }
    return "\(key) = { \(parts.joined(separator: ", ")) }"
  }

  // MARK: Rules

  private func blocking(_ blocking: BlockingSpecification) -> String {
    var lines = [
      "# Which pairs are compared: those that agree on all keys of some rule.", "[blocking]",
    ]
    if let budget = blocking.pairBudget { lines.append("pair-budget = \(budget)") }
    if let limit = blocking.maximumBlockPairs { lines.append("maximum-block-pairs = \(limit)") }
    if let rules = blocking.rules {
      lines.append("rules = [")
      lines += rules.map { "  \(Self.list($0.keys.map(\.description)))," }
      lines.append("]")
    } else {
      lines.append("# Chosen from the files. For rules of your own:")
      lines.append("# rules = [[\"soundex(surname)\", \"year(birth-date)\"], [\"postcode\"]]")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func comparisons(_ rules: [ComparisonRule]?) -> String {
    var lines = [
      "# How a pair is compared: levels from best to worst; \"all else\" and \"missing\" follow."
    ]
    guard let rules, !rules.isEmpty else {
      return """
        \(lines[0])
        # Chosen from the fields. For comparisons of your own:
        # [[comparisons]]
        # name = "surname"
        # levels = ["exact", "jaro-winkler >= 0.92", "sounds-like"]
        # term-frequency = true

        """
    }
    for rule in rules {
      if lines.count > 1 { lines.append("") }
      lines += Self.comparison(rule)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func comparison(_ rule: ComparisonRule) -> [String] {
    var lines = ["[[comparisons]]", "name = \(quoted(rule.name))"]
    if rule.fields != [rule.name] { lines.append("fields = \(list(rule.fields))") }
    lines.append("levels = \(list(rule.levels.map(\.description)))")
    if rule.usesTermFrequency { lines.append("term-frequency = true") }
    if !rule.usesTermFrequencyWhenNear { lines.append("near-term-frequency = false") }
    if let other = rule.missingWhenSwappedWith {
      lines.append("missing-when-swapped-with = \(quoted(other))")
    }
    if let condition = rule.condition {
      lines.append(
        "condition = { comparison = \(quoted(condition.comparison)), "
          + "levels = \(list(condition.levels)) }")
    }
    return lines
  }

  private func scoring(_ scoring: ScoringSpecification) -> String {
    """
    # How the model is trained.
    [scoring]
    random-pair-count = \(scoring.randomPairCount)
    training-pair-count = \(scoring.trainingPairCount)

    """
  }

  private func decision(_ decision: DecisionSpecification) -> String {
    var lines = [
      "# Where links begin. Weights, in bits, take the place of probabilities where set.",
      "[decision]",
      "link-probability = \(decision.linkProbability)",
      "possible-probability = \(decision.possibleProbability)",
    ]
    if let weight = decision.linkWeight { lines.append("link-weight = \(weight)") }
    if let weight = decision.possibleWeight { lines.append("possible-weight = \(weight)") }
    lines += [
      "# Two candidates closer than this, in bits, cannot be told apart: both are possible links.",
      "ambiguity-margin = \(decision.ambiguityMargin)",
      "# none, greedy or optimal: whether a record may have more than one link.",
      "assignment = \(Self.quoted(decision.assignment.rawValue))",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func deterministicRules(_ rules: [DeterministicRule]) -> String {
    var lines = ["# A pair is a link when one of these rules holds; no model decides."]
    for rule in rules {
      if lines.count > 1 { lines.append("") }
      lines += ["[[rules]]", "name = \(Self.quoted(rule.name))"]
      lines += Self.requirements("require", rule.require)
      if !rule.unless.isEmpty { lines += Self.requirements("unless", rule.unless) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func requirements(_ key: String, _ list: [LevelRequirement]) -> [String] {
    ["\(key) = ["]
      + list.map { requirement in
        var parts = ["comparison = \(quoted(requirement.comparison))"]
        if let level = requirement.atLeast { parts.append("at-least = \(quoted(level))") }
        if let level = requirement.atMost { parts.append("at-most = \(quoted(level))") }
        return "  { \(parts.joined(separator: ", ")) },"
      } + ["]"]
  }

  // MARK: Words

  static func list(_ texts: [String]) -> String {
    "[\(texts.map(quoted).joined(separator: ", "))]"
  }

  private static func isBare(_ key: String) -> Bool {
    !key.isEmpty
      && key.utf8.allSatisfy {
        $0 >= 97 && $0 <= 122 || $0 >= 65 && $0 <= 90 || $0 >= 48 && $0 <= 57 || $0 == 95
          || $0 == 45
      }
  }

  /// A basic string of TOML 1.0.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case let control where control.value < 32 || control.value == 127:
        let digits = String(control.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Text without line ends and other control characters, which would end a
  /// comment or break the file.
  private static func comment(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(result)
  }
}
