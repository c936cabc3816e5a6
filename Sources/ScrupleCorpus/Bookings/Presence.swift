/// The days of a period on which an adult is alive and in the country.
struct Presence: Sendable {
  /// Half-open stretches of day numbers, in order of time.
  private(set) var stretches: [Range<Int32>] = []
  private(set) var dayCount = 0

  /// The youngest age at which an adult jail books.
  static let leastAge = 18

  /// Finds the days of a person between two days, both included.
  init(of person: Person, from first: Day, through last: Day) {
    let grown = person.birthDate.adding(years: Self.leastAge)
    let begin = max(first, grown).number
    let end = min(last.number + 1, person.death?.number ?? .max)
    guard begin < end else { return }
    for interval in person.statuses where interval.status != .departed {
      let from = max(begin, interval.from.number)
      let to = min(end, interval.to?.number ?? .max)
      guard from < to else { continue }
      stretches.append(from..<to)
      dayCount += Int(to - from)
    }
  }

  /// The day at a place among the days present.
  func day(at place: Int) -> Day {
    var rest = Int32(place)
    for stretch in stretches {
      if rest < stretch.upperBound - stretch.lowerBound {
        return Day(number: stretch.lowerBound + rest)
      }
      rest -= stretch.upperBound - stretch.lowerBound
    }
    preconditionFailure("day \(place) of \(dayCount) days present")
  }
}
