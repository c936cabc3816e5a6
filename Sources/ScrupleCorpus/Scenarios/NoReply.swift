extension Gallery {
  /// Denton County: two people flagged before who did not answer the letter. One had naturalized
  /// and the file is stale (W2a); of the other it is true. Both look the same: no reply is not
  /// confirmation.
  static let noReply = Gallery(name: "denton_nonresponse", people: 2) { setting, draw in
    var cast = Cast(setting)
    let oath = setting.past(years: 0.5...5, &draw)
    let entry = oath.adding(years: -10)
    var citizen = Part(
      setting, draw.element(of: NameOriginGroup.abroad), bornAbroad: true, ages: 35...58, &draw)
    citizen.live(
      (.temporary, "F1", entry, .entry), (.expired, "F1", entry.adding(years: 2), .stayEnded),
      (.permanentResident, "IR6", entry.adding(years: 4), .adjustment),
      (.citizen, "IR6", oath, .oath))
    var other = Part(
      setting, draw.element(of: NameOriginGroup.abroad), bornAbroad: true, ages: 35...58, &draw)
    other.live(
      (.temporary, "F1", entry, .entry), (.expired, "F1", entry.adding(years: 2), .stayEnded))
    for (part, cause) in [(citizen, "W2a"), (other, "")] {
      let place = cast.add(part, &draw)
      cast.file(place, knowing: part.statuses[1].from)
      cast.book(
        place, on: setting.arrestDay(&draw), "denton_nonresponse", cause: cause,
        priorOutcome: "unresolved")
    }
    return cast.gallery
  }
}
