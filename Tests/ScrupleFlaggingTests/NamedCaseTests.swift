import ScrupleFlagging
import ScrupleNormalization
import Testing

/// Published cases as bare facts; names, dates of birth and numbers play no part.
@Suite struct NamedCaseTests {
  @Test func bornInTheUnitedStatesAndRecordedAsBornAbroadIsNotFlaggedByAbsence() {
    // Gonzalez v. ICE: a wrong birthplace, no record of entry.
    let found = FlagCase { $0.booking.birthCountries = ["MX"].compactMap(Country.init) }
    #expect(found.flag == nil)
    #expect(found.reason == .noLink)
  }

  @Test func naturalizedUnderAnotherNameIsNotFlaggedByAbsenceTwice() {
    // Morales v. Chadbourne: no record under the married name, in 2004 and in 2009.
    var found = FlagCase { $0.booking.birthCountries = ["GT"].compactMap(Country.init) }
    for date in ["2004-07-13", "2009-05-04"] {
      found.booking.bookedOn = day(date)
      #expect(found.reason == .noLink)
    }
    // Where somebody turns absence on, the memory of the first error stops the second.
    found.rule.bases.insert(.absence)
    #expect(found.flag?.basis == .absence)
    found.booking.priorOutcome = .refuted
    #expect(found.reason == .indicium)
  }

  @Test func staleSinceANaturalizationIsHeldBackUnlessTheRuleAsksForIt() {
    // Makowski: naturalized at the age of one, the file still says otherwise.
    var found = FlagCase(FlagCase.record(.permanentResident, "1987-06-01")) {
      $0.booking.bookedOn = day("2010-07-07")
    }
    #expect(found.reason == .statusNotFlagged)
    found.rule.flaggedStatuses = Set(RecordedStatus.allCases).subtracting([.citizen, .unknown])
    #expect(found.reason == .stale)
    found.rule.staleAfterDays = 99_999
    #expect(found.flag?.status == .permanentResident, "wrong, as the rule would have it")
    found.records[0].hasCitizenshipClass = true
    #expect(found.reason == .indicium, "adopted by a citizen: IR3")
  }

  @Test func aFathersNaturalizationIsSurfaced() {
    // Watson: the right father was naturalized while the son was 17.
    var found = FlagCase(FlagCase.record(.orderedRemoved, "2007-11-01")) {
      $0.booking.bookedOn = day("2008-05-08")
      $0.booking.birthDates = [day("1984-11-17")].compactMap { $0 }
      $0.records[0].parentNaturalizedOn = day("2002-09-17")
    }
    #expect(found.reason == .indicium)
    found.rule.vetoingIndicia = []
    #expect(found.flag?.indicia == [.parentNaturalizedBefore18])
  }

  @Test func sevenFeetAreNotFiveFeetSeven() {
    // Brown v. Ramsay: Philadelphia in the jail's file, seven feet in the other.
    var found = FlagCase(FlagCase.record(.withoutInspection, "2017-05-01")) {
      $0.booking.bookedOn = day("2018-04-05")
      $0.booking.heightInches = 67
      $0.booking.birthCountries = [.unitedStates]
      $0.records[0].heightInches = 84
      $0.records[0].birthCountries = ["JM"].compactMap(Country.init)
    }
    #expect(found.reason == .indicium)
    found.booking.birthCountries = []
    #expect(found.reason == .contradiction)
    found.rule.vetoingContradictions = []
    #expect(found.flag?.contradictions == [.height])
  }
}
