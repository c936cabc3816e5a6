/// CLAIMS3 records: one for each benefit filing but naturalization.
///
/// It never knows of citizenship: a record says what the person was when the
/// filing was decided, and nobody comes back to it. Refugee and asylum
/// admissions are not in it.
enum BenefitFilings {
  static func records(
    of history: CaseHistory, rates: RecordRates, intensity: Double, draw: inout Draw
  ) -> [RecordFacts] {
    var filings: [(day: Day, interval: StatusInterval)] = []
    for interval in history.intervals where interval.status != .citizen {
      switch interval.event {
      case .adjustment, .relief, .filing:
        if interval.status != .refugee && interval.status != .asylee {
          filings.append((interval.from, interval))
        }
      default: break
      }
      guard interval.status.isLawfulResidence else { continue }
      let mean = rates.rates(of: history.person.group).filings * history.years(of: interval)
      for _ in 0..<draw.poisson(mean: mean * intensity) {
        filings.append((history.day(in: interval, draw: &draw), interval))
      }
    }
    let ordinals = SourceSystem.claims3.ordinals
    return zip(ordinals, filings).map { ordinal, filing in
      facts(history, filing.day, filing.interval, ordinal: ordinal, rates: rates, draw: &draw)
    }
  }

  private static func facts(
    _ history: CaseHistory, _ day: Day, _ interval: StatusInterval, ordinal: Int,
    rates: RecordRates, draw: inout Draw
  ) -> RecordFacts {
    var facts = RecordFacts(
      .claims3, ordinal: ordinal, nameDay: day, asOf: day, lastUpdate: day,
      status: interval.status)
    facts.classCode = interval.classCode
    facts.alienNumber = history.alienNumber(on: day)
    facts.showsReceipt = true
    facts.showsState = true
    facts.showsSocialSecurityNumber = draw.happens(
      rates.socialSecurityNumber(.claims3, history.person.group))
    return facts
  }
}

extension CaseHistory {
  /// The latest A-number issued by a day, else the first there is; empty when none is.
  func alienNumber(on day: Day) -> String {
    let known = alienNumbers.filter { $0.issued <= day }
    return (known.first { $0.series == .permanent } ?? known.last ?? alienNumbers.first)?.digits
      ?? ""
  }
}
