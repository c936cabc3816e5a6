/// The status histories of a household, member by member.
struct StatusHistory: Sendable {
  var statuses: [StatusInterval]
  var derivation: Derivation?
}

extension HouseholdSkeleton {
  /// Draws the histories of all members; numbers count from the household's first.
  ///
  /// Parents come before children, so that a child's derivation is computed from
  /// the histories its parents have.
  func statusHistories(
    first: UInt32, custodies: [Custody], _ parameters: WorldParameters, _ draw: inout Draw
  ) -> [StatusHistory] {
    let stages = course.map { StatusStages($0, kind: plan.kind, parameters, &draw) }
    var histories: [StatusHistory] = []
    histories.reserveCapacity(members.count)
    for (place, member) in members.enumerated() {
      guard let course, let stages, member.isForeignBorn else {
        histories.append(StatusHistory(statuses: [member.citizenshipAtBirth]))
        continue
      }
      var statuses = stages.intervals(of: member.role)
      if member.role == .child {
        let parents = Self.citizenParents(
          of: place, histories: histories, custodies: custodies, first: first)
        histories.append(
          childHistory(member, statuses, course, parents, parameters, &draw))
        continue
      }
      let oath = member.role == .spouse ? course.spouseOath : course.oath
      if let oath { statuses.close(with: .citizen, on: oath, .oath) }
      if member.role == .head, let oath = course.laterOath {
        statuses.close(with: .citizen, on: oath, .oath)
      }
      if member.role == .head || plan.kind == .mixedCouple {
        addEarlierStay(to: &statuses, of: member, parameters, &draw)
      }
      histories.append(StatusHistory(statuses: statuses))
    }
    return histories
  }

  private func childHistory(
    _ member: Member, _ stages: [StatusInterval], _ course: ImmigrationCourse,
    _ parents: [DerivationRule.Parent], _ parameters: WorldParameters, _ draw: inout Draw
  ) -> StatusHistory {
    var statuses = stages
    if let entry = course.childrenEntry {
      statuses = [
        StatusInterval(
          status: .permanentResident, classCode: ClassCodes.childOfCitizen, from: entry,
          event: .entry)
      ]
    }
    guard let last = statuses.last, last.status == .permanentResident else {
      return StatusHistory(statuses: statuses)
    }
    if let (day, parent) = DerivationRule.derivation(
      birth: member.birth, residenceFrom: last.from, parents: parents)
    {
      let derivation = Derivation(
        day: day, parent: parent.person, documented: document(parameters, &draw),
        parentCitizenFrom: parent.citizenFrom, residentFrom: last.from,
        custodyFrom: parent.custodyFrom)
      statuses.close(with: .citizen, on: day, .derivation)
      return StatusHistory(statuses: statuses, derivation: derivation)
    }
    if course.standing == .citizen {
      let earliest = max(
        member.birth.adding(years: 18).adding(days: 1), last.from.adding(days: 1830))
      let day = draw.day(from: earliest, to: parameters.registryDay)
      if day < parameters.registryDay { statuses.close(with: .citizen, on: day, .oath) }
    }
    return StatusHistory(statuses: statuses)
  }

  private func document(_ parameters: WorldParameters, _ draw: inout Draw) -> Derivation.Document {
    guard draw.happens(parameters.derivedDocumented) else { return .none }
    return draw.happens(parameters.derivedPassport) ? .passport : .certificate
  }

  private static func citizenParents(
    of child: Int, histories: [StatusHistory], custodies: [Custody], first: UInt32
  ) -> [DerivationRule.Parent] {
    custodies.compactMap { custody in
      guard custody.child == child, custody.parent < histories.count,
        let citizen = histories[custody.parent].statuses.first(where: { $0.status == .citizen })
      else { return nil }
      return DerivationRule.Parent(
        person: first + UInt32(custody.parent), citizenFrom: citizen.from,
        custodyFrom: custody.from, custodyTo: custody.to)
    }
  }

  /// Puts a stay that ended in departure before the first entry.
  private func addEarlierStay(
    to statuses: inout [StatusInterval], of member: Member, _ parameters: WorldParameters,
    _ draw: inout Draw
  ) {
    guard let entry = statuses.first, entry.status != .refugee,
      draw.happens(parameters.earlierStay)
    else { return }
    let came = entry.from.adding(days: -200 - draw.below(900))
    guard came > member.birth.adding(years: 17) else { return }
    let left = came.adding(days: 10 + draw.below(170))
    statuses.insert(
      contentsOf: [
        StatusInterval(
          status: .temporary, classCode: "B2", from: came, to: left, event: .entry,
          grantedUntil: came.adding(days: 182)),
        StatusInterval(
          status: .departed, classCode: "B2", from: left, to: entry.from, event: .departure),
      ], at: 0)
  }
}

extension Member {
  /// The one interval of a citizen from birth on.
  fileprivate var citizenshipAtBirth: StatusInterval {
    StatusInterval(
      status: .citizen, from: birth, event: origin == .acquired ? .acquisition : .birth)
  }
}

extension [StatusInterval] {
  /// Ends the last interval on a day and begins another, which keeps its class code;
  /// an interval that would be empty is replaced.
  mutating func close(with status: ImmigrationStatus, on day: Day, _ event: StatusEvent) {
    guard var last = popLast() else { return }
    let code = last.classCode
    if last.from < day {
      last.to = day
      append(last)
    }
    append(StatusInterval(status: status, classCode: code, from: day, event: event))
  }

  /// Ends everything on a day of death.
  mutating func end(on day: Day) {
    removeAll { $0.from >= day }
    if !isEmpty { self[count - 1].to = Swift.min(day, self[count - 1].to ?? day) }
  }
}
