extension Gallery {
  /// *Gonzalez v. ICE*: born in the United States, a foreign birthplace on the booking, and no
  /// immigration record, because a citizen by birth has none. W3c.
  static let wrongBirthplace = Gallery(name: "gonzalez_pob", people: 1) { setting, draw in
    var cast = Cast(setting)
    let group: NameOriginGroup = draw.happens(0.7) ? .hispanic : draw.element(of: [.black, .anglo])
    let citizen = cast.add(Part(setting, group, bornAbroad: false, &draw), &draw)
    let wrong = Country.named(BirthPlaces.standard.country(of: group, refugees: false, &draw).code)
    cast.book(
      citizen, on: setting.arrestDay(&draw), "gonzalez_pob", cause: "W3c",
      [
        DesignedFault(.birthPlace, to: wrong.name, by: "wrong_birthplace"),
        DesignedFault(.birthPlaceCode, to: wrong.policeCode, by: "wrong_birthplace"),
        DesignedFault(.citizenshipStated, to: "", by: "missing"),
      ])
    return cast.gallery
  }
}
