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
    let figure = try audit.figure(id)
    var account = FigureAccount(figure, audit: audit, files: audit.files)
    if isMadeAgain { account.add(try again(figure, audit)) }
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

  /// The audit made anew from its files, where it started then.
  private func again(
    _ figure: AuditFigures.Figure, _ audit: AuditDocument
  ) throws -> FigureAccount.Check {
    let from = "the run and its inputs"
    guard let source = audit.source, !source.command.isEmpty else {
      return FigureAccount.Check(
        from: from, isSame: nil, differences: ["the audit does not say what it was made from"])
    }
    guard chdir(source.workingFolder) == 0 else {
      return FigureAccount.Check(
        from: from, isSame: nil, differences: ["the folder in which it ran is not there"])
    }
    let command = try AuditCommand.parse(source.command)
    let report = try command.measured(Parallelism(threadCount: command.threads)).report
    let now = AuditFigures(try JSONText.value(JSONTree.self, from: JSONText.bytes(of: report)))
    return FigureAccount.comparison(figure.value, now.figure(figure.id)?.value, from: from)
  }
}
