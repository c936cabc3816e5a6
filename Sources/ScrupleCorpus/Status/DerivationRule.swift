/// Citizenship that came to a child by law: INA 320 (8 U.S.C. 1431), as in force
/// since 27 February 2001.
///
/// A child is a citizen on the first day on which all of these hold, in whatever
/// order they came: a parent is a citizen; the child is under eighteen; the child
/// is a permanent resident; and lives in the custody of that parent. Former law
/// (INA 321), which governed earlier days, is left out: a child who was eighteen
/// before that day derives nothing here.
package enum DerivationRule {
  /// The day on which the rule came into force (Child Citizenship Act of 2000).
  package static let firstDay = Day(year: 2001, month: 2, day: 27)

  /// What is known of one parent.
  package struct Parent: Sendable, Hashable {
    package var person: UInt32
    /// The first day as a citizen.
    package var citizenFrom: Day
    package var custodyFrom: Day
    /// The first day without custody; nil for custody that lasts until eighteen.
    package var custodyTo: Day?

    package init(person: UInt32, citizenFrom: Day, custodyFrom: Day, custodyTo: Day? = nil) {
      self.person = person
      self.citizenFrom = citizenFrom
      self.custodyFrom = custodyFrom
      self.custodyTo = custodyTo
    }
  }

  /// The first day on which every condition held, and the parent by whom; nil when
  /// there is none.
  ///
  /// - Parameters:
  ///   - residence: the days of permanent residence; without an end while it lasts.
  package static func derivation(
    birth: Day, residenceFrom: Day, residenceTo: Day? = nil, parents: [Parent]
  ) -> (day: Day, parent: Parent)? {
    let adulthood = birth.adding(years: 18)
    var first: (day: Day, parent: Parent)?
    for parent in parents {
      let day = max(max(parent.citizenFrom, residenceFrom), max(parent.custodyFrom, firstDay))
      let end = min(adulthood, residenceTo ?? adulthood, parent.custodyTo ?? adulthood)
      if day < end, day < first?.day ?? end { first = (day, parent) }
    }
    return first
  }
}
