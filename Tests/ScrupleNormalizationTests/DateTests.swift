import Testing

@testable import ScrupleNormalization

@Suite struct CivilDateTests {
  @Test func dayNumbersCountEveryDayOnce() {
    var expected: Int?
    var slips = 0
    for year in 1...2400 {
      for month in 1...12 {
        for day in 1...CivilDate.dayCount(year: year, month: month) {
          let date = CivilDate(year: year, month: month, day: day)
          if let expected, date?.dayNumber != expected + 1 { slips += 1 }
          expected = date?.dayNumber
        }
      }
    }
    #expect(slips == 0)
    #expect(CivilDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    #expect(CivilDate(year: 2000, month: 3, day: 1)?.dayNumber == 11_017)
  }

  @Test func onlyDatesOfTheCalendarExist() {
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 0) == nil && CivilDate(year: 10_000) == nil)
    #expect(CivilDate(year: 1982, month: nil, day: 3) == nil)
    #expect(CivilDate(rawValue: 0) == nil)
  }

  @Test func packingKeepsPartsAndOrder() throws {
    let dates = try [(1982, nil, nil), (1982, 2, nil), (1982, 2, 3), (1982, 3, nil), (1983, 1, 1)]
      .map { try #require(CivilDate(year: $0.0, month: $0.1, day: $0.2)) }
    #expect(dates == dates.sorted())
    for date in dates { #expect(CivilDate(rawValue: date.rawValue) == date) }
    #expect(
      dates.map(\.description) == [
        "1982-XX-XX", "1982-02-XX", "1982-02-03", "1982-03-XX", "1983-01-01",
      ])
    #expect(dates[2].withDayAndMonthSwapped?.description == "1982-03-02")
  }
}

@Suite struct DateParserTests {
  let text: TextNormalizer
  init() throws { text = try TextNormalizer() }

  private func read(_ raw: String, _ order: DateOrder = .mdy) -> ParsedDate {
    DateParser(text: text, rules: DateRules(order: order)).parse(raw)
  }

  @Test(arguments: [
    "1982-02-03", "19820203", "1982/02/03", "1982.2.3", "1982-02-03T00:00:00",
    "1982-02-03T12:34:56.789Z", "1982-02-03 00:00:00+00", "19820203000000", "3-Feb-1982",
    "03-FEB-82", "Feb 3, 1982", "3 February 1982", "February 3rd, 1982", "3 de febrero de 1982",
    "3. Februar 1982", "3 février 1982", "3rd of February 1982", "1982 Feb 3", "Wed, Feb 3 1982",
    "١٩٨٢-٠٢-٠٣", "１９８２－０２－０３", "3 févr. 1982", "03feb1982",
  ])
  func formsWithoutDoubtReadAlikeInEveryOrder(raw: String) {
    for order in DateOrder.allCases {
      let parsed = read(raw, order)
      #expect(parsed.date?.description == "1982-02-03")
      #expect(!parsed.flags.contains(.dayMonthAmbiguous))
    }
  }

  @Test(arguments: [
    ("02/03/1982", DateOrder.mdy), ("3.2.1982", .dmy), ("02031982", .mdy), ("03021982", .dmy),
    ("2031982", .mdy), ("2/3/82", .mdy), ("03-02-82", .dmy), ("82-02-03", .ymd), ("820203", .ymd),
    ("02/03/1982 11:30 PM", .mdy),
  ])
  func numericDatesFollowTheColumn(raw: String, order: DateOrder) {
    let parsed = read(raw, order)
    #expect(parsed.date?.description == "1982-02-03")
    #expect(parsed.flags.contains(.dayMonthAmbiguous))
  }

  @Test(arguments: [
    ("1982-02-XX", "1982-02-XX"), ("1982-02", "1982-02-XX"), ("1982", "1982-XX-XX"),
    ("02/1982", "1982-02-XX"), ("1982-XX-XX", "1982-XX-XX"), ("02/XX/1982", "1982-02-XX"),
    ("02/00/1982", "1982-02-XX"), ("Feb 1982", "1982-02-XX"), ("1982-??-??", "1982-XX-XX"),
    ("00/00/1982", "1982-XX-XX"), ("1982-XX-03", "1982-XX-XX"),
  ])
  func partialDatesKeepWhatIsKnown(raw: String, expected: String) {
    let parsed = read(raw)
    #expect(parsed.outcome == .partial && parsed.date?.description == expected)
  }

  @Test(arguments: [
    "0000-00-00", "1980-02-30", "13/13/1982", "02/03/19820", "hello", "o1/01/1949", "1982-02-03-04",
    "12:30", "123", "12345", "02/03", "19820230", "3 smarch 1982", "0500-01-02", "2200-01-02",
    "1 1 1", "|9/99/9999", "09/25/19a8", "99999999999999999999", "05/05/X982",
  ])
  func impossibleDatesAreInvalid(raw: String) {
    #expect(read(raw).outcome == .invalid)
    #expect(read(raw).date == nil)
  }

