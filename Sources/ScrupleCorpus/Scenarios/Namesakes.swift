extension Gallery {
  /// *Brown v. Ramsay*: a citizen born in Philadelphia and a man of his name and birth date born
  /// in Jamaica. The other's file says seven feet and another country; the flag is made all the
  /// same. W1d, with contradictions.
  static let ignoredContradiction = Gallery(name: "brown_contradiction", people: 2) {
    setting, draw in
    var cast = Cast(setting)
    var part = Part(setting, .black, .male, bornAbroad: false, ages: 30...55, &draw)
    part.place = BirthPlace(country: "US", state: "PA", city: "Philadelphia")
    let citizen = cast.add(part, &draw)
    cast.change(citizen) { $0.heightInches = 67 }
    var other = part.namesake(bornIn: BirthPlace(country: "JM", state: "", city: "Kingston"))
    ordered(&other, setting, &draw)
    let namesake = cast.add(other, &draw)
    cast.meet(
      namesake, on: setting.past(years: 0.3...3, &draw),
      [DesignedFault(.height, to: "700", by: "height_wrong")])
    cast.book(citizen, on: setting.arrestDay(&draw), "brown_contradiction", cause: "W1d")
    return cast.gallery
  }

  /// Crosscheck: two people who share name and full birth date, as people do. W1d.
  static let sharedBirthday = Gallery(name: "crosscheck_birthday", people: 2) { setting, draw in
    var cast = Cast(setting)
    let group: NameOriginGroup = draw.happens(0.6) ? .hispanic : draw.element(of: [.black, .anglo])
    let part = Part(setting, group, bornAbroad: false, &draw)
    let citizen = cast.add(part, &draw)
    var other = part.namesake(
      bornIn: BirthPlace(
        abroad: BirthPlaces.standard.country(of: group, refugees: false, &draw), &draw))
    ordered(&other, setting, &draw)
    let namesake = cast.add(other, &draw)
    cast.meet(namesake, on: setting.past(years: 0.3...3, &draw))
    cast.book(citizen, on: setting.arrestDay(&draw), "crosscheck_birthday", cause: "W1d")
    return cast.gallery
  }

  /// Came without inspection and was ordered removed.
  static func ordered(_ part: inout Part, _ setting: GallerySetting, _ draw: inout Draw) {
    let order = setting.past(years: 3.2...6, &draw)
    part.live(
      (.withoutInspection, "EWI", order.adding(years: -draw.within(1...3)), .entry),
      (.orderedRemoved, "EWI", order, .order))
  }
}
