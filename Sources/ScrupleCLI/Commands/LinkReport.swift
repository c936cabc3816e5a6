import Scruple
import ScrupleFormats
import ScrupleNormalization

/// What a run says, as lines; never a value of a record.
enum LinkReport {
  // MARK: Reading

  /// What was read.
  static func reading(_ run: LinkRun) -> [String] {
    let manifest = run.manifest(nil, command: [])
    let sides = [
      ("left", manifest.left, run.inputs.files.left),
      ("right", manifest.right, run.inputs.files.right),
    ]
    var lines = ["Read"]
    for (side, file, read) in sides {
      var parts = [
        TerminalText.count(file.records, "record"),
        TerminalText.count(file.columns.count, "column"),
      ]
      if let delimiter = file.delimiter, delimiter != "comma" {
        parts.append("delimiter \(delimiter)")
      }
      if file.format == RecordFormat.jsonLines.rawValue { parts.append("JSON lines") }
      parts.append(file.encoding)
      if file.isCompressed { parts.append("gzip") }
      lines.append(
        "  \(TerminalText.padded(side, 5))  \(file.path): \(parts.joined(separator: ", "))")
      lines += rejects(file)
      for warning in read.warnings {
        if case .rejectedRows = warning { continue }
        lines.append("         \(warning.message)")
      }
    }
    return lines
  }

  private static func rejects(_ file: InputFile) -> [String] {
    let count = file.rejectedRows.values.reduce(0, +)
    guard count > 0 else { return [] }
    let kinds = file.rejectedRows.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return [
      "         \(TerminalText.count(file.rows, "row")) = \(TerminalText.count(file.records, "record")) "
        + "+ \(TerminalText.count(count)) left out (\(kinds.joined(separator: ", ")))"
    ]
  }

  /// What each column was taken for.
  static func mapping(_ run: LinkRun) -> [String] {
    let given = run.inputs.given.map {
      run.inputs.files.inference == nil
        ? "Columns, by \(TerminalText.quoted($0.path))"
        : "Columns, by their names and content (\(TerminalText.quoted($0.path)) leaves them open)"
    }
    let head =
      given
      ?? "Columns, by their names and content (no specification was given; 'scruple init' writes one)"
    var lines = [head]
    for (side, isLeft) in [("left", true), ("right", false)] {
      let decisions = run.inputs.decisions(isLeft: isLeft)
      func shown(_ isWanted: (ColumnRole) -> Bool) -> [String] {
        decisions.enumerated().filter { isWanted($0.element.role) }.map {
          let shown = TerminalText.column($0.element.column, at: $0.offset)
          return shown == $0.element.fieldName ? shown : "\(shown) → \($0.element.fieldName)"
        }
      }
      lines += wrapped(
        shown { $0 != .ignore && !$0.isOnlyForFlags }, first: "  \(TerminalText.padded(side, 5))  ")
      let forFlags = shown(\.isOnlyForFlags)
      if !forFlags.isEmpty {
        lines += wrapped(forFlags, first: "         for flags, never for matching: ")
      }
      let ignored = decisions.enumerated().filter { $0.element.role == .ignore }
      let reasons = Dictionary(grouping: ignored, by: \.element.reason).sorted {
        ($0.value[0].offset) < ($1.value[0].offset)
      }
      for (reason, columns) in reasons {
        let names = columns.map { TerminalText.column($0.element.column, at: $0.offset) }
        lines += wrapped(names, first: "         ignored: ", last: " (\(reason))")
      }
      let id =
        isLeft ? run.inputs.specification.left.idColumn : run.inputs.specification.right.idColumn
      if id == nil { lines.append("         no id column was found: ids are row numbers, from 1") }
    }
    for reason in run.inputs.files.inference?.reasons ?? [] where !run.inputs.isEmpty {
      lines.append("  \(reason)")
    }
    return lines
  }

  private static func wrapped(_ parts: [String], first: String, last: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    let indent = String(repeating: " ", count: 9)
    for (index, part) in parts.enumerated() {
      let text = part + (index < parts.count - 1 ? ", " : last)
      if line.unicodeScalars.count + text.unicodeScalars.count > 100, line != first, line != indent
      {
        lines.append(line.last == " " ? String(line.dropLast()) : line)
        line = indent
      }
      line += text
    }
    return lines + [line]
  }

  // MARK: Normalization and blocking

  /// What normalization met, where there is something to say.
  static func normalization(_ summary: NormalizationSummary) -> [String] {
    var lines: [String] = []
    for (side, fields) in [("left", summary.left), ("right", summary.right)] {
      for field in fields {
        let met = remarks(field)
        if !met.isEmpty {
          lines.append(
            "  \(TerminalText.padded(side, 5))  \(field.field): \(met.joined(separator: ", "))")
        }
      }
    }
    return lines.isEmpty ? [] : ["Values that are not what they should be (records)"] + lines
  }

