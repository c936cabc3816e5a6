/// Counts who was booked how often, and what clerks knew of it.
struct BookingObserver: Sendable {
  let plan: BookingPlan
  /// Households for each one of the pilot that settled the propensities.
  let householdsPerPilot: Double

  /// Counts the bookings of a household of the background population, person by person.
  func observe(
    _ people: [Person], _ bookings: [[Booking]], into tally: inout RateTally
  ) {
    var foreign = 0
    var foreignMean = 0.0
    var foreignVariance = 0.0
    for (person, bookings) in zip(people, bookings) {
      let moments = BookingMoments(plan, person)
      if moments.mean > 0 { countNumber(bookings.count, of: person, moments, &tally) }
      if person.birthCountry != "US" {
        foreign += bookings.count
        foreignMean += moments.mean
        foreignVariance += moments.variance
      }
      countFlags(bookings, of: person, &tally)
    }
    guard foreignMean > 0 else { return }
    // The pilot knows the whole from a part of the households.
    let open = max(0, householdsPerPilot - 1) * foreignMean * foreignMean
    tally[.bookingForeignBornShare].add(
      foreign, expected: foreignMean, variance: foreignVariance + open)
  }

  private func countNumber(
    _ count: Int, of person: Person, _ moments: BookingMoments, _ tally: inout RateTally
  ) {
    // The few of whom more is expected than a person can have are left out.
    guard moments.mean * plan.rates.chronicPropensity < 20 else { return }
    if person.sex == .male {
      tally[.bookingMaleFactor].add(
        count, expected: moments.mean, variance: moments.variance)
    }
    tally[.bookingChronicFactor].add(
      count * (count - 1), expected: moments.pairs, variance: moments.varianceOfPairs)
  }

  private func countFlags(
    _ bookings: [Booking], of person: Person, _ tally: inout RateTally
  ) {
    guard bookings.count > 1 else { return }
    let isNative = person.birthCountry == "US"
    let rates = isNative ? plan.rates.priorFlagNative : plan.rates.priorFlagForeignBorn
    for place in bookings.indices.dropLast() where bookings[place].priorOutcome.isEmpty {
      let outcome = bookings[place + 1].priorOutcome
      tally[isNative ? .priorFlagNative : .priorFlagForeignBorn].count(
        !outcome.isEmpty, at: rates[person.group.place])
      if !outcome.isEmpty {
        tally[.priorUnresolved].count(
          outcome == "unresolved", at: plan.rates.priorUnresolved)
      }
    }
  }

  /// Counts what a clean row says beside the facts of the day.
  func observe(
    _ row: RowDraft, of person: Person, on day: Day, into tally: inout RateTally
  ) {
    let rates = plan.rates
    let group = person.group.place
    if person.identifiers.alienNumbers.contains(where: { $0.issued <= day }) {
      tally[.bookingAlienNumber].count(
        !row[BookingColumn.alienNumber].isEmpty, at: rates.alienNumberKnown[group])
    }
    let aliases = row[BookingColumn.aliases].split(separator: ";").map(String.init)
    let current = person.name(on: day)
    var earlier: [String] = []
    for version in person.names where version.from <= day && version.name != current {
      let written = NameWriting.written(version.name, as: NameStyle()).column()
      earlier.append(written)
      tally[.aliasOwnName].count(aliases.contains(written), at: rates.aliasOwnName[group])
    }
    let nicknames = NameBook.standard.nicknames(
      of: current.given.first ?? "", group: person.group)
    guard !nicknames.isEmpty else { return }
    tally[.aliasNickname].count(
      aliases.contains { !earlier.contains($0) }, at: rates.aliasNickname[group])
  }
}

/// The moments of a person's number of bookings: Poisson, with a mean that is
/// multiplied by one of two propensities.
struct BookingMoments {
  let mean: Double
  let variance: Double
  /// The mean of N(N - 1), and its variance, by factorial moments.
  let pairs: Double
  let varianceOfPairs: Double

  init(_ plan: BookingPlan, _ person: Person) {
    let rates = plan.rates
    let presence = Presence(of: person, from: rates.firstDay, through: rates.lastDay)
    let scale = person.birthCountry == "US" ? plan.nativeScale : plan.foreignScale
    let mean = scale * plan.expectedWeight(of: person, presence)
    func moment(_ order: Int) -> Double {
      func power(_ base: Double) -> Double { (0..<order).reduce(1) { one, _ in one * base } }
      return rates.chronicShare * power(rates.chronicPropensity * mean)
        + (1 - rates.chronicShare) * power(rates.otherPropensity * mean)
    }
    self.mean = mean
    let second = moment(2)
    pairs = second
    variance = mean + second - mean * mean
    varianceOfPairs = moment(4) + 4 * moment(3) + 2 * second - second * second
  }
}
