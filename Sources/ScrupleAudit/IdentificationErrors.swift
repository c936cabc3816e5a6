import ScrupleGroundTruth

/// The errors over labelled left records, each of which asks "is this person in the right file?".
public struct IdentificationErrors: Sendable, Equatable, Codable {
  /// Labelled left records.
  public let records: Int
  /// False positive identification rate: records without a true mate that are linked to anything,
  /// among records without a true mate.
  public let fpir: Rate
  /// False negative identification rate: records with a true mate that are linked to none of
  /// their mates, among records with a true mate.
  public let fnir: Rate
  /// `fpir` over persons: a person without a true mate counts once, however many records ask.
  /// Nil when nobody says whose records are whose.
  @NullEncoded public private(set) var personFpir: Rate?
  /// `fnir` over persons: a person is missed when no record finds a true mate. Nil when nobody
  /// says whose records are whose.
  @NullEncoded public private(set) var personFnir: Rate?
  /// Left records with a false link, whether or not they have a true mate.
  public let recordsWithFalseLink: Rate
  /// Right records with a false link.
  public let rightRecordsWithFalseLink: Rate
  /// False links for every 100,000 labelled left records; nil without records.
  @NullEncoded public private(set) var falseLinksPer100000: Double?

  init(_ judged: JudgedLinks, _ input: AuditInput) {
    let truth = input.truth
    let links = judged.links
    let level = input.level
    let answers = LeftAnswers(links, truth)
    let falseLinks = links.count { !$0.isTrue }
    records = truth.labelledLeftCount
    let labelled = (0..<Int32(truth.leftCount)).lazy.filter { truth.isLabelled(left: $0) }
    let alone = labelled.filter { truth.mates(ofLeft: $0).isEmpty }
    let mated = labelled.filter { !truth.mates(ofLeft: $0).isEmpty }
    fpir = Rate(
      "fpir", of: .records,
      clustered: judged.persons.share(alone.map { ($0, answers.hasFalse[Int($0)]) }), level: level,
      by: .persons)
    fnir = Rate(
      "fnir", of: .records,
      clustered: judged.persons.share(mated.map { ($0, !answers.hasTrue[Int($0)]) }), level: level,
      by: .persons)
    let byPerson =
      truth.form == .entities || input.leftPersons != nil
      ? answers.personTally(truth, judged.persons) : nil
    personFpir = byPerson?.fpir(.persons, independent: .persons, level)
    personFnir = byPerson?.fnir(.persons, independent: .persons, level)
    recordsWithFalseLink = Rate(
      "recordsWithFalseLink", of: .records,
      clustered: judged.persons.share(labelled.map { ($0, answers.hasFalse[Int($0)]) }),
      level: level, by: .persons)
    rightRecordsWithFalseLink = Rate(
      "rightRecordsWithFalseLink", of: .records,
      clustered: judged.persons.rightShare(
        of: Set(links.lazy.filter { !$0.isTrue }.map(\.link.right))),
      level: level, by: .persons)
    falseLinksPer100000 =
      records > 0 ? 1e5 * Double(falseLinks) / Double(records) : nil
  }
}

/// Whether each left record got a true link and a false one.
private struct LeftAnswers {
  var hasTrue: [Bool]
  var hasFalse: [Bool]

  init(_ links: [JudgedLinks.Pair], _ truth: GroundTruth) {
    hasTrue = [Bool](repeating: false, count: truth.leftCount)
    hasFalse = hasTrue
    for pair in links {
      if pair.isTrue {
        hasTrue[Int(pair.link.left)] = true
      } else {
        hasFalse[Int(pair.link.left)] = true
      }
    }
  }

  /// Persons with and without a true mate: all left records of a person taken together.
  func personTally(_ truth: GroundTruth, _ clusters: PersonClusters) -> IdentificationTally {
    struct Person {
      var isMated = false
      var hasTrue = false
      var hasFalse = false
    }
    var persons = [Person](repeating: Person(), count: clusters.leftCount)
    for (left, cluster) in clusters.left.enumerated() where cluster >= 0 {
      let person = Int(cluster)
      if !truth.mates(ofLeft: Int32(left)).isEmpty { persons[person].isMated = true }
      if hasTrue[left] { persons[person].hasTrue = true }
      if hasFalse[left] { persons[person].hasFalse = true }
    }
    var tally = IdentificationTally()
    for person in persons {
      tally.add(isMated: person.isMated, hasTrue: person.hasTrue, hasFalse: person.hasFalse)
    }
    return tally
  }
}

/// Counts of records, or of persons, with and without a true mate.
private struct IdentificationTally {
  var mated = 0
  var missed = 0
  var alone = 0
  var hit = 0

  mutating func add(isMated: Bool, hasTrue: Bool, hasFalse: Bool) {
    if isMated {
      mated += 1
      if !hasTrue { missed += 1 }
    } else {
      alone += 1
      if hasFalse { hit += 1 }
    }
  }

  func fpir(_ basis: RateBasis, independent units: Rate.Units, _ level: Double) -> Rate {
    Rate("fpir", of: basis, count: hit, total: alone, level: level, independent: units)
  }

  func fnir(_ basis: RateBasis, independent units: Rate.Units, _ level: Double) -> Rate {
    Rate("fnir", of: basis, count: missed, total: mated, level: level, independent: units)
  }
}
