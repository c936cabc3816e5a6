/// What a person's citizenship is and how it came.
public enum CitizenClass: String, Sendable, CaseIterable, Codable {
  case usBorn = "us_born"
  case acquired
  case naturalized
  case derived
  case noncitizen
}

extension Person {
  /// True for a person born abroad without U.S. citizenship.
  public var isForeignBorn: Bool { birthCitizenship == .none }

  /// True when the person is dead on a day.
  public func isDead(on day: Day) -> Bool { death.map { $0 <= day } ?? false }

  /// The class of citizenship on a day; what it was at death for the days after.
  public func citizenClass(on day: Day) -> CitizenClass {
    switch birthCitizenship {
    case .usSoil: return .usBorn
    case .acquiredAbroad: return .acquired
    case .none: break
    }
    guard let citizen = statuses.first(where: { $0.status == .citizen }), citizen.from <= day
    else { return .noncitizen }
    return citizen.event == .derivation ? .derived : .naturalized
  }

  /// The status on a day, `unknown` before the first entry and after death.
  public func statusWord(on day: Day) -> ImmigrationStatus { status(on: day)?.status ?? .unknown }

  /// Whether the law's text lets the person be flagged on a day, which is true when the
  /// status is one of a policy's.
  public func isFlaggable(
    on day: Day, under statuses: Set<ImmigrationStatus> = ImmigrationStatus.flaggable
  ) -> Bool {
    statuses.contains(statusWord(on: day))
  }
}

extension ImmigrationStatus {
  /// The statuses that may be flagged by default: not a citizen, no lawful status, no
  /// pending protection.
  public static let flaggable: Set<ImmigrationStatus> = [
    .expired, .withoutInspection, .orderedRemoved,
  ]
}
