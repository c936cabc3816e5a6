import ScrupleAudit

/// An audit as one self-contained page, and its charts as files.
///
/// The page loads nothing, holds no value of a record unless examples are given, and depends on its input alone: equal
/// inputs give equal bytes.
public struct ReportPage: Sendable {
  /// The whole page.
  public let html: String
  /// The charts of the page as Vega-Lite files: names and contents, in the order of the page.
  public let charts: [(name: String, content: String)]

  /// Makes the page.
  ///
  /// - Complexity: O(figures); the records behind them are not looked at again.
  public init(_ input: ReportInput) {
    let sections = Self.sections(input)
    html =
      Self.page(
        sections, header: AnswerSection.header(input), answer: AnswerSection.answer(input.audit),
        notice: input.notice, hasValues: input.examples?.isFull ?? false
      ).markup
    charts = sections.flatMap(\.charts).map { chart in
      (chart.id + ".vl.json", chart.specification.serialized() + "\n")
    }
  }

  /// Makes the page of an audit without a complete truth: what labels and decoys say.
  public init(_ audit: PartialAudit, notice: String, auditDigest: String? = nil) {
    let sections = [
      EstimateSection.make(audit.labelSample, audit.decoys),
      ReproductionSection.make(auditDigest: auditDigest), LimitSection.make(audit),
    ]
    html =
      Self.page(
        sections, header: PartialAnswer.header, answer: PartialAnswer.answer(audit),
        notice: notice, hasValues: false
      ).markup
    charts = []
  }

  private static func sections(_ input: ReportInput) -> [PageSection] {
    let audit = input.audit
    return [
      BasisSection.make(input), PeopleSection.make(audit), RecordsSection.make(audit),
      ThresholdSection.make(audit), TradeSection.make(audit),
      CertificateSection.make(input.certificate), SubgroupSection.make(audit),
      CauseSection.make(audit), LossSection.make(audit), GrowthSection.make(audit),
      RivalSection.make(audit),
      PairSection.make(audit), EstimateSection.make(audit.labelSample, audit.decoys),
      ModelSection.make(input.model), PatternSection.make(input),
      ReliabilitySection.make(input), ReproductionSection.make(input), LimitSection.make(audit),
    ]
  }

  private static func page(
    _ sections: [PageSection], header: HTMLText, answer: HTMLText, notice: String, hasValues: Bool
  ) -> HTMLText {
    HTMLText([
      .documentType,
      element("html", ["lang": "en"]) {
        head
        element("body") {
          element("a", ["class": "skip", "href": "#answer"]) { "Skip to the answer" }
          hasValues ? banner : nil
          element("header") { header }
          element("div", ["class": "columns"]) {
            contents(sections)
            element("main") {
              answer
              sections.map { HTMLText([.newline, $0.markup]) }
            }
          }
          element("footer") { paragraph("notice") { notice } }
          HTMLText(verbatim: "script", PageScript.text)
        }
      },
      .newline,
    ])
  }

  private static var head: HTMLText {
    let policy = ContentPolicy.text(style: PageStyle.text, script: PageScript.text)
    return element("head") {
      element("meta", ["charset": "utf-8"])
      element("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
      element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      element("meta", ["name": "color-scheme", "content": "light dark"])
      element("meta", ["name": "referrer", "content": "no-referrer"])
      element("title") { "Scruple: audit of a record linkage" }
      HTMLText(verbatim: "style", PageStyle.text)
    }
  }

  /// The warning of a page that is not free of personal values.
  private static var banner: HTMLText {
    element("p", ["class": "banner", "role": "note"]) {
      element("strong") { "This page holds values of people's records. " }
      "It was made with '--examples full' for a reader who may see them. Do not pass it on; "
      "make it again without that option first."
    }
  }

  private static func contents(_ sections: [PageSection]) -> HTMLText {
    element("nav", ["aria-label": "Contents"]) {
      element("ol") {
        for section in sections {
          element("li") { element("a", ["href": "#" + section.id]) { section.title } }
        }
      }
    }
  }
}
