/// CLAIMS4 records: N-400 cases, and N-600 and N-336 since 2013.
///
/// Citizens by law who never asked for a certificate are nowhere in it.
enum NaturalizationCases {
  /// The first day on which certificates of citizenship were entered.
  static let certificatesSince = Day(year: 2013, month: 1, day: 1)

  static func records(
    of history: CaseHistory, rates: RecordRates, draw: inout Draw
  ) -> [RecordFacts] {
    let isPending = draw.happens(rates.pendingNaturalization)
    let showsNumber = draw.happens(
      rates.socialSecurityNumber(.claims4, history.person.group))
    let delay = draw.within(30...2000)
    guard
      var facts = naturalized(history) ?? certified(history, delay: delay)
        ?? (isPending ? pending(history) : nil)
    else { return [] }
    facts.alienNumber = history.mainAlienNumber?.digits ?? ""
    facts.showsReceipt = true
    facts.showsState = true
    facts.showsCitizenship = true
    facts.showsSocialSecurityNumber = showsNumber
    return [facts]
  }

  private static func naturalized(_ history: CaseHistory) -> RecordFacts? {
    guard let oath = history.oath else { return nil }
    var facts = RecordFacts(
      .claims4, ordinal: 2, nameDay: oath, asOf: oath, lastUpdate: oath, status: .citizen)
    facts.naturalizationDate = oath
    facts.certificateNumber = history.person.identifiers.certificateNumber ?? ""
    return facts
  }

  private static func certified(_ history: CaseHistory, delay: Int) -> RecordFacts? {
    guard let start = history.certifiedCitizenSince else { return nil }
    let day = max(start.adding(days: delay), certificatesSince.adding(days: delay % 700))
    // A certificate asked for before 2013 is in no record; about as many were.
    guard day <= history.extractDay, start.adding(days: delay) >= certificatesSince else {
      return nil
    }
    var facts = RecordFacts(
      .claims4, ordinal: 3, nameDay: day, asOf: day, lastUpdate: day, status: .citizen)
    facts.certificateNumber = history.person.identifiers.certificateNumber ?? ""
    facts.parentNaturalizationDate = history.parentNaturalization
    return facts
  }

  private static func pending(_ history: CaseHistory) -> RecordFacts? {
    guard let interval = history.interval(on: history.extractDay),
      interval.status == .permanentResident, history.years(of: interval) >= 5
    else { return nil }
    let day = history.extractDay.adding(days: -120)
    return RecordFacts(
      .claims4, ordinal: 2, nameDay: day, asOf: day, lastUpdate: day, status: .permanentResident)
  }
}

extension CaseHistory {
  /// The day since which a person with a certificate of citizenship was a citizen by law; nil for
  /// the naturalized and for those without a certificate.
  var certifiedCitizenSince: Day? {
    if let derivation = person.derivation {
      return derivation.documented == .certificate && derivation.day <= extractDay
        ? derivation.day : nil
    }
    let isAcquired = person.birthCitizenship == .acquiredAbroad
    return isAcquired && person.identifiers.certificateNumber != nil ? person.birthDate : nil
  }
}
