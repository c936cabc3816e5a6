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
        scruple explain --figure list out
        scruple explain --figure pairwise.precision out --again

      The run's inputs are read again and must not have changed. Values of the records are shown \
      only with --show-values. With --figure: what a figure of an audit rests on, and whether it is \
      found again (else the exit status is 1).
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
      "A figure of the audit instead of a pair, such as pairwise.precision; 'list' names all.",
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

  @Flag(help: "Write JSON to standard output instead of text.")
  var json = false

  func validate() throws {
    if figure == nil && (leftId == nil || rightId == nil) {
      throw ValidationError("Name the ids of two records, or a figure with --figure.")
    }
    if figure != nil && leftId != nil {
      throw ValidationError("Name either two records or a figure, not both.")
    }
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
      return try explainRules(Int(one), Int(other), prepared, leftId, rightId)
    }
    let model = try LoadedModel(path: folder.output("model.json"))
    let explanation = try PairExplanation(
      left: Int(one), right: Int(other), prepared: prepared, model: model.model)
    let links = try LinksFile(path: linksPath, left: leftIds, right: rightIds).links
    var account = PairAccount(explanation, left: one, right: other, links: links, prepared)
    if showValues { account.addValues(prepared, left: Int(one), right: Int(other)) }
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

/// A pair, what was decided about it, and its rivals.
struct PairAccount: Encodable {
  /// Another pair of one of the two records.
  struct Rival: Encodable {
    var leftId: String
    var rightId: String
    var matchWeight: Double
    var decision: String
  }

  struct Values: Encodable {
    var field: String
    var left: [String]
    var right: [String]
  }

  /// `link`, `possible` or `non-link`.
  var decision: String
  var explanation: PairExplanation
  /// Why it is no link, in words; empty for a link.
  var whyNot: [String]
  /// The heaviest listed pairs of the two records, this one apart.
  var rivals: [Rival]
  /// The values compared; only where they were asked for.
  var values: [Values]?

  init(
    _ explanation: PairExplanation, left: Int32, right: Int32, links: [ScoredLink],
    _ prepared: PreparedLinkage
  ) {
    var explanation = explanation
    let own = links.first { $0.left == left && $0.right == right }
    decision = own?.decision.rawValue ?? "non-link"
    if let own { explanation.settle(at: own.weight) }
    self.explanation = explanation
    let others = links.filter { ($0.left == left) != ($0.right == right) }
      .sorted { ($0.weight, $1.left, $1.right) > ($1.weight, $0.left, $0.right) }
    rivals = others.prefix(5).map {
      Rival(
        leftId: prepared.leftId(Int($0.left)), rightId: prepared.rightId(Int($0.right)),
        matchWeight: $0.weight, decision: $0.decision.rawValue)
    }
    whyNot = Self.whyNot(explanation, decision, hasRival: !others.isEmpty)
  }

  mutating func addValues(_ prepared: PreparedLinkage, left: Int, right: Int) {
    var fields: [String] = []
    for field in explanation.steps.flatMap(\.fields) where !fields.contains(field) {
      fields.append(field)
    }
    values = Self.values(of: fields, prepared, left: left, right: right)
  }

  static func values(
    of fields: [String], _ prepared: PreparedLinkage, left: Int, right: Int
  ) -> [Values] {
    fields.compactMap { field in
      PairExplanation.values(of: field, left: left, right: right, in: prepared.records).map {
        Values(field: field, left: $0.left, right: $0.right)
      }
    }
  }

  private static func whyNot(
    _ explanation: PairExplanation, _ decision: String, hasRival: Bool
  ) -> [String] {
    if decision == "link" { return [] }
    let bits = explanation.totalBits
    var reasons: [String] = []
    if explanation.owningRule == nil {
      reasons.append(
        explanation.rules.contains(where: \.agrees)
          ? "A blocking rule agrees, but its block was too large and left out: the pair was never "
            + "compared."
          : "No blocking rule brings the records together: the pair was never compared.")
    }
    if bits < explanation.linkBits {
      reasons.append(
        "It weighs \(TerminalText.fixed(explanation.linkBits - bits)) bits too little for a link.")
      let gains = explanation.steps.filter { $0.bitsToBestLevel > 0 }
        .sorted { $0.bitsToBestLevel > $1.bitsToBestLevel }
      if let best = gains.first {
        let reaches = bits + best.bitsToBestLevel >= explanation.linkBits
        reasons.append(
          "Full agreement on '\(best.comparison)' would add "
            + "\(TerminalText.fixed(best.bitsToBestLevel)) bits: "
            + (reaches ? "enough for a link." : "not enough alone."))
      }
    } else if explanation.owningRule != nil {
      reasons.append(
        hasRival
          ? "By weight it would be a link, but a rival of one of the records has as much evidence "
            + "or more."
          : "By weight it would be a link, but the run's decision rule held it back.")
    }
    return reasons
  }
}

