/// The kind of a household.
package enum HouseholdKind: UInt8, Sendable, CaseIterable {
  case nativeSingle
  case nativeFamily
  case nativeExtended
  case immigrantSingle
  case immigrantFamily
  /// One spouse born abroad, the other in the United States.
  case mixedCouple
  case immigrantExtended

  /// True when somebody in it was born abroad and came.
  package var hasImmigrants: Bool { rawValue >= Self.immigrantSingle.rawValue }

  var isSingle: Bool { self == .nativeSingle || self == .immigrantSingle }
}

/// What a household is like, before anybody in it is made.
package struct HouseholdPlan: Sendable, Hashable {
  package var kind: HouseholdKind
  /// The group of the foreign-born, or of everybody when all were born here.
  package var group: NameOriginGroup
  /// The group of the U.S.-born spouse of a mixed couple.
  package var spouseGroup: NameOriginGroup
  package var grandparents: Int
  package var childrenAbroad: Int
  package var childrenHere: Int

  /// How many people it has.
  package var people: Int {
    (kind.isSingle ? 1 : 2) + grandparents + childrenAbroad + childrenHere
  }

  /// How many of them were born abroad without citizenship.
  var foreignBorn: Int {
    switch kind {
    case .nativeSingle, .nativeFamily, .nativeExtended: 0
    case .immigrantSingle, .mixedCouple: 1
    case .immigrantFamily, .immigrantExtended: 2 + grandparents + childrenAbroad
    }
  }

  /// The household of one that is left when the world has room for no more.
  func cutToOne() -> HouseholdPlan {
    HouseholdPlan(
      kind: kind.hasImmigrants ? .immigrantSingle : .nativeSingle, group: group,
      spouseGroup: group, grandparents: 0, childrenAbroad: 0, childrenHere: 0)
  }
}
