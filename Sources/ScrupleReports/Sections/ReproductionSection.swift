import ScrupleAudit

/// What is needed to make the figures again.
enum ReproductionSection {
  static func make(_ input: ReportInput) -> PageSection {
    PageSection("reproduction", "How to make these figures again") {
      input.audit.source.map(source)
      warnings(input.audit)
      if let run = input.run {
        paragraph { "The command of the run that was measured:" }
        element("pre", ["tabindex": "0"]) { element("code") { command(run.command) } }
        versions(run).markup
        hashes(input, run).markup
        warnings(run, besides: input.model?.training?.warnings ?? [])
      } else {
        paragraph {
          "The links were made elsewhere; this report knows nothing of how. Only the audit can be "
          "made again."
        }
        input.auditDigest.map(auditHash)
      }
      paragraph("note") {
        "The same files, specification and seed give the same links, with any number of threads. "
        "The audit and this page are then the same byte for byte, but for the words of the "
        "commands, which stand as they were given."
      }
    }
  }

  /// What is needed to make the page of an audit without a run.
  static func make(auditDigest: String?) -> PageSection {
    PageSection("reproduction", "How to make these figures again") {
      paragraph {
        "The filled-in sample and its plan, or the list of decoys and the links, give the same "
        "figures again: 'scruple audit estimate' and 'scruple decoys' say how."
      }
      auditDigest.map(auditHash)
    }
  }

  private static func auditHash(_ digest: String) -> HTMLText {
    paragraph {
      "SHA-256 of audit.json: "
      element("code") { digest }
    }
  }

  /// What the audit was made from.
  private static func source(_ source: AuditSource) -> HTMLText {
    HTMLText([
      paragraph {
        "The words given to 'scruple audit' (Scruple \(source.version), commit \(source.commit)):"
      },
      element("pre", ["tabindex": "0"]) { element("code") { command(source.command) } },
      PageTable(
        caption: "The files of the audit", columns: ["File", "Read for", "SHA-256"],
        rows: source.files.map { file in
          [HTMLText(file.path), HTMLText(file.role), element("code") { file.sha256 }]
        }, words: [0, 1, 2]
      ).markup,
    ])
  }

  /// What is to be known of the files that the audit was given.
  private static func warnings(_ audit: AuditReport) -> HTMLText? {
    guard let warnings = audit.warnings else { return nil }
    return HTMLText([
      element("h3") { "What to know of the links and the truth" },
      element("ul", ["class": "warnings"]) {
        for warning in warnings { element("li") { warning.text } }
      },
    ])
  }

  /// The run's warnings, those apart that stand with the model.
  private static func warnings(_ run: RunFacts, besides known: [String]) -> HTMLText? {
    let others = run.warnings.filter { !known.contains($0) }
    guard !others.isEmpty else { return nil }
    return HTMLText([
      element("h3") { "What the run warned of" },
      element("ul", ["class": "warnings"]) {
        for warning in others { element("li") { warning } }
      },
    ])
  }

  private static func command(_ words: [String]) -> String {
    words.map { word in
      let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_./=,:+@%".contains($0) }
      return isPlain && !word.isEmpty
        ? word
        : "'"
          + word.split(separator: "'", omittingEmptySubsequences: false)
          .joined(separator: "'\\''") + "'"
    }.joined(separator: " ")
  }

  private static func versions(_ run: RunFacts) -> PageTable {
    PageTable(
      caption: "Versions and seed", columns: ["What", "Value"],
      rows: run.versions.map { [HTMLText($0.name), HTMLText($0.version)] }
        + [[HTMLText("Seed of every random draw"), HTMLText("\(run.seed)")]], words: [0, 1])
  }

  private static func hashes(_ input: ReportInput, _ run: RunFacts) -> PageTable {
    var files = run.inputs.map { ($0.path, $0.sha256) } + run.outputs.map { ($0.path, $0.sha256) }
    if let digest = input.auditDigest { files.append(("audit.json", digest)) }
    var rows = files.map { file in [HTMLText(file.0), element("code") { file.1 }] }
    rows.append([
      HTMLText("all links, in any order"), element("code") { run.linksDigest },
    ])
    return PageTable(
      caption: "SHA-256 of every file", columns: ["File", "SHA-256"], rows: rows, words: [0, 1])
  }
}
