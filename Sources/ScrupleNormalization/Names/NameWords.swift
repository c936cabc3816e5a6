/// The short lists by which names are read. All words are folded.
enum NameWords {
  /// Generational suffixes; each line starts with the form we write.
  static let generations = WordTable(
    groups: """
      jr jnr junior
      sr snr senior
      ii 2nd
      iii 3rd
      iv 4th
      """)

  static let professions = WordTable(
    words: "md phd esq esquire dds dvm jd cpa mba rn llm llb dphil facs mbe obe cbe kbe kcb frs")

  /// Letters after a comma that are names elsewhere.
  static let credentials = WordTable(words: "do dc aia csi bsn pa np lpn ma ba bs ms lcsw pe cfp")

  static let titles = WordTable(
    words: """
      mr mrs ms miss mx dr prof professor rev revd reverend sir lady lord dame hon rt fr
      father sister capt captain maj col colonel lt sgt gen general admiral cmdr judge
      senator senor senora sra srta mme mlle herr frau signor sheikh shaikh haji
      """)

  /// Words that open a peerage after a name: "2nd baron", "earl of".
  static let peerages = WordTable(
    words: """
      baron baroness baronet bart earl viscount viscountess duke duchess marquess marquis
      marchioness count countess lord lady prince princess
      """)

  /// Peerages that are nobody's given name.
  static let unmistakablePeerages = WordTable(
    words: "baronet viscount viscountess marquess marchioness duchess countess")

  static let particles = WordTable(
    words: """
      de del la las los el lo da das do dos di du des della degli dello
      van von der den ter ten te zu zum zur
      al bin ben ibn bint binti abu abd mc mac o st y e
      """)

  /// Particles that join with the word after them to one word.
  static let prefixes = WordTable(words: "mc mac o")

  /// What follows "Maria" or "Jose" in compound given names, particles left out.
  static let devotions = WordTable(
    words: """
      angeles carmen jesus pilar luz rosario lourdes mar socorro concepcion fatima refugio
      asuncion guadalupe dolores remedios mercedes nieves consuelo milagros dios soledad
      """)

  static let conjunctions = WordTable(words: "and & or und et")

  /// Stand-ins that are dropped among other words too, as in "FNU SINGH".
  static let standIns = WordTable(words: "fnu lnu nmn nmi nfn nln unk")

  /// Every word that means something beside other words, so that they are not plainly a name.
  static let meanings = WordTable(
    words: Set(
      [
        generations, professions, credentials, titles, peerages, unmistakablePeerages, particles,
        prefixes, conjunctions, standIns,
      ].flatMap(\.words) + ["saint"]
    ).sorted().joined(separator: " "))

  /// Whole cells that stand for "no name known" in any name column (`DOMAIN` 4.2 and usage).
  static let placeholders = WordTable(
    words: """
      fnu lnu mnu unk unkn unknown unknow nfn nln nmn nmi nomiddlename noname nolastname
      nofirstname nogivenname nosurname nameunknown unnamed notknown notgiven notavailable
      notprovided notapplicable nonegiven none nil missing blank undefined doe johndoe janedoe
      baby babyboy babygirl bbboy bbgirl infant infantboy infantgirl newborn anonymous anon
      redacted withheld refused declined dontknow lastname firstname ofthehouse ofthehome
      ladyofthehouse ladyofhouse manofthehouse malechild femalechild adultmale adultfemale
      """)

  /// Stand-ins in given-name cells only: as surnames these are people's names.
  static let givenPlaceholders = WordTable(
    words: """
      null test testing x mr mrs ms adult boy girl child male female man woman husband wife
      daughter mother father brother sister spouse roommate resident occupant owner
      granddaughter grandson grandchild kid minor person
      """)
}
