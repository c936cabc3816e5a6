// The part of the page about the model's own figures.

extension AuditText {
  static func modelCheck(_ check: ModelCheck, level: Double) -> [String] {
    let n = NumberText.grouped
    var lines = [
      "The model checked (its own figures are claims and never the headline)"
    ]
    lines += claim("False links", check.falseLinks, "links")
    lines += claim("Missed among listed matches", check.missedAmongListed, "listed matches")
    lines += [
      "  Held out: \(n(check.split.heldOutRecords)) of "
        + "\(n(check.split.heldOutRecords + check.split.otherRecords)) left records, by person "
        + "(seed \(check.split.seed)). Labels were used for \(check.labelsUsedFor)."
    ]
    lines += heldOut(check.heldOut)
    if let residual = check.dependence { lines += dependence(residual) }
    return lines
  }

  private static func claim(
    _ name: String, _ claim: ModelCheck.Claim, _ units: String
  ) -> [String] {
    let said = claim.claimedShare.map { NumberText.share($0) } ?? "nothing"
    return ["  \(name): the model says \(said);", RateText.line("  real", claim.measured, units)]
  }

  private static func heldOut(_ figures: CalibrationFigures) -> [String] {
    let f = { (number: Double?) in number.map { NumberText.fixed($0, decimals: 3) } ?? "no data" }
    guard figures.pairs > 0 else { return ["    No listed pair of theirs carries a probability."] }
    let bins = figures.bins.filter { $0.observed.total > 0 }
    return [
      "    \(NumberText.grouped(figures.pairs)) listed pairs; "
        + "\(NumberText.fixed(figures.claimedMatches, decimals: 1)) matches said, "
        + "\(NumberText.grouped(figures.matches)) real.",
      "    Brier score \(f(figures.brierScore)), calibration error "
        + "\(f(figures.expectedCalibrationError)), slope \(f(figures.slope)), intercept "
        + "\(f(figures.intercept)), Spiegelhalter z \(f(figures.spiegelhalterZ)).",
    ]
      + bins.map { bin in
        let said = bin.meanProbability.map { NumberText.share($0) } ?? ""
        return RateText.line("  said \(said)", bin.observed, "pairs")
      }
  }

  private static func dependence(_ residual: DependenceResidual) -> [String] {
    let f = { (number: Double) in NumberText.fixed(number, decimals: 2) }
    let n = { (number: Double) in NumberText.grouped(Int(min(number.rounded(), 9e18))) }
    return [
      "  Dependence among non-matches, the largest found: "
        + "'\(residual.first.comparison)' \(residual.first.level) with "
        + "'\(residual.second.comparison)' \(residual.second.level):",
      "    about \(n(residual.observed)) pairs where the model expects \(n(residual.expected)) "
        + "(independent: \(n(residual.expectedIfIndependent)));",
      "    \(f(residual.logRatio)) bits (\(f(residual.lower)) to \(f(residual.upper))) that a pair "
        + "like that gets "
        + (residual.logRatio > 0 ? "too much." : "too little."),
    ]
  }
}
