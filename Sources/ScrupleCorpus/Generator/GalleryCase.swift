/// A household built by hand with the bookings and records that make one cause
/// of wrong flags visible.
///
/// A gallery is a function from the recipe, a seed and the number of its first
/// person and household to cases; the generator appends their rows behind those
/// of the background population.
package struct GalleryCase: Sendable {
  /// The people, numbered from the number that was given, with all that is true of them.
  package var household: Household
  /// The bookings of each person, by the person's number.
  package var bookings: [UInt32: [Booking]]
  /// The records of each person, by the person's number.
  package var records: [UInt32: [RecordFacts]]

  package init(
    household: Household, bookings: [UInt32: [Booking]], records: [UInt32: [RecordFacts]]
  ) {
    self.household = household
    self.bookings = bookings
    self.records = records
  }
}

/// What a gallery is built in: its numbers, and the days of the recipe.
package struct GallerySetting: Sendable {
  /// The number of the instance's household.
  package let household: UInt32
  /// The number of its first person; the others follow.
  package let person: UInt32
  /// The issuer of every number in the world.
  package let issuer: IdentifierIssuer
  /// The day on which the registries are read out.
  package let registryDay: Day
  /// The first day of arrests, and the first day after them.
  package let arrests: Range<Day>

  package init(household: UInt32, person: UInt32, recipe: Recipe, issuer: IdentifierIssuer) {
    self.household = household
    self.person = person
    self.issuer = issuer
    registryDay = recipe.registryDay
    arrests = recipe.firstArrestDay..<recipe.arrestsEnd
  }
}

/// A gallery: its name in the recipe, and the function that builds an instance.
public struct Gallery: Sendable {
  package let name: String
  /// How many people each instance has.
  package let people: Int
  /// Builds an instance.
  package let build: @Sendable (GallerySetting, inout Draw) -> GalleryCase

  package init(
    name: String, people: Int,
    build: @escaping @Sendable (GallerySetting, inout Draw) -> GalleryCase
  ) {
    self.name = name
    self.people = people
    self.build = build
  }
}

extension Gallery {
  /// Every gallery that a recipe may ask for.
  package static let all: [Gallery] = [
    .wrongBirthplace, .maidenName, .staleStatus, .fathersFile, .ignoredContradiction,
    .sharedBirthday, .assignedBirthday, .raceField, .noReply, .unknownGivenName, .lostDigit,
    .twinsConfused,
  ]

  /// Their names, ascending.
  public static var names: [String] { all.map(\.name).sorted() }
}
