/// Writes all rows of households into a chunk: truth, bookings, records, labels
/// and the log of what went wrong.
struct HouseholdWriter {
  private let context: CorpusContext
  private let bookingClerk: BookingClerk
  private let recordClerk: RecordClerk
  private var bookingFaults: BookingFaults
  private var recordFaults: RecordFaults
  private var bookingRow = RowDraft(columnCount: BookingColumn.allCases.count)
  private var recordRow = RowDraft(columnCount: RecordColumn.allCases.count)
  private(set) var output = ChunkOutput()

  init(_ context: CorpusContext) {
    self.context = context
    let corruptor = RowCorruptor(plan: context.corruption)
    bookingClerk = BookingClerk(
      seed: context.seed, ids: context.ids, rates: context.bookings.rates)
    recordClerk = RecordClerk(
      seed: context.seed, ids: context.ids, issuer: context.issuer)
    bookingFaults = BookingFaults(
      seed: context.seed, world: context.world, corruptor: corruptor)
    recordFaults = RecordFaults(
      seed: context.seed, world: context.world, corruptor: corruptor)
  }

  /// Writes a household of the background population.
  mutating func write(_ household: Household) {
    var household = household
    var bookings: [[Booking]] = []
    for place in household.people.indices {
      bookings.append(context.bookings.bookings(of: household.people[place]))
      numberIfBooked(&household.people[place], bookings[place])
    }
    output.truthFaults += TruthCheck.faults(in: household).count
    context.households.observe(household, into: &output.rates)
    context.bookingObserver.observe(household.people, bookings, into: &output.rates)
    TruthRows.append(household, ids: context.ids, to: &output)
    let registry = RegistryObserver(plan: context.records)
    for (person, bookings) in zip(household.people, bookings) {
      let records = context.records.records(of: person).map {
        $0.namingParent(of: person, in: household)
      }
      registry.observe(records, of: person, into: &output.rates)
      write(person, bookings: bookings, records: records)
    }
  }

  /// Writes a household built by hand, with the bookings and records it comes with.
  mutating func write(_ gallery: GalleryCase) {
    var household = gallery.household
    let bookings = household.people.map { gallery.bookings[$0.number] ?? [] }
    for place in household.people.indices {
      numberIfBooked(&household.people[place], bookings[place])
    }
    output.truthFaults += TruthCheck.faults(in: household).count
    TruthRows.append(household, ids: context.ids, to: &output)
    for (person, bookings) in zip(household.people, bookings) {
      write(person, bookings: bookings, records: gallery.records[person.number] ?? [])
    }
  }

  /// Those who are booked are fingerprinted, and hold the numbers that come of it.
  private func numberIfBooked(_ person: inout Person, _ bookings: [Booking]) {
    guard let first = bookings.first else { return }
    let home = HomePlace.home(
      ofHousehold: person.household, on: first.day, seed: context.seed)
    if person.identifiers.fbiNumber == nil {
      person.identifiers.fbiNumber = context.issuer.fbiNumber(person.number)
    }
    if person.identifiers.stateNumber == nil {
      person.identifiers.stateNumber = context.issuer.stateNumber(
        person.number, state: home.state)
    }
  }

  private mutating func write(_ person: Person, bookings: [Booking], records: [RecordFacts]) {
    let bookingNumbers = bookings.map {
      context.ids.number(ofBooking: $0.ordinal, of: person.number)
    }
    for (booking, number) in zip(bookings, bookingNumbers) {
      write(booking, number: number, of: person)
    }
    for facts in records { write(facts, of: person, bookingNumbers) }
    output.counts.bookedPeople += bookings.isEmpty ? 0 : 1
    output.counts.enrolledPeople += records.isEmpty ? 0 : 1
    output.counts.matedBookings += records.isEmpty ? 0 : bookings.count
  }

