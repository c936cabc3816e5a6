import ScrupleNormalization

extension FlagRule {
  /// The signs of citizenship of a booking and the records linked to it.
  ///
  /// Every fact counts from its own date, or from the record's as-of date where
  /// it has none: what happened after the booking is not looked at.
  ///
  /// - Parameters:
  ///   - records: all linked records.
  ///   - governing: how many of them, from the first, give the status.
  func indicia(
    _ booking: BookingFacts, _ records: [StatusRecord], governing: Int, on day: Int
  ) -> [CitizenshipIndicium] {
    var found: Set<CitizenshipIndicium> = []
    if booking.birthCountries.contains(where: \.isUnitedStates) {
      found.insert(.birthInUnitedStates)
    }
    if booking.priorOutcome == .refuted { found.insert(.refutedBefore) }
    if booking.statedCitizenship == .unitedStates { found.insert(.statedCitizen) }
    for (index, record) in records.enumerated() {
      add(record, isGoverning: index < governing, booking, day, &found)
    }
    return CitizenshipIndicium.allCases.filter(found.contains)
  }

  private func add(
    _ record: StatusRecord, isGoverning: Bool, _ booking: BookingFacts, _ day: Int,
    _ found: inout Set<CitizenshipIndicium>
  ) {
    // A place of birth is as true before the record was written as after.
    if record.birthCountries.contains(where: \.isUnitedStates) {
      found.insert(.birthInUnitedStates)
    }
    if record.naturalizedOn?.mayBe(onOrBefore: day) == true { found.insert(.naturalized) }
    if let parent = record.parentNaturalizedOn, parent.mayBe(onOrBefore: day) {
      let births = booking.birthDates + record.birthDates
      found.insert(
        births.contains { Self.isMinor(born: $0, on: parent) }
          ? .parentNaturalizedBefore18 : .parentNaturalized)
    }
    guard record.asOf?.mayBe(onOrBefore: day) ?? true else { return }
    // A certificate cannot be older than the naturalization it certifies.
    if record.hasCertificate, record.naturalizedOn?.mayBe(onOrBefore: day) ?? true {
      found.insert(.certificate)
    }
    if record.hasCitizenshipClass { found.insert(.classOfAdmission) }
    if record.isCitizenByCountry || record.status == .citizen && !isGoverning {
      found.insert(.recordedCitizen)
    }
  }

  /// Whether a person may have been under 18 on a date.
  static func isMinor(born: CivilDate, on date: CivilDate) -> Bool {
    let latest = (born.month ?? 12, born.day ?? 31)
    let earliest = (date.month ?? 1, date.day ?? 1)
    let age = date.year - born.year - (earliest < latest ? 1 : 0)
    return age < 18
  }

  /// On what a booking and the governing records disagree.
  func contradictions(
    _ booking: BookingFacts, _ records: [StatusRecord], on day: Int
  ) -> [Contradiction] {
    var found: Set<Contradiction> = []
    for record in records {
      if let mine = booking.sex, let theirs = record.sex, mine != theirs { found.insert(.sex) }
      if differInHeight(booking, record) { found.insert(.height) }
      if differInAge(booking, record) { found.insert(.age) }
      if Self.differInBirth(booking.birthCountries, record.birthCountries) {
        found.insert(.birthPlace)
      }
      if record.status == .expired,
        record.admittedUntil.map({ !$0.isCertainly(onOrBefore: day - 1) }) ?? false
      {
        found.insert(.stay)
      }
    }
    return Contradiction.allCases.filter(found.contains)
  }

  /// A person who may not have been 20 when the record was made may have grown.
  private func differInHeight(_ booking: BookingFacts, _ record: StatusRecord) -> Bool {
    guard let mine = booking.heightInches, let theirs = record.heightInches,
      abs(mine - theirs) > heightTolerance
    else { return false }
    guard let made = record.asOf else { return true }
    let births = booking.birthDates + record.birthDates
    return mine < theirs || births.allSatisfy { made.year - $0.year > 20 }
  }

  private func differInAge(_ booking: BookingFacts, _ record: StatusRecord) -> Bool {
    guard !booking.birthDates.isEmpty, !record.birthDates.isEmpty else { return false }
    return booking.birthDates.allSatisfy { mine in
      record.birthDates.allSatisfy { abs(mine.year - $0.year) > ageTolerance }
    }
  }

  private static func differInBirth(_ mine: [Country], _ theirs: [Country]) -> Bool {
    !mine.isEmpty && !theirs.isEmpty
      && mine.allSatisfy { one in
        theirs.allSatisfy { other in
          one != other && !(one.isUnitedStates && other.isUnitedStates)
        }
      }
  }
}