  @Test(arguments: [
    "1900-01-01", "01/01/1901", "12/30/1899", "9999-12-31", "9999", "0001-01-01", "11/11/1111",
  ])
  func sentinelsArePlaceholders(raw: String) {
    #expect(read(raw).outcome == .placeholder && read(raw).date == nil)
  }

  @Test(arguments: ["", " ", "NULL", "n/a", "--", "unknown", "\\N", "NaT"])
  func markersAreMissing(raw: String) { #expect(read(raw).outcome == .missing) }

  @Test func januaryFirstIsAValueWithAFlag() {
    #expect(read("01/01/1984").flags == .firstOfJanuary)
    #expect(read("01/01/1970").flags == [.firstOfJanuary, .epoch])
    #expect(read("01/01/1970").outcome == .valid)
  }

  @Test func twoDigitYearsTurnAtThePivot() {
    #expect(read("02/03/29").date?.year == 2029)
    #expect(read("02/03/30").date?.year == 1930)
    #expect(read("02/03/00").date?.year == 2000)
    #expect(read("02/03/80").flags.contains(.twoDigitYear))
  }

  @Test func aCellInAnotherOrderIsCountedNotReread() {
    let parsed = read("25/12/1982", .mdy)
    #expect(parsed.outcome == .invalid && parsed.flags.contains(.contradictsOrder))
    #expect(read("02/03/1982", .ymd).flags.contains(.contradictsOrder))
  }

  @Test(arguments: [
    ("3", "2", "1982"), ("03", "Feb", "1982"), ("3", "febrero", "82"), ("3", "02", "1982"),
  ])
  func threeColumnsMakeADate(day: String, month: String, year: String) {
    let cells = [day, month, year].map { Array($0.utf8) }
    let parser = DateParser(text: text)
    let parsed = cells[0].withUnsafeBufferPointer { day in
      cells[1].withUnsafeBufferPointer { month in
        cells[2].withUnsafeBufferPointer { parser.parse(day: day, month: month, year: $0) }
      }
    }
    #expect(parsed.date?.description == "1982-02-03")
  }

  @Test func everyDateIsReadBackInEveryOrder() throws {
    let pad = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    for number in stride(from: 0, to: 365 * 60, by: 41) {
      let year = 1930 + number / 365
      let month = number / 31 % 12 + 1
      let day = number % 28 + 1
      let date = try #require(CivilDate(year: year, month: month, day: day))
      let (y, m, d) = ("\(year)", pad(month), pad(day))
      for separator in ["-", "/", ".", " ", ""] {
        for (order, parts) in [(DateOrder.ymd, [y, m, d]), (.mdy, [m, d, y]), (.dmy, [d, m, y])] {
          let parsed = read(parts.joined(separator: separator), order)
          #expect(parsed.date == date || parsed.outcome == .placeholder)
        }
      }
    }
  }

  @Test func randomTextNeverCrashes() {
    var generator = SplitMix(state: 23)
    let alphabet = Array("0123456789/-. ,xX?febmarT:|")
    for _ in 0..<5_000 {
      let count = Int.random(in: 0...14, using: &generator)
      let raw = String((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? "0" })
      for order in DateOrder.allCases {
        let parsed = read(raw, order)
        #expect((parsed.date != nil) == parsed.outcome.isUsable, "\(raw)")
      }
    }
  }
}

@Suite struct DateOrderInferenceTests {
  let text: TextNormalizer
  init() throws { text = try TextNormalizer() }

  private func decide(_ cells: [String]) -> DateOrderInference.Decision {
    var inference = DateOrderInference(text: text)
    for cell in cells { inference.add(cell) }
    return inference.decision()
  }

  @Test func unambiguousCellsDecide() {
    #expect(decide(["02/03/1982", "12/25/1982"]).order == .mdy)
    #expect(decide(["02/03/1982", "25/12/1982"]).order == .dmy)
    #expect(decide(["25.12.82", "1.2.83"]).order == .dmy)
    #expect(decide(["1982-02-03", "19820203"]).order == .ymd)
    #expect(decide(["82/12/25", "82/11/30"]).order == .ymd)
    #expect(decide(["25121982", "13011990"]).order == .dmy)
    #expect(decide(["12/25/1982"]).certainty == .decided)
  }

  @Test func nothingToDecideFallsBackAndSaysSo() {
    let decision = decide(["02/03/1982", "04/05/1990", "Feb 3 1982", "x"])
    #expect(decision.order == .mdy && decision.certainty == .ambiguous && decision.undecided == 2)
    let rules = DateRules().reading(decision)
    let parsed = DateParser(text: text, rules: rules).parse("02/03/1982")
    #expect(parsed.flags.contains(.orderAssumed))
  }

  @Test func contradictoryColumnsAreToldApart() {
    let decision = decide(["12/25/1982", "12/26/1982", "25/12/1982"])
    #expect(decision.order == .mdy && decision.certainty == .conflicting)
  }

  @Test func aFewSlipsDoNotTurnAColumn() {
    let cells = Array(repeating: "12/25/1982", count: 95) + Array(repeating: "25/12/1982", count: 5)
    #expect(decide(cells).order == .mdy && decide(cells).certainty == .decided)
  }
}
