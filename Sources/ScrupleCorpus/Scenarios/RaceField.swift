extension Gallery {
  /// Florida 2004: two brothers with the same right, one recorded with another race. A rule that
  /// wants race to agree misses him; one that does not look at race finds both. No wrong flag is
  /// designed: the miss is the point.
  static let raceField = Gallery(name: "florida2004_racefield", people: 2) { setting, draw in
    var cast = Cast(setting)
    var part = Part(setting, .hispanic, .male, bornAbroad: true, ages: 26...50, &draw)
    let entry = setting.past(years: 3...9, &draw)
    part.live((.withoutInspection, "EWI", entry, .entry))
    var brother = part
    brother.birth = part.birth.adding(days: -500 - draw.below(900))
    repeat {
      brother.name.given[0] = NameBook.standard.givenName(
        of: .hispanic, sex: .male, birthYear: brother.birth.year, isBornAbroad: true, draw: &draw)
    } while brother.name.given[0] == part.name.given[0]
    let elder = cast.add(brother, &draw)
    let younger = cast.add(part, &draw)
    cast.relate(elder, .sibling, of: younger)
    for place in [elder, younger] {
      cast.meet(place, on: setting.past(years: 0.2...2, &draw))
      let faults: [DesignedFault<BookingColumn>] =
        place == younger
        ? [
          DesignedFault(.race, to: "U", by: "race_wrong"),
          DesignedFault(.ethnicity, to: "", by: "missing"),
        ] : []
      cast.book(place, on: setting.arrestDay(&draw), "florida2004_racefield", cause: "", faults)
    }
    return cast.gallery
  }
}
