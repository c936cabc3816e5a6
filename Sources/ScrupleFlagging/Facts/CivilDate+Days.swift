import ScrupleNormalization

extension CivilDate {
  /// The first day that the date may mean, as days since 1970-01-01.
  var earliestDay: Int {
    CivilDate(year: year, month: month ?? 1, day: day ?? 1)?.dayNumber ?? 0
  }

  /// The last day that the date may mean, as days since 1970-01-01.
  var latestDay: Int {
    let month = month ?? 12
    let day = day ?? Self.dayCount(year: year, month: month)
    return CivilDate(year: year, month: month, day: day)?.dayNumber ?? 0
  }

  /// Whether the date can be on a day or before it.
  func mayBe(onOrBefore day: Int) -> Bool { earliestDay <= day }

  /// Whether the date is on a day or before it, whatever is unknown of it.
  package func isCertainly(onOrBefore day: Int) -> Bool { latestDay <= day }
}
