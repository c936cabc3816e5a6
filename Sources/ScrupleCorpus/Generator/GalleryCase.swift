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

/// A gallery: its name in the recipe, and the function that builds an instance.
public struct Gallery: Sendable {
  package let name: String
  /// How many people each instance has.
  package let people: Int
  /// Builds an instance from the numbers of its household and of its first person.
  package let build: @Sendable (_ household: UInt32, _ person: UInt32, inout Draw) -> GalleryCase

  package init(
    name: String, people: Int,
    build: @escaping @Sendable (_ household: UInt32, _ person: UInt32, inout Draw) -> GalleryCase
  ) {
    self.name = name
    self.people = people
    self.build = build
  }
}

extension Gallery {
  /// Every gallery that a recipe may ask for.
  package static let all: [Gallery] = []

  /// Their names, ascending.
  public static var names: [String] { all.map(\.name).sorted() }
}
