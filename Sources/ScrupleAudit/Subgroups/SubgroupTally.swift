import ScrupleStatistics

/// The person-level rates at which groups are compared.
enum SubgroupFigure: String, CaseIterable {
  case citizenFlagRate
  case fpir
  case fnir

  /// Whether a person belongs to the denominator, and counts; nil for neither.
  func counts(_ person: SearchedPerson) -> Bool? {
    switch self {
    case .citizenFlagRate: person.citizenBookings > 0 ? person.citizenFlags > 0 : nil
    case .fpir: person.isMated ? nil : person.hasFalse
    case .fnir: person.isMated ? !person.hasTrue : nil
    }
  }
}

/// The persons of each group of one dimension.
struct SubgroupTally {
  let dimension: SubgroupDimension
  /// The names of the groups that have a person, in the order of the dimension.
  let groups: [(value: String, persons: [SearchedPerson])]
  let hasFlags: Bool
  /// How many count, of how many: by figure, group and stratum, the unknown stratum first.
  private let tables: [[[(count: Int, total: Int)]]]

  init(_ dimension: SubgroupDimension, _ facts: SearchFacts, strata: SubgroupDimension?) {
    precondition(
      dimension.codes.count == facts.units.count,
      "\(dimension.codes.count) codes, \(facts.units.count) records")
    // The last place is that of records whose group is not known.
    let unknown = dimension.values.count
    var places: [[Int32: Int]] = Array(repeating: [:], count: unknown + 1)
    var persons: [[SearchedPerson]] = Array(repeating: [], count: unknown + 1)
    for (left, unit) in facts.units.enumerated() where unit >= 0 {
      let code = Int(dimension.codes[left])
      let group = code < 0 ? unknown : code
      let place = places[group][unit] ?? persons[group].count
      if place == persons[group].count {
        places[group][unit] = place
        var person = SearchedPerson()
        person.stratum = strata?.codes[left] ?? -1
        persons[group].append(person)
      }
      persons[group][place].add(left, facts)
    }
    self.dimension = dimension
    let groups = zip(dimension.values + ["not known"], persons).filter { !$1.isEmpty }
    let stratumCount = (strata?.values.count ?? 0) + 1
    tables = SubgroupFigure.allCases.map { figure in
      groups.map { Self.table(figure, $0.1, stratumCount: stratumCount) }
    }
    self.groups = groups
    hasFlags = facts.isFlagged != nil
  }

  private static func table(
    _ figure: SubgroupFigure, _ persons: [SearchedPerson], stratumCount: Int
  ) -> [(count: Int, total: Int)] {
    var sums = [(count: Int, total: Int)](repeating: (0, 0), count: stratumCount)
    for person in persons {
      guard let counts = figure.counts(person) else { continue }
      sums[Int(person.stratum) + 1].total += 1
      if counts { sums[Int(person.stratum) + 1].count += 1 }
    }
    return sums
  }

  private func table(_ figure: SubgroupFigure, _ group: Int) -> [(count: Int, total: Int)] {
    SubgroupFigure.allCases.firstIndex(of: figure).map { tables[$0][group] } ?? []
  }

  /// The figures that can be measured.
  var figures: [SubgroupFigure] { hasFlags ? SubgroupFigure.allCases : [.fpir, .fnir] }

  /// The largest group: what the others are compared with. The first of equals; never the group of
  /// the unknown while there is another.
  var reference: Int {
    groups.indices.max { one, other in
      let sizes = [one, other].map { index in
        groups[index].value == "not known" ? 0 : groups[index].persons.count
      }
      return sizes[0] == sizes[1] ? one > other : sizes[0] < sizes[1]
    } ?? 0
  }

  /// How many of a group count, of how many.
  func count(_ figure: SubgroupFigure, _ group: Int) -> (count: Int, total: Int) {
    table(figure, group).reduce(into: (count: 0, total: 0)) { sum, stratum in
      sum.count += stratum.count
      sum.total += stratum.total
    }
  }

  /// A group beside the reference.
  func pair(_ figure: SubgroupFigure, _ group: Int) -> TwoProportions {
    let own = count(figure, group)
    let other = count(figure, reference)
    return TwoProportions(
      count: own.count, total: own.total, referenceCount: other.count,
      referenceTotal: other.total)
  }

  /// A group beside the reference in each stratum.
  func strata(_ figure: SubgroupFigure, _ group: Int) -> StratifiedComparison {
    let pairs = zip(table(figure, group), table(figure, reference))
    return StratifiedComparison(
      strata: pairs.filter { $0.total + $1.total > 0 }.map { own, other in
        TwoProportions(
          count: own.count, total: own.total, referenceCount: other.count,
          referenceTotal: other.total)
      })
  }

  /// The share of a group's flags that are wrong, with persons as clusters.
  func wrongFlags(_ group: Int) -> ClusteredProportion {
    ClusteredProportion(clusters: groups[group].persons.lazy.map { ($0.wrongFlags, $0.flags) })
  }

  /// The weight above which links must lie for the group's FPIR to be at most the reference's; nil
  /// where it is so already.
  func weightForReferenceFpir(_ group: Int) -> Double? {
    let own = count(.fpir, group)
    let other = count(.fpir, reference)
    guard own.total > 0, other.total > 0, own.count * other.total > other.count * own.total else {
      return nil
    }
    let allowed = other.count * own.total / other.total
    let weights = groups[group].persons.filter { !$0.isMated && $0.hasFalse }
      .map(\.highestFalse).sorted(by: >)
    return weights[allowed]
  }
}
