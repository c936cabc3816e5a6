// The part of the page about strangers who share a name and a birth date.

extension AuditText {
  static func coincidence(_ found: CoincidentalAgreement) -> [String] {
    let n = NumberText.grouped
    let f = { (number: Double) in NumberText.fixed(number, decimals: number < 10 ? 2 : 0) }
    var lines = ["Strangers of one full name and birth date"]
    guard let expected = found.expected, let dates = found.effectiveDates else {
      return lines + ["  no data"]
    }
    lines += [
      "  By chance \(f(expected.estimate)) pairs are expected (\(f(expected.lower)) to "
        + "\(f(expected.upper))): \(n(found.namePairs)) pairs of strangers share a name,",
      "  and birth dates agree as if there were \(n(Int(dates.rounded()))) of them."
        + (found.expectedGivenYear.map {
          " With each name's years of birth: \(f($0))."
        } ?? ""),
      RateText.line("found", found.observed, "pairs of strangers"),
    ]
    if let ratio = found.observedOverExpected {
      lines.append(
        "  Found over expected: \(NumberText.fixed(ratio, decimals: 2)). Above 1, names and birth "
          + "dates come together (twins, copies of a record).")
    }
    if let projection = found.projection {
      lines += [
        "  Projected to \(n(projection.records)) records: \(f(projection.expected.estimate)) pairs "
          + "(\(f(projection.expected.lower)) to \(f(projection.expected.upper))).",
        "    No measurement: \(projection.assumption).",
      ]
    }
    return lines
  }
}
