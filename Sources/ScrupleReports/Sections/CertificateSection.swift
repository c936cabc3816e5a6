import ScrupleAudit

/// What is promised of the citizen flag rate, for what, and on which suppositions.
enum CertificateSection {
  static func make(_ certificate: (document: Certificate, misfits: [String])?) -> PageSection {
    let title = "What is promised"
    guard let certificate else {
      return PageSection("certificate", title) {
        paragraph("unmeasured") {
          element("strong") { "Nothing: " }
          "no certificate lies with this run. 'scruple certify RUN --labels FILE --ceiling RATE' "
          "looks for a threshold at which, with stated confidence, at most that share of citizens "
          "is flagged, and says so where there is none. Every other figure of this page says what "
          "was measured, and promises nothing."
        }
      }
    }
    let document = certificate.document
    return PageSection("certificate", title) {
      paragraph { element("strong") { document.statement } }
      fit(certificate.misfits)
      terms(document).markup
      steps(document).markup
      missing(document)
      element("h3") { "What it supposes" }
      element("ul") { for condition in document.conditions { element("li") { condition } } }
    }
  }

  private static func fit(_ misfits: [String]) -> HTMLText {
    misfits.isEmpty
      ? paragraph {
        "It is bound to the model, the specification and the size of the register of this run, and "
        "to nothing else."
      }
      : paragraph("warnings") {
        element("strong") { "It does not hold for this run: " }
        misfits.joined(separator: "; ") + "."
      }
  }

  private static func terms(_ certificate: Certificate) -> PageTable {
    let n = NumberText.grouped
    let binding = certificate.binding
    let calibration = certificate.calibration
    return PageTable(
      caption: "The certificate", columns: ["What", "Value"],
      rows: [
        ("Citizens flagged at most", ShareText.estimate(certificate.ceiling)),
        ("Confidence", NumberText.level(certificate.confidence)),
        (
          "Links from",
          certificate.weight.map { NumberText.fixed($0, decimals: 1) + " bits" }
            ?? "no threshold is certified"
        ),
        (
          "Citizens it rests on",
          "\(n(calibration.used)) of \(n(calibration.citizens)) labelled, by lot with seed "
            + "\(calibration.seed)"
        ),
        ("Records of the register", "\(n(binding.registryRecords)), or up to a tenth fewer"),
      ].map { [HTMLText($0.0), HTMLText($0.1)] } + [
        [HTMLText("SHA-256 of the model"), element("code") { binding.modelSHA256 }],
        [
          HTMLText("SHA-256 of the specification"), element("code") { binding.specificationSHA256 },
        ],
      ], words: [0, 1])
  }

  /// The threshold that is certified, and the one at which testing ended.
  private static func steps(_ certificate: Certificate) -> PageTable {
    let steps = certificate.thresholds.steps
    let last = steps.lastIndex { $0.outcome == .certified } ?? -1
    let n = NumberText.grouped
    let rows = [last, last + 1].filter { steps.indices.contains($0) }.flatMap { place in
      steps[place].counts.map { count in
        [
          HTMLText(
            NumberText.fixed(steps[place].weight, decimals: 1) + " bits, "
              + (steps[place].outcome == .certified ? "certified" : "not certified")),
          HTMLText(count.group), HTMLText(n(count.flagged)), HTMLText(n(count.persons)),
          HTMLText(ShareText.estimate(count.upper)),
        ]
      }
    }
    return PageTable(
      caption: "The citizens that were counted",
      columns: ["Links from", "Group", "Flagged", "Citizens", "At most"], rows: rows,
      words: [0, 1])
  }

  private static func missing(_ certificate: Certificate) -> HTMLText? {
    let missing = certificate.thresholds.missing
    guard !missing.isEmpty else { return nil }
    return PageTable(
      caption: "How many more labelled citizens would do",
      columns: ["Group", "If none of them is flagged", "As things look"],
      rows: missing.map { entry in
        [
          HTMLText(entry.group), HTMLText(NumberText.grouped(entry.labels.ifErrorFree)),
          HTMLText(
            entry.labels.atMedianBound.map(NumberText.grouped) ?? "no number would do"),
        ]
      }
    ).markup
  }
}
