/// What goes wrong with an immigration record between what the system knows and
/// the file, and what a merged file takes from a second person.
struct RecordFaults {
  let seed: UInt64
  let world: WorldSource
  var corruptor: RowCorruptor

  /// Changes the cells of a clean row, each change logged.
  ///
  /// - Parameter partner: the second person of a merged file.
  mutating func apply(
    _ facts: RecordFacts, of person: Person, partner: Person?, to row: inout RowDraft
  ) {
    var draw = Draw(
      seed: seed, for: .recordCorruption, index: UInt64(person.number),
      part: UInt64(facts.ordinal))
    for fault in facts.faults {
      row.change(fault.column, to: fault.value, by: fault.operatorName)
    }
    guard !facts.isSpared else { return }
    corruptor.begin(person.group, facts.system)
    if let partner { merge(partner, on: facts.nameDay, into: &row, &draw) }
    changeName(facts, person, &row, &draw)
    changeBirthDate(person, &row, &draw)
    changeOthers(facts, person, &row, &draw)
    changeNumbers(person, &row, &draw)
    row.settle()
  }

  /// The second person of a merged file; nil where there is nobody to merge with.
  func partner(of facts: RecordFacts, _ person: Person) -> Person? {
    guard facts.file == .merged else { return nil }
    var draw = Draw(
      seed: seed, for: .recordCorruption, index: UInt64(person.number),
      part: 1 << 32 | UInt64(facts.ordinal))
    return world.stranger(to: person.household, draw: &draw)
  }

  // MARK: - Fields

  /// Takes the birth date and one of name and A-number from the second person.
  private func merge(
    _ partner: Person, on day: Day, into row: inout RowDraft, _ draw: inout Draw
  ) {
    let cause = "merged_file"
    row.change(RecordColumn.birthDate, to: partner.birthDate.text, by: cause)
    if draw.happens(0.5), let number = partner.identifiers.alienNumbers.first {
      row.change(RecordColumn.aNumber, to: number.digits, by: cause)
    } else {
      writeName(partner.name(on: day), by: cause, &row)
    }
  }

  private func writeName(_ name: TrueName, by cause: String, _ row: inout RowDraft) {
    let written = NameWriting.written(name, as: NameStyle())
    row.change(RecordColumn.lastName, to: written.last, by: cause)
    row.change(RecordColumn.firstName, to: written.first, by: cause)
    row.change(RecordColumn.middleName, to: written.middle, by: cause)
  }

  private mutating func changeName(
    _ facts: RecordFacts, _ person: Person, _ row: inout RowDraft, _ draw: inout Draw
  ) {
    if corruptor.takes(.recordNameWrong, &draw),
      let other = world.stranger(to: person.household, draw: &draw)
    {
      writeName(other.name(on: facts.nameDay), by: "other_persons_name", &row)
    } else if !row.changes.contains(where: { $0.place == RecordColumn.lastName.rawValue }) {
      NameFaults.records.apply(
        person.name(on: facts.nameDay), of: person.group, to: &row, &corruptor, &draw)
    }
    let parts = [RecordColumn.lastName, .firstName, .middleName].map(\.rawValue)
    let isChanged = row.changes.contains { parts.contains($0.place) }
    guard isChanged, !row[RecordColumn.nameRaw].isEmpty else { return }
    let suffix = person.name(on: facts.nameDay).suffix
    let name = WrittenName(
      last: row[RecordColumn.lastName], first: row[RecordColumn.firstName],
      middle: row[RecordColumn.middleName], suffix: PlainLetters.key(suffix))
    row.change(
      RecordColumn.nameRaw, to: name.column(limit: RecordClerk.rawNameLimit),
      by: "follows_name_parts")
  }

  private mutating func changeBirthDate(
    _ person: Person, _ row: inout RowDraft, _ draw: inout Draw
  ) {
    let column = RecordColumn.birthDate
    let steps: [CorruptionStep] = [
      .recordBirthDateSwapped, .recordBirthDateYear, .recordBirthDateDigit,
      .recordBirthDateWrong, .recordBirthDateJanuary,
    ]
    switch corruptor.takesOne(of: steps, &draw) {
    case 0: row.change(column, by: DayMonthSwap(), &draw)
    case 1: row.change(column, by: YearOff(), &draw)
    case 2: row.change(column, by: DateDigit(), &draw)
    case 3:
      if let other = world.stranger(to: person.household, draw: &draw) {
        row.change(column, to: other.birthDate.text, by: "other_persons_birth_date")
      }
    case 4: row.change(column, by: JanuaryFirst(), &draw)
    default: break
    }
  }

  private mutating func changeOthers(
    _ facts: RecordFacts, _ person: Person, _ row: inout RowDraft, _ draw: inout Draw
  ) {
    if corruptor.takes(.recordSexWrong, &draw) {
      let wrong = person.sex == .male ? Sex.female : .male
      row.change(RecordColumn.sex, to: wrong.rawValue, by: "sex_wrong")
    }
    if facts.showsHeight, corruptor.takes(.recordHeightOff, &draw) {
      let height = BodySlips.height(person.heightInches, draw: &draw)
      row.change(RecordColumn.height, to: BookingClerk.heightText(height), by: "height_off")
    }
    if corruptor.takes(.recordBirthCountryWrong, &draw) {
      let others = person.group.countriesOfOrigin.filter { $0 != person.birthCountry }
      let country = Country.named(draw.element(of: others.isEmpty ? ["MX"] : others))
      row.change(
        RecordColumn.birthCountry, to: RecordClerk.code(of: country, in: facts.system),
        by: "birth_country_wrong")
    }
  }

  private mutating func changeNumbers(
    _ person: Person, _ row: inout RowDraft, _ draw: inout Draw
  ) {
    if !row[RecordColumn.ssn].isEmpty, corruptor.takes(.recordSsnTypo, &draw),
      let wrong = NumberSlips.socialSecurityNumberOff(row[RecordColumn.ssn], draw: &draw)
    {
      row.change(RecordColumn.ssn, to: wrong, by: "digit_off")
    }
    guard !corruptor.empties(RecordColumn.aNumber, .recordANumberMissing, &row, &draw) else {
      return
    }
    let faults = AlienNumberFaults<RecordColumn>(
      column: .aNumber, other: .recordANumberOther, typo: .recordANumberTypo,
      zeroLoss: .recordANumberZeroLoss)
    faults.apply(person, to: &row, world, &corruptor, &draw)
  }
}
