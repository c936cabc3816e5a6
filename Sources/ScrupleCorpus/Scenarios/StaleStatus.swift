extension Gallery {
  /// Makowski: the record that was linked is the person's own, and still shows what was true
  /// before citizenship. A mother who naturalized (W2a), and a child adopted from abroad who
  /// became a citizen by law, with nothing filed (W2b).
  static let staleStatus = Gallery(name: "makowski_stale", people: 3) { setting, draw in
    var cast = Cast(setting)
    let father = cast.add(
      Part(setting, .anglo, .male, bornAbroad: false, ages: 54...62, &draw), &draw)
    let group = draw.element(of: NameOriginGroup.abroad)
    let mother = cast.add(wife(setting, group, &draw), &draw)
    let (part, derived) = adopted(setting, by: cast.people[father], &draw)
    let child = cast.add(part, &draw)
    let custody = (from: part.statuses[0].from, to: part.birth.adding(years: 18))
    let born = cast.people[father].birthDate
    cast.change(child) { person in
      person.derivation = Derivation(
        day: derived, parent: setting.person + UInt32(father), documented: .none,
        parentCitizenFrom: born, residentFrom: derived,
        custodyFrom: custody.from)
    }
    cast.relate(father, .spouse, of: mother)
    cast.relate(father, .parent, of: child, custody: custody)
    for (place, cause) in [(mother, "W2a"), (child, "W2b")] {
      let person = cast.people[place]
      cast.file(place, knowing: person.statuses[1].from)
      cast.book(place, on: setting.arrestDay(&draw), "makowski_stale", cause: cause)
    }
    return cast.gallery
  }

  /// Came for a time, overstayed, adjusted as the wife of a citizen, and swore the oath.
  private static func wife(
    _ setting: GallerySetting, _ group: NameOriginGroup, _ draw: inout Draw
  ) -> Part {
    var part = Part(setting, group, .female, bornAbroad: true, ages: 48...56, &draw)
    let oath = setting.past(years: 1...6, &draw)
    let resident = oath.adding(years: -6)
    part.live(
      (.temporary, "B2", resident.adding(years: -3), .entry),
      (.expired, "B2", resident.adding(years: -2), .stayEnded),
      (.permanentResident, "IR6", resident, .adjustment), (.citizen, "IR6", oath, .oath))
    return part
  }

  /// Brought in for adoption, adjusted as an orphan after the stay had run out, and a citizen
  /// by INA 320 on that day.
  private static func adopted(
    _ setting: GallerySetting, by father: Person, _ draw: inout Draw
  ) -> (part: Part, derived: Day) {
    var part = Part(
      setting, draw.element(of: [.southAsian, .korean, .chinese, .slavic, .hispanic]),
      bornAbroad: true, ages: 19...21, &draw)
    part.name.particle = ""
    part.name.secondSurname = ""
    part.name.surname = father.names[0].name.surname
    let entry = part.birth.adding(days: 300 + draw.below(400))
    let adjusted = entry.adding(years: 2)
    part.live(
      (.temporary, "B2", entry, .entry), (.expired, "B2", entry.adding(years: 1), .stayEnded),
      (.permanentResident, "IR8", adjusted, .adjustment))
    part.statuses.close(with: .citizen, on: adjusted, .derivation)
    return (part, adjusted)
  }
}
