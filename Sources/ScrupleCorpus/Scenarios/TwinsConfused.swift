extension Gallery {
  /// Twins whose given names begin with one letter. The resident's own file has the year of birth
  /// wrong, so that a search by surname, initial and birth date finds the twin's alone. W1c.
  static let twinsConfused = Gallery(name: "twins", people: 2) { setting, draw in
    var cast = Cast(setting)
    let group: NameOriginGroup = draw.element(of: [
      .hispanic, .black, .southAsian, .filipino, .slavic,
    ])
    var part = Part(setting, group, bornAbroad: true, ages: 22...45, &draw)
    part.name.suffix = ""
    var twin = part
    twin.name.given = [givenName(startingLike: part, &draw)]
    let entry = setting.past(years: 4...9, &draw)
    part.live(
      (.temporary, "B2", entry, .entry),
      (.permanentResident, "F24", entry.adding(days: 150), .adjustment))
    twin.live(
      (.temporary, "B2", entry, .entry),
      (.expired, "B2", entry.adding(days: 180), .stayEnded))
    let resident = cast.add(part, &draw)
    let other = cast.add(twin, &draw)
    cast.change(resident) { $0.twin = setting.person + 1 }
    cast.change(other) { $0.twin = setting.person }
    cast.relate(resident, .twin, of: other)
    let wrong = part.birth.adding(years: -1).text
    cast.file(
      resident, knowing: setting.registryDay,
      [DesignedFault(.birthDate, to: wrong, by: "year_off")])
    cast.file(other, knowing: setting.registryDay)
    cast.book(resident, on: setting.arrestDay(&draw), "twins", cause: "W1c")
    return cast.gallery
  }

  /// Another given name with the same first letter; the name with another ending where none is
  /// met in many draws.
  private static func givenName(startingLike part: Part, _ draw: inout Draw) -> String {
    let own = part.name.given[0]
    let initial = PlainLetters.key(own).first
    for _ in 0..<2_000 {
      let name = NameBook.standard.givenName(
        of: part.group, sex: part.sex, birthYear: part.birth.year, isBornAbroad: true, draw: &draw)
      let key = PlainLetters.key(name)
      if key.first == initial, key != PlainLetters.key(own) { return name }
    }
    return own + "o"
  }
}
