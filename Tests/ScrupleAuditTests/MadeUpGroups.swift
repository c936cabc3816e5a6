import ScrupleGroundTruth

@testable import ScrupleAudit

/// A made-up linkage with flags and groups.
struct MadeUpGroups {
  let linkage: MadeUpLinkage
  let input: SubgroupInput

  init(seed: UInt64, size: Int, values: Int = 3) {
    let linkage = MadeUpLinkage(seed: seed, size: size, unlabelled: 6)
    self.linkage = linkage
    var generator = SeededGenerator(state: seed &+ 1)
    let classes = CitizenClass.allCases
    let bookings: [BookingTruth?] = linkage.left.map { entity in
      guard entity >= 0, Int.random(in: 0..<8, using: &generator) > 0 else { return nil }
      let citizenClass = classes[Int.random(in: 0..<5, using: &generator)]
      return BookingTruth(
        person: entity, citizenClass: citizenClass,
        status: citizenClass.isCitizen ? .citizen : .expired,
        isFlaggable: !citizenClass.isCitizen)
    }
    let flags = bookings.indices.filter { _ in Bool.random(using: &generator) }.map {
      AuditedFlag(booking: Int32($0), records: [0], basis: .link)
    }
    func dimension(_ name: String, _ isDeclared: Bool) -> SubgroupDimension {
      SubgroupDimension(
        name: name, basis: isDeclared ? .truth : .strata, isDeclared: isDeclared,
        values: (0..<values).map { "\(name)\($0)" },
        codes: linkage.left.map { _ in Int32.random(in: -1..<Int32(values), using: &generator) })
    }
    let dimensions = [dimension("a", true), dimension("b", false)]
    input = SubgroupInput(
      dimensions: dimensions, standard: dimensions[1],
      bookings: bookings, flags: flags)
  }

  func report() throws -> AuditReport {
    try AuditReport(
      auditing: AuditInput(links: linkage.links, truth: linkage.truth),
      flags: FlagErrors(
        auditing: FlagAuditInput(bookings: input.bookings ?? [], flags: input.flags ?? [])),
      groups: input)
  }
}

/// A world given person by person: what befell each of them.
struct CountedPersons {
  var links: [ScoredLink] = []
  var left: [Int32] = []
  var bookings: [BookingTruth?] = []
  var flags: [AuditedFlag] = []
  var groups: [String?] = []
  var strata: [String?] = []

  /// Adds citizens without a mate, of whom so many are linked to a stranger and flagged.
  mutating func add(_ group: String, stratum: String = "s", hit: Int, of total: Int) {
    for index in 0..<total {
      let row = Int32(left.count)
      left.append(row)
      groups.append(group)
      strata.append(stratum)
      bookings.append(
        BookingTruth(person: row, citizenClass: .bornHere, status: .citizen, isFlaggable: false))
      guard index < hit else { continue }
      links.append(ScoredLink(left: row, right: 0, weight: Double(index), probability: 0.9))
      flags.append(AuditedFlag(booking: row, records: [0], basis: .link))
    }
  }

  func report() throws -> AuditReport {
    let truth = GroundTruth(leftEntities: left, rightEntities: [Int32(left.count)])
    let input = FlagAuditInput(bookings: bookings, flags: flags)
    return try AuditReport(
      auditing: AuditInput(links: links, truth: truth), flags: FlagErrors(auditing: input),
      groups: SubgroupInput(
        dimensions: [
          SubgroupDimension(name: "group", basis: .truth, isDeclared: true, groups: groups)
        ],
        standard: SubgroupDimension(
          name: "stratum", basis: .strata, isDeclared: false, groups: strata),
        bookings: bookings, flags: flags))
  }
}
