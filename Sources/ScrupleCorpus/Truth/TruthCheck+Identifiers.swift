extension TruthCheck {
  mutating func inspectIdentifiers(of person: Person) {
    let numbers = person.identifiers
    let isSound =
      Self.stands(numbers.socialSecurityNumber, "666", 9)
      && Self.stands(numbers.fingerprintNumber, "99", 10)
      && Self.stands(numbers.fbiNumber, "ZZ", 9)
      && Self.stands(numbers.certificateNumber, "9", 8)
      && numbers.alienNumbers.allSatisfy(Self.isReserved)
    if !isSound { note(.identifierOutOfRange, person.number) }
    if numbers.alienNumbers.contains(where: { person.isDead(on: $0.issued) }) {
      note(.lateEventOfTheDead, person.number)
    }
    if numbers.certificateNumber != nil {
      let has = person.statuses.contains { $0.event == .oath || $0.event == .derivation }
      if !has { note(.certificateWithoutCitizenship, person.number) }
    }
  }

  /// Notes numbers that two people of the household hold, or one twice.
  mutating func inspectDuplicates() {
    var seen: [String] = []
    for person in household.people {
      for number in Self.allNumbers(of: person) {
        if seen.contains(number) { note(.duplicateIdentifier, person.number) }
        seen.append(number)
      }
    }
  }

  /// Every number a person holds, each with its kind before it, so that numbers of
  /// different kinds never meet.
  public static func allNumbers(of person: Person) -> [String] {
    let numbers = person.identifiers
    let single: [(String, String?)] = [
      ("S", numbers.socialSecurityNumber), ("B", numbers.fbiNumber),
      ("D", numbers.stateNumber), ("F", numbers.fingerprintNumber),
      ("C", numbers.certificateNumber),
    ]
    return single.compactMap { kind, value in value.map { kind + $0 } }
      + numbers.alienNumbers.map { "A" + $0.digits }
  }

  private static func stands(_ number: String?, _ prefix: String, _ width: Int) -> Bool {
    guard let number else { return true }
    return number.utf8.count == width && number.utf8.starts(with: prefix.utf8)
      && number.utf8.dropFirst(prefix.utf8.count).allSatisfy { 48...57 ~= $0 }
  }

  private static func isReserved(_ number: AlienNumber) -> Bool {
    guard stands(number.digits, "9", 9), let second = number.digits.utf8.dropFirst().first else {
      return false
    }
    switch number.series {
    case .employmentCard: return second == UInt8(ascii: "1")
    case .fingerprintTracking: return second == UInt8(ascii: "3")
    case .permanent:
      return second != UInt8(ascii: "1") && second != UInt8(ascii: "2")
        && second != UInt8(ascii: "3")
    }
  }
}
