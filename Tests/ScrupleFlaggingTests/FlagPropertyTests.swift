import ScrupleFlagging
import ScrupleNormalization
import Testing

/// A small generator (SplitMix64), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Bookings, records and links drawn at random, with a weight for each link.
struct DrawnWorld {
  var bookings: [BookingFacts] = []
  var records: [StatusRecord] = []
  var links: [RecordLink] = []
  var weights: [Double] = []
  var rule = FlagRule()

  init(seed: UInt64, hasNumbers: Bool = true, recordsPerBooking: Int = 3) {
    var random = SeededGenerator(state: seed)
    rule.staleAfterDays = 1500
    if Bool.random(using: &random) { rule.vetoingIndicia = [] }
    if Bool.random(using: &random) { rule.bases.insert(.stated) }
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      bookings.append(
        BookingFacts(
          bookedOn: Self.date(&random),
          statedCitizenship: [nil, .foreign].randomElement(using: &random)!,
          sex: [nil, .male, .female].randomElement(using: &random)!))
    }
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      var record = StatusRecord(
        status: [.expired, .expired, .orderedRemoved, .citizen, .pending, .unknown]
          .randomElement(using: &random)!)
      record.asOf = Self.date(&random)
      record.sex = [nil, .male].randomElement(using: &random)!
      record.hasCertificate = Int.random(in: 0..<6, using: &random) == 0
      if hasNumbers { record.aNumbers = [.random(in: 1...6, using: &random)] }
      records.append(record)
    }
    for booking in bookings.indices {
      for record in records.indices.shuffled(using: &random).prefix(recordsPerBooking)
      where Bool.random(using: &random) {
        links.append(
          RecordLink(
            booking: booking, record: record,
            standing: Int.random(in: 0..<6, using: &random) == 0 ? .ambiguous : .link))
        weights.append(.random(in: 0...20, using: &random))
      }
    }
  }

  private static func date(_ random: inout SeededGenerator) -> CivilDate? {
    if Int.random(in: 0..<8, using: &random) == 0 { return nil }
    return CivilDate(
      year: .random(in: 2008...2014, using: &random), month: .random(in: 1...12, using: &random),
      day: .random(in: 1...28, using: &random))
  }

  var decisions: FlagDecisions { rule.flags(bookings: bookings, records: records, links: links) }
}

@Suite struct FlagPropertyTests {
  static let seeds: ClosedRange<UInt64> = 1...300

  @Test func everyBookingHasAFlagOrAReason() {
    for seed in Self.seeds {
      let world = DrawnWorld(seed: seed)
      let found = world.decisions
      #expect(found.withheld.count == world.bookings.count, "seed \(seed)")
      for booking in world.bookings.indices {
        #expect((found.flag(of: booking) == nil) == (found.withheld[booking] != nil))
      }
      let counts = FlagCounts(found)
      #expect(counts.flags + counts.withheld.values.reduce(0, +) == counts.bookings)
      #expect(counts.flagsByBasis.values.reduce(0, +) == counts.flags)
      #expect(found.flags.map(\.booking) == found.flags.map(\.booking).sorted())
    }
  }

  @Test func permutingRowsChangesNothing() {
    for seed in Self.seeds {
      let world = DrawnWorld(seed: seed)
      var random = SeededGenerator(state: seed &+ 1_000_000)
      let bookings = world.bookings.indices.shuffled(using: &random)
      let records = world.records.indices.shuffled(using: &random)
      var other = world
      other.bookings = bookings.map { world.bookings[$0] }
      other.records = records.map { world.records[$0] }
      other.links = world.links.map { link in
        var link = link
        link.booking = bookings.firstIndex(of: link.booking)!
        link.record = records.firstIndex(of: link.record)!
        return link
      }.shuffled(using: &random)
      var found = other.decisions
      found.withheld = bookings.indices.map { found.withheld[bookings.firstIndex(of: $0)!] }
      found.flags = found.flags.map { flag in
        var flag = flag
        flag.booking = bookings[flag.booking]
        flag.records = flag.records.map { records[$0] }.sorted()
        return flag
      }.sorted { $0.booking < $1.booking }
      #expect(found == world.decisions, "seed \(seed)")
    }
  }

