/// Writes the row that a careful clerk would write of a booking: the person's
/// true facts of that day.
struct BookingClerk: Sendable {
  let seed: UInt64
  let ids: RowIds
  let rates: BookingRates

  private static let charges = [
    "TRESPASS", "DISORDERLY CONDUCT", "SHOPLIFTING", "DRIVING WITHOUT LICENSE", "DUI",
    "SIMPLE ASSAULT", "POSSESSION", "FAILURE TO APPEAR", "PETIT THEFT", "PUBLIC INTOXICATION",
    "FRAUD", "BURGLARY",
  ]

  /// Writes all cells.
  func write(_ booking: Booking, of person: Person, into row: inout RowDraft) {
    var draw = Draw(
      seed: seed, for: .bookings, index: UInt64(person.number), part: UInt64(1 + booking.ordinal))
    let number = ids.number(ofBooking: booking.ordinal, of: person.number)
    row.writeBooking(ids.bookingId(number), .bookingId)
    writeName(person.name(on: booking.day), into: &row)
    row.writeBooking(aliases(of: person, on: booking.day, draw: &draw), .aliases)
    writeBody(of: person, into: &row)
    writeNumbers(of: person, booking, into: &row, draw: &draw)
    writeOrigin(of: person, on: booking.day, into: &row)
    writeArrest(booking, of: person, into: &row, draw: &draw)
    row.writeBooking(booking.priorOutcome, .priorOutcome)
    row.finishClean()
  }

  private func writeName(_ name: TrueName, into row: inout RowDraft) {
    let written = NameWriting.written(name, as: NameStyle())
    row.writeBooking(written.last, .lastName)
    row.writeBooking(written.first, .firstName)
    row.writeBooking(written.middle, .middleName)
    row.writeBooking(written.suffix, .nameSuffix)
  }

  /// Earlier names of one's own, and a nickname, each as `LAST, FIRST MIDDLE`.
  private func aliases(of person: Person, on day: Day, draw: inout Draw) -> String {
    let current = person.name(on: day)
    var aliases: [String] = []
    for version in person.names where version.from <= day && version.name != current {
      if draw.happens(rates.aliasOwnName[person.group.place]) {
        aliases.append(NameWriting.written(version.name, as: NameStyle()).column())
      }
    }
    if draw.happens(rates.aliasNickname[person.group.place]) {
      let nicknames = NameBook.standard.nicknames(
        of: current.given.first ?? "", group: person.group)
      if !nicknames.isEmpty {
        var name = NameWriting.written(current, as: NameStyle())
        name.first = PlainLetters.key(draw.element(of: nicknames))
        aliases.append(name.column())
      }
    }
    return aliases.joined(separator: ";")
  }

  private func writeBody(of person: Person, into row: inout RowDraft) {
    let (race, ethnicity) = RaceRecorded.codes(of: person.group)
    row.writeBooking(person.birthDate.text, .birthDate)
    row.writeBooking(person.sex.rawValue, .sex)
    row.writeBooking(race, .race)
    row.writeBooking(ethnicity, .ethnicity)
    row.writeBooking(Self.heightText(person.heightInches), .height)
    row.writeBooking(String(person.weightPounds), .weight)
    row.writeBooking(person.eyeColor, .eyeColor)
    row.writeBooking(person.hairColor, .hairColor)
  }

  /// `507` for five feet seven.
  static func heightText(_ inches: Int) -> String { String(inches / 12 * 100 + inches % 12) }

  private func writeNumbers(
    of person: Person, _ booking: Booking, into row: inout RowDraft, draw: inout Draw
  ) {
    let numbers = person.identifiers
    row.writeBooking(numbers.socialSecurityNumber ?? "", .ssn)
    row.writeBooking(numbers.fbiNumber ?? "", .fbiNumber)
    row.writeBooking(numbers.stateNumber ?? "", .stateId)
    row.writeBooking("N" + zeroPadded(ids.inmateNumber(of: person.number), 8), .inmateNumber)
    let transaction = ids.transactionNumber(ofBooking: booking.ordinal, of: person.number)
    row.writeBooking("FPT" + zeroPadded(transaction, 9), .fpTransactionId)
    let issued = numbers.alienNumbers.filter { $0.issued <= booking.day }
    let isKnown = draw.happens(rates.alienNumberKnown[person.group.place])
    if isKnown, let number = issued.first { row.writeBooking(number.digits, .alienNumber) }
  }

  private func writeOrigin(of person: Person, on day: Day, into row: inout RowDraft) {
    let country = Country.named(person.birthCountry)
    let isNative = person.birthCountry == "US"
    let area = isNative ? person.birthState : country.name
    let place =
      person.birthCity.isEmpty
      ? area : PlainLetters.key(person.birthCity) + ", " + area
    row.writeBooking(place, .birthPlace)
    row.writeBooking(
      PlaceCode.code(country: person.birthCountry, state: person.birthState), .birthPlaceCode)
    let isCitizen = person.citizenClass(on: day) != .noncitizen
    row.writeBooking(isCitizen ? "USA" : country.alpha3, .citizenshipStated)
  }

  private func writeArrest(
    _ booking: Booking, of person: Person, into row: inout RowDraft, draw: inout Draw
  ) {
    let home = HomePlace.home(ofHousehold: person.household, on: booking.day, seed: seed)
    row.writeBooking(home.street, .street)
    row.writeBooking(home.city, .city)
    row.writeBooking(home.state, .state)
    row.writeBooking(home.postalCode, .postalCode)
    row.writeBooking(booking.day.text, .arrestDate)
    let entry = booking.day.adding(days: draw.happens(0.1) ? 1 : 0).text
    let hour = Day.padded(draw.below(24), 2)
    row.writeBooking("\(entry)T\(hour):\(Day.padded(draw.below(60), 2))", .jailEntry)
    row.writeBooking(home.city + (draw.happens(0.7) ? " PD" : " SHERIFF"), .arrestingAgency)
    row.writeBooking(draw.element(of: Self.charges), .charge)
  }
}
