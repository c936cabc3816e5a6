import ScrupleExecution

/// The propensities at which the recipe's numbers of bookings and records are met
/// in expectation, from the first households of the world.
struct Calibration: Sendable {
  private(set) var nativeScale = 0.0
  private(set) var foreignScale = 0.0
  private(set) var coverage = 1.0
  private(set) var intensity = 1.0
  /// How many households were looked at.
  let households: Int

  /// The most households that a small world is looked at with.
  private static let leastHouseholds = 2000
  private static let chunkSize = 250
  /// How much oftener than by their own rates filings, trips and encounters may happen.
  private static let greatestIntensity = 30.0

  /// What one chunk of the pilot gives.
  private struct Pilot: Sendable {
    var people = 0
    var nativeWeight = 0.0
    var foreignWeight = 0.0
    /// People that records can be of.
    var candidates: [Person] = []
  }

  /// Looks at the first households: 2,000 of them, or an eighth of a large world.
  ///
  /// - Throws: `RecipeError.unreachable` where the target cannot be met.
  init(
    _ world: WorldSource, _ bookings: BookingPlan, _ records: RecordPlan,
    _ parallelism: Parallelism
  ) throws(RecipeError) {
    households = min(world.householdCount, max(Self.leastHouseholds, world.householdCount / 8))
    let chunks = chunkRanges(count: households, size: Self.chunkSize)
    let pilots = parallelism.map(chunks.count) { Self.pilot(chunks[$0], world, bookings) }
    let people = pilots.reduce(0) { $0 + $1.people }
    let ratio = Double(world.personCount) / Double(max(1, people))
    let native = pilots.reduce(0) { $0 + $1.nativeWeight } * ratio
    let foreign = pilots.reduce(0) { $0 + $1.foreignWeight } * ratio
    try settleBookings(bookings.rates, native: native, foreign: foreign)
    try settleRecords(
      records, pilots.flatMap(\.candidates), target: records.rates.target / ratio, parallelism)
  }

  private static func pilot(
    _ range: Range<Int>, _ world: WorldSource, _ bookings: BookingPlan
  ) -> Pilot {
    var pilot = Pilot()
    for number in range {
      for person in world.household(number).people {
        pilot.people += 1
        let presence = Presence(
          of: person, from: bookings.rates.firstDay, through: bookings.rates.lastDay)
        let weight = bookings.expectedWeight(of: person, presence)
        if person.birthCountry == "US" {
          pilot.nativeWeight += weight
        } else {
          pilot.foreignWeight += weight
        }
        if person.birthCitizenship != .usSoil { pilot.candidates.append(person) }
      }
    }
    return pilot
  }

  private mutating func settleBookings(
    _ rates: BookingRates, native: Double, foreign: Double
  ) throws(RecipeError) {
    guard rates.target > 0 else { return }
    guard native + foreign > 0 else {
      throw .unreachable(
        key: RecipeParameter.bookings.key, value: rates.target, limit: 0,
        change: "nobody is grown and in the country in the period of arrests")
    }
    let share = rates.foreignBornShare
    if share == 0 || native == 0 || foreign == 0 {
      nativeScale = rates.target / (native + foreign)
      foreignScale = nativeScale
    } else {
      nativeScale = rates.target * (1 - share) / native
      foreignScale = rates.target * share / foreign
    }
  }

  private mutating func settleRecords(
    _ plan: RecordPlan, _ people: [Person], target: Double, _ parallelism: Parallelism
  ) throws(RecipeError) {
    guard target > 0 else {
      coverage = 0
      return
    }
    let natural = Self.count(plan, people, intensity: 1, parallelism)
    if target <= natural {
      coverage = target / natural
      return
    }
    var (low, high) = (1.0, 1.0)
    var most = natural
    while most < target, high < Self.greatestIntensity {
      (low, high) = (high, min(high * 2, Self.greatestIntensity))
      most = Self.count(plan, people, intensity: high, parallelism)
    }
    guard most >= target else {
      throw .unreachable(
        key: RecipeParameter.records.key, value: plan.rates.target,
        limit: plan.rates.target * most / target,
        change: "raise 'population.foreign_born' or 'population.people', or ask for fewer records")
    }
    for _ in 0..<7 {
      let middle = (low + high) / 2
      if Self.count(plan, people, intensity: middle, parallelism) < target {
        low = middle
      } else {
        high = middle
      }
    }
    intensity = (low + high) / 2
  }

  private static func count(
    _ plan: RecordPlan, _ people: [Person], intensity: Double, _ parallelism: Parallelism
  ) -> Double {
    var plan = plan
    plan.intensity = intensity
    let counter = plan
    let chunks = chunkRanges(count: people.count, size: chunkSize)
    let counts = parallelism.map(chunks.count) { chunk in
      chunks[chunk].reduce(0) { $0 + counter.records(of: people[$1]).count }
    }
    return Double(counts.reduce(0, +))
  }
}
