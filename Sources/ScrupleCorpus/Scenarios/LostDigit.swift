extension Gallery {
  /// An A-number whose first digit was lost reads as the eight-digit number that a local office
  /// once gave to another file. W1a.
  static let lostDigit = Gallery(name: "a_number_zero_loss", people: 2) { setting, draw in
    var cast = Cast(setting)
    let group = draw.element(of: NameOriginGroup.abroad)
    var part = Part(setting, group, .male, bornAbroad: true, ages: 25...50, &draw)
    let entry = setting.past(years: 5...12, &draw)
    part.live((.permanentResident, "F11", entry, .entry))
    var other = Part(setting, group, .male, bornAbroad: true, ages: 25...50, &draw)
    other.birth = part.birth.adding(days: draw.within(-700...700))
    other.place = part.place
    other.live(
      (.temporary, "B2", entry, .entry),
      (.expired, "B2", entry.adding(years: 1), .stayEnded))
    let resident = cast.add(part, &draw)
    let stranger = cast.add(other, &draw)
    let whole = cast.people[resident].identifiers.alienNumbers[0].digits
    let lost = String(whole.dropFirst())
    cast.file(resident, knowing: setting.registryDay)
    cast.file(
      stranger, knowing: setting.registryDay,
      [DesignedFault(.aNumber, to: lost, by: "number_of_a_local_office")])
    cast.book(
      resident, on: setting.arrestDay(&draw), "a_number_zero_loss", cause: "W1a",
      [DesignedFault(.alienNumber, to: lost, by: "zero_loss")])
    return cast.gallery
  }
}
