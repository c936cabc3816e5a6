extension Gallery {
  /// Watson: a citizen through his father, whose own file still shows the time before. The file
  /// that was asked for the father is that of another man, almost of his name, who never
  /// naturalized: the son's file has the other man's A-number where the father's belongs. The
  /// father's own file would have forbidden the flag. W2g.
  static let fathersFile = Gallery(name: "watson_father", people: 3) { setting, draw in
    var cast = Cast(setting)
    var father = Part(setting, .black, .male, bornAbroad: true, ages: 52...58, &draw)
    let resident = setting.past(years: 17...19, &draw)
    father.live(
      (.permanentResident, "F41", resident, .entry),
      (.citizen, "F41", resident.adding(years: 6), .oath))
    let parent = cast.add(father, &draw)
    var other = father.namesake(bornIn: father.place)
    other.birth = father.birth.adding(days: 500 + draw.below(900))
    other.name.middle = [
      NameBook.standard.givenName(of: .anglo, sex: .male, birthYear: 1968, draw: &draw)
    ]
    other.live((.permanentResident, "F41", resident.adding(days: 400), .entry))
    let stranger = cast.add(other, &draw)
    let son = cast.add(boy(setting, of: father, &draw), &draw)
    let part = cast.people[son]
    let custody = (from: part.statuses[0].from, to: part.birthDate.adding(years: 18))
    cast.change(son) { person in
      person.derivation = Derivation(
        day: father.statuses[1].from, parent: setting.person + UInt32(parent),
        documented: .none, parentCitizenFrom: father.statuses[1].from,
        residentFrom: person.statuses[2].from, custodyFrom: custody.from)
    }
    cast.relate(parent, .parent, of: son, custody: custody)
    cast.file(parent, knowing: father.statuses[1].from)
    cast.file(stranger, knowing: setting.registryDay)
    let mistaken = DesignedFault<RecordColumn>(
      .parentANumber, to: cast.people[stranger].fileNumber(on: setting.registryDay),
      by: "other_parents_number")
    cast.file(son, knowing: part.statuses[1].from, namingParent: parent, [mistaken])
    cast.book(son, on: setting.arrestDay(&draw), "watson_father", cause: "W2g")
    return cast.gallery
  }

  /// Came on a visit, stayed on, adjusted through his father and was under eighteen at the oath.
  private static func boy(
    _ setting: GallerySetting, of father: Part, _ draw: inout Draw
  ) -> Part {
    var part = Part(setting, .black, .male, bornAbroad: true, ages: 21...23, &draw)
    part.place = father.place
    part.name.surname = father.name.surname
    part.name.particle = father.name.particle
    part.name.suffix = ""
    let oath = father.statuses[1].from
    let entry = oath.adding(days: -1500)
    part.live(
      (.temporary, "B2", entry, .entry), (.expired, "B2", entry.adding(days: 180), .stayEnded),
      (.permanentResident, "F43", oath.adding(days: -500), .adjustment))
    part.statuses.close(with: .citizen, on: oath, .derivation)
    return part
  }
}
