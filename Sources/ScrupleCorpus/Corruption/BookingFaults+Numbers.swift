extension BookingFaults {
  mutating func changeSecurityNumber(
    _ person: Person, _ row: inout RowDraft, _ draw: inout Draw
  ) {
    guard !row[BookingColumn.ssn].isEmpty,
      !corruptor.empties(BookingColumn.ssn, .bookingSsnMissing, &row, &draw)
    else { return }
    let number = row[BookingColumn.ssn]
    if corruptor.takes(.bookingSsnDefault, &draw) {
      let filler = draw.element(of: NumberSlips.defaults)
      row.change(BookingColumn.ssn, to: filler, by: "ssn_default")
    } else if corruptor.takes(.bookingSsnPartial, &draw) {
      row.change(BookingColumn.ssn, to: "XXXXX" + number.suffix(4), by: "ssn_partial")
    } else if corruptor.takes(.bookingSsnBorrowed, &draw) {
      let lender = world.stranger(to: person.household, draw: &draw)
      if let borrowed = lender?.identifiers.socialSecurityNumber {
        row.change(BookingColumn.ssn, to: borrowed, by: "ssn_borrowed")
      }
    } else if corruptor.takes(.bookingSsnTypo, &draw),
      let wrong = NumberSlips.socialSecurityNumberOff(number, draw: &draw)
    {
      row.change(BookingColumn.ssn, to: wrong, by: "digit_off")
    }
  }

  mutating func changeOtherNumbers(
    _ person: Person, _ row: inout RowDraft, _ draw: inout Draw
  ) {
    _ = corruptor.empties(BookingColumn.fbiNumber, .bookingFbiNumberMissing, &row, &draw)
    _ = corruptor.empties(BookingColumn.stateId, .bookingStateIdMissing, &row, &draw)
    guard !row[BookingColumn.alienNumber].isEmpty else { return }
    let steps = AlienNumberFaults<BookingColumn>(
      column: .alienNumber, other: .bookingAlienNumberOther, typo: .bookingAlienNumberTypo,
      zeroLoss: .bookingAlienNumberZeroLoss)
    steps.apply(person, to: &row, world, &corruptor, &draw)
  }

  // MARK: - Origin

  mutating func changeBirthPlace(
    _ person: Person, _ row: inout RowDraft, _ draw: inout Draw
  ) {
    if corruptor.takes(.bookingBirthPlaceWrongCountry, &draw) {
      let country = wrongCountry(of: person, &draw)
      row.change(BookingColumn.birthPlace, to: country.name, by: "birth_place_wrong_country")
      row.change(
        BookingColumn.birthPlaceCode, to: country.policeCode, by: "birth_place_wrong_country")
    }
    guard let confused = confusedCode(of: person),
      corruptor.takes(.bookingBirthPlaceCodeConfusion, &draw)
    else { return }
    row.change(BookingColumn.birthPlaceCode, to: confused, by: "birth_place_code_confusion")
  }

  /// For the U.S.-born a country that people of their group come from; for
  /// others another one of those.
  private func wrongCountry(of person: Person, _ draw: inout Draw) -> Country {
    let countries = person.group.countriesOfOrigin.filter { $0 != person.birthCountry }
    return Country.named(countries.isEmpty ? "MX" : draw.element(of: countries))
  }

  /// The code of a country for a state, or of a state for a country.
  private func confusedCode(of person: Person) -> String? {
    if person.birthCountry == "US" {
      return Country.confusedByState[person.birthState]?.policeCode
    }
    let state = Country.named(person.birthCountry).confusedState
    return state.isEmpty ? nil : state
  }

  mutating func changeCitizenship(
    _ person: Person, on day: Day, _ row: inout RowDraft, _ draw: inout Draw
  ) {
    let column = BookingColumn.citizenshipStated
    guard !corruptor.empties(column, .bookingCitizenshipMissing, &row, &draw) else { return }
    let isCitizen = person.citizenClass(on: day) != .noncitizen
    if corruptor.takes(.bookingCitizenshipMisheard, &draw) {
      let origin =
        person.birthCountry == "US"
        ? wrongCountry(of: person, &draw) : Country.named(person.birthCountry)
      row.change(column, to: isCitizen ? origin.alpha3 : "USA", by: "citizenship_misheard")
    } else if corruptor.takes(.bookingCitizenshipBravado, &draw) {
      let claimed = isCitizen ? wrongCountry(of: person, &draw).alpha3 : "USA"
      row.change(column, to: claimed, by: "citizenship_bravado")
    }
  }

  // MARK: - Address

  mutating func changeAddress(_ row: inout RowDraft, _ draw: inout Draw) {
    if corruptor.takes(.bookingAddressMissing, &draw) {
      let columns: [BookingColumn] = [.street, .city, .state, .postalCode]
      for column in columns { row.change(column, to: "", by: "missing") }
    } else if corruptor.takes(.bookingStreetTypo, &draw) {
      LetterSlips.slip(BookingColumn.street, &row, &draw)
    }
  }
}

extension NameOriginGroup {
  /// Countries that people of the group come from, for birthplaces written wrong.
  var countriesOfOrigin: [String] {
    switch self {
    case .anglo: ["CA", "GB", "IE", "DE"]
    case .black: ["JM", "HT", "NG", "ET", "GH"]
    case .hispanic: ["MX", "GT", "SV", "HN", "CO", "DO", "CU"]
    case .vietnamese: ["VN", "KH"]
    case .chinese: ["CN", "TW", "HK"]
    case .korean: ["KR"]
    case .filipino: ["PH"]
    case .southAsian: ["IN", "PK", "BD", "NP"]
    case .arabic: ["IQ", "SY", "EG", "YE", "JO"]
    case .slavic: ["RU", "UA", "PL", "BY"]
    }
  }
}
