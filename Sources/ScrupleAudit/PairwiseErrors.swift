import ScrupleGroundTruth
import ScrupleStatistics

/// How many pairs were decided rightly and wrongly; possible links count as not linked.
public struct PairCounts: Sendable, Equatable, Codable {
  /// Links that are matches.
  public let truePositives: Int
  /// Links that are non-matches: false links.
  public let falsePositives: Int
  /// Matches that are not linked: false non-links, those that blocking lost among them.
  public let falseNegatives: Int
  /// Non-matches that are not linked, compared or not.
  public let trueNegatives: Int
}

/// How far false links lean on the same records, and what that does to the interval.
public struct PairDependence: Sendable, Equatable, Codable {
  /// Persons whose left records have a false link.
  public let leftPersons: Int
  /// Persons whose right records have a false link.
  public let rightPersons: Int
  /// Left records with a false link.
  public let leftRecords: Int
  /// Right records with a false link.
  public let rightRecords: Int
  /// The greatest share of all false links that one left person carries, in 0...1.
  public let largestLeftShare: Double
  /// The greatest share of all false links that one right person carries, in 0...1.
  public let largestRightShare: Double
  /// The standard error of the false match rate if pairs were independent.
  public let independentError: Double
  /// The two-way cluster-robust standard error, with the persons of both sides as clusters.
  public let twoWayError: Double
  /// The standard error of the pigeonhole bootstrap: the conservative companion.
  public let pigeonholeError: Double
  /// How many times the two-way variance exceeds the independent one; nil without false links.
  @NullEncoded public private(set) var designEffect: Double?
  /// Whether the two-way interval rests on enough persons: at least ten persons on each side carry
  /// false links and none carries more than a quarter of them.
  public let isReliable: Bool

  init(_ rate: TwoWayClusteredRate, _ falseLinks: [JudgedLinks.Pair]) {
    leftPersons = rate.markedRows
    rightPersons = rate.markedColumns
    leftRecords = Set(falseLinks.lazy.map(\.link.left)).count
    rightRecords = Set(falseLinks.lazy.map(\.link.right)).count
    largestLeftShare = rate.largestRowShare
    largestRightShare = rate.largestColumnShare
    independentError = rate.independentError
    twoWayError = rate.twoWayError
    pigeonholeError = rate.pigeonholeError
    designEffect = rate.designEffect
    isReliable = rate.isReliable
  }
}

/// The errors over pairs of labelled records, at the linkage's own decision.
public struct PairwiseErrors: Sendable, Equatable, Codable {
  /// The four counts.
  public let counts: PairCounts
  /// True links among links.
  public let precision: Rate
  /// Linked true pairs among true pairs, those that blocking lost included.
  public let recall: Rate
  /// The harmonic mean of the two above; it has no interval.
  public let f1: Rate
  /// False links among all non-matching pairs, with the persons of both sides as clusters.
  public let falseMatchRate: Rate
  /// The same rate with the interval that takes pairs as independent, for comparison.
  public let falseMatchRateIfIndependent: Rate
  /// True pairs not linked among true pairs.
  public let falseNonMatchRate: Rate
  /// How far the false links lean on the same records.
  public let dependence: PairDependence

  init(_ judged: JudgedLinks, _ input: AuditInput) {
    let truth = input.truth
    let links = judged.links
    let falseLinks = links.filter { !$0.isTrue }
    let truePairs = truth.truePairCount
    let hits = links.count - falseLinks.count
    let nonMatches = truth.labelledLeftCount * truth.labelledRightCount - truePairs
    let level = input.level
    counts = PairCounts(
      truePositives: hits, falsePositives: falseLinks.count, falseNegatives: truePairs - hits,
      trueNegatives: nonMatches - falseLinks.count)
    let persons = judged.persons
    precision = Rate(
      "precision", of: .links,
      clustered: persons.share(links.lazy.map { ($0.link.left, $0.isTrue) }),
      level: level, by: .persons)
    let found = persons.share(ofTruePairsFoundBy: links, truth)
    recall = Rate("recall", of: .truePairs, clustered: found, level: level, by: .persons)
    f1 = .f1(truePositives: hits, links: links.count, truePairs: truePairs, level: level)
    falseNonMatchRate = Rate(
      "falseNonMatchRate", of: .truePairs, clustered: found.complement, level: level, by: .persons)
    falseMatchRateIfIndependent = Rate(
      "falseMatchRate", of: .allPairs, count: falseLinks.count, total: nonMatches, level: level,
      independent: .pairs)
    dependence = PairDependence(
      TwoWayClusteredRate(falseLinks, persons, nonMatches: nonMatches), falseLinks)
    falseMatchRate = Rate(falseMatchesOf: falseLinks, persons, truth, level: level)
  }
}

