/// Counts who holds which number.
struct IdentifierObserver {
  let parameters: WorldParameters

  private static let securityRates: [ObservedRate] = [
    .securityNumberOfCitizens, .securityNumberOfResidents, .securityNumberOfVisitors,
    .securityNumberOfOthers,
  ]

  func observe(_ people: [Person], into tally: inout RateTally) {
    for person in people {
      let numbers = person.identifiers
      let last = person.statuses.last { $0.status != .departed } ?? person.statuses.last
      let place = last?.status.securityStanding ?? 0
      // No more numbers can be issued than the area has.
      if person.number < IdentifierIssuer.securityNumbers {
        tally[Self.securityRates[place]].count(
          numbers.socialSecurityNumber != nil, at: parameters.securityNumbers[place])
      }
      guard person.isForeignBorn else { continue }
      if person.statuses.firstNumberedDay == nil, !person.statuses.isEmpty {
        tally[.encountered].count(!numbers.alienNumbers.isEmpty, at: parameters.encountered)
      }
      if !numbers.alienNumbers.isEmpty {
        tally[.severalAlienNumbers].count(
          numbers.alienNumbers.count > 1, at: parameters.severalAlienNumbers)
      }
    }
  }
}
