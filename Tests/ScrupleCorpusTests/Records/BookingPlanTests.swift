import Testing

@testable import ScrupleCorpus

@Suite struct BookingPlanTests {
  private func plan(_ recipe: Recipe) -> BookingPlan {
    var plan = BookingPlan(BookingRates(recipe), seed: MadeUpWorld.seed)
    plan.nativeScale = 1
    plan.foreignScale = 1
    return plan
  }

  @Test func arrestsAreOfGrownPeopleWhoAreAliveAndInTheCountry() throws {
    let recipe = MadeUpWorld.recipe()
    let plan = plan(recipe)
    let world = try WorldBuilder(recipe: recipe, seed: MadeUpWorld.seed)
    var count = 0
    for number in 0..<world.householdCount {
      for person in world.household(number).people {
        for booking in plan.bookings(of: person) {
          count += 1
          #expect(booking.day.age(ofBornOn: person.birthDate) >= 18)
          #expect((2020...2024).contains(booking.day.year))
          #expect(person.death.map { booking.day < $0 } ?? true)
          let status = person.status(on: booking.day)?.status
          #expect(status != nil && status != .departed)
        }
      }
    }
    #expect(count > 500)
  }

  @Test func anEarlierOutcomeIsThatOfAnEarlierBooking() throws {
    let recipe = MadeUpWorld.recipe()
    let world = try WorldBuilder(recipe: recipe, seed: MadeUpWorld.seed)
    let plan = plan(recipe)
    for number in 0..<world.householdCount {
      for person in world.household(number).people {
        let bookings = plan.bookings(of: person)
        #expect(bookings.first?.priorOutcome ?? "" == "")
        for (place, booking) in bookings.enumerated() where booking.priorOutcome == "confirmed" {
          #expect(bookings[..<place].contains { person.isFlaggable(on: $0.day) })
        }
      }
    }
  }

  @Test func countsArePoissonInMean() {
    var draw = Draw(seed: 1, for: .pilot, index: 0)
    for mean in [0.01, 0.3, 1, 4, 17, 60] {
      let count = 20_000
      let sum = (0..<count).reduce(0) { sum, _ in sum + draw.poisson(mean: mean) }
      let distance = Double(sum) - mean * Double(count)
      #expect(abs(distance) < 5 * (mean * Double(count)).squareRoot(), "\(mean)")
    }
  }

  @Test func theExponentialIsExactToTwelveDigits() {
    // e^-1 and e^-10 to 16 digits (Abramowitz & Stegun, table 4.4).
    #expect(abs(negativeExponential(1) / 0.367_879_441_171_442_3 - 1) < 1e-12)
    #expect(abs(negativeExponential(10) / 4.539_992_976_248_485e-5 - 1) < 1e-12)
    #expect(negativeExponential(0) == 1)
  }
}
