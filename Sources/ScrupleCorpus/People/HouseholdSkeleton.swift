/// A household with sexes and birth dates, before names, numbers and looks.
///
/// Dates are drawn from the course of immigration outward: first entry, residence
/// and oath, then the children around them, then the parents before the children.
struct HouseholdSkeleton: Sendable {
  let plan: HouseholdPlan
  var members: [Member]
  var course: ImmigrationCourse?
  /// The marriage of the two parents or spouses.
  var marriage: Day?
}

/// A member of a household in the making.
struct Member: Sendable {
  var role: Role
  var sex: Sex
  var group: NameOriginGroup
  var birth: Day
  var origin: Origin
  var birthAssigned = false
  /// The place of a twin in the household.
  var twin: Int?

  enum Role: Sendable {
    case head
    case spouse
    case grandparent
    case child
  }

  enum Origin: Sendable {
    case here
    case abroad
    /// Born abroad as a citizen, to a parent who was one.
    case acquired
  }

  var isForeignBorn: Bool { origin == .abroad }
}

extension HouseholdSkeleton {
  /// Draws the skeleton of a plan.
  init(_ plan: HouseholdPlan, _ parameters: WorldParameters, _ draw: inout Draw) {
    self.init(plan: plan, members: [])
    members.reserveCapacity(plan.people)
    switch plan.kind {
    case .nativeSingle: drawNativeSingle(parameters.registryDay, &draw)
    case .nativeFamily, .nativeExtended: drawNativeFamily(parameters, &draw)
    case .immigrantSingle:
      let course = ImmigrationCourse(plan, parameters, &draw)
      drawImmigrantSingle(course, parameters.registryDay, &draw)
    case .mixedCouple, .immigrantFamily, .immigrantExtended:
      let course = ImmigrationCourse(plan, parameters, &draw)
      drawImmigrantFamily(course, parameters, &draw)
    }
    if course?.path == .refugee, draw.happens(parameters.refugeeNewYear) { assignBirthDates() }
    settleMarriage(before: parameters.registryDay)
  }

  /// Marries nobody before eighteen, nor after the registry day, nor those with a
  /// child abroad after they came.
  private mutating func settleMarriage(before registryDay: Day) {
    guard let wish = marriage else { return }
    let grown = max(members[0].birth, members[1].birth).adding(days: wholeDays(years: 18.1))
    let came = plan.childrenAbroad > 0 ? course?.entry : nil
    marriage = max(grown, min(wish, (came ?? registryDay).adding(days: -1)))
  }

  /// Gives the foreign-born of a refugee family 1 January of their year of birth.
  private mutating func assignBirthDates() {
    for place in members.indices where members[place].isForeignBorn {
      members[place].birth = Day(year: members[place].birth.year, month: 1, day: 1)
      members[place].birthAssigned = true
    }
  }

  static func sex(_ draw: inout Draw, males: Double) -> Sex {
    draw.happens(males) ? .male : .female
  }

  /// Adds the parents of the head's husband or wife, whichever is the father.
  mutating func addGrandparents(of father: Day, origin: Member.Origin, _ draw: inout Draw) {
    guard plan.grandparents > 0 else { return }
    let mother = father.adding(days: -draw.days(years: 18.5...28))
    let both = plan.grandparents == 2
    let first: Sex = both ? .female : (draw.happens(0.3) ? .male : .female)
    members.append(
      Member(role: .grandparent, sex: first, group: plan.group, birth: mother, origin: origin))
    guard both else { return }
    members.append(
      Member(
        role: .grandparent, sex: .male, group: plan.group,
        birth: min(mother.adding(days: -draw.days(years: -3...5)), father.adding(days: -6600)),
        origin: origin))
  }

  /// Adds children in the order of their births and notes twins.
  mutating func addChildren(
    births: [Day], group: NameOriginGroup, origin: Member.Origin, acquired: Double,
    _ draw: inout Draw
  ) {
    for (index, birth) in births.enumerated() {
      var member = Member(
        role: .child, sex: Self.sex(&draw, males: 0.512), group: group, birth: birth,
        origin: origin)
      if origin == .here, draw.happens(acquired) { member.origin = .acquired }
      if index > 0, births[index - 1] == birth {
        let elder = members.count - 1
        member.origin = members[elder].origin
        member.twin = elder
        members[elder].twin = members.count
      }
      members.append(member)
    }
  }
}
