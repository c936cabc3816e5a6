/// Reads the date cells of one column by rules that hold for the whole column.
///
/// A cell that does not fit the column's order is invalid and flagged, not read in another order.
/// Year-first dates with a year of four digits are read in any column: nobody writes the day
/// second there.
public struct DateParser {
  let text: TextNormalizer
  /// How the column is read.
  public var rules: DateRules

  /// Makes a parser on a thread's text normalizer.
  public init(text: TextNormalizer, rules: DateRules = DateRules()) {
    self.text = text
    self.rules = rules
  }

  /// Reads one cell.
  ///
  /// **Missing values**: an empty cell or a marker is `missing`; `0000-00-00` and 02-30 are
  /// `invalid`; sentinels such as 1900-01-01 are `placeholder`. A zero or `XX` for the day alone,
  /// or day and month, gives a `partial` date.
  ///
  /// - Complexity: O(n) in the bytes given.
  public func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> ParsedDate {
    if let reading = DateReading(plain: bytes) {
      let parsed = resolve(reading, flags: [])
      if parsed.outcome != .invalid { return parsed }
    }
    var folded: [UInt8] = []
    let textFlags = text.fold(bytes, into: &folded)
    if MissingMarkers.isMissing(folded) { return ParsedDate(outcome: .missing) }
    if textFlags.contains(.truncated) { return ParsedDate(outcome: .invalid) }
    let tokens = DateTokens(Self.withoutMidnight(folded))
    var flags: DateFlags = tokens.hasTime ? .timeDropped : []
    let reading = DateReading(tokens, order: rules.order)
    guard let reading else {
      if fitsAnotherOrder(tokens) { flags.insert(.contradictsOrder) }
      return ParsedDate(outcome: .invalid, flags: flags)
    }
    var parsed = resolve(reading, flags: flags)
    if parsed.outcome == .invalid, !parsed.flags.contains(.outOfRange), fitsAnotherOrder(tokens) {
      parsed.flags.insert(.contradictsOrder)
    }
    return parsed
  }

  /// Reads a string, for tests.
  public func parse(_ string: String) -> ParsedDate {
    Array(string.utf8).withUnsafeBufferPointer { parse($0) }
  }

  /// Reads a date from three cells; the month may be a name, and day, or day and month, missing.
  public func parse(
    day: UnsafeBufferPointer<UInt8>, month: UnsafeBufferPointer<UInt8>,
    year: UnsafeBufferPointer<UInt8>
  ) -> ParsedDate {
    var cells: [[UInt8]] = [[], [], []]
    for (index, cell) in [year, month, day].enumerated() { text.fold(cell, into: &cells[index]) }
    if cells.allSatisfy(MissingMarkers.isMissing) { return ParsedDate(outcome: .missing) }
    guard !MissingMarkers.isMissing(cells[0]) else { return ParsedDate(outcome: .invalid) }
    if let named = MonthNames.month(cells[1][...]) { cells[1] = Array(String(named).utf8) }
    // Three cells with nothing between them read as one year-first cell.
    let known =
      [cells[0]]
      + cells.dropFirst().map {
        MissingMarkers.isMissing($0) ? Array("xx".utf8) : $0
      }
    let tokens = DateTokens(Array(known.joined(separator: [0x20])))
    guard let reading = DateReading(tokens, order: .ymd) else {
      return ParsedDate(outcome: .invalid)
    }
    var certain = reading
    certain.dependsOnOrder = false
    return resolve(certain, flags: [])
  }

  // MARK: Judging a reading

  private func resolve(_ reading: DateReading, flags: DateFlags) -> ParsedDate {
    var flags = flags
    var century = 0
    if reading.isTwoDigitYear {
      flags.insert(.twoDigitYear)
      century = reading.year <= rules.twoDigitPivot ? 2000 : 1900
    }
    guard let date = reading.date(century: century) else {
      return ParsedDate(outcome: .invalid, flags: flags)
    }
    if date.year == 9999 || date.year == 1 || rules.sentinels.contains(date) {
      return ParsedDate(outcome: .placeholder, flags: flags.union(.sentinelYear))
    }
    guard rules.years.contains(date.year) else {
      return ParsedDate(outcome: .invalid, flags: flags.union(.outOfRange))
    }
    flags.formUnion(calendarFlags(of: date, reading: reading))
    return ParsedDate(date: date, outcome: date.isComplete ? .valid : .partial, flags: flags)
  }

  private func calendarFlags(of date: CivilDate, reading: DateReading) -> DateFlags {
    var flags: DateFlags = []
    if date.month == 1 && date.day == 1 {
      flags.insert(.firstOfJanuary)
      if date.year == 1970 { flags.insert(.epoch) }
    }
    guard reading.dependsOnOrder else { return flags }
    if date.withDayAndMonthSwapped.map({ $0 != date }) == true {
      flags.insert(.dayMonthAmbiguous)
      if rules.isOrderAssumed { flags.insert(.orderAssumed) }
    }
    return flags
  }

  private func fitsAnotherOrder(_ tokens: DateTokens) -> Bool {
    DateOrder.allCases.contains {
      $0 != rules.order && DateReading(tokens, order: $0)?.isPlausible == true
    }
  }

  /// Cuts a compact timestamp such as 19820203000000 to its date.
  static func withoutMidnight(_ folded: [UInt8]) -> [UInt8] {
    let isStamp = folded.count == 14 && folded.allSatisfy(\.isASCIIDigit)
    return isStamp ? Array(folded.prefix(8)) : folded
  }
}
