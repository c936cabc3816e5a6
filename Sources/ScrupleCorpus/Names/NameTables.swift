/// The embedded tables, read once.
struct NameTables {
  private typealias Row = (name: String, weight: Double)
  private var surnames: [String: [Row]] = [:]
  private var tails: [String: Tail] = [:]
  private var given: [GivenRow] = []
  private var spanish: [String: [Row]] = [:]
  private var byHand: [String: [Row]] = [:]
  private var spellings: [String: [[String]]] = [:]
  private var nicknames: [String: [(given: String, names: [String])]] = [:]

  /// How many people a group counts, and how its surnames go on beyond the head.
  private struct Tail {
    var population: Double
    var headPeople: Double
    var names: Int
    var growth: Double
    var ratio: Double
  }

  /// A given name with the shares of its bearers by group and its births by decade.
  private struct GivenRow {
    var name: String
    var sex: String
    var shares: [Double]
    var births: [Double]
  }

  init() {
    readSurnames()
    readGivenNames()
    readHomeNames()
    TableRows(RomanizationRows.text).read { cells in
      spellings[TableRows.text(cells[0]), default: []].append(TableRows.words(cells[1]))
    }
    TableRows(NicknameRows.text).read { cells in
      nicknames[TableRows.text(cells[0]), default: []]
        .append((TableRows.text(cells[1]), TableRows.words(cells[2])))
    }
  }

  /// The names of one group.
  func stock(_ group: NameOriginGroup) -> NameStock {
    guard let head = surnames[group.rawValue], let tail = tails[group.rawValue] else {
      preconditionFailure("the surname table has no rows of '\(group.rawValue)'")
    }
    let parts = SurnameParts.parts(of: group)
    return NameStock(
      surnames: head, tailWeight: tail.population - tail.headPeople,
      tail: SurnameTail(
        parts: parts,
        blocks: RankBlocks(
          count: min(tail.names, parts.count), head: head.count, growth: tail.growth,
          ratio: tail.ratio),
        head: head.map(\.name)),
      american: Sex.allCases.map { american(group, $0) },
      home: home(group), compound: byHand(group, "compound"))
  }

  /// The other spellings of each spelling of a group, by plain capitals.
  func romanizations(_ group: NameOriginGroup) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for line in spellings[group.rawValue] ?? [] {
      for spelling in line {
        let key = PlainLetters.key(spelling)
        for other in line where PlainLetters.key(other) != key {
          if found[key]?.contains(other) != true { found[key, default: []].append(other) }
        }
      }
    }
    return found
  }

  /// The nicknames of a language, by the given name in plain capitals.
  func nicknames(language: String) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for row in nicknames[language] ?? [] { found[PlainLetters.key(row.given)] = row.names }
    return found
  }
}

// MARK: - Given names

extension NameTables {
  private func american(_ group: NameOriginGroup, _ sex: Sex) -> [WeightedNames] {
    let share =
      switch group {
      case .anglo, .slavic, .arabic: 0
      case .black: 1
      case .hispanic: 2
      default: 3
      }
    let marked = group == .hispanic ? spanishMarks() : [:]
    return (0..<10).map { decade in
      WeightedNames(
        given.compactMap { row in
          let weight = row.births[decade] * row.shares[share]
          guard row.sex == sex.rawValue, weight > 0 else { return nil }
          return (marked[row.name] ?? row.name, weight)
        })
    }
  }

  /// The marked spelling of Spanish given names that the tables show plain.
  private func spanishMarks() -> [String: String] {
    var marks: [String: String] = [:]
    for row in (spanish["F"] ?? []) + (spanish["M"] ?? []) {
      marks[PlainLetters.plain(row.name)] = row.name
    }
    return marks
  }

  private func home(_ group: NameOriginGroup) -> [WeightedNames]? {
    if group == .hispanic {
      return Sex.allCases.map { WeightedNames(spanish[$0.rawValue] ?? []) }
    }
    return byHand(group, "")
  }

  private func byHand(_ group: NameOriginGroup, _ kind: String) -> [WeightedNames]? {
    let lists = Sex.allCases.compactMap { sex in
      byHand(for: [group.rawValue, sex.rawValue, kind])
    }
    return lists.count == 2 ? lists : nil
  }

  private func byHand(for key: [String]) -> WeightedNames? {
    byHand[key.filter { !$0.isEmpty }.joined(separator: " ")].map(WeightedNames.init)
  }
}

// MARK: - Reading

extension NameTables {
  private mutating func readSurnames() {
    TableRows(SurnameRows.text).read { cells in
      surnames[TableRows.text(cells[0]), default: []]
        .append((TableRows.text(cells[1]), TableRows.number(cells[2])))
    }
    TableRows(TailRows.text).read { cells in
      tails[TableRows.text(cells[0])] = Tail(
        population: TableRows.number(cells[1]), headPeople: TableRows.number(cells[2]),
        names: Int(TableRows.number(cells[3])), growth: TableRows.number(cells[4]),
        ratio: TableRows.number(cells[5]))
    }
  }

  private mutating func readGivenNames() {
    TableRows(GivenNameRows.text).read { cells in
      given.append(
        GivenRow(
          name: TableRows.text(cells[0]), sex: TableRows.text(cells[1]),
          shares: cells[2..<6].map(TableRows.number), births: cells[6...].map(TableRows.number)))
    }
    TableRows(HispanicGivenNameRows.text).read { cells in
      spanish[TableRows.text(cells[1]), default: []]
        .append((TableRows.text(cells[0]), TableRows.number(cells[2])))
    }
  }

  /// The n-th name of a list written by hand weighs 1/(n + 6): assumed.
  private mutating func readHomeNames() {
    var key = ""
    TableRows(HomeGivenNameRows.text).read(skipping: 0) { cells in
      if cells[0].first == UInt8(ascii: "[") {
        key = TableRows.text(cells[0].dropFirst().dropLast())
        return
      }
      for name in TableRows.words(cells[0]) {
        let place = Double(byHand[key]?.count ?? 0)
        byHand[key, default: []].append((name, 1 / (place + 7)))
      }
    }
  }
}
