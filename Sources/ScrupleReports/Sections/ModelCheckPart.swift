import ScrupleAudit

/// What the model's own probabilities say, beside what is so.
enum ModelCheckPart {
  static func make(_ check: ModelCheck?) -> HTMLText {
    guard let check else {
      return paragraph("unmeasured") {
        element("strong") { "Not measured: " }
        "the fit of the probabilities on persons that were held out; 'scruple audit RUN' measures "
        "it where links carry probabilities."
      }
    }
    return HTMLText([
      claims(check).markup, fit(check).markup,
      paragraph("note") {
        "Held out by person, by lot with seed \(check.split.seed): "
        Figure.count(check.split.heldOutRecords, at: "modelCheck.split.heldOutRecords")
        " left records. Labels were used before for \(check.labelsUsedFor)."
      },
      check.dependence.map(dependence) ?? HTMLText(""),
    ])
  }

  private static func claims(_ check: ModelCheck) -> PageTable {
    let claims = [
      ("False links, of links", check.falseLinks, "modelCheck.falseLinks"),
      ("Missed, of listed matches", check.missedAmongListed, "modelCheck.missedAmongListed"),
    ]
    return PageTable(
      caption: "What the model claims of itself, and what is so",
      columns: ["What", "Claimed", "Claimed share", "Counted", "Share", "Counted over claimed"],
      rows: claims.map { name, claim, _ in
        let measured = PlacedRate(claim.measured, at: "measured")
        return [
          HTMLText(name), Figure.number(claim.claimed, decimals: 1, at: "claimed"),
          claim.claimedShare.map { Figure.share($0, at: "claimedShare") } ?? HTMLText("–"),
          measured.count, measured.estimate,
          claim.measuredOverClaimed.map {
            Figure.number($0, decimals: 2, at: "measuredOverClaimed")
          } ?? HTMLText("–"),
        ]
      }, places: claims.map(\.2))
  }

  private static func fit(_ check: ModelCheck) -> PageTable {
    let held = check.heldOut
    let number = { (value: Double?, decimals: Int, key: String) in
      value.map { Figure.number($0, decimals: decimals, at: "modelCheck.heldOut." + key) }
        ?? HTMLText("no data")
    }
    return PageTable(
      caption: "How the probabilities fit on persons held out", columns: ["Figure", "Value"],
      rows: [
        [
          HTMLText("Pairs with a probability"),
          Figure.count(held.pairs, at: "modelCheck.heldOut.pairs"),
        ],
        [HTMLText("Matches claimed"), number(held.claimedMatches, 1, "claimedMatches")],
        [
          HTMLText("Matches counted"), Figure.count(held.matches, at: "modelCheck.heldOut.matches"),
        ],
        [HTMLText("Brier score (0 is perfect)"), number(held.brierScore, 5, "brierScore")],
        [
          HTMLText("Mean misfit of probability and share"),
          number(held.expectedCalibrationError, 4, "expectedCalibrationError"),
        ],
        [HTMLText("Slope (below 1: too sure)"), number(held.slope, 2, "slope")],
        [
          HTMLText("Shift at slope 1 (below 0: too high)"),
          number(held.interceptAtSlopeOne, 2, "interceptAtSlopeOne"),
        ],
      ])
  }

  private static func dependence(_ residual: DependenceResidual) -> HTMLText {
    let path = "modelCheck.dependence."
    return paragraph("note") {
      "The largest dependence among non-matches: '\(residual.first.comparison)' at "
      "'\(residual.first.level)' with '\(residual.second.comparison)' at "
      "'\(residual.second.level)'. They occur together "
      Figure.number(residual.logRatio, decimals: 2, at: path + "logRatio")
      " bits more often than the model expects ("
      Figure.number(residual.lower, decimals: 2, at: path + "lower")
      " to "
      Figure.number(residual.upper, decimals: 2, at: path + "upper")
      "): above 0, it counts the same evidence twice."
    }
  }
}
