import ScrupleStatistics

/// The rates of one subgroup: over persons, apart from the share of wrong flags.
///
/// A person with records in two groups is searched in both.
public struct SubgroupRates: Sendable, Equatable, Codable {
  /// What divides the records.
  public let column: String
  /// The subgroup.
  public let value: String
  /// How it is known who belongs to it.
  public let basis: SubgroupBasis
  /// Its persons; nil where suppressed.
  @NullEncoded public internal(set) var persons: Int?
  /// Whether the others are compared with it: the largest.
  public let isReference: Bool
  /// `fpir` and `fnir`; with flags also `citizenFlagRate` and `wrongFlagRate`. Without those that
  /// are suppressed.
  public internal(set) var rates: [Rate]
  /// Each rate over persons beside the reference, where both have persons; none for the reference
  /// itself.
  public internal(set) var comparisons: [SubgroupComparison]
  /// Each rate over persons beside the group with the lowest one of the dimension; none for that
  /// group itself.
  public internal(set) var besideBestOff: [BestOffComparison]
  /// The weight above which links must lie for `fpir` to be at most the reference's; nil where it
  /// is so already.
  @NullEncoded public internal(set) var weightForReferenceFpir: Double?
  /// The names of figures left out of a public report.
  public internal(set) var suppressed: [String]

  init(_ tally: SubgroupTally, _ group: Int, standard: SubgroupDimension?, level: Double) {
    column = tally.dimension.name
    value = tally.groups[group].value
    basis = tally.dimension.basis
    persons = tally.groups[group].persons.count
    isReference = group == tally.reference
    rates =
      tally.figures.map { figure in
        let (count, total) = tally.count(figure, group)
        return Rate(
          figure.rawValue, of: .persons, count: count, total: total, level: level,
          independent: .persons)
      }
      + (tally.hasFlags
        ? [
          Rate(
            "wrongFlagRate", of: .flags, clustered: tally.wrongFlags(group), level: level,
            by: .persons)
        ] : [])
    let strata = standard.flatMap { $0.name == tally.dimension.name ? nil : $0.name }
    comparisons =
      isReference
      ? []
      : tally.figures.filter { tally.pair($0, group).hasUnits }.map {
        SubgroupComparison($0, of: tally, group, by: strata, level: level)
      }
    besideBestOff = tally.besideBestOff(group, level: level)
    weightForReferenceFpir = isReference ? nil : tally.weightForReferenceFpir(group)
    suppressed = []
  }

  /// The rate of a name; nil where it is not measured or suppressed.
  public func rate(_ name: String) -> Rate? { rates.first { $0.name == name } }

  /// The comparison of a rate.
  public func comparison(_ name: String) -> SubgroupComparison? {
    comparisons.first { $0.name == name }
  }
}

extension SubgroupRates {
  /// The rates of all groups, dimension by dimension as they were given.
  ///
  /// P-values are adjusted over all comparisons of declared dimensions (Holm) and over all of the
  /// others (Benjamini & Hochberg).
  static func all(
    _ input: SubgroupInput, _ judged: JudgedLinks, _ audit: AuditInput
  ) -> [SubgroupRates] {
    let facts = SearchFacts(judged, audit.truth, bookings: input.bookings, flags: input.flags)
    var rows: [(row: SubgroupRates, isDeclared: Bool)] = []
    for dimension in input.dimensions {
      let tally = SubgroupTally(dimension, facts, strata: input.standard)
      // A single group has nothing to be compared with.
      guard tally.groups.count > 1 else { continue }
      rows += tally.groups.indices.map {
        (
          SubgroupRates(tally, $0, standard: input.standard, level: audit.level),
          dimension.isDeclared
        )
      }
    }
    for isDeclared in [true, false] {
      let places = rows.indices.filter { rows[$0].isDeclared == isDeclared }.flatMap { row in
        rows[row].row.comparisons.indices.map { (row, $0) }
      }
      let method: MultipleComparisons.Method = isDeclared ? .holm : .benjaminiHochberg
      let adjusted = MultipleComparisons.adjusted(
        places.map { rows[$0.0].row.comparisons[$0.1].pValue }, by: method)
      for (place, value) in zip(places, adjusted) {
        rows[place.0].row.comparisons[place.1].adjustedPValue = value
        rows[place.0].row.comparisons[place.1].adjustment = method
        rows[place.0].row.comparisons[place.1].comparisons = places.count
      }
    }
    return rows.map(\.row)
  }
}
