/// Writes the row that a system holds of what it knows, without slips.
struct RecordClerk: Sendable {
  let seed: UInt64
  let ids: RowIds
  let issuer: IdentifierIssuer

  /// Letters that a name read by machines holds (ICAO 9303, passports).
  static let rawNameLimit = 39

  /// Writes all cells.
  func write(_ facts: RecordFacts, of person: Person, into row: inout RowDraft) {
    let number = ids.number(ofRecord: facts.ordinal, of: person.number)
    row.writeRecord(ids.recordId(number), .recordId)
    row.writeRecord(facts.system.rawValue, .sourceSystem)
    writeNumbers(facts, of: person, into: &row)
    writeName(person.name(on: facts.nameDay), facts.system, into: &row)
    row.writeRecord(person.birthDate.text, .birthDate)
    row.writeRecord(person.sex.rawValue, .sex)
    if facts.showsHeight {
      row.writeRecord(BookingClerk.heightText(person.heightInches), .height)
    }
    writeOrigin(facts, of: person, into: &row)
    if facts.showsState {
      let home = HomePlace.home(ofHousehold: person.household, on: facts.asOf, seed: seed)
      row.writeRecord(home.state, .state)
    }
    writeStatus(facts, into: &row)
    row.finishClean()
  }

  private func writeNumbers(
    _ facts: RecordFacts, of person: Person, into row: inout RowDraft
  ) {
    let numbers = person.identifiers
    row.writeRecord(facts.alienNumber, .aNumber)
    if facts.showsFingerprintNumber { row.writeRecord(numbers.fingerprintNumber ?? "", .fin) }
    if facts.showsSocialSecurityNumber { row.writeRecord(numbers.socialSecurityNumber ?? "", .ssn) }
    let place = facts.ordinal - facts.system.ordinals.lowerBound
    if facts.showsReceipt {
      row.writeRecord(
        issuer.receiptNumber(person.number, filing: facts.ordinal), .receiptNumber)
    }
    if facts.showsAdmissionNumber {
      row.writeRecord(issuer.admissionNumber(person.number, entry: place), .i94Number)
    }
  }

  /// ADIS and IDENT hold one column as machines read it; the others hold parts.
  private func writeName(
    _ name: TrueName, _ system: SourceSystem, into row: inout RowDraft
  ) {
    let written = NameWriting.written(name, as: NameStyle())
    row.writeRecord(written.last, .lastName)
    row.writeRecord(written.first, .firstName)
    row.writeRecord(written.middle, .middleName)
    if system == .adis || system == .ident {
      row.writeRecord(written.column(limit: Self.rawNameLimit), .nameRaw)
    }
  }

  private func writeOrigin(
    _ facts: RecordFacts, of person: Person, into row: inout RowDraft
  ) {
    let country = Country.named(person.birthCountry)
    row.writeRecord(Self.code(of: country, in: facts.system), .birthCountry)
    row.writeRecord(Self.codeSystem(of: facts.system), .birthCountryCodeSystem)
    guard facts.showsCitizenship else { return }
    let holder = facts.status == .citizen ? "USA" : country.alpha3
    row.writeRecord(holder, .citizenshipCountry)
  }

  /// A country in the codes of a system.
  static func code(of country: Country, in system: SourceSystem) -> String {
    switch system {
    case .cis: country.alpha2
    case .claims3, .claims4, .adis: country.alpha3
    case .eid, .ident: country.policeCode
    }
  }

  private static func codeSystem(of system: SourceSystem) -> String {
    switch system {
    case .cis: "ISO2"
    case .claims3, .claims4, .adis: "ISO3"
    case .eid, .ident: "POLICE2"
    }
  }

  private func writeStatus(_ facts: RecordFacts, into row: inout RowDraft) {
    row.writeRecord(facts.classCode, .coa)
    row.writeRecord(facts.status.rawValue, .statusAsRecorded)
    row.writeRecord(facts.asOf.text, .asOf)
    row.writeRecord(facts.lastUpdate.text, .lastUpdate)
    row.writeRecord(facts.admittedUntil?.text ?? "", .admittedUntil)
    row.writeRecord(facts.orderDate?.text ?? "", .orderDate)
    row.writeRecord(facts.orderVacatedDate?.text ?? "", .orderVacatedDate)
    row.writeRecord(facts.naturalizationDate?.text ?? "", .naturalizationDate)
    row.writeRecord(facts.certificateNumber, .certificateNo)
    row.writeRecord(facts.parentNaturalizationDate?.text ?? "", .parentNaturalizationDate)
    row.writeRecord(facts.encounters.map(\.text).joined(separator: ";"), .encounters)
    row.writeRecord(facts.parentAlienNumber, .parentANumber)
  }
}