  /// The counts of one field that are not zero, in words.
  static func remarks(_ field: FieldSummary) -> [String] {
    let counts = [
      (field.placeholder, "placeholder"), (field.invalid, "invalid"),
      (field.neverIssued, "never issued"), (field.partial, "partial"),
      (field.firstOfJanuary, "on 1 January"), (field.dayMonthAmbiguous, "day and month ambiguous"),
      (field.invisibleCharacters, "with invisible characters"),
      (field.mixedScript, "with look-alike letters of several scripts"),
      (field.truncated, "cut at the length limit"),
    ]
    return counts.filter { $0.0 > 0 }.map { "\(TerminalText.count($0.0)) \($0.1)" }
  }

  /// The blocking rules with their pairs, and what they leave out.
  static func blocking(_ manifest: RunManifest) -> [String] {
    let counts = manifest.counts
    var lines = ["Blocking: \(TerminalText.count(counts.allPairs)) pairs are possible"]
    if counts.candidatePairs > 0 {
      lines[0] =
        "Blocking: \(TerminalText.count(counts.candidatePairs)) of "
        + "\(TerminalText.count(counts.allPairs)) pairs are compared "
        + "(\(TerminalText.percent(Double(counts.candidatePairs), of: Double(counts.allPairs))))"
    }
    let rows = manifest.blocking.enumerated().map { index, rule in
      ["\(index + 1)", rule.rule, TerminalText.count(rule.pairs, "pair")]
        + (rule.ownPairs.map { ["\(TerminalText.count($0)) new"] } ?? [])
    }
    lines += TerminalText.table(rows, right: [0, 2, 3])
    for (index, rule) in manifest.blocking.enumerated() where rule.skippedBlocks > 0 {
      lines.append(
        "  Recall loss: rule \(index + 1) leaves out \(TerminalText.count(rule.skippedBlocks, "block")) "
          + "of \(TerminalText.count(rule.skippedPairs, "pair")), too many for one block (see --max-block)."
      )
    }
    return lines
  }

  // MARK: Results

  /// What training warns of.
  static func warnings(_ manifest: RunManifest) -> [String] {
    if manifest.warnings.isEmpty { return [] }
    let unseen = manifest.warnings.compactMap(comparisonOfUnseenLevel)
    var lines = manifest.warnings.filter { comparisonOfUnseenLevel($0) == nil }
    var named: [String] = []
    for comparison in unseen where !named.contains(comparison) {
      named.append(comparison)
      let count = unseen.count { $0 == comparison }
      lines.append(
        "In comparison '\(comparison)', "
          + (count == 1
            ? "1 level never occurs; its weight is an assumption"
            : "\(count) levels never occur; their weights are assumptions") + " (see run.json).")
    }
    return ["Warnings"] + lines.map { "  \($0)" }
  }

  /// The comparison that a warning about a level without pairs names; nil for other warnings.
  private static func comparisonOfUnseenLevel(_ warning: String) -> String? {
    guard warning.contains("' never occurs;"), warning.hasPrefix("In comparison '") else {
      return nil
    }
    return warning.dropFirst("In comparison '".count).split(separator: "'").first.map(String.init)
  }

  /// What came out.
  static func results(_ manifest: RunManifest) -> [String] {
    let counts = manifest.counts
    var lines = [
      "Result: \(TerminalText.count(counts.links, "link")), "
        + "\(TerminalText.count(counts.possibleLinks, "possible link")), "
        + "\(TerminalText.count(counts.nonLinks, "non-link"))"
    ]
    if counts.leftRecordsNeverCompared > 0, let rules = manifest.rules,
      !rules.contains(where: \.blocking.isEmpty), counts.skippedPairs == 0
    {
      lines.append(
        "  \(TerminalText.count(counts.leftRecordsNeverCompared, "left record")) can be linked by no "
          + "rule: no right record shares what the rules require.")
    } else if counts.leftRecordsNeverCompared > 0 {
      lines.append(
        "  \(TerminalText.count(counts.leftRecordsNeverCompared, "left record")) met no right record "
          + "under any blocking rule: never compared.")
    }
    if counts.ambiguous > 0 {
      lines.append(
        "  \(TerminalText.count(counts.ambiguous)) of the possible links have a rival that cannot be "
          + "told apart.")
    }
    if let rules = manifest.rules {
      lines += RuleReport.results(rules)
    } else if counts.links > 0, let claimed = manifest.claimedFalseLinks {
      let shown = claimed < 0.1 ? TerminalText.significant(claimed) : TerminalText.fixed(claimed)
      lines.append(
        "  By its own probabilities the model expects \(shown) "
          + "of the links to be false. That is a claim, not a measurement.")
    }
    return lines
  }

  /// Where the outputs are, and what must not be made of them.
  static func closing(
    _ manifest: RunManifest, folder: String, measurement: Measurement?
  ) -> [String] {
    let names = manifest.outputs.map(\.path) + ["run.json"]
    let truth = manifest.truthColumn.map { "--truth-column \($0)" } ?? "--truth FILE"
    return [
      "Wrote \(names.joined(separator: ", ")) to \(TerminalText.quoted(folder)).",
      measurement?.line(rightRecords: manifest.right.records)
        ?? "The error of this configuration has not been measured. To measure it: "
        + "scruple audit \(folder) \(truth)",
      RunManifest.noticeText,
    ]
  }
}
