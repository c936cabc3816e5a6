import ScrupleAudit

/// Whether the data are reliable enough for the purpose: completeness and accuracy.
///
/// - Source: GAO-09-680G, Assessing the Reliability of Computer-Processed Data.
enum ReliabilitySection {
  static func make(_ input: ReportInput) -> PageSection {
    PageSection("reliability", "Are the data reliable enough?") {
      paragraph {
        "In the sense of the U.S. Government Accountability Office (GAO-09-680G), data are "
        "reliable if they are complete and accurate enough for the stated purpose. The purpose of "
        "this report: to say how often this linkage, on these two files, joins or flags the wrong "
        "person. For any other purpose nothing is concluded."
      }
      element("h3") { "Completeness" }
      PageTable(
        caption: "Completeness of the files and of the search", columns: ["What", "How many"],
        rows: completeness(input)
      ).markup
      element("h3") { "Accuracy" }
      paragraph { accuracy(input.audit) }
      element("h3") { "Conclusion" }
      paragraph {
        element("strong") {
          "Undetermined until somebody has compared the files with their source. "
        }
        "This report measures the linkage against the truth it was given. It cannot see a wrong "
        "or stale value that both files share, nor a person whom neither holds."
      }
    }
  }

  private static func completeness(_ input: ReportInput) -> [[HTMLText]] {
    let records = input.audit.records
    var rows: [[HTMLText]] = []
    for (side, file) in zip(["Left", "Right"], input.run?.inputs ?? []) {
      rows += [
        [HTMLText("\(side) file: rows read"), HTMLText(NumberText.grouped(file.rows))],
        [
          HTMLText("\(side) file: rows left out for a fault"),
          HTMLText(NumberText.grouped(file.rejectedRows)),
        ],
        [HTMLText("\(side) file: records used"), HTMLText(NumberText.grouped(file.records))],
      ]
    }
    rows += [
      [
        HTMLText("Left records without a label, in no figure"),
        Figure.count(records.unlabelledLeft, at: "records.unlabelledLeft"),
      ],
      [
        HTMLText("Right records without a label, in no figure"),
        Figure.count(records.unlabelledRight, at: "records.unlabelledRight"),
      ],
    ]
    if let run = input.run {
      rows += [
        [
          HTMLText("Left records that were compared with nothing"),
          HTMLText(NumberText.grouped(run.leftRecordsNeverCompared)),
        ],
        [
          HTMLText("Pairs not compared for the size of their block"),
          HTMLText(NumberText.grouped(run.skippedPairs)),
        ],
        [
          HTMLText("Pairs with a rival that could not be told apart"),
          HTMLText(NumberText.grouped(run.ambiguousPairs)),
        ],
      ]
    }
    return rows
  }

  private static func accuracy(_ audit: AuditReport) -> HTMLText {
    let stale = audit.causes.filter { $0.cause.family == "W2" }.reduce(0) { $0 + $1.share.count }
    guard let total = audit.causes.first?.share.total else {
      return HTMLText(
        "Whether recorded statuses and values reflect what is true was not measured here.")
    }
    return HTMLText(
      "Of \(NumberText.grouped(total)) wrong \(total == 1 ? "flag" : "flags"), "
        + "\(stale == 0 ? "none" : NumberText.grouped(stale)) "
        + "\(stale < 2 ? "rests" : "rest") on the person's own record with a status that was "
        + "wrong or out of date on the day. How many cells are empty or implausible is told by "
        + "'scruple profile'.")
  }
}
