/// Writes the truth about a household into the truth tables.
enum TruthRows {
  /// The columns of a truth table.
  static func columns(of table: CorpusTable) -> [String] {
    switch table {
    case .personsTruth:
      [
        "person_id", "household_id", "group_true", "sex", "birth_date", "birth_date_assigned",
        "birth_country", "birth_state", "birth_city", "birth_citizenship", "height", "weight",
        "eye_color", "hair_color", "twin_of", "death_date",
      ]
    case .namesTruth:
      [
        "person_id", "given", "middle", "particle", "surname1", "surname2", "suffix", "order",
        "script", "valid_from", "valid_to", "reason",
      ]
    case .statusTruth:
      ["person_id", "status", "class", "from", "to", "source_event", "granted_until"]
    case .relationsTruth: ["person_id", "other_id", "kind", "custody_from", "custody_to"]
    case .derivedTruth:
      [
        "person_id", "derived_on", "basis", "documented", "parent_id", "parent_citizen_from",
        "resident_from", "custody_from",
      ]
    case .identifiersTruth: ["person_id", "kind", "value", "issued"]
    default: []
    }
  }

  /// Adds the rows of a household.
  static func append(_ household: Household, ids: RowIds, to output: inout ChunkOutput) {
    for person in household.people {
      let id = ids.personId(person.number)
      let number = ids.number(ofPerson: person.number)
      appendPerson(person, id, number, ids, to: &output)
      appendNames(person, id, number, to: &output)
      appendStatuses(person, id, number, to: &output)
      appendDerivation(person, id, number, ids, to: &output)
      appendIdentifiers(person, id, number, to: &output)
    }
    for (place, relation) in household.relations.enumerated() {
      output[.relationsTruth].append(
        key: ids.number(ofPerson: relation.person) << 16 | UInt64(place),
        [
          ids.personId(relation.person), ids.personId(relation.other), relation.kind.rawValue,
          relation.custodyFrom?.text ?? "", relation.custodyTo?.text ?? "",
        ])
    }
  }

  private static func appendPerson(
    _ person: Person, _ id: String, _ number: UInt64, _ ids: RowIds, to output: inout ChunkOutput
  ) {
    output[.personsTruth].append(
      key: number,
      [
        id, "SYN-H" + zeroPadded(UInt64(person.household), 7), person.group.rawValue,
        person.sex.rawValue, person.birthDate.text, person.birthDateAssigned ? "true" : "false",
        person.birthCountry, person.birthState, person.birthCity,
        person.birthCitizenship.rawValue, BookingClerk.heightText(person.heightInches),
        String(person.weightPounds), person.eyeColor, person.hairColor,
        person.twin.map(ids.personId) ?? "", person.death?.text ?? "",
      ])
  }

  private static func appendNames(
    _ person: Person, _ id: String, _ number: UInt64, to output: inout ChunkOutput
  ) {
    for (place, version) in person.names.enumerated() {
      let name = version.name
      output[.namesTruth].append(
        key: number << 8 | UInt64(place),
        [
          id, name.given.joined(separator: ";"), name.middle.joined(separator: ";"),
          name.particle, name.surname, name.secondSurname, name.suffix, name.order.rawValue,
          name.script.rawValue, version.from.text, version.to?.text ?? "",
          version.reason.rawValue,
        ])
    }
  }

  private static func appendStatuses(
    _ person: Person, _ id: String, _ number: UInt64, to output: inout ChunkOutput
  ) {
    for (place, interval) in person.statuses.enumerated() {
      output[.statusTruth].append(
        key: number << 8 | UInt64(place),
        [
          id, interval.status.rawValue, interval.classCode, interval.from.text,
          interval.to?.text ?? "", interval.event.rawValue, interval.grantedUntil?.text ?? "",
        ])
      if place > 0 {
        let before = person.statuses[place - 1]
        let isAfter = before.from < interval.from && (before.to.map { $0 <= interval.from } ?? false)
        output.overlappingStatuses += isAfter ? 0 : 1
      }
    }
  }

  private static func appendDerivation(
    _ person: Person, _ id: String, _ number: UInt64, _ ids: RowIds,
    to output: inout ChunkOutput
  ) {
    guard let derivation = person.derivation else { return }
    output[.derivedTruth].append(
      key: number,
      [
        id, derivation.day.text, "ina320", derivation.documented.rawValue,
        ids.personId(derivation.parent), derivation.parentCitizenFrom.text,
        derivation.residentFrom.text, derivation.custodyFrom.text,
      ])
  }

  private static func appendIdentifiers(
    _ person: Person, _ id: String, _ number: UInt64, to output: inout ChunkOutput
  ) {
    let numbers = person.identifiers
    var rows: [(kind: String, value: String, issued: String)] = []
    func add(_ kind: String, _ value: String?) {
      if let value { rows.append((kind, value, "")) }
    }
    add("ssn", numbers.socialSecurityNumber)
    add("fbi_number", numbers.fbiNumber)
    add("state_id", numbers.stateNumber)
    add("fin", numbers.fingerprintNumber)
    for alien in numbers.alienNumbers {
      rows.append(("a_number_\(alien.series.rawValue)", alien.digits, alien.issued.text))
    }
    add("certificate", numbers.certificateNumber)
    for (place, row) in rows.enumerated() {
      output[.identifiersTruth].append(
        key: number << 8 | UInt64(place), [id, row.kind, row.value, row.issued])
    }
  }
}
