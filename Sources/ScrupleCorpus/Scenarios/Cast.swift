/// The people of a gallery instance while it is built, with their bookings and records.
struct Cast {
  let setting: GallerySetting
  private(set) var people: [Person] = []
  private(set) var relations: [Relation] = []
  private var bookings: [UInt32: [Booking]] = [:]
  private var records: [UInt32: [RecordFacts]] = [:]

  init(_ setting: GallerySetting) { self.setting = setting }

  /// The instance.
  var gallery: GalleryCase {
    GalleryCase(
      household: Household(number: setting.household, people: people, relations: relations),
      bookings: bookings, records: records)
  }

  // MARK: - People

  /// Adds a person with looks of their own; numbers come with `give`.
  ///
  /// - Returns: the person's place in the cast.
  @discardableResult
  mutating func add(_ part: Part, _ draw: inout Draw) -> Int {
    let number = setting.person + UInt32(people.count)
    let looks = Body(sex: part.sex, group: part.group, &draw)
    var person = Person(
      number: number, household: setting.household, group: part.group, sex: part.sex,
      birthDate: part.birth, birthDateAssigned: false, birthCountry: part.place.country,
      birthState: part.place.state, birthCity: part.place.city,
      birthCitizenship: part.place.country == "US" ? .usSoil : .none,
      names: [NameVersion(name: part.name, from: part.birth, reason: .birth)],
      heightInches: looks.heightInches, weightPounds: looks.weightPounds,
      eyeColor: looks.eyeColor, hairColor: looks.hairColor, twin: nil, statuses: part.statuses,
      derivation: nil, identifiers: PersonIdentifiers(), death: nil)
    if person.statuses.isEmpty {
      person.statuses = [StatusInterval(status: .citizen, from: part.birth, event: .birth)]
    }
    person.identifiers = numbers(of: person)
    people.append(person)
    return people.count - 1
  }

  /// The numbers of a person: an A-number since the first status that gives one.
  private func numbers(of person: Person) -> PersonIdentifiers {
    var numbers = PersonIdentifiers()
    let issuer = setting.issuer
    let settled: Set<ImmigrationStatus> = [.citizen, .permanentResident, .refugee]
    if let last = person.statuses.last, settled.contains(last.status) {
      numbers.socialSecurityNumber = issuer.socialSecurityNumber(person.number)
    }
    guard person.isForeignBorn, let first = person.statuses.first else { return numbers }
    numbers.fingerprintNumber = issuer.fingerprintNumber(person.number)
    numbers.alienNumbers = [
      AlienNumber(
        digits: issuer.permanentAlienNumber(person.number), series: .permanent,
        issued: first.from.adding(days: 30))
    ]
    if person.statuses.contains(where: { $0.event == .oath }) {
      numbers.certificateNumber = issuer.certificateNumber(person.number)
    }
    return numbers
  }

  /// Changes what is true of a person.
  mutating func change(_ place: Int, _ edit: (inout Person) -> Void) { edit(&people[place]) }

  /// Notes that two are related.
  mutating func relate(
    _ one: Int, _ kind: Relation.Kind, of other: Int, custody: (from: Day, to: Day)? = nil
  ) {
    relations.append(
      Relation(
        person: people[one].number, other: people[other].number, kind: kind,
        custodyFrom: custody?.from, custodyTo: custody?.to))
  }

  // MARK: - Rows

  /// Books a person on a day, for a scenario, with what goes wrong.
  mutating func book(
    _ place: Int, on day: Day, _ scenario: String, cause: String, priorOutcome: String = "",
    _ faults: [DesignedFault<BookingColumn>] = []
  ) {
    let number = people[place].number
    var booking = Booking(ordinal: bookings[number]?.count ?? 0, day: day)
    booking.scenario = scenario
    booking.designedCause = cause
    booking.priorOutcome = priorOutcome
    booking.faults = faults
    booking.isSpared = true
    bookings[number, default: []].append(booking)
  }

  /// Adds the index card of a person's A-file, with the status of a day: what came later never
  /// reached it.
  ///
  /// - Parameter parent: the place of the parent whose A-number the file names; nil for none.
  mutating func file(
    _ place: Int, knowing day: Day, namingParent parent: Int? = nil,
    _ faults: [DesignedFault<RecordColumn>] = []
  ) {
    let person = people[place]
    guard let known = person.status(on: day) else { return }
    var facts = RecordFacts(
      .cis, ordinal: SourceSystem.cis.ordinals.lowerBound, nameDay: day,
      asOf: setting.registryDay, lastUpdate: known.from, status: known.status)
    facts.classCode = known.classCode
    facts.alienNumber = person.identifiers.alienNumbers.first?.digits ?? ""
    facts.showsCitizenship = true
    if let parent { facts.parentAlienNumber = people[parent].fileNumber(on: facts.asOf) }
    if known.event == .order { facts.orderDate = known.from }
    if known.event == .oath {
      facts.naturalizationDate = known.from
      facts.certificateNumber = person.identifiers.certificateNumber ?? ""
    }
    facts.faults = faults
    facts.isSpared = true
    records[person.number, default: []].append(facts)
  }

  /// Adds an encounter with enforcement, with the status of its day.
  mutating func meet(
    _ place: Int, on day: Day, _ faults: [DesignedFault<RecordColumn>] = []
  ) {
    let person = people[place]
    var facts = RecordFacts(
      .eid, ordinal: SourceSystem.eid.ordinals.lowerBound, nameDay: day, asOf: day,
      lastUpdate: day, status: person.statusWord(on: day))
    facts.classCode = person.status(on: day)?.classCode ?? ""
    facts.alienNumber = person.identifiers.alienNumbers.first?.digits ?? ""
    facts.showsFingerprintNumber = true
    facts.showsHeight = true
    facts.showsCitizenship = true
    facts.encounters = [day]
    facts.orderDate = person.statuses.first { $0.event == .order && $0.from <= day }?.from
    facts.faults = faults
    facts.isSpared = true
    records[person.number, default: []].append(facts)
  }
}
