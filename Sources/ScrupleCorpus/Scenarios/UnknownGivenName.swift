extension Gallery {
  /// Two brothers with one name each, entered as FNU with their father's name for a surname, and
  /// with one assigned birth date. The file of the one is found for the other. W1c.
  static let unknownGivenName = Gallery(name: "fnu_family", people: 2) { setting, draw in
    var cast = Cast(setting)
    var part = Part(setting, .arabic, .male, bornAbroad: true, ages: 22...40, &draw)
    part.place = BirthPlace(country: "AF", state: "", city: "Kabul")
    part.birth = Day(year: part.birth.year, month: 1, day: 1)
    let names = singleNames(3, &draw)
    part.name = TrueName(given: [names[1]], surname: "", script: .arabic)
    var brother = part
    brother.name.given = [names[2]]
    let entry = setting.past(years: 4...8, &draw)
    part.live(
      (.refugee, "RE", entry, .entry),
      (.permanentResident, "RE6", entry.adding(days: 450), .adjustment))
    let order = setting.past(years: 0.5...2, &draw)
    brother.live((.refugee, "RE", entry, .entry), (.orderedRemoved, "RE", order, .order))
    let resident = cast.add(part, &draw)
    let ordered = cast.add(brother, &draw)
    for place in [resident, ordered] { cast.change(place) { $0.birthDateAssigned = true } }
    cast.relate(resident, .sibling, of: ordered)
    let family = PlainLetters.key(names[0])
    cast.file(resident, knowing: setting.registryDay)
    cast.file(
      ordered, knowing: setting.registryDay,
      [DesignedFault(.lastName, to: family, by: "fathers_name_as_surname")])
    cast.book(
      resident, on: setting.arrestDay(&draw), "fnu_family", cause: "W1c",
      [
        DesignedFault(.lastName, to: family, by: "fathers_name_as_surname"),
        DesignedFault(.aliases, to: "", by: "alias_not_known"),
      ])
    return cast.gallery
  }

  /// Given names that differ in plain letters.
  private static func singleNames(_ count: Int, _ draw: inout Draw) -> [String] {
    var names: [String] = []
    while names.count < count {
      let name = NameBook.standard.givenName(
        of: .arabic, sex: .male, birthYear: 1990, isBornAbroad: true, draw: &draw)
      let isNew = !names.contains { PlainLetters.key($0) == PlainLetters.key(name) }
      if isNew, !name.contains(" "), !name.contains("-") { names.append(name) }
    }
    return names
  }
}
