import ScrupleFlagging
import ScrupleNormalization
import Testing

@Suite struct FlagRuleTests {
  typealias Case = FlagCase

  private func record(
    _ status: RecordedStatus, _ asOf: String?, _ change: (inout StatusRecord) -> Void = { _ in }
  ) -> StatusRecord { Case.record(status, asOf, change) }

  @Test(arguments: RecordedStatus.allCases)
  func onlyTheStatusesOfTheRuleAreFlagged(status: RecordedStatus) {
    let found = Case(record(status, "2015-01-01"))
    let isFlagged = [.expired, .withoutInspection, .orderedRemoved].contains(status)
    #expect((found.flag != nil) == isFlagged)
    if !isFlagged {
      #expect(found.reason == (status == .unknown ? .unknownStatus : .statusNotFlagged))
    }
    for other in RecordedStatus.allCases {
      let own = Case(record(status, "2015-01-01")) { $0.rule.flaggedStatuses = [other] }
      #expect((own.flag != nil) == (status == other && status != .unknown), "\(other)")
    }
  }

  @Test func aFlagTellsWhatItRestsOn() {
    let found = Case(
      record(.expired, "2014-05-01") { $0.sex = .female }, record(.temporary, "2013-01-01"))
    #expect(
      found.flag
        == Flag(
          booking: 0, records: [0], basis: .link, status: .expired, asOf: day("2014-05-01"),
          ageDays: 396, isStale: false, indicia: [], contradictions: [],
          restsOn: [.recordedStatus, .link]))
    let indirect = Case(
      record(.withoutInspection, "2014-05-01") {
        $0.isStatusFromClass = true
        $0.isAsOfFromUpdate = true
      })
    #expect(indirect.flag?.restsOn == [.classOfAdmission, .lastUpdate, .link])
    #expect(Flag.action == "review")
  }

  // MARK: Dates

  @Test func aStatusIsStaleFromTheDayAfterTheLimit() {
    // 2015-06-01 less 1,825 days is 2010-06-02.
    #expect(Case(record(.expired, "2010-06-02")).flag?.ageDays == 1825)
    #expect(Case(record(.expired, "2010-06-01")).reason == .stale)
    #expect(Case(record(.expired, "2010")).reason == .stale, "a year counts from its first day")
    let patient = Case(record(.expired, "2010-06-01")) { $0.rule.staleAfterDays = 9999 }
    #expect(patient.flag?.isStale == false)
  }

  @Test func aStaleStatusFlagsOnlyBesideAStatedCitizenshipThatTheRuleTakes() {
    let stale = Case(record(.expired, "2001-06-01")) { $0.booking.statedCitizenship = .foreign }
    #expect(stale.reason == .stale)
    var asked = stale
    asked.rule.bases.insert(.stated)
    #expect(asked.flag?.isStale == true)
    #expect(asked.flag?.basis == .link)
    #expect(asked.flag?.restsOn == [.recordedStatus, .link, .statedCitizenship])
    asked.booking.statedCitizenship = .unitedStates
    #expect(asked.reason == .stale)
  }

  @Test func lookAheadIsNeverUsed() {
    #expect(Case(record(.expired, "2015-06-01")).flag != nil, "the day itself is no look-ahead")
    let later = Case(record(.expired, "2015-06-02"))
    #expect(later.reason == .lookAheadOnly)
    #expect(later.decisions.lookAheadLinks == 1)
    #expect(Case(record(.expired, "2015")).reason == .lookAheadOnly, "may be after the booking")
    let both = Case(record(.expired, "2014-05-01"), record(.citizen, "2016-05-01"))
    #expect(both.flag?.records == [0], "what was recorded later was not known")
    #expect(both.decisions.lookAheadLinks == 1)
    let order = Case(record(.orderedRemoved, "2015-01-01") { $0.orderedOn = day("2016-01-01") })
    #expect(order.reason == .lookAheadOnly)
  }

  @Test func factsCountFromTheirOwnDate() {
    let later = Case(
      record(.expired, "2014-05-01") { $0.naturalizedOn = day("2016-01-01") },
      record(.expired, "2017-01-01") {
        $0.hasCertificate = true
        $0.naturalizedOn = day("2016-01-01")
      })
    #expect(later.flag?.indicia == [], "naturalized only after the booking")
    let earlier = Case(
      record(.expired, "2014-05-01"),
      record(.citizen, "2017-01-01") { $0.naturalizedOn = day("2003-01-01") })
    #expect(earlier.reason == .indicium, "recorded late, true on the day")
  }

  @Test func withoutADateThereIsNoFlag() {
    #expect(Case(record(.expired, nil)).reason == .noDate)
    for date in [nil, day("2015"), day("2015-06")] {
      #expect(Case(record(.expired, "2014-05-01")) { $0.booking.bookedOn = date }.reason == .noDate)
    }
    let mixed = Case(record(.expired, nil), record(.expired, "2016-01-01"))
    #expect(mixed.reason == .lookAheadOnly)
  }

  @Test func aVacatedOrderDoesNotFlag() {
    let vacated = Case(
      record(.orderedRemoved, "2015-01-01") { $0.orderVacatedOn = day("2015-05-31") })
    #expect(vacated.reason == .orderVacated)
    let later = Case(
      record(.orderedRemoved, "2015-01-01") { $0.orderVacatedOn = day("2015-06-02") })
    #expect(later.flag != nil)
  }

  @Test func aLapsedStayCountsOnlyWhereAskedFor() {
    let lapsed = Case(record(.temporary, "2014-05-01") { $0.admittedUntil = day("2015-05-31") })
    #expect(lapsed.reason == .statusNotFlagged)
    var asked = lapsed
    asked.rule.readsLapsedStayAsExpired = true
    #expect(asked.flag?.status == .expired)
    #expect(asked.flag?.restsOn == [.admittedUntil, .link])
    asked.records[0].admittedUntil = day("2015-06-01")
    #expect(asked.reason == .statusNotFlagged, "the last day of a stay is a day of it")
  }

  // MARK: Which record governs

  @Test func theLatestRecordBeforeTheBookingGoverns() {
    let later = Case(record(.expired, "2013-01-01"), record(.permanentResident, "2014-01-01"))
    #expect(later.reason == .superseded)
    let worse = Case(record(.permanentResident, "2013-01-01"), record(.expired, "2014-01-01"))
    #expect(worse.flag?.records == [1])
    let never = Case(record(.refugee, "2013-01-01"), record(.permanentResident, "2014-01-01"))
    #expect(never.reason == .statusNotFlagged)
    let unknown = Case(record(.expired, "2013-01-01"), record(.unknown, "2014-01-01"))
    #expect(unknown.reason == .unknownStatus)
  }

  @Test func aLaterRecordOfTheSameNumberSupersedesThoughItIsNotLinked() {
    func found(_ number: UInt32, _ asOf: String) -> Case {
      Case(record(.expired, "2013-01-01") { $0.aNumbers = [900_000_001] }) {
        $0.others = [record(.permanentResident, asOf) { $0.aNumbers = [900_000_009, number] }]
      }
    }
    #expect(found(900_000_001, "2014-01-01").reason == .superseded)
    #expect(found(900_000_002, "2014-01-01").flag != nil, "another number")
    #expect(found(900_000_001, "2013-01-01").flag != nil, "not later")
    #expect(found(900_000_001, "2016-01-01").flag != nil, "after the booking")
  }

  @Test func onOneDayAStatusThatIsNotFlaggedSpeaks() {
    let day = "2014-01-01"
    #expect(Case(record(.expired, day), record(.asylee, day)).reason == .superseded)
    #expect(Case(record(.expired, day), record(.unknown, day)).reason == .unknownStatus)
    let both = Case(record(.orderedRemoved, day), record(.expired, day))
    #expect(both.flag?.records == [0, 1])
    #expect(both.flag?.status == .expired)
  }

  // MARK: Bases

  @Test func onlyLinksFlag() {
    for status in RecordedStatus.allCases {
      #expect(Case(record(status, "2014-01-01")) { $0.standing = .ambiguous }.reason == .ambiguous)
      let possible = Case(record(status, "2014-01-01")) { $0.standing = .possible }
      #expect(possible.reason == .possibleLink)
    }
    #expect(Case().reason == .noLink)
  }

  @Test func ambiguityNeverFlagsWhateverIsTurnedOn() {
    let found = Case(record(.expired, "2014-01-01")) {
      $0.standing = .ambiguous
      $0.rule.bases = Set(FlagBasis.allCases)
      $0.booking.statedCitizenship = .foreign
      $0.booking.birthCountries = [Country(rawValue: "MX")].compactMap { $0 }
    }
    #expect(found.reason == .ambiguous)
  }

  @Test func aLinkThatNeedsANumberHasItsOwnBasis() {
    let records = [record(.expired, "2014-01-01")]
    let bookings = [BookingFacts(bookedOn: day("2015-06-01"))]
    func decide(_ rule: FlagRule, needs: Bool = true) -> FlagDecisions {
      rule.flags(
        bookings: bookings, records: records,
        links: [
          RecordLink(
            booking: 0, record: 0, identifiers: ["a-number", "ssn"], needsIdentifiers: needs)
        ])
    }
    var rule = FlagRule()
    #expect(decide(rule).flags.first?.basis == .identifier)
    #expect(
      decide(rule).flags.first?.restsOn
        == [.recordedStatus, .identifier("a-number"), .identifier("ssn")])
    #expect(decide(rule, needs: false).flags.first?.basis == .link)
    rule.identifiers = ["ssn"]
    #expect(decide(rule).flags.first?.basis == .identifier)
    rule.identifiers = ["i94"]
    #expect(decide(rule).withheld == [.basisOff])
    #expect(decide(rule, needs: false).flags.count == 1)
    rule.identifiers = nil
    rule.bases = [.link]
    #expect(decide(rule).withheld == [.basisOff])
    rule.bases = [.identifier]
    #expect(decide(rule, needs: false).withheld == [.basisOff])
    rule.bases = FlagRule().bases
    rule.isEnabled = false
    #expect(decide(rule).withheld == [.basisOff])
  }

  @Test func statedCitizenshipFlagsOnlyWhereAskedForAndNoStatusIsAtHand() {
    let stated = Case { $0.booking.statedCitizenship = .foreign }
    #expect(stated.reason == .noLink)
    var asked = stated
    asked.rule.bases.insert(.stated)
    #expect(asked.flag?.basis == .stated)
    #expect(asked.flag?.status == nil)
    #expect(asked.flag?.restsOn == [.statedCitizenship])
    asked.records = [record(.unknown, "2014-01-01")]
    #expect(asked.flag?.basis == .stated)
    asked.records = [record(.permanentResident, "2014-01-01")]
    #expect(asked.reason == .statusNotFlagged, "a status at hand speaks")
    asked.records = []
    asked.booking.statedCitizenship = .unitedStates
    #expect(asked.reason == .noLink)
  }

  @Test func absenceIsOffByDefaultAndNeedsABirthAbroad() {
    let abroad = Case { $0.booking.birthCountries = [Country(rawValue: "MX")].compactMap { $0 } }
    #expect(abroad.reason == .noLink)
    var asked = abroad
    asked.rule.bases.insert(.absence)
    #expect(asked.flag?.basis == .absence)
    #expect(asked.flag?.restsOn == [.birthAbroad, .noRecord])
    var linked = asked
    linked.records = [record(.unknown, "2014-01-01")]
    #expect(linked.reason == .unknownStatus, "a record was found")
    linked.standing = .possible
    #expect(linked.reason == .possibleLink, "a record may have been found")
    asked.booking.birthCountries.append(.unitedStates)
    #expect(asked.reason == .noLink, "places disagree")
    asked.booking.birthCountries = []
    #expect(asked.reason == .noLink)
  }

  @Test func theWarningOfAbsenceTellsHowTheCaseWentOn() {
    for word in ["Gonzalez", "Morales", "Ninth Circuit", "2020", "reversed", "remanded"] {
      #expect(FlagRule.absenceWarning.contains(word))
    }
  }
}
