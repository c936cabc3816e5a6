/// Says in what a model differs from what a run would compare.
enum ModelDifference {
  /// The message for two lists of `name: level < level < …`.
  static func message(expected: [String], found: [String]) -> String {
    let wanted = expected.map(parts)
    let given = found.map(parts)
    var lines: [String] = []
    for one in given where !wanted.contains(where: { $0.name == one.name }) {
      lines.append("  only the model compares \(TerminalText.quoted(one.name))")
    }
    for one in wanted {
      guard let other = given.first(where: { $0.name == one.name }) else {
        lines.append("  the model does not know the comparison \(TerminalText.quoted(one.name))")
        continue
      }
      if one.levels != other.levels {
        lines.append("  \(TerminalText.quoted(one.name)) has other levels:")
        lines.append("    model:     \(TerminalText.safe(other.levels))")
        lines.append("    this run:  \(TerminalText.safe(one.levels))")
      }
    }
    if lines.isEmpty { lines.append("  the comparisons stand in another order") }
    return
      (["The model does not fit these files and their specification:"] + lines + [
        "Use the specification that was saved with the model, or leave out --model to train one."
      ]).joined(separator: "\n")
  }

  private static func parts(_ text: String) -> (name: String, levels: String) {
    guard let colon = text.range(of: ": ") else { return (text, "") }
    return (String(text[..<colon.lowerBound]), String(text[colon.upperBound...]))
  }
}
