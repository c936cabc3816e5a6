import ScrupleAudit
import ScrupleGroundTruth
import ScrupleStatistics
import Testing

@Suite struct FlagErrorsTests {
  @Test(arguments: 0..<200)
  func everyRateEqualsANaiveCount(seed: Int) throws {
    var world = SmallWorld(seed: UInt64(seed))
    let input = world.input()
    let errors = try FlagErrors(auditing: input)
    let naive = NaiveFlagCounts(input)
    #expect(errors.wrongFlagRate.count == naive.wrong)
    #expect(errors.wrongFlagRate.total == naive.resolvedFlags)
    #expect(errors.unresolvedFlags == naive.unresolved)
    #expect(errors.citizenFlagRate.count == naive.flaggedCitizens)
    #expect(errors.citizenFlagRate.total == naive.searchedCitizens)
    #expect(errors.citizenFlagRateByBooking.count == naive.flaggedCitizenBookings)
    #expect(errors.citizenFlagRateByBooking.total == naive.citizenBookings)
    #expect(errors.citizenShareOfFlags.count == naive.flaggedCitizenBookings)
    #expect(errors.citizenShareOfFlags.total == naive.resolvedFlags)
    #expect(errors.missedFlagRate.count == naive.missed)
    #expect(errors.missedFlagRate.total == naive.flaggable)
    #expect(errors.severity.reduce(0) { $0 + $1.count } == naive.wrong)
    for row in errors.citizenFlagRates {
      #expect(row.rate.count == naive.flagged[row.citizenClass, default: []].count)
      #expect(row.rate.total == naive.searched[row.citizenClass, default: []].count)
    }
  }

  @Test func unresolvedFlagsWidenTheWrongFlagRateToBothSides() throws {
    let right = BookingTruth(
      person: 0, citizenClass: .noncitizen, status: .expired, isFlaggable: true)
    let wrong = BookingTruth(
      person: 1, citizenClass: .naturalized, status: .citizen, isFlaggable: false)
    let flags = (0..<4).map { AuditedFlag(booking: Int32($0), records: [0], basis: .link) }
    let errors = try FlagErrors(
      auditing: FlagAuditInput(bookings: [right, wrong, nil, nil], flags: flags))
    #expect(errors.wrongFlagRate.estimate == 0.5)
    #expect(errors.wrongFlagRateIfUnresolvedRight == 0.25)
    #expect(errors.wrongFlagRateIfUnresolvedWrong == 0.75)
  }

  @Test func repeatBookingsOfOnePersonWidenTheInterval() throws {
    let flags = (0..<40).map { AuditedFlag(booking: Int32($0), records: [0], basis: .link) }
    func rate(bookingsEach: Int) throws -> Rate {
      let bookings = (0..<40).map { row in
        BookingTruth(
          person: Int32(row / bookingsEach),
          citizenClass: row / bookingsEach % 2 == 0 ? .bornHere : .noncitizen,
          status: row / bookingsEach % 2 == 0 ? .citizen : .expired,
          isFlaggable: row / bookingsEach % 2 != 0)
      }
      return try FlagErrors(auditing: FlagAuditInput(bookings: bookings, flags: flags))
        .wrongFlagRate
    }
    let alone = try rate(bookingsEach: 1)
    let repeated = try rate(bookingsEach: 10)
    #expect(alone.estimate == repeated.estimate)
    #expect(try #require(repeated.upper) > #require(alone.upper))
    #expect(try #require(repeated.lower) < #require(alone.lower))
  }

  @Test func aBookingIsFlaggedOnce() {
    let twice = [0, 0].map { AuditedFlag(booking: $0, records: [], basis: .absence) }
    #expect(throws: FlagAuditError.bookingTwice(flag: 2)) {
      try FlagErrors(auditing: FlagAuditInput(bookings: [nil], flags: twice))
    }
    let far = [AuditedFlag(booking: 1, records: [], basis: .absence)]
    #expect(throws: FlagAuditError.bookingOutOfRange(flag: 1)) {
      try FlagErrors(auditing: FlagAuditInput(bookings: [nil], flags: far))
    }
  }

  @Test func noFlagsGiveNoDataAndNotZero() throws {
    let errors = try FlagErrors(auditing: FlagAuditInput(bookings: [], flags: []))
    #expect(errors.wrongFlagRate.estimate == nil)
    #expect(errors.wrongFlagRate.method == "no data")
    #expect(errors.wrongFlagRateIfUnresolvedWrong == nil)
  }
}

/// A few bookings of a few persons, some of whom change class between bookings.
private struct SmallWorld {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func input() -> FlagAuditInput {
    let bookings: [BookingTruth?] = (0..<below(14)).map { _ in
      guard below(5) > 0 else { return nil }
      let citizenClass = CitizenClass.allCases[below(5)]
      let status = citizenClass.isCitizen ? TrueStatus.citizen : TrueStatus.allCases[below(12)]
      return BookingTruth(
        person: Int32(below(5)), citizenClass: citizenClass, status: status,
        isFlaggable: [.expired, .withoutInspection, .orderedRemoved].contains(status))
    }
    var flags: [AuditedFlag] = []
    for booking in bookings.indices where below(2) == 0 {
      flags.append(AuditedFlag(booking: Int32(booking), records: [0], basis: .link))
    }
    return FlagAuditInput(bookings: bookings, flags: flags.reversed())
  }
}

/// The same figures by looking at every booking for every figure.
private struct NaiveFlagCounts {
  var wrong = 0
  var resolvedFlags = 0
  var unresolved = 0
  var citizenBookings = 0
  var flaggedCitizenBookings = 0
  var flaggable = 0
  var missed = 0
  var searched: [CitizenClass: Set<Int32>] = [:]
  var flagged: [CitizenClass: Set<Int32>] = [:]

  init(_ input: FlagAuditInput) {
    for (row, truth) in input.bookings.enumerated() {
      let isFlagged = input.flags.contains { $0.booking == row }
      guard let truth else {
        unresolved += isFlagged ? 1 : 0
        continue
      }
      searched[truth.citizenClass, default: []].insert(truth.person)
      if truth.citizenClass != .noncitizen { citizenBookings += 1 }
      if truth.isFlaggable { flaggable += 1 }
      if truth.isFlaggable, !isFlagged { missed += 1 }
      guard isFlagged else { continue }
      flagged[truth.citizenClass, default: []].insert(truth.person)
      resolvedFlags += 1
      if !truth.isFlaggable { wrong += 1 }
      if truth.citizenClass != .noncitizen { flaggedCitizenBookings += 1 }
    }
  }

  var searchedCitizens: Int { union(searched).count }
  var flaggedCitizens: Int { union(flagged).count }

  private func union(_ sets: [CitizenClass: Set<Int32>]) -> Set<Int32> {
    sets.filter { $0.key != .noncitizen }.values.reduce(into: []) { $0.formUnion($1) }
  }
}