  @Test func raisingTheThresholdNeverAddsAFlagWhereNoRecordSupersedes() {
    for seed in Self.seeds {
      // One record for each booking: nothing that is lost could have superseded.
      var world = DrawnWorld(seed: seed, hasNumbers: false, recordsPerBooking: 1)
      world.rule.bases = [.link]
      let all = Set(world.decisions.flags.map(\.booking))
      for threshold in stride(from: 0.0, through: 20, by: 2) {
        var higher = world
        higher.links = zip(world.links, world.weights).filter { $1 >= threshold }.map(\.0)
        #expect(Set(higher.decisions.flags.map(\.booking)).isSubset(of: all), "seed \(seed)")
      }
    }
  }

  @Test func anUnrelatedRecordOrBookingChangesNothing() {
    for seed in Self.seeds {
      let world = DrawnWorld(seed: seed)
      var other = world
      other.records.append(StatusRecord(status: .citizen, asOf: day("2010-01-01"), aNumbers: [99]))
      #expect(other.decisions == world.decisions, "seed \(seed)")
      other.bookings.append(BookingFacts(bookedOn: day("2012-01-01")))
      #expect(other.decisions.flags == world.decisions.flags, "seed \(seed)")
    }
  }

  @Test func aBookingBeforeEveryRecordFlagsNothing() {
    for seed in Self.seeds {
      var world = DrawnWorld(seed: seed)
      world.rule.bases = [.link, .identifier]
      for index in world.bookings.indices { world.bookings[index].bookedOn = day("2007-12-31") }
      #expect(world.decisions.flags.isEmpty, "seed \(seed)")
    }
  }

  @Test func recordsAfterTheBookingAddNoFlag() {
    for seed in Self.seeds {
      let world = DrawnWorld(seed: seed)
      var past = world
      past.links = world.links.filter { link in
        guard let booked = world.bookings[link.booking].bookedOn,
          let asOf = world.records[link.record].asOf
        else { return true }
        return asOf <= booked
      }
      let found = Set(past.decisions.flags.filter { $0.basis != .stated }.map(\.booking))
      let all = Set(world.decisions.flags.filter { $0.basis != .stated }.map(\.booking))
      #expect(all.isSubset(of: found), "seed \(seed)")
    }
  }

  @Test func aVetoMoreNeverAddsAFlag() {
    for seed in Self.seeds {
      var world = DrawnWorld(seed: seed)
      let all = Set(world.decisions.flags.map(\.booking))
      world.rule.vetoingIndicia = Set(CitizenshipIndicium.allCases)
      #expect(Set(world.decisions.flags.map(\.booking)).isSubset(of: all), "seed \(seed)")
    }
  }

  @Test func aHistoryMadeBeforeGivesTheSame() {
    for seed in Self.seeds {
      let world = DrawnWorld(seed: seed)
      let found = world.rule.flags(
        bookings: world.bookings, records: world.records, links: world.links,
        history: RecordHistory(world.records))
      #expect(found == world.decisions)
    }
  }

  @Test func supersessionByNumberIsThatOfALookAtEveryRecord() {
    var superseded = 0
    for seed in Self.seeds {
      let world = DrawnWorld(seed: seed)
      var plain = world
      for index in plain.records.indices { plain.records[index].aNumbers = [] }
      let found = world.decisions
      // Stale is told after superseded, so both may stand for a flag without numbers.
      for flag in plain.decisions.flags where flag.basis == .link {
        let booked = world.bookings[flag.booking].bookedOn!
        let isLater = flag.records.contains { mine in
          world.records.contains { other in
            !Set(other.aNumbers).isDisjoint(with: world.records[mine].aNumbers)
              && other.asOf != nil && other.asOf! > world.records[mine].asOf!
              && other.asOf! <= booked
          }
        }
        #expect((found.withheld[flag.booking] == .superseded) == isLater, "seed \(seed)")
        if isLater { superseded += 1 }
      }
    }
    #expect(superseded > 20, "the test sees \(superseded) cases")
  }
}
