extension Draw {
  /// A number of days between two numbers of years.
  mutating func days(years range: ClosedRange<Double>) -> Int {
    Int(yearLength * (range.lowerBound + (range.upperBound - range.lowerBound) * unit()))
  }

  /// A number of days up to a number of years, short times more likely than long ones:
  /// the mean is a third of the longest.
  mutating func recentDays(upToYears longest: Double) -> Int {
    let share = unit()
    return Int(yearLength * longest * share * share)
  }

  /// A day of a half-open range; the first when the range is empty.
  mutating func day(from first: Day, to end: Day) -> Day {
    let length = Int(end.number - first.number)
    return length > 0 ? first.adding(days: below(length)) : first
  }

  /// An approximately normal number of mean 0 and standard deviation 1: the sum of
  /// eight 8-bit uniform numbers, which never exceeds 4.9.
  mutating func bell() -> Double {
    let bits = bits()
    let even = bits & 0x00FF_00FF_00FF_00FF
    let odd = (bits >> 8) & 0x00FF_00FF_00FF_00FF
    let pairs = even &+ odd
    let sum = (pairs &* 0x0001_0001_0001_0001) >> 48
    return (Double(sum) - 1020) / 209.0
  }
}

/// The mean length of a Gregorian year in days.
let yearLength = 365.2425

/// A number of years in whole days.
func wholeDays(years: Double) -> Int { Int(years * yearLength) }
