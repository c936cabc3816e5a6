/// Puts a household together: skeleton, histories, names, places, looks, numbers.
struct HouseholdAssembly {
  let number: Int
  let first: UInt32
  let seed: UInt64
  let plan: HouseholdPlan
  let parameters: WorldParameters
  let names: NameHistory
  let issuer: IdentifierIssuer

  func household() -> Household {
    var draw = draw(.household)
    let skeleton = HouseholdSkeleton(plan, parameters, &draw)
    let custodies = skeleton.custodies()
    var statusDraw = self.draw(.status)
    let histories = skeleton.statusHistories(
      first: first, custodies: custodies, parameters, &statusDraw)
    let oaths = histories.map { $0.statuses.last { $0.event == .oath }?.from }
    var nameDraw = self.draw(.names)
    let versions = names.names(of: skeleton, oaths: oaths, &nameDraw)
    let home = BirthPlaces.standard.state(&draw)
    let abroad = BirthPlaces.standard.country(
      of: plan.group, refugees: skeleton.course?.path == .refugee, &draw)
    var people: [Person] = []
    people.reserveCapacity(skeleton.members.count)
    for (place, member) in skeleton.members.enumerated() {
      let birthPlace = birthPlace(of: member, home: home, abroad: abroad, &draw)
      people.append(
        person(
          place, member, skeleton.course?.derives ?? false, histories[place], versions[place],
          birthPlace, &draw))
    }
    let relations = skeleton.relations(first: first, custodies: custodies)
    return Household(number: UInt32(number), people: people, relations: relations)
  }

  private func draw(_ purpose: Purpose) -> Draw {
    Draw(seed: seed, for: purpose, index: UInt64(number))
  }

  private func person(
    _ place: Int, _ member: Member, _ isDeriving: Bool, _ history: StatusHistory,
    _ names: [NameVersion], _ birthPlace: BirthPlace, _ draw: inout Draw
  ) -> Person {
    let person = first + UInt32(place)
    var body = Draw(seed: seed, for: .body, index: UInt64(person))
    let looks = Body(sex: member.sex, group: member.group, &body)
    var numbers = Draw(seed: seed, for: .identifiers, index: UInt64(person))
    let death = death(of: member, isDeriving: isDeriving, history, names, &draw)
    var statuses = history.statuses
    if let death { statuses.end(on: death) }
    return Person(
      number: person, household: UInt32(number), group: member.group, sex: member.sex,
      birthDate: member.birth, birthDateAssigned: member.birthAssigned,
      birthCountry: birthPlace.country, birthState: birthPlace.state, birthCity: birthPlace.city,
      birthCitizenship: member.birthCitizenship, names: names,
      heightInches: looks.heightInches, weightPounds: looks.weightPounds,
      eyeColor: looks.eyeColor, hairColor: looks.hairColor,
      twin: member.twin.map { first + UInt32($0) }, statuses: statuses,
      derivation: history.derivation,
      identifiers: issuer.identifiers(
        of: person, statuses: statuses, derivation: history.derivation,
        isForeignBorn: member.isForeignBorn, parameters, &numbers),
      death: death)
  }

  /// A death in the five years before the registry day, after everything that is
  /// known to have happened in the life; none of parents through whom a child is to
  /// derive citizenship, which their death might forestall.
  private func death(
    of member: Member, isDeriving: Bool, _ history: StatusHistory, _ names: [NameVersion],
    _ draw: inout Draw
  ) -> Day? {
    guard draw.happens(parameters.deaths), !(isDeriving && member.role != .child) else {
      return nil
    }
    let registryDay = parameters.registryDay
    guard member.birth.adding(years: 18) < registryDay else { return nil }
    let last = max(history.statuses.last?.from ?? member.birth, names.last?.from ?? member.birth)
    let from = max(registryDay.adding(years: -5), last.adding(days: 400))
    return from < registryDay ? draw.day(from: from, to: registryDay) : nil
  }

  /// Three in four of those born here were born in the household's state.
  private func birthPlace(
    of member: Member, home: Region, abroad: Region, _ draw: inout Draw
  ) -> BirthPlace {
    switch member.origin {
    case .abroad: return BirthPlace(country: abroad.code, state: "", city: abroad.city(&draw))
    case .acquired:
      let country = BirthPlaces.standard.country(of: member.group, refugees: false, &draw)
      return BirthPlace(country: country.code, state: "", city: country.city(&draw))
    case .here:
      let state = draw.happens(0.75) ? home : BirthPlaces.standard.state(&draw)
      return BirthPlace(country: "US", state: state.code, city: state.city(&draw))
    }
  }
}

extension Member {
  fileprivate var birthCitizenship: BirthCitizenship {
    switch origin {
    case .here: .usSoil
    case .acquired: .acquiredAbroad
    case .abroad: .none
    }
  }
}
