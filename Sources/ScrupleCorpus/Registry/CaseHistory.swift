/// A person's immigration life up to the day of the extract: what there was for
/// a system to know.
struct CaseHistory: Sendable {
  let person: Person
  let extractDay: Day
  /// The status intervals that began by the day, in order; those of birth are left out.
  let intervals: [StatusInterval]
  /// A-numbers issued by the day, the permanent one first.
  let alienNumbers: [AlienNumber]
  /// The day on which the parent whose naturalization counted became a citizen.
  let parentNaturalization: Day?

  init(of person: Person, through extractDay: Day) {
    self.person = person
    self.extractDay = extractDay
    intervals = person.statuses.filter { $0.from <= extractDay && $0.event != .birth }
    alienNumbers = person.identifiers.alienNumbers.filter { $0.issued <= extractDay }
    parentNaturalization = person.derivation?.parentCitizenFrom
  }

  /// The interval in which a day lies.
  func interval(on day: Day) -> StatusInterval? {
    intervals.last { $0.from <= day && day < ($0.to ?? Day(number: .max)) }
  }

  /// The first day of the person in the country.
  var arrival: Day? { intervals.first?.from }

  /// The day the person swore the oath, by the extract.
  var oath: Day? { intervals.first { $0.event == .oath }?.from }

  /// The first permanent A-number, or any other where there is none.
  var mainAlienNumber: AlienNumber? {
    alienNumbers.first { $0.series == .permanent } ?? alienNumbers.first
  }

  /// The end of what an interval covers, by the extract.
  func end(of interval: StatusInterval) -> Day {
    min(interval.to ?? extractDay, min(extractDay, person.death ?? extractDay))
  }

  /// Years of an interval up to the extract.
  func years(of interval: StatusInterval) -> Double {
    max(0, Double(end(of: interval).number - interval.from.number) / 365.25)
  }

  /// A day of an interval.
  func day(in interval: StatusInterval, draw: inout Draw) -> Day {
    let span = max(1, Int(end(of: interval).number - interval.from.number))
    return interval.from.adding(days: draw.below(span))
  }
}

extension ImmigrationStatus {
  /// True for those whom enforcement takes for people without papers.
  var isWithoutStatus: Bool {
    switch self {
    case .expired, .withoutInspection, .orderedRemoved: true
    default: false
    }
  }

  /// True for those who can travel and file: in lawful status, not a citizen.
  var isLawfulResidence: Bool {
    switch self {
    case .permanentResident, .refugee, .asylee, .protected, .pending, .temporary: true
    default: false
    }
  }
}
