/// An account of a figure as lines for a terminal.
enum FigureText {
  static func lines(_ account: FigureAccount) -> [String] {
    var lines = [account.figure]
    if let value = account.value {
      lines += TerminalText.table(number(account, value))
    } else {
      lines += TerminalText.table(facts(account))
    }
    lines += ["", "Made again"]
    lines += account.checks.flatMap { check -> [String] in
      let word =
        check.isSame.map { $0 ? "the same" : "differs" } ?? "not done"
      return ["  from \(check.from): \(word)"] + check.differences.map { "    \($0)" }
    }
    if account.checks.isEmpty {
      lines.append("  A number without count and total: add --again to make it from its files.")
    }
    lines += ["", "Source", "  audit.json  \(account.auditSHA256)"]
    guard let version = account.version, let command = account.command else {
      return lines + ["  The audit does not say what it was made from."]
    }
    lines.append("  scruple \(version) (commit \(account.commit ?? "unknown"))")
    lines.append("  scruple audit " + command.joined(separator: " "))
    return lines
      + TerminalText.table(
        account.files.map { [$0.role, $0.sha256, $0.now ?? "", $0.path] })
  }

  /// A number that is no share: a count is its own numerator.
  private static func number(_ account: FigureAccount, _ value: Double) -> [[String]] {
    let isCount = value == value.rounded() && account.method == FigureMeaning.count
    return [
      ["what", account.name ?? "not described"], ["value", JSONTree.digits(value)],
      ["numerator", isCount ? JSONTree.digits(value) : "none: see what"],
      ["denominator", isCount ? "none: a count" : "none: see what"],
      ["method", account.method ?? "not described"],
    ]
  }

  private static func facts(_ account: FigureAccount) -> [[String]] {
    let number = { (value: Double?) in value.map(JSONTree.digits) ?? "none" }
    var rows = [
      ["what", account.name ?? ""],
      ["numerator", account.numerator.map { TerminalText.count($0) } ?? ""],
      ["denominator", account.denominator.map { TerminalText.count($0) } ?? ""],
      ["basis", account.basis ?? ""], ["estimate", number(account.estimate)],
      ["lower", number(account.lower)], ["upper", number(account.upper)],
      ["level", number(account.level)], ["method", account.method ?? ""],
    ]
    if let effect = account.designEffect { rows.append(["design effect", number(effect)]) }
    return rows
  }

  /// All figures, one a line: the id and what it is.
  static func list(_ figures: AuditFigures) -> [String] {
    TerminalText.table(
      figures.all.map { figure in
        guard figure.isRate else { return [figure.id, JSONTree.digits(figure.value.number ?? 0)] }
        let parts = ["count", "total"].map { key in
          figure.value[key]?.number.map { TerminalText.count(Int($0)) } ?? ""
        }
        return [figure.id, "\(parts[0]) of \(parts[1]) \(figure.value["basis"]?.text ?? "")"]
      }, indent: "")
  }
}
