import ScrupleGroundTruth
import Testing

@Suite struct StatusHistoriesTests {
  typealias Interval = StatusHistories.Interval

  @Test func everyDayHasTheStatusOfItsInterval() throws {
    let histories = try StatusHistories(
      personCount: 2,
      intervals: [
        (1, Interval(status: .citizen, from: 0)),
        (0, Interval(status: .citizen, from: 20)),
        (0, Interval(status: .permanentResident, from: 10, to: 20)),
        (0, Interval(status: .temporary, from: 0, to: 8)),
      ])
    for day in Int32(-3)..<30 {
      let expected: TrueStatus? =
        switch day {
        case ..<0: nil
        case ..<8: .temporary
        case ..<10: nil
        case ..<20: .permanentResident
        default: .citizen
        }
      #expect(histories.status(of: 0, on: day) == expected)
    }
    #expect(histories.wasEver(.permanentResident, person: 0, until: 10))
    #expect(!histories.wasEver(.permanentResident, person: 0, until: 9))
    #expect(histories.intervals(of: 1).count == 1)
  }

  @Test func overlapsAndUnknownPersonsAreRefused() {
    let one = Interval(status: .temporary, from: 0, to: 10)
    let other = Interval(status: .expired, from: 9, to: 12)
    #expect(throws: StatusHistoryError.overlap(row: 2, earlier: 1)) {
      try StatusHistories(personCount: 1, intervals: [(0, one), (0, other)])
    }
    #expect(throws: StatusHistoryError.personOutOfRange(row: 1)) {
      try StatusHistories(personCount: 1, intervals: [(1, one)])
    }
    #expect(throws: StatusHistoryError.endsBeforeItBegins(row: 1)) {
      try StatusHistories(
        personCount: 1, intervals: [(0, Interval(status: .expired, from: 3, to: 3))])
    }
  }
}
