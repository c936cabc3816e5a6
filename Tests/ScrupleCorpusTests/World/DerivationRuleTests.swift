import ScrupleCorpus
import Testing

/// The rule against cases made by hand, and against a walk through every day.
@Suite struct DerivationRuleTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let birth: Day
    let residence: Day
    let parents: [DerivationRule.Parent]
    let expected: Day?
  }

  static func day(_ year: Int, _ month: Int = 1, _ day: Int = 1) -> Day {
    Day(year: year, month: month, day: day)
  }

  static func parent(_ citizen: Day, custody: Day, to: Day? = nil) -> DerivationRule.Parent {
    DerivationRule.Parent(person: 0, citizenFrom: citizen, custodyFrom: custody, custodyTo: to)
  }

  static let cases: [Case] = [
    Case(
      testDescription: "the parent's oath is last", birth: day(2000), residence: day(2005),
      parents: [parent(day(2010, 3, 4), custody: day(2000))], expected: day(2010, 3, 4)),
    Case(
      testDescription: "permanent residence is last", birth: day(2000),
      residence: day(2012, 5, 6), parents: [parent(day(2008), custody: day(2000))],
      expected: day(2012, 5, 6)),
    Case(
      testDescription: "custody is last", birth: day(2000), residence: day(2005),
      parents: [parent(day(2008), custody: day(2011, 7, 8))], expected: day(2011, 7, 8)),
    Case(
      testDescription: "the law itself is last", birth: day(1990), residence: day(1995),
      parents: [parent(day(1999), custody: day(1990))], expected: day(2001, 2, 27)),
    Case(
      testDescription: "eighteen before the law", birth: day(1983, 2, 27),
      residence: day(1990), parents: [parent(day(1995), custody: day(1983, 2, 27))],
      expected: nil),
    Case(
      testDescription: "eighteen a day after the law", birth: day(1983, 2, 28),
      residence: day(1990), parents: [parent(day(1995), custody: day(1983, 2, 28))],
      expected: day(2001, 2, 27)),
    Case(
      testDescription: "the oath on the eighteenth birthday", birth: day(2000, 6, 1),
      residence: day(2005), parents: [parent(day(2018, 6, 1), custody: day(2000, 6, 1))],
      expected: nil),
    Case(
      testDescription: "the oath on the day before it", birth: day(2000, 6, 1),
      residence: day(2005), parents: [parent(day(2018, 5, 31), custody: day(2000, 6, 1))],
      expected: day(2018, 5, 31)),
    Case(
      testDescription: "custody that ended before the oath", birth: day(2000),
      residence: day(2005), parents: [parent(day(2010), custody: day(2000), to: day(2009))],
      expected: nil),
    Case(
      testDescription: "the other parent comes first", birth: day(2000), residence: day(2005),
      parents: [
        parent(day(2012), custody: day(2000)), parent(day(2011), custody: day(2000)),
      ], expected: day(2011)),
    Case(
      testDescription: "no parent is a citizen", birth: day(2000), residence: day(2005),
      parents: [], expected: nil),
  ]

  @Test(arguments: cases) func theRuleGivesTheFirstDayOnWhichAllHold(_ one: Case) {
    let found = DerivationRule.derivation(
      birth: one.birth, residenceFrom: one.residence, parents: one.parents)
    #expect(found?.day == one.expected)
  }

  @Test func theRuleAgreesWithAWalkThroughEveryDay() {
    for seed in 0..<300 as Range<UInt64> {
      var draw = Draw(seed: seed, for: .status, index: 77)
      let birth = Self.day(1982).adding(days: draw.below(3000))
      let residence = birth.adding(days: draw.below(8000))
      let parents = (0..<2).map { _ in
        let custody = birth.adding(days: draw.below(4000))
        return Self.parent(
          birth.adding(days: draw.below(9000)), custody: custody,
          to: draw.happens(0.5) ? custody.adding(days: draw.below(5000)) : nil)
      }
      let found = DerivationRule.derivation(
        birth: birth, residenceFrom: residence, parents: parents)
      #expect(
        found?.day == Self.walked(birth, residence, parents), "seed \(seed)")
    }
  }

  /// The naive twin: asks every day of childhood whether all conditions hold.
  static func walked(_ birth: Day, _ residence: Day, _ parents: [DerivationRule.Parent]) -> Day? {
    let adulthood = birth.adding(years: 18)
    var day = birth
    while day < adulthood {
      let holds = parents.contains {
        $0.citizenFrom <= day && $0.custodyFrom <= day && $0.custodyTo.map { day < $0 } ?? true
      }
      if holds && residence <= day && day >= Self.day(2001, 2, 27) { return day }
      day = day.adding(days: 1)
    }
    return nil
  }
}
