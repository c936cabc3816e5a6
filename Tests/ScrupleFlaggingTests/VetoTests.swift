import ScrupleFlagging
import ScrupleNormalization
import Testing

@Suite struct VetoTests {
  private static let expired = FlagCase.record(.expired, "2014-05-01")

  /// One case of each sign of citizenship.
  static let indicia: [(CitizenshipIndicium, FlagCase)] = [
    (.birthInUnitedStates, FlagCase(expired) { $0.booking.birthCountries = [.unitedStates] }),
    (.birthInUnitedStates, FlagCase(expired) { $0.records[0].birthCountries = [.unitedStates] }),
    (.naturalized, FlagCase(expired) { $0.records[0].naturalizedOn = day("1995-01-01") }),
    (.naturalized, FlagCase(expired) { $0.records[0].naturalizedOn = day("2015") }),
    (.certificate, FlagCase(expired) { $0.records[0].hasCertificate = true }),
    (.classOfAdmission, FlagCase(expired) { $0.records[0].hasCitizenshipClass = true }),
    (.recordedCitizen, FlagCase(expired) { $0.records[0].isCitizenByCountry = true }),
    (
      .recordedCitizen,
      FlagCase(expired) { $0.records.append(FlagCase.record(.citizen, "2012-05-01")) }
    ),
    (.recordedCitizen, FlagCase(expired) { $0.records.append(FlagCase.record(.citizen, nil)) }),
    (
      .parentNaturalizedBefore18,
      FlagCase(expired) {
        $0.booking.birthDates = [day("1990-06-15")].compactMap { $0 }
        $0.records[0].parentNaturalizedOn = day("2008-06-14")
      }
    ),
    (.refutedBefore, FlagCase(expired) { $0.booking.priorOutcome = .refuted }),
  ]

  @Test(arguments: indicia.indices)
  func aSignOfCitizenshipForbidsAFlagAndIsElseShown(index: Int) {
    let (indicium, found) = Self.indicia[index]
    #expect(found.reason == .indicium, "\(indicium)")
    var shown = found
    shown.rule.vetoingIndicia.remove(indicium)
    #expect(shown.flag?.indicia == [indicium])
  }

  @Test func someSignsAreOnlyShown() {
    var found = FlagCase(Self.expired) { $0.records[0].parentNaturalizedOn = day("2008-06-15") }
    #expect(found.flag?.indicia == [.parentNaturalized], "the age is not known")
    found.booking.birthDates = [day("1990-06-15")].compactMap { $0 }
    #expect(found.flag?.indicia == [.parentNaturalized], "of age on the day")
    found.booking.statedCitizenship = .unitedStates
    #expect(found.flag?.indicia == [.parentNaturalized, .statedCitizen])
    found.rule.vetoingIndicia.insert(.statedCitizen)
    #expect(found.reason == .indicium)
    found.booking.statedCitizenship = nil
    found.records[0].parentNaturalizedOn = day("2015-06-02")
    #expect(found.flag?.indicia == [], "after the booking")
    for outcome in [PriorOutcome.confirmed, .unresolved] {
      found.booking.priorOutcome = outcome
      #expect(found.flag?.indicia == [])
    }
  }

  /// One case of each contradiction.
  static let contradictions: [(Contradiction, FlagCase)] = [
    (
      .sex,
      FlagCase(expired) {
        $0.booking.sex = .male
        $0.records[0].sex = .female
      }
    ),
    (
      .height,
      FlagCase(expired) {
        $0.booking.heightInches = 67
        $0.records[0].heightInches = 84
      }
    ),
    (
      .age,
      FlagCase(expired) {
        $0.booking.birthDates = [day("1980")].compactMap { $0 }
        $0.records[0].birthDates = [day("1986-01-01")].compactMap { $0 }
      }
    ),
    (
      .birthPlace,
      FlagCase(expired) {
        $0.booking.birthCountries = [Country(rawValue: "MX")].compactMap { $0 }
        $0.records[0].birthCountries = [Country(rawValue: "JM")].compactMap { $0 }
      }
    ),
    (.stay, FlagCase(expired) { $0.records[0].admittedUntil = day("2015-06-01") }),
  ]

  @Test(arguments: contradictions.indices)
  func aContradictionForbidsAFlagAndIsElseShown(index: Int) {
    let (contradiction, found) = Self.contradictions[index]
    #expect(found.reason == .contradiction, "\(contradiction)")
    var shown = found
    shown.rule.vetoingContradictions.remove(contradiction)
    #expect(shown.flag?.contradictions == [contradiction])
  }

  @Test func smallDifferencesAreNone() {
    let found = FlagCase(Self.expired) {
      $0.booking.sex = .male
      $0.records[0].sex = .male
      $0.booking.heightInches = 67
      $0.records[0].heightInches = 73
      $0.booking.birthDates = [day("1980"), day("1950")].compactMap { $0 }
      $0.records[0].birthDates = [day("1985"), day("1999")].compactMap { $0 }
      $0.booking.birthCountries = ["MX", "GT"].compactMap(Country.init)
      $0.records[0].birthCountries = ["GT"].compactMap(Country.init)
      $0.records[0].admittedUntil = day("2015-05-31")
    }
    #expect(found.flag?.contradictions == [])
  }

  @Test func aChildGrows() {
    var found = FlagCase(Self.expired) {
      $0.booking.heightInches = 67
      $0.records[0].heightInches = 50
      $0.booking.birthDates = [day("1996-01-01")].compactMap { $0 }
    }
    #expect(found.flag?.contradictions == [])
    found.booking.birthDates = [day("1980-01-01")].compactMap { $0 }
    #expect(found.reason == .contradiction)
    found.booking.birthDates = [day("1996-01-01")].compactMap { $0 }
    found.records[0].heightInches = 80
    #expect(found.reason == .contradiction, "nobody shrinks by a foot")
  }
}
