extension Gallery {
  /// Refugees of one name to whom officials gave 1 January of one year. The one in lawful status
  /// is spelled otherwise in the own file, so that only the other's is found. W1d.
  static let assignedBirthday = Gallery(name: "refugee_jan1", people: 2) { setting, draw in
    var cast = Cast(setting)
    let group: NameOriginGroup = draw.element(of: [.arabic, .arabic, .black, .southAsian])
    var part = Part(setting, group, bornAbroad: true, ages: 24...50, &draw)
    part.place = BirthPlace(
      abroad: BirthPlaces.standard.country(of: group, refugees: true, &draw), &draw)
    part.birth = Day(year: part.birth.year, month: 1, day: 1)
    var other = part.namesake(bornIn: part.place)
    let entry = setting.past(years: 4...9, &draw)
    part.live(
      (.refugee, "RE", entry, .entry),
      (.permanentResident, "RE6", entry.adding(days: 500), .adjustment))
    let order = setting.past(years: 0.5...2, &draw)
    other.live(
      (.refugee, "RE", entry.adding(days: -700), .entry),
      (.orderedRemoved, "RE", order, .order))
    let resident = cast.add(part, &draw)
    let namesake = cast.add(other, &draw)
    for place in [resident, namesake] { cast.change(place) { $0.birthDateAssigned = true } }
    cast.file(
      resident, knowing: setting.registryDay, [spelledOtherwise(part.name, group, &draw)])
    cast.file(namesake, knowing: setting.registryDay)
    cast.book(resident, on: setting.arrestDay(&draw), "refugee_jan1", cause: "W1d")
    return cast.gallery
  }

  /// Another spelling of the first name in Latin letters; one letter less where none is known.
  private static func spelledOtherwise(
    _ name: TrueName, _ group: NameOriginGroup, _ draw: inout Draw
  ) -> DesignedFault<RecordColumn> {
    let first = NameWriting.written(name, as: NameStyle()).first
    let others = NameBook.standard.romanizations(of: first, group: group)
      .map(PlainLetters.key).filter { $0 != first }
    let other =
      others.isEmpty
      ? String(first.dropLast()) + (first.hasSuffix("H") ? "" : "H") : draw.element(of: others)
    return DesignedFault(.firstName, to: other, by: "romanization")
  }
}
