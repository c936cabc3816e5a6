import ScrupleAudit

/// The answer in one sentence, and the four figures a reader should leave with.
enum AnswerSection {
  static func header(_ input: ReportInput) -> HTMLText {
    let records = input.audit.records
    let n = NumberText.grouped
    return HTMLText([
      paragraph("kicker") { "Scruple · audit of a record linkage" },
      element("h1") {
        (input.audit.flags.measured?.wrongFlagRate.total ?? 0) > 0
          ? "How often is a flag wrong?" : "How often does it get the wrong person?"
      },
      paragraph("sub") {
        "\(n(records.leftRecords)) records searched in a register of "
        "\(n(records.rightRecords)). Every error was counted against known truth. What the model "
        "claims, and what is projected, is named as such."
      },
    ])
  }

  static func answer(_ audit: AuditReport) -> HTMLText {
    element("section", ["id": "answer", "class": "answer", "aria-labelledby": "answer-h"]) {
      element("h2", ["id": "answer-h"]) { "The answer" }
      if let flags = audit.flags.measured, flags.wrongFlagRate.total > 0 {
        paragraph("lead") { sentence(flags) }
        paragraph { citizens(flags) }
        paragraph { missed(flags) }
      } else {
        paragraph("lead") { sentence(audit.pairwise) }
      }
      element("ul", ["class": "cards"]) { cards(audit) }
    }
  }

  // MARK: - Sentences

  private static func sentence(_ flags: FlagErrors) -> HTMLText {
    let wrong = PlacedRate(flags.wrongFlagRate, at: "flags.wrongFlagRate")
    return HTMLText([
      HTMLText("Of "), wrong.total,
      HTMLText(flags.wrongFlagRate.total == 1 ? " flag, " : " flags, "),
      flags.wrongFlagRate.count == 0 ? HTMLText("none") : wrong.count,
      HTMLText(flags.wrongFlagRate.count == 1 ? " is wrong" : " are wrong"),
      flags.wrongFlagRate.count == 0
        ? HTMLText("") : HTMLText([HTMLText(": "), wrong.estimate]),
      wrong.parenthesis, HTMLText("."),
    ])
  }

  private static func citizens(_ flags: FlagErrors) -> HTMLText {
    let rate = PlacedRate(flags.citizenFlagRate, at: "flags.citizenFlagRate")
    guard rate.rate.total > 0, let upper = rate.rate.upper, let lower = rate.rate.lower else {
      return HTMLText("No citizen was searched.")
    }
    let high = Figure.per100000(upper, at: rate.path + ".upper")
    if rate.rate.count == 0 {
      return HTMLText([
        HTMLText("None of "), rate.total,
        HTMLText(" citizens searched was flagged. That is not never: up to "), high,
        HTMLText(" of every 100,000 could be, by what was measured here."),
      ])
    }
    return HTMLText([
      rate.count, HTMLText(" of "), rate.total,
      HTMLText(" citizens searched \(rate.rate.count == 1 ? "was" : "were") flagged: "),
      Figure.per100000(rate.rate.estimate ?? 0, at: rate.path + ".estimate"),
      HTMLText(" of every 100,000 (interval: "), Figure.per100000(lower, at: rate.path + ".lower"),
      HTMLText.to, high, HTMLText(")."),
    ])
  }

  private static func missed(_ flags: FlagErrors) -> HTMLText {
    let rate = PlacedRate(flags.missedFlagRate, at: "flags.missedFlagRate")
    return HTMLText([
      HTMLText("Of "), rate.total,
      HTMLText(" bookings that the policy would flag, "), rate.count,
      HTMLText(" were not flagged: "), rate.estimate, rate.parenthesis,
      HTMLText(". That somebody is not flagged says nothing about them."),
    ])
  }

  private static func sentence(_ pairs: PairwiseErrors) -> HTMLText {
    let path = "pairwise.counts.falsePositives"
    let precision = PlacedRate(pairs.precision, at: "pairwise.precision")
    return HTMLText([
      HTMLText("Of "), precision.total, HTMLText(" links, "),
      Figure.count(pairs.counts.falsePositives, at: path),
      HTMLText(" join two different people; "), precision.estimate,
      HTMLText(" are right"), precision.parenthesis, HTMLText("."),
    ])
  }

  // MARK: - Cards

  private static func cards(_ audit: AuditReport) -> [HTMLText] {
    var cards: [HTMLText] = []
    if let flags = audit.flags.measured {
      cards.append(
        card("Wrong flags", PlacedRate(flags.wrongFlagRate, at: "flags.wrongFlagRate"), "flags"))
      cards.append(
        card(
          "Citizens flagged", PlacedRate(flags.citizenFlagRate, at: "flags.citizenFlagRate"),
          "citizens searched", perPeople: true))
    }
    let identification = audit.identification
    cards.append(
      card(
        "Strangers linked", PlacedRate(identification.fpir, at: "identification.fpir"),
        "records that are not in the register"))
    cards.append(
      card(
        "Own record not found", PlacedRate(identification.fnir, at: "identification.fnir"),
        "records that are in the register"))
    if audit.flags.measured == nil {
      let recall = PlacedRate(audit.pairwise.recall, at: "pairwise.recall")
      cards.append(card("True pairs linked", recall, "true pairs"))
    }
    return cards
  }

  /// - Parameter perPeople: whether the rate is so small that it is told of every 100,000.
  private static func card(
    _ title: String, _ rate: PlacedRate, _ units: String, perPeople: Bool = false
  ) -> HTMLText {
    element("li") {
      element("span", ["class": "name"]) { title + (perPeople ? ", of 100,000" : "") }
      element("strong", ["class": "big"]) { perPeople ? rate.estimatePer100000 : rate.estimate }
      element("span", ["class": "range"]) {
        NumberText.level(rate.rate.level) + " interval: "
        perPeople ? rate.intervalPer100000 : rate.interval
      }
      element("span", ["class": "what"]) {
        rate.ofTotal
        " " + units
      }
    }
  }
}
