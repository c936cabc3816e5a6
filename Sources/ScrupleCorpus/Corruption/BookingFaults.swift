/// What goes wrong with a booking between the truth and the file.
struct BookingFaults {
  let seed: UInt64
  let world: WorldSource
  var corruptor: RowCorruptor

  /// Changes the cells of a clean row, each change logged.
  mutating func apply(_ booking: Booking, of person: Person, to row: inout RowDraft) {
    var draw = Draw(
      seed: seed, for: .bookingCorruption, index: UInt64(person.number),
      part: UInt64(booking.ordinal))
    for fault in booking.faults {
      row.change(fault.column, to: fault.value, by: fault.operatorName)
    }
    guard !booking.isSpared else { return }
    corruptor.begin(person.group, nil)
    changeName(person, on: booking.day, &row, &draw)
    changeBirthDate(person, &row, &draw)
    changeBody(person, &row, &draw)
    changeSecurityNumber(person, &row, &draw)
    changeOtherNumbers(person, &row, &draw)
    changeBirthPlace(person, &row, &draw)
    changeCitizenship(person, on: booking.day, &row, &draw)
    changeAddress(&row, &draw)
    addForeignAlias(person, on: booking.day, &row, &draw)
    row.settle()
  }

  // MARK: - Names

  private mutating func changeName(
    _ person: Person, on day: Day, _ row: inout RowDraft, _ draw: inout Draw
  ) {
    let name = person.name(on: day)
    if corruptor.takes(.bookingFirstNameNickname, &draw) {
      let nickname = NicknameUse(.standard, group: person.group)
      row.change(BookingColumn.firstName, by: nickname, &draw)
    }
    NameFaults.bookings.apply(
      name, of: person.group, to: &row, &corruptor, &draw)
    let isSuffixMissing = corruptor.empties(
      BookingColumn.nameSuffix, .bookingSuffixMissing, &row, &draw)
    if !isSuffixMissing, corruptor.takes(.bookingSuffixGlued, &draw) {
      change(&row, by: SuffixInSurname(), &draw)
    }
    if corruptor.takes(.bookingNamePlaceholder, &draw) { change(&row, by: Placeholder(), &draw) }
    if corruptor.takes(.bookingNameTruncated, &draw) { change(&row, by: NameTruncation(), &draw) }
  }

  private func change(
    _ row: inout RowDraft, by slip: some NameOperator, _ draw: inout Draw
  ) {
    let name = WrittenName(
      last: row[BookingColumn.lastName], first: row[BookingColumn.firstName],
      middle: row[BookingColumn.middleName], suffix: row[BookingColumn.nameSuffix])
    guard let wrong = slip.apply(to: name, draw: &draw) else { return }
    row.change(BookingColumn.lastName, to: wrong.last, by: slip.name)
    row.change(BookingColumn.firstName, to: wrong.first, by: slip.name)
    row.change(BookingColumn.middleName, to: wrong.middle, by: slip.name)
    row.change(BookingColumn.nameSuffix, to: wrong.suffix, by: slip.name)
  }

  /// The name of a real other person among the aliases.
  private mutating func addForeignAlias(
    _ person: Person, on day: Day, _ row: inout RowDraft, _ draw: inout Draw
  ) {
    guard corruptor.takes(.bookingAliasContamination, &draw),
      let other = world.stranger(to: person.household, draw: &draw)
    else { return }
    let alias = NameWriting.written(other.name(on: day), as: NameStyle()).column()
    let own = row[BookingColumn.aliases]
    row.change(
      BookingColumn.aliases, to: own.isEmpty ? alias : own + ";" + alias,
      by: "alias_contamination")
  }

  // MARK: - Birth and body

  private mutating func changeBirthDate(
    _ person: Person, _ row: inout RowDraft, _ draw: inout Draw
  ) {
    let column = BookingColumn.birthDate
    let steps: [CorruptionStep] = [
      .bookingBirthDateSwapped, .bookingBirthDateYear, .bookingBirthDateDigit,
      .bookingBirthDatePartial, .bookingBirthDateJanuary,
    ]
    switch corruptor.takesOne(of: steps, &draw) {
    case 0: row.change(column, by: DayMonthSwap(), &draw)
    case 1: row.change(column, by: YearOff(), &draw)
    case 2: row.change(column, by: DateDigit(), &draw)
    case 3: row.change(column, by: PartialDate(), &draw)
    case 4: row.change(column, by: JanuaryFirst(), &draw)
    default: break
    }
    if corruptor.takes(.bookingOtherBirthDate, &draw) {
      let claims: [any CorruptionOperator] = [
        DayMonthSwap(), YearOff(), DateDigit(), ClaimedAge(), ClaimedAge(),
      ]
      let claim = draw.element(of: claims)
      if let other = claim.apply(to: person.birthDate.text, draw: &draw) {
        row.change(BookingColumn.otherBirthDates, to: other, by: "other_birth_date")
      }
    }
  }

  private mutating func changeBody(
    _ person: Person, _ row: inout RowDraft, _ draw: inout Draw
  ) {
    if corruptor.takes(.bookingSexWrong, &draw) {
      let wrong = person.sex == .male ? Sex.female : .male
      row.change(BookingColumn.sex, to: wrong.rawValue, by: "sex_wrong")
    }
    if corruptor.takes(.bookingRaceWrong, &draw) {
      let wrong = RaceRecorded.mistaken(for: person.group, draw: &draw)
      row.change(BookingColumn.race, to: wrong, by: "race_wrong")
    }
    _ = corruptor.empties(BookingColumn.ethnicity, .bookingEthnicityMissing, &row, &draw)
    if corruptor.takes(.bookingHeightOff, &draw) {
      let height = BodySlips.height(person.heightInches, draw: &draw)
      row.change(
        BookingColumn.height, to: BookingClerk.heightText(height), by: "height_off")
    }
    if corruptor.takes(.bookingWeightOff, &draw) {
      let weight = max(80, person.weightPounds + draw.within(-25...25))
      row.change(BookingColumn.weight, to: String(weight), by: "weight_off")
    }
    if corruptor.takes(.bookingEyeColorWrong, &draw) {
      let color = draw.element(of: BodySlips.eyeColors)
      row.change(BookingColumn.eyeColor, to: color, by: "eye_color_wrong")
    }
    if corruptor.takes(.bookingHairColorWrong, &draw) {
      let color = draw.element(of: BodySlips.hairColors)
      row.change(BookingColumn.hairColor, to: color, by: "hair_color_wrong")
    }
  }
}

/// Wrong marks of the body.
enum BodySlips {
  static let eyeColors = ["BRO", "BLU", "GRN", "HAZ", "BLK", "XXX"]
  static let hairColors = ["BRO", "BLK", "BLN", "GRY", "RED", "BAL", "XXX"]

  /// A height one to three inches off.
  static func height(_ inches: Int, draw: inout Draw) -> Int {
    let off = draw.within(1...3)
    return inches + (draw.happens(0.5) ? off : -off)
  }
}
