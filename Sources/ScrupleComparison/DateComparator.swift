import ScrupleNormalization

/// Compares two dates, whole or partial.
struct DateComparator: Sendable {
  let field: NormalizedField
  let tests: [(test: LevelTest, level: UInt8)]

  /// The level of two dates that are the same.
  var equalLevel: UInt8 { tests.first?.level ?? 1 }

  /// The level of two dates that are both present.
  func level(_ left: UInt32, _ right: UInt32) -> UInt8 {
    let mine = field.dates[Int(left)]
    let theirs = field.dates[Int(right)]
    for entry in tests where Self.holds(entry.test, mine, theirs) { return entry.level }
    return 1
  }

  private static func holds(_ test: LevelTest, _ left: CivilDate, _ right: CivilDate) -> Bool {
    if left == right { return true }
    switch test {
    case .dayMonthSwap: return areSwapped(left, right)
    case .oneDigit: return areOneDigitApart(left, right)
    case .dateParts(let count): return commonParts(left, right) >= count
    case .withinDays(let days):
      guard let mine = left.dayNumber, let theirs = right.dayNumber else { return false }
      return abs(mine - theirs) <= days
    case .sameYear: return left.year == right.year
    case .sameMonthDay:
      return left.isComplete && right.isComplete && left.month == right.month
        && left.day == right.day
    case .withinYears(let years): return abs(left.year - right.year) <= years
    default: return false
    }
  }

  private static func areSwapped(_ left: CivilDate, _ right: CivilDate) -> Bool {
    left.isComplete && left.withDayAndMonthSwapped == right
  }

  private static func commonParts(_ left: CivilDate, _ right: CivilDate) -> Int {
    func same(_ mine: Int?, _ theirs: Int?) -> Int { mine != nil && mine == theirs ? 1 : 0 }
    return same(left.year, right.year) + same(left.month, right.month) + same(left.day, right.day)
  }

  /// Whether the eight digits of whole dates differ in one place, or in two
  /// neighbouring places that are exchanged.
  static func areOneDigitApart(_ left: CivilDate, _ right: CivilDate) -> Bool {
    guard var mine = left.digits, var theirs = right.digits else { return false }
    var differing: [(place: Int, mine: Int, theirs: Int)] = []
    for place in 0..<8 {
      if mine % 10 != theirs % 10 { differing.append((place, mine % 10, theirs % 10)) }
      if differing.count > 2 { return false }
      mine /= 10
      theirs /= 10
    }
    if differing.count == 1 { return true }
    guard differing.count == 2 else { return false }
    return differing[1].place == differing[0].place + 1
      && differing[0].mine == differing[1].theirs && differing[0].theirs == differing[1].mine
  }
}

extension CivilDate {
  /// The digits YYYYMMDD as one number; nil for a partial date.
  var digits: Int? {
    guard let month, let day else { return nil }
    return year * 10_000 + month * 100 + day
  }
}
