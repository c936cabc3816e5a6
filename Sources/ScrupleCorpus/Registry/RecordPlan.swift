/// Which records exist of a person, in all systems.
///
/// A coverage below 1 leaves people out of every system; an intensity above 1
/// multiplies filings, trips and encounters. Both are fixed so that the target
/// is met in expectation.
struct RecordPlan: Sendable {
  let rates: RecordRates
  let seed: UInt64
  var coverage = 1.0
  var intensity = 1.0

  init(_ rates: RecordRates, seed: UInt64) {
    self.rates = rates
    self.seed = seed
  }

  /// The records of a person, by system and ordinal.
  func records(of person: Person) -> [RecordFacts] {
    guard person.birthCitizenship != .usSoil else { return [] }
    var draw = Draw(seed: seed, for: .immigrationRecords, index: UInt64(person.number))
    guard draw.happens(coverage) else { return [] }
    let history = CaseHistory(of: person, through: rates.extractDay)
    guard !history.intervals.isEmpty else { return [] }
    let encounters = EnforcementEncounters.records(
      of: history, rates: rates, intensity: intensity, draw: &draw)
    var records = CentralIndex.records(of: history, rates: rates, draw: &draw)
    records += NaturalizationCases.records(of: history, rates: rates, draw: &draw)
    records += FingerprintEnrolments.records(
      of: history, encounters: encounters.first?.encounters ?? [], draw: &draw)
    records += encounters
    records += BenefitFilings.records(
      of: history, rates: rates, intensity: intensity, draw: &draw)
    records += ArrivalsAndDepartures.records(
      of: history, rates: rates, intensity: intensity, draw: &draw)
    return merged(records, draw: &draw)
  }

  /// Marks the files that will hold fields of a second person.
  private func merged(_ records: [RecordFacts], draw: inout Draw) -> [RecordFacts] {
    records.map { facts in
      guard [.cis, .eid, .ident].contains(facts.system), facts.file == .whole,
        draw.happens(rates.mergedFile)
      else { return facts }
      var facts = facts
      facts.file = .merged
      return facts
    }
  }
}
