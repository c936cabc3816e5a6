extension BookingPlan {
  /// The bookings of a person in order of time, with the outcome of a flag that
  /// an earlier one of them had.
  func bookings(of person: Person) -> [Booking] {
    let days = arrestDays(of: person)
    guard !days.isEmpty else { return [] }
    var draw = Draw(
      seed: seed, for: .bookings, index: UInt64(person.number), part: 1 << 32)
    let rates =
      person.birthCountry == "US" ? self.rates.priorFlagNative : self.rates.priorFlagForeignBorn
    var outcome = ""
    return days.enumerated().map { ordinal, day in
      var booking = Booking(ordinal: ordinal, day: day)
      booking.priorOutcome = outcome
      // What this booking leaves behind for the next.
      if draw.happens(rates[person.group.place]) {
        let isUnresolved = draw.happens(self.rates.priorUnresolved)
        let truth = person.isFlaggable(on: day) ? "confirmed" : "refuted"
        outcome = isUnresolved ? "unresolved" : truth
      }
      return booking
    }
  }
}
