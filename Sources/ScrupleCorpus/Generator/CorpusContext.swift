/// What every part of the generator reads and none changes.
struct CorpusContext: Sendable {
  let seed: UInt64
  let world: WorldSource
  let ids: RowIds
  let issuer: IdentifierIssuer
  let bookings: BookingPlan
  let records: RecordPlan
  let corruption: CorruptionPlan
  let households: HouseholdObserver
  let bookingObserver: BookingObserver
}

/// The households of a world, each made on demand and the same every time.
struct WorldSource: Sendable {
  let householdCount: Int
  let personCount: Int
  let household: @Sendable (Int) -> Household

  init(householdCount: Int, personCount: Int, household: @escaping @Sendable (Int) -> Household) {
    self.householdCount = householdCount
    self.personCount = personCount
    self.household = household
  }

  init(_ builder: WorldBuilder) {
    self.init(
      householdCount: builder.householdCount, personCount: builder.personCount,
      household: { builder.household($0) })
  }

  /// A grown person of another household, born abroad if one is met in a few tries.
  ///
  /// - Returns: nil where the world has no other household.
  func stranger(to household: UInt32, draw: inout Draw) -> Person? {
    guard householdCount > 1 else { return nil }
    var found: Person?
    for _ in 0..<6 {
      let number = draw.below(householdCount)
      guard number != Int(household) else { continue }
      let people = self.household(number).people
      let foreign = people.first { !$0.identifiers.alienNumbers.isEmpty }
      found = foreign ?? found ?? people.first
      if foreign != nil { break }
    }
    return found
  }
}
