import ScrupleRecords

/// Builds the birth date from one column or from three.
struct DateFieldBuilder {
  private var draft = FieldDraft("birth-date", .date)
  private(set) var summary = NormalizationSummary()
  private let text: TextNormalizer

  /// The field of both sides; none where a side has no dates.
  static func fields(
    left: SourceColumns, right: SourceColumns, text: TextNormalizer
  ) -> ([NormalizedField], NormalizationSummary) {
    var builder = DateFieldBuilder(text: text)
    builder.add(left, .left)
    builder.add(right, .right)
    return (builder.draft.finished().map { [$0] } ?? [], builder.summary)
  }

  private init(text: TextNormalizer) {
    self.text = text
    // Code 0 is the missing value; its date is never looked at.
    draft.dates = [CivilDate(year: 1)!]
    draft.isHeaped = [false]
  }

  private mutating func add(_ source: SourceColumns, _ side: SourceSide) {
    var summary = FieldSummary(field: "birth-date")
    var isThere = false
    if let column = source.columns(.birthDate).first {
      isThere = true
      addOneColumn(column, source, side, &summary)
    } else if let year = source.columns(.birthYear).first {
      isThere = true
      addThreeColumns(year, source, side, &summary)
    } else {
      for _ in source.rows { draft.append(ValueDictionary.missing, to: side) }
    }
    guard isThere else { return }
    if side == .left {
      self.summary.left.append(summary)
    } else {
      self.summary.right.append(summary)
    }
  }

  private mutating func addOneColumn(
    _ column: MappedColumn, _ source: SourceColumns, _ side: SourceSide,
    _ summary: inout FieldSummary
  ) {
    var rules = DateRules()
    if let order = source.mapping.dateOrder {
      rules.order = order
      summary.dateOrder = "\(order.rawValue) (given)"
    } else {
      var inference = DateOrderInference(text: text)
      for (code, count) in column.column.occurrences().enumerated() where code > 0 && count > 0 {
        column.column.dictionary.withBytes(of: UInt32(code)) { inference.add($0, count: count) }
      }
      let decision = inference.decision()
      rules = rules.reading(decision)
      summary.dateOrder = "\(decision.order.rawValue) (\(decision.certainty.rawValue))"
    }
    let parser = DateParser(text: text, rules: rules)
    guard let separator = column.separator else {
      addPlain(column.column, source.rows, parser, side, &summary)
      return
    }
    var known = [[ParsedDate]?](repeating: nil, count: column.column.dictionary.count)
    for row in source.rows {
      let code = Int(column.column.codes[Int(row)])
      if known[code] == nil {
        known[code] = column.column.dictionary.withBytes(of: UInt32(code)) { bytes in
          let parts = bytes.split(separator: separator)
          if parts.isEmpty { return [parser.parse(bytes)] }
          return parts.map { parser.parse(UnsafeBufferPointer(rebasing: $0)) }
        }
      }
      append(known[code]!, to: side, &summary)
    }
  }

  /// One date a cell.
  private mutating func addPlain(
    _ column: TextColumn, _ rows: [UInt32], _ parser: DateParser, _ side: SourceSide,
    _ summary: inout FieldSummary
  ) {
    let cells = DistinctCells(column, rows: rows) { bytes in
      let parsed = parser.parse(bytes)
      return (code: code(of: parsed), outcome: parsed.outcome, flags: parsed.flags)
    }
    for (cell, count) in cells.cells {
      summary.count(cell.outcome, [], times: count)
      if cell.flags.contains(.firstOfJanuary) { summary.firstOfJanuary += count }
      if cell.flags.contains(.dayMonthAmbiguous) { summary.dayMonthAmbiguous += count }
    }
    draft.set(cells.codes { $0.code }, to: side)
  }

  /// The code of a date; missing where it is not usable.
  private mutating func code(of parsed: ParsedDate) -> UInt32 {
    guard parsed.outcome.isUsable, let date = parsed.date else { return ValueDictionary.missing }
    let code = draft.code(of: date.digits)
    if Int(code) == draft.dates.count {
      draft.dates.append(date)
      draft.isHeaped.append(parsed.flags.contains(.firstOfJanuary))
    }
    return code
  }

  private mutating func addThreeColumns(
    _ year: MappedColumn, _ source: SourceColumns, _ side: SourceSide,
    _ summary: inout FieldSummary
  ) {
    let month = source.columns(.birthMonth).first?.column
    let day = source.columns(.birthDay).first?.column
    let parser = DateParser(text: text)
    var known: [UInt64: ParsedDate] = [:]
    for row in source.rows {
      let codes = (
        year.column.codes[Int(row)], month?.codes[Int(row)] ?? 0, day?.codes[Int(row)] ?? 0
      )
      let key = UInt64(codes.0) << 32 | UInt64(codes.1) << 16 | UInt64(codes.2)
      let isSmall = codes.1 < 1 << 16 && codes.2 < 1 << 16
      if isSmall, let parsed = known[key] {
        append([parsed], to: side, &summary)
        continue
      }
      let parsed = year.column.dictionary.withBytes(of: codes.0) { yearBytes in
        Self.withBytes(month, codes.1) { monthBytes in
          Self.withBytes(day, codes.2) { dayBytes in
            parser.parse(day: dayBytes, month: monthBytes, year: yearBytes)
          }
        }
      }
      if isSmall { known[key] = parsed }
      append([parsed], to: side, &summary)
    }
  }

  private static func withBytes<Result>(
    _ column: TextColumn?, _ code: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    column?.dictionary.withBytes(of: code, body) ?? body(UnsafeBufferPointer(start: nil, count: 0))
  }

  private mutating func append(
    _ dates: [ParsedDate], to side: SourceSide, _ summary: inout FieldSummary
  ) {
    let usable = dates.filter { $0.outcome.isUsable }
    let leading = usable.first ?? dates[0]
    summary.count(leading.outcome, [])
    if leading.flags.contains(.firstOfJanuary) { summary.firstOfJanuary += 1 }
    if leading.flags.contains(.dayMonthAmbiguous) { summary.dayMonthAmbiguous += 1 }
    var codes: [UInt32] = []
    for parsed in usable {
      let code = code(of: parsed)
      if code != ValueDictionary.missing && !codes.contains(code) { codes.append(code) }
    }
    draft.append(
      codes.first ?? ValueDictionary.missing, others: Array(codes.dropFirst()), to: side)
  }
}
