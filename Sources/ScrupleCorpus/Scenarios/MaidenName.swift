extension Gallery {
  /// *Morales v. Chadbourne*: naturalized under her maiden name, searched for under her married
  /// one, twice, with no memory of the first time. W3a.
  static let maidenName = Gallery(name: "morales_maiden", people: 1) { setting, draw in
    var cast = Cast(setting)
    let group: NameOriginGroup = draw.element(of: [
      .hispanic, .hispanic, .filipino, .slavic, .southAsian,
    ])
    var part = Part(setting, group, .female, bornAbroad: true, ages: 42...60, &draw)
    let oath = setting.past(years: 10...15, &draw)
    part.live(
      (.permanentResident, "F11", oath.adding(years: -7), .entry), (.citizen, "F11", oath, .oath))
    let woman = cast.add(part, &draw)
    let wedding = oath.adding(days: 200 + draw.below(1500))
    let married = marriedName(of: part.name, group, &draw)
    cast.change(woman) { person in
      person.names[0].to = wedding
      person.names.append(NameVersion(name: married, from: wedding, reason: .marriage))
    }
    cast.file(woman, knowing: oath)
    let days = [setting.arrestDay(&draw), setting.arrestDay(&draw)].sorted()
    for day in days {
      cast.book(
        woman, on: day, "morales_maiden", cause: "W3a",
        [DesignedFault(.aliases, to: "", by: "alias_not_known")])
    }
    return cast.gallery
  }

  /// The name with a husband's surname in place of every own one.
  private static func marriedName(
    of name: TrueName, _ group: NameOriginGroup, _ draw: inout Draw
  ) -> TrueName {
    var married = name
    married.particle = ""
    married.secondSurname = ""
    repeat {
      let husband = NameBook.standard.name(
        for: NameRequest(group: group, sex: .male, birthYear: 1970, isBornAbroad: true),
        draw: &draw)
      if !husband.surname.isEmpty { married.surname = husband.surname }
    } while married.surname == name.surname
    return married
  }
}
