/// How much of two addresses agrees, from least to most.
///
/// The parts of an address are not independent: who shares a street shares its
/// postcode. So they are one piece of evidence with ordered levels. *Place*
/// means town or postcode.
public enum AddressAgreement: Int, Sendable, Hashable, CaseIterable, Comparable {
  case state = 1
  /// Town or postcode.
  case place
  /// Town and postcode, or a street, or a house number in the same place.
  case neighbourhood
  /// House number, town and postcode, not the street.
  case numberAndPlace
  /// Street and house number, not the place.
  case streetAndNumber
  /// Street and place, not the house number.
  case streetAndPlace
  /// Street, house number and place.
  case home

  public static func < (one: AddressAgreement, other: AddressAgreement) -> Bool {
    one.rawValue < other.rawValue
  }

  /// The name of the level in a specification, after `address`.
  public var name: String {
    switch self {
    case .state: "state"
    case .place: "place"
    case .neighbourhood: "neighbourhood"
    case .numberAndPlace: "number-and-place"
    case .streetAndNumber: "street-and-number"
    case .streetAndPlace: "street-and-place"
    case .home: "home"
    }
  }

  /// The agreement with this name.
  public init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// The level of two addresses of which these parts agree; nil for none.
  init?(street: Bool, number: Bool, town: Bool, postcode: Bool, state: Bool) {
    let place = town || postcode
    switch (street, number, place) {
    case (true, true, true): self = .home
    case (true, false, true): self = .streetAndPlace
    case (true, true, false): self = .streetAndNumber
    case (true, false, false): self = .neighbourhood
    case (false, true, true): self = town && postcode ? .numberAndPlace : .neighbourhood
    case (false, false, true): self = town && postcode ? .neighbourhood : .place
    case (false, _, false):
      guard state else { return nil }
      self = .state
    }
  }
}
