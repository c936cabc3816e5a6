/// The statuses that the foreign-born of a household pass together, up to permanent
/// residence or to the registry day.
struct StatusStages: Sendable {
  struct Stage: Sendable {
    var status: ImmigrationStatus
    var codes: ClassCodes
    var from: Day
    var event: StatusEvent
    var grantedUntil: Day?
  }

  private(set) var stages: [Stage] = []
  private let kind: HouseholdKind

  /// Draws the stages of a course.
  init(
    _ course: ImmigrationCourse, kind: HouseholdKind, _ parameters: WorldParameters,
    _ draw: inout Draw
  ) {
    self.kind = kind
    stages.reserveCapacity(5)
    if let residence = course.residence {
      addWayToResidence(course, residence, parameters, &draw)
    } else if course.standing == .visitor {
      addVisit(course, parameters, &draw)
    } else {
      addLifeWithoutStatus(course, parameters, &draw)
    }
  }

  /// The intervals of a member, each ending where the next begins.
  func intervals(of role: Member.Role) -> [StatusInterval] {
    var intervals: [StatusInterval] = []
    intervals.reserveCapacity(stages.count + 1)
    for (place, stage) in stages.enumerated() {
      intervals.append(
        StatusInterval(
          status: stage.status, classCode: stage.codes.code(of: role), from: stage.from,
          to: place + 1 < stages.count ? stages[place + 1].from : nil, event: stage.event,
          grantedUntil: stage.grantedUntil))
    }
    return intervals
  }

  private mutating func add(
    _ status: ImmigrationStatus, _ codes: ClassCodes, _ from: Day, _ event: StatusEvent
  ) {
    stages.append(Stage(status: status, codes: codes, from: from, event: event))
  }

  /// A stay that is granted beyond the registry day; where it ends during the arrests it is
  /// extended, or the person leaves or stays on.
  private mutating func addVisit(
    _ course: ImmigrationCourse, _ parameters: WorldParameters, _ draw: inout Draw
  ) {
    let codes = visitorCodes(&draw)
    add(.temporary, codes, course.entry, .entry)
    let until = parameters.registryDay.adding(days: 20 + draw.below(1000))
    stages[0].grantedUntil = until
    guard until < parameters.arrestsEnd else { return }
    if draw.happens(parameters.stayExtended) {
      add(.temporary, codes, until, .relief)
      stages[1].grantedUntil = max(until.adding(years: 2), parameters.arrestsEnd)
    } else if draw.happens(parameters.stayOverstayed) {
      add(.expired, codes, until, .stayEnded)
    } else {
      add(.departed, codes, until, .departure)
    }
  }

  // MARK: Codes

  private func visitorCodes(_ draw: inout Draw) -> ClassCodes {
    draw.element(of: kind.isSingle ? ClassCodes.singleVisitors : ClassCodes.familyVisitors)
  }

  private func immigrantCodes(_ draw: inout Draw) -> ClassCodes {
    switch kind {
    case .mixedCouple: draw.element(of: ClassCodes.spousesOfCitizens)
    case .immigrantSingle: draw.element(of: ClassCodes.singleImmigrants)
    default: draw.element(of: ClassCodes.familyImmigrants)
    }
  }

  private func adjustmentCodes(_ draw: inout Draw) -> ClassCodes {
    switch kind {
    case .mixedCouple: draw.element(of: ClassCodes.spousesAdjusted)
    case .immigrantSingle: draw.element(of: ClassCodes.singleAdjusted)
    default: draw.element(of: ClassCodes.familyAdjusted)
    }
  }

  // MARK: Ways to permanent residence

