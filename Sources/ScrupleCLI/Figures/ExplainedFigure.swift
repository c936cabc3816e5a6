import Scruple
import ScrupleAudit
import ScrupleExecution

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `scruple explain --figure`: one figure of an audit, and the same made again.
struct ExplainedFigure {
  let id: String
  let path: String
  let isMadeAgain: Bool
  let json: Bool

  /// Prints the figure, or the list of all.
  ///
  /// - Throws: `Failure` with the status of a no where the figure comes out otherwise.
  func run() throws {
    let audit = try AuditDocument(path: path)
    if id == "list" {
      if json { return try StandardOutput.write(json: audit.figures.all.map(\.id)) }
      return try StandardOutput.write(
        FigureText.list(audit.figures).map { TerminalText.safe($0) + "\n" }.joined())
    }
    if id == "all" { return try runAll(audit) }
    let figure = try audit.figure(id)
    var account = FigureAccount(figure, audit: audit, files: audit.files(of: figure))
    if isMadeAgain {
      let now = try again(audit)
      account.add(Self.check(figure, now))
    }
    if json {
      try StandardOutput.write(json: account)
    } else {
      try StandardOutput.write(
        FigureText.lines(account).map { TerminalText.safe($0) + "\n" }.joined())
    }
    if !account.isReproduced {
      throw Failure("The figure was not found again.", status: Failure.answerIsNo)
    }
  }

  /// Makes every figure again and prints those that differ and how many do not.
  private func runAll(_ audit: AuditDocument) throws {
    let now = isMadeAgain ? try again(audit) : nil
    var tally = FigureTally()
    for figure in audit.figures.all {
      var account = FigureAccount(figure, audit: audit, files: [])
      if let now { account.add(Self.check(figure, now)) }
      tally.add(account)
    }
    if case .failure(let reason)? = now { tally.reason = reason.text }
    if json {
      try StandardOutput.write(json: tally)
    } else {
      try StandardOutput.write(tally.lines.map { TerminalText.safe($0) + "\n" }.joined())
    }
    if !tally.differing.isEmpty {
      throw Failure("Some figures were not found again.", status: Failure.answerIsNo)
    }
  }

  private static let origin = "the run and its inputs"

  /// A figure beside the one of the audit made anew, or why there is none.
  private static func check(
    _ figure: AuditFigures.Figure, _ now: Result<AuditFigures, Reason>
  ) -> FigureAccount.Check {
    switch now {
    case .success(let figures):
      FigureAccount.comparison(figure.value, figures.figure(figure.id)?.value, from: origin)
    case .failure(let reason):
      FigureAccount.Check(from: origin, isSame: nil, differences: [reason.text])
    }
  }

  /// Why an audit cannot be made anew.
  private struct Reason: Error {
    let text: String
  }

  /// The audit made anew from its files, each section where it was made then.
  private func again(_ audit: AuditDocument) throws -> Result<AuditFigures, Reason> {
    guard audit.source != nil || !audit.sectionSources.isEmpty else {
      return .failure(Reason(text: "the audit does not say what it was made from"))
    }
    var sections: [String: JSONTree] = [:]
    if let source = audit.source {
      guard Self.enter(source) else { return .failure(Self.nowhere) }
      let command = try AuditCommand.parse(source.command)
      let report = try command.measured(Parallelism(threadCount: command.threads)).report
      if case .object(let found) = try Self.tree(report) { sections = found }
    }
    for (section, source) in audit.sectionSources.sorted(by: { $0.key < $1.key }) {
      guard Self.enter(source) else { return .failure(Self.nowhere) }
      sections[section] = try Self.section(source.command)
    }
    return .success(AuditFigures(.object(sections)))
  }

  private static let nowhere = Reason(
    text: "the folder in which it ran is not there, or is not named, as in a public audit")

  private static func enter(_ source: AuditSource) -> Bool {
    !source.command.isEmpty && chdir(source.workingFolder) == 0
  }

  private static func tree(_ value: some Encodable) throws -> JSONTree {
    try JSONText.value(JSONTree.self, from: JSONText.bytes(of: value))
  }

  /// A section that was added later: labels, or else decoys.
  private static func section(_ words: [String]) throws -> JSONTree? {
    if words.first == AuditEstimateCommand.configuration.commandName {
      return try tree(AuditEstimateCommand.parse(Array(words.dropFirst())).estimate())
    }
    let command = try AuditCommand.parse(words)
    guard let key = command.decoys else { return nil }
    return try tree(DecoyAudit(command, key: key).estimate())
  }
}

/// How many figures of an audit came out the same when they were made again.
private struct FigureTally: Encodable {
  private(set) var figures = 0
  /// Figures that a check found the same, and none otherwise.
  private(set) var same = 0
  /// Figures without a check: numbers without count and total.
  private(set) var unchecked = 0
  /// Why the audit could not be made anew; nil where it was, or where nobody asked.
  var reason: String?
  /// The ids of those that differ.
  private(set) var differing: [String] = []

  mutating func add(_ account: FigureAccount) {
    figures += 1
    if !account.isReproduced {
      differing.append(account.figure)
    } else if account.checks.contains(where: { $0.isSame == true }) {
      same += 1
    } else {
      unchecked += 1
    }
  }

  var lines: [String] {
    var lines = ["\(TerminalText.count(figures, "figure")), made again"]
    lines += TerminalText.table([
      ["the same", TerminalText.count(same)], ["differ", TerminalText.count(differing.count)],
      ["not done", TerminalText.count(unchecked)],
    ])
    if let reason {
      lines.append("  The audit cannot be made anew: \(reason).")
    } else if unchecked > 0 {
      lines.append("  Numbers without count and total: --again makes them from their files.")
    }
    return lines + differing.map { "  differs: \($0)" }
  }
}