/// An explanation as lines for a terminal.
enum ExplanationText {
  static func lines(_ account: PairAccount, leftId: String, rightId: String) -> [String] {
    let pair = account.explanation
    let decision = account.decision == "possible" ? "possible link" : account.decision
    var lines = [
      "Left \(leftId) and right \(rightId): \(decision)",
      "match probability \(probability(pair)), \(TerminalText.fixed(pair.totalBits)) bits; "
        + "a link from \(TerminalText.fixed(pair.linkBits)), a possible link from "
        + "\(TerminalText.fixed(pair.possibleBits))",
      "",
    ]
    lines += waterfall(pair)
    lines += [""] + blocking(pair.rules, owner: pair.owningRule)
    if !account.whyNot.isEmpty {
      lines += ["", "Why not a link"] + account.whyNot.map { "  \($0)" }
    }
    if !account.rivals.isEmpty {
      lines += ["", "Other pairs of these records"]
      lines += TerminalText.table(
        account.rivals.map {
          [$0.leftId, $0.rightId, "\(TerminalText.fixed($0.matchWeight)) bits", $0.decision]
        }, right: [2])
    }
    return lines + (account.values.map(self.values) ?? [])
  }

  static func values(_ values: [PairAccount.Values]) -> [String] {
    ["", "Values after normalization"]
      + TerminalText.table(
        [["field", "left", "right"]]
          + values.map { [$0.field, shown($0.left), shown($0.right)] })
  }

  private static func probability(_ pair: PairExplanation) -> String {
    // Many nines say less than the odds against it.
    pair.matchProbability > 0.9999
      ? "above 0.9999" : TerminalText.significant(pair.matchProbability)
  }

  private static func shown(_ values: [String]) -> String {
    values.isEmpty ? "(missing)" : values.joined(separator: " | ")
  }

  private static func waterfall(_ pair: PairExplanation) -> [String] {
    var rows = [["", "level", "m", "u", "bits", "rarity", "so far", ""]]
    rows.append([
      "prior",
      "1 in \(TerminalText.count(Int(min(1 / pair.priorMatchProbability, 1e15).rounded())))",
      "", "", TerminalText.fixed(pair.priorBits), "", TerminalText.fixed(pair.priorBits), "",
    ])
    for step in pair.steps {
      rows.append([
        step.comparison, step.level, step.mProbability.map(TerminalText.significant) ?? "",
        step.uProbability.map(TerminalText.significant) ?? "", TerminalText.fixed(step.levelBits),
        step.termFrequencyBits == 0 ? "" : TerminalText.fixed(step.termFrequencyBits),
        TerminalText.fixed(step.runningBits), bar(step.levelBits + step.termFrequencyBits),
      ])
    }
    let evidence = pair.totalBits - (pair.competitionBits ?? 0)
    rows.append([
      "look-alikes", "kin, twins, one home", "", "", TerminalText.fixed(pair.dependenceBits), "",
      TerminalText.fixed(evidence), bar(pair.dependenceBits),
    ])
    if let bits = pair.competitionBits {
      rows.append([
        "competition", "other candidates, free records", "", "", TerminalText.fixed(bits), "",
        TerminalText.fixed(pair.totalBits), bar(bits),
      ])
    }
    return TerminalText.table(rows, right: [2, 3, 4, 5, 6])
  }

  /// A mark for each bit, at most 20.
  private static func bar(_ bits: Double) -> String {
    String(repeating: bits < 0 ? "-" : "+", count: min(20, Int(abs(bits).rounded())))
  }

  static func blocking(_ rules: [PairExplanation.Rule], owner: Int?) -> [String] {
    guard let owner else {
      return ["Blocking: no rule brings the records together"] + ruleLines(rules)
    }
    return ["Blocking: rule \(owner) brings the records together"] + ruleLines(rules)
  }

  private static func ruleLines(_ rules: [PairExplanation.Rule]) -> [String] {
    TerminalText.table(
      rules.enumerated().map { index, rule in
        let words =
          rule.isCandidate
          ? "agrees" : rule.agrees ? "agrees, but its block was left out" : "differs or is missing"
        return ["\(index + 1)", rule.rule, words]
      }, right: [0])
  }
}