  /// Ends the chunk.
  mutating func finish() -> ChunkOutput {
    output.tally.add(bookingFaults.corruptor.tally)
    output.tally.add(recordFaults.corruptor.tally)
    for place in output.tables.indices { output.tables[place].seal() }
    return output
  }

  // MARK: - Rows

  private mutating func write(_ booking: Booking, number: UInt64, of person: Person) {
    bookingRow.reset()
    bookingClerk.write(booking, of: person, into: &bookingRow)
    if booking.scenario.isEmpty {
      context.bookingObserver.observe(
        bookingRow, of: person, on: booking.day, into: &output.rates)
    }
    bookingFaults.apply(booking, of: person, to: &bookingRow)
    output.add(bookingRow, to: .bookings, key: number)
    let status = person.statusWord(on: booking.day)
    let isFlaggable = person.isFlaggable(on: booking.day)
    output.counts.flaggableBookings += isFlaggable ? 1 : 0
    output[.labels].append(
      key: number,
      [
        context.ids.bookingId(number), context.ids.personId(person.number), booking.day.text,
        person.citizenClass(on: booking.day).rawValue, status.rawValue,
        isFlaggable ? "true" : "false", booking.scenario, booking.designedCause,
      ])
  }

  private mutating func write(
    _ facts: RecordFacts, of person: Person, _ bookingNumbers: [UInt64]
  ) {
    let number = context.ids.number(ofRecord: facts.ordinal, of: person.number)
    let partner = recordFaults.partner(of: facts, person)
    recordRow.reset()
    recordClerk.write(facts, of: person, into: &recordRow)
    recordFaults.apply(facts, of: person, partner: partner, to: &recordRow)
    output.add(recordRow, to: .immigrationRecords, key: number)
    writeLabel(facts, number: number, of: person, partner: partner)
    let recordId = context.ids.recordId(number)
    for booking in bookingNumbers { writePair(booking, number, recordId) }
    if let partner {
      for booking in context.bookings.bookings(of: partner) {
        let other = context.ids.number(ofBooking: booking.ordinal, of: partner.number)
        writePair(other, number, recordId)
      }
    }
    output.counts.recordsBySystem[facts.system.place] += 1
    output.counts.splitRecords += facts.file == .split ? 1 : 0
    output.counts.mergedRecords += partner == nil ? 0 : 1
  }

  private mutating func writeLabel(
    _ facts: RecordFacts, number: UInt64, of person: Person, partner: Person?
  ) {
    var ids = context.ids.personId(person.number)
    var status = person.statusWord(on: facts.asOf).rawValue
    var file = facts.file
    if let partner {
      ids += ";" + context.ids.personId(partner.number)
      status += ";" + partner.statusWord(on: facts.asOf).rawValue
    } else if file == .merged {
      file = .whole
    }
    output[.recordLabels].append(
      key: number, [context.ids.recordId(number), ids, status, file.rawValue])
  }

  private mutating func writePair(_ booking: UInt64, _ record: UInt64, _ recordId: String) {
    output[.truth].append(
      key: booking << 32 | record, [context.ids.bookingId(booking), recordId])
  }
}

extension ChunkOutput {
  /// Adds a row and its log, and counts it where the log does not account for it.
  mutating func add(_ row: RowDraft, to table: CorpusTable, key: UInt64) {
    self[table].append(key: key, row.cells)
    rowsUnaccounted += row.isAccountedFor ? 0 : 1
    let columns = table == .bookings ? Self.bookingColumns : Self.recordColumns
    let tableKey: UInt64 = table == .bookings ? 0 : 1 << 62
    for (step, change) in row.changes.enumerated() {
      self[.corruptionLog].append(
        key: tableKey | key << 8 | UInt64(step),
        [
          table.name, row.cells[0], columns[change.place], change.clean, change.dirty,
          change.operatorName,
        ])
    }
  }

  private static let bookingColumns = BookingColumn.names
  private static let recordColumns = RecordColumn.names
}
