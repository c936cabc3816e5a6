/// Who is booked how often, and when.
///
/// The number of bookings of a person is Poisson with a mean that is the
/// product of a scale, the person's weight by age and sex, a propensity that
/// few people have many times over, and the share of the period spent in the
/// country. The scale is fixed so that the target is met in expectation.
struct BookingPlan: Sendable {
  let rates: BookingRates
  let seed: UInt64
  /// Mean bookings of weight 1 over the whole period, for people born in the U.S.
  var nativeScale = 0.0
  /// The same for people born abroad.
  var foreignScale = 0.0

  init(_ rates: BookingRates, seed: UInt64) {
    self.rates = rates
    self.seed = seed
  }

  /// The person's weight times the share of the period present, without propensity.
  func expectedWeight(of person: Person, _ presence: Presence) -> Double {
    guard presence.dayCount > 0 else { return 0 }
    let middle = Day(number: (rates.firstDay.number + rates.lastDay.number) / 2)
    let age = max(Presence.leastAge, middle.age(ofBornOn: person.birthDate))
    let weight = Self.weight(ofAge: age) * (person.sex == .male ? rates.maleFactor : 1)
    return weight * Double(presence.dayCount) / Double(rates.dayCount)
  }

  /// The arrest days of a person, in order of time; at most `RowIds.bookingsPerPerson`.
  func arrestDays(of person: Person) -> [Day] {
    let presence = Presence(of: person, from: rates.firstDay, through: rates.lastDay)
    let weight = expectedWeight(of: person, presence)
    guard weight > 0 else { return [] }
    var draw = Draw(seed: seed, for: .bookings, index: UInt64(person.number))
    let isChronic = draw.happens(rates.chronicShare)
    let propensity = isChronic ? rates.chronicPropensity : rates.otherPropensity
    let scale = person.birthCountry == "US" ? nativeScale : foreignScale
    let count = min(
      draw.poisson(mean: scale * weight * propensity), Int(RowIds.bookingsPerPerson))
    guard count > 0 else { return [] }
    return (0..<count).map { _ in presence.day(at: draw.below(presence.dayCount)) }.sorted()
  }

  /// Arrests by age fall as life goes on.
  private static func weight(ofAge age: Int) -> Double {
    switch age {
    case ..<25: 1.5
    case ..<35: 1.4
    case ..<45: 1
    case ..<55: 0.6
    case ..<65: 0.3
    default: 0.08
    }
  }
}