extension Rate {
  /// False links among all pairs of labelled records that are no match, with the persons of both
  /// sides as clusters.
  init(
    falseMatchesOf falseLinks: [JudgedLinks.Pair], _ persons: PersonClusters,
    _ truth: GroundTruth, level: Double
  ) {
    let nonMatches = truth.labelledLeftCount * truth.labelledRightCount - truth.truePairCount
    let clustered = TwoWayClusteredRate(falseLinks, persons, nonMatches: nonMatches)
    // Without a false link nobody can say how they clump: as if all records of two persons would.
    let clump = Double(nonMatches) / max(Double(persons.leftCount * persons.rightCount), 1)
    let effect = max(falseLinks.isEmpty ? clump : clustered.designEffect ?? 1, 1)
    guard !falseLinks.isEmpty || effect > 1 else {
      self.init(
        "falseMatchRate", of: .allPairs, count: 0, total: nonMatches, level: level,
        independent: .pairs)
      return
    }
    self.init(
      "falseMatchRate", of: .allPairs, count: falseLinks.count, total: nonMatches,
      limits: ClusteredProportion.interval(
        count: falseLinks.count, total: nonMatches, designEffect: effect, level: level),
      level: level, method: "Clopper-Pearson, persons of both sides as clusters (CGM)",
      designEffect: effect)
  }
}

extension Rate {
  /// F1 as a share: twice the true links among links and true pairs together.
  static func f1(truePositives: Int, links: Int, truePairs: Int, level: Double) -> Rate {
    Rate(
      "f1", of: .linksAndTruePairs, count: 2 * truePositives, total: links + truePairs,
      level: level, withoutInterval: "no interval")
  }
}

extension TwoWayClusteredRate {
  /// The false match rate over the table of persons.
  fileprivate init(
    _ falseLinks: [JudgedLinks.Pair], _ persons: PersonClusters, nonMatches: Int
  ) {
    self.init(
      rows: falseLinks.map { persons.left[Int($0.link.left)] },
      columns: falseLinks.map { persons.right[Int($0.link.right)] },
      rowCount: persons.leftCount, columnCount: persons.rightCount, total: nonMatches)
  }
}

extension PersonClusters {
  /// The share of true pairs that are linked.
  fileprivate func share(
    ofTruePairsFoundBy links: [JudgedLinks.Pair], _ truth: GroundTruth
  ) -> ClusteredProportion {
    var found = [Int32](repeating: 0, count: left.count)
    for pair in links where pair.isTrue { found[Int(pair.link.left)] += 1 }
    return share(ofTruePairsPerLeft: found, truth)
  }

  /// The share of true pairs of which each left record has so many.
  func share(ofTruePairsPerLeft found: [Int32], _ truth: GroundTruth) -> ClusteredProportion {
    precondition(found.count == left.count, "\(found.count) counts, \(left.count) records")
    var sums = [(marked: Int, units: Int)](repeating: (0, 0), count: leftCount)
    for record in left.indices where left[record] >= 0 {
      sums[Int(left[record])].marked += Int(found[record])
      sums[Int(left[record])].units += truth.mates(ofLeft: Int32(record)).count
    }
    return ClusteredProportion(clusters: sums)
  }
}