  private mutating func addWayToResidence(
    _ course: ImmigrationCourse, _ residence: Day, _ parameters: WorldParameters,
    _ draw: inout Draw
  ) {
    switch course.path {
    case .immigrant: add(.permanentResident, immigrantCodes(&draw), residence, .entry)
    case .refugee:
      add(.refugee, .refugee, course.entry, .entry)
      add(.permanentResident, .refugeeAdjusted, residence, .adjustment)
    case .asylum:
      addArrivalForAsylum(course.entry, &draw)
      let codes = stages[0].codes
      let filing = course.entry.adding(days: 20 + draw.below(330))
      add(.pending, codes, filing, .filing)
      let grant = draw.day(from: filing.adding(days: 30), to: residence.adding(days: -190))
      add(.asylee, .asylee, grant, .relief)
      add(.permanentResident, .asyleeAdjusted, residence, .adjustment)
    case .adjusted: addStayThenAdjustment(course.entry, residence, &draw)
    case .uninspected:
      add(.withoutInspection, .withoutInspection, course.entry, .entry)
      let filing = residence.adding(days: -60 - draw.below(400))
      if draw.happens(parameters.orderVacated) { addVacatedOrder(until: filing, &draw) }
      add(.pending, .withoutInspection, filing, .filing)
      add(.permanentResident, adjustmentCodes(&draw), residence, .adjustment)
    }
  }

  private mutating func addArrivalForAsylum(_ entry: Day, _ draw: inout Draw) {
    if draw.happens(0.4) {
      add(.withoutInspection, .withoutInspection, entry, .entry)
    } else {
      add(.temporary, ClassCodes("B2"), entry, .entry)
      stages[0].grantedUntil = entry.adding(days: 380)
    }
  }

  /// A stay that lasts until the adjustment, or ends before it: then the
  /// application is pending, at once or after a while without status.
  private mutating func addStayThenAdjustment(
    _ entry: Day, _ residence: Day, _ draw: inout Draw
  ) {
    let codes = visitorCodes(&draw)
    let until = entry.adding(days: draw.days(years: 0.5...4))
    add(.temporary, codes, entry, .entry)
    stages[0].grantedUntil = until
    if until < residence {
      let wait = Int(residence.number - until.number)
      if wait > 300, draw.happens(0.5) {
        add(.expired, codes, until, .stayEnded)
        add(.pending, codes, until.adding(days: 60 + draw.below(wait - 200)), .filing)
      } else {
        add(.pending, codes, until, .filing)
      }
    }
    add(.permanentResident, adjustmentCodes(&draw), residence, .adjustment)
  }

  // MARK: Without status

  private mutating func addLifeWithoutStatus(
    _ course: ImmigrationCourse, _ parameters: WorldParameters, _ draw: inout Draw
  ) {
    let registryDay = parameters.registryDay
    let entry = course.entry
    if course.path == .uninspected {
      add(.withoutInspection, .withoutInspection, entry, .entry)
    } else {
      let codes = visitorCodes(&draw)
      let whole = Int(registryDay.number - entry.number)
      let until = entry.adding(days: min(30 + draw.below(900), whole - 80))
      add(.temporary, codes, entry, .entry)
      stages[0].grantedUntil = until
      add(.expired, codes, until, .stayEnded)
    }
    let last = registryDay.adding(days: -1)
    if draw.happens(parameters.orderVacated) { addVacatedOrder(until: last, &draw) }
    let first = stages[stages.count - 1]
    let turn = draw.day(from: first.from.adding(days: 20), to: last)
    guard course.standing == .unauthorized else {
      add(.departed, first.codes, turn, .departure)
      return
    }
    switch draw.position(inRunningSums: parameters.unauthorizedEnds) {
    case 0: add(.protected, draw.element(of: ClassCodes.protected), turn, .relief)
    case 1: add(.pending, first.codes, turn, .filing)
    case 2: add(.orderedRemoved, first.codes, turn, .order)
    default: break
    }
  }

  /// The days that an order and its vacation need at least.
  static let roomForVacatedOrder = 120

  /// An order of removal that was vacated, after which the status before it
  /// goes on; none when there is no room for it.
  private mutating func addVacatedOrder(until end: Day, _ draw: inout Draw) {
    let before = stages[stages.count - 1]
    let room = Int(end.number - before.from.number)
    guard room > Self.roomForVacatedOrder else { return }
    let order = before.from.adding(days: 10 + draw.below(room - 110))
    let vacated = draw.day(from: order.adding(days: 10), to: end.adding(days: -60))
    add(.orderedRemoved, before.codes, order, .order)
    add(before.status, before.codes, vacated, .orderVacated)
  }
}
