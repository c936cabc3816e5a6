/// What is settled about a person of a gallery before looks and numbers.
struct Part {
  var group: NameOriginGroup
  var sex: Sex
  var birth: Day
  var place: BirthPlace
  var name: TrueName
  /// In order of time; left empty for those born in the United States.
  var statuses: [StatusInterval] = []

  /// Somebody of a group with a birth date and a name of the group's stock.
  ///
  /// - Parameter ages: in years on the registry day.
  init(
    _ setting: GallerySetting, _ group: NameOriginGroup, _ sex: Sex? = nil,
    bornAbroad: Bool, ages: ClosedRange<Int> = 22...55, _ draw: inout Draw
  ) {
    self.group = group
    self.sex = sex ?? (draw.happens(0.75) ? .male : .female)
    birth = setting.registryDay.adding(years: -draw.within(ages)).adding(days: -draw.below(360))
    place =
      bornAbroad
      ? BirthPlace(abroad: BirthPlaces.standard.country(of: group, refugees: false, &draw), &draw)
      : BirthPlace(state: BirthPlaces.standard.state(&draw), &draw)
    let request = NameRequest(
      group: group, sex: self.sex, birthYear: birth.year, isBornAbroad: bornAbroad)
    name = NameBook.standard.name(for: request, draw: &draw)
    // Single names have a gallery of their own.
    while name.surname.isEmpty { name = NameBook.standard.name(for: request, draw: &draw) }
  }

  /// Where two of one name are needed: somebody else of the same name, sex and birth date.
  func namesake(bornIn place: BirthPlace) -> Part {
    var other = self
    other.place = place
    other.statuses = []
    return other
  }

  /// Sets the statuses: each lasts until the next begins.
  mutating func live(
    _ steps: (status: ImmigrationStatus, code: String, from: Day, event: StatusEvent)...
  ) {
    statuses = steps.enumerated().map { place, step in
      StatusInterval(
        status: step.status, classCode: step.code, from: step.from,
        to: place + 1 < steps.count ? steps[place + 1].from : nil, event: step.event,
        grantedUntil: step.status == .temporary && place + 1 < steps.count
          ? steps[place + 1].from : nil)
    }
  }
}

extension BirthPlace {
  /// A town of a country.
  init(abroad region: Region, _ draw: inout Draw) {
    self.init(country: region.code, state: "", city: region.city(&draw))
  }

  /// A town of a state.
  init(state region: Region, _ draw: inout Draw) {
    self.init(country: "US", state: region.code, city: region.city(&draw))
  }
}

extension GallerySetting {
  /// A day of arrest, late enough that a record read on the registry day is older.
  func arrestDay(_ draw: inout Draw) -> Day {
    draw.day(from: arrests.lowerBound, to: arrests.upperBound)
  }

  /// A day some years before the registries were read.
  func past(years range: ClosedRange<Double>, _ draw: inout Draw) -> Day {
    registryDay.adding(days: -draw.days(years: range))
  }
}

extension NameOriginGroup {
  /// The groups that galleries of the foreign-born draw from, the larger ones oftener.
  static let abroad: [NameOriginGroup] = [
    .hispanic, .hispanic, .hispanic, .black, .southAsian, .chinese, .filipino, .arabic,
    .vietnamese, .slavic, .korean,
  ]
}
