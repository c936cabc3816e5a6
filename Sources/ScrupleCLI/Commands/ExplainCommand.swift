import ArgumentParser
import Scruple
import ScrupleAudit
import ScrupleExecution
import ScrupleFormats

/// `scruple explain`: why two records were or were not linked.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell why two records were linked, or why not, and what would change it.",
    discussion: """
      Example:
        scruple explain out B-1042 R-77
        scruple explain out B-1042 R-77 --show-values
        scruple explain out B-1042 R-77 --svg why.svg
        scruple explain --figure list out
        scruple explain --figure pairwise.precision out --again

      The run's inputs are read again and must not have changed. Values of the records are shown \
      only with --show-values; without it the drawing holds no id either. With --figure: what a \
      figure of an audit rests on, and whether it is found again (else the exit status is 1).
      """)

  @Argument(
    help: "The folder of a run of 'scruple link', or with --figure of an audit.",
    completion: .directory)
  var folder: String

  @Argument(help: "The id of a left record.")
  var leftId: String?

  @Argument(help: "The id of a right record.")
  var rightId: String?

  @Option(
    help: ArgumentHelp(
      """
      A figure of the audit instead of a pair, such as pairwise.precision; 'list' names all, 'all' \
      checks all.
      """,
      valueName: "id"))
  var figure: String?

  @Flag(help: "With --figure: make the audit again from its files and compare.")
  var again = false

  @Option(help: "The left file, where it has moved.", completion: .file())
  var left: String?

  @Option(help: "The right file, where it has moved.", completion: .file())
  var right: String?

  @Flag(help: "Show the normalized values that were compared.")
  var showValues = false

  @Option(help: "How many threads work; 0 is one per core.")
  var threads = 0

  @Option(
    help: ArgumentHelp("Draw the evidence into this file too.", valueName: "file"),
    completion: .file())
  var svg: String?

  @Flag(help: "Write JSON to standard output instead of text.")
  var json = false

  @Flag(help: "Write over the drawing that is there.")
  var force = false

  func validate() throws {
    try ThreadCount.check(threads)
    if figure == nil && (leftId == nil || rightId == nil) {
      throw ValidationError("Name the ids of two records, or a figure with --figure.")
    }
    if figure != nil && leftId != nil {
      throw ValidationError("Name either two records or a figure, not both.")
    }
    if figure != nil && svg != nil { throw ValidationError("--svg draws a pair, not a figure.") }
    if again && figure == nil { throw ValidationError("--again is for --figure.") }
  }

  func run() throws {
    if let figure {
      return try ExplainedFigure(id: figure, path: folder, isMadeAgain: again, json: json).run()
    }
    guard let leftId, let rightId else { return }
    try explainPair(leftId, rightId)
  }

  private func explainPair(_ leftId: String, _ rightId: String) throws {
    let parallelism = Parallelism(threadCount: threads)
    let folder = try RunFolder(path: folder)
    let linksPath = try folder.output("links.csv")
    let files = try folder.inputs(left: left, right: right, parallelism: parallelism)
    let prepared = try PreparedLinkage(
      left: files.files.left.table, right: files.files.right.table,
      specification: files.specification,
      options: LinkageOptions(seed: folder.manifest.seed, parallelism: parallelism))
    let leftIds = RecordIds(left: prepared)
    let rightIds = RecordIds(right: prepared)
    guard let one = leftIds.position(of: leftId) else {
      throw LinkageError.unknownId(source: "left")
    }
    guard let other = rightIds.position(of: rightId) else {
      throw LinkageError.unknownId(source: "right")
    }
    if prepared.rules != nil {
      if svg != nil {
        throw Failure("Rules weigh nothing, so that there is no evidence to draw: leave out --svg.")
      }
      return try explainRules(Int(one), Int(other), prepared, leftId, rightId)
    }
    let model = try LoadedModel(path: folder.output("model.json"))
    let explanation = try PairExplanation(
      left: Int(one), right: Int(other), prepared: prepared, model: model.model)
    let links = try LinksFile(path: linksPath, left: leftIds, right: rightIds).links
    var account = PairAccount(explanation, left: one, right: other, links: links, prepared)
    account.leastChange = try LeastChange(
      left: Int(one), right: Int(other), prepared: prepared, model: model.model,
      current: account.explanation.totalBits)
    if showValues { account.addValues(prepared, left: Int(one), right: Int(other)) }
    if let svg {
      let ids = showValues ? (leftId, rightId) : nil
      try ReportFiles.write(
        account.waterfall(ids: ids).svg, to: svg, replacing: force)
    }
    if json { return try StandardOutput.write(json: account) }
    let lines = ExplanationText.lines(account, leftId: leftId, rightId: rightId)
    try StandardOutput.write(lines.map { TerminalText.safe($0) + "\n" }.joined())
  }

  private func explainRules(
    _ one: Int, _ other: Int, _ prepared: PreparedLinkage, _ leftId: String, _ rightId: String
  ) throws {
    let explanation = try RuleExplanation(left: one, right: other, prepared: prepared)
    var account = RuleAccount(explanation)
    if showValues { account.addValues(prepared, left: one, right: other) }
    if json { return try StandardOutput.write(json: account) }
    let lines = RuleExplanationText.lines(account, leftId: leftId, rightId: rightId)
    try StandardOutput.write(lines.map { TerminalText.safe($0) + "\n" }.joined())
  }
}
