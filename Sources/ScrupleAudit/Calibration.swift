import ScrupleStatistics

/// The listed pairs whose probability falls into one range.
public struct ReliabilityBin: Sendable, Equatable, Codable {
  /// The lower end of the range, which belongs to it.
  public let from: Double
  /// The upper end of the range, which belongs to it only when it is 1.
  public let to: Double
  /// Their mean claimed probability; nil without pairs.
  @NullEncoded public private(set) var meanProbability: Double?
  /// Matches among them.
  public let observed: Rate
}

/// What the linkage's own probabilities claim of its links, beside what is so.
public struct Calibration: Sendable, Equatable, Codable {
  /// Links that carry a probability.
  public let links: Int
  /// Links that carry none and are left out here.
  public let linksWithoutProbability: Int
  /// False links by the links' own probabilities: the sum of 1 - p. Nil without probabilities.
  @NullEncoded public private(set) var claimedFalseLinks: Double?
  /// False links in truth, among links that carry a probability.
  public let realFalseLinks: Int
  /// The interval of the mean behind the real count: its lower limit, that of the false match rate
  /// times the pairs that are no match.
  public let realLower: Double
  /// Its upper limit.
  public let realUpper: Double
  /// The confidence level of that interval.
  public let level: Double
  /// How that interval was made and what it assumes.
  public let method: String
  /// Real over claimed false links; nil when none is claimed.
  @NullEncoded public private(set) var realOverClaimed: Double?
  /// Ten ranges of claimed probability, over links and possible links.
  public let bins: [ReliabilityBin]

  init(_ judged: JudgedLinks, _ input: AuditInput) {
    let level = input.level
    let links = judged.links
    let claiming = links.filter { !$0.link.probability.isNaN }
    var claimed = CompensatedSum()
    for pair in claiming { claimed.add(1 - pair.link.probability) }
    let falseLinks = claiming.filter { !$0.isTrue }
    let real = falseLinks.count
    let rate = Rate(falseMatchesOf: falseLinks, judged.persons, input.truth, level: level)
    let pairs = Double(rate.total)
    self.links = claiming.count
    linksWithoutProbability = links.count - claiming.count
    claimedFalseLinks = claiming.isEmpty ? nil : claimed.value
    realFalseLinks = real
    realLower = (rate.lower ?? 0) * pairs
    realUpper = (rate.upper ?? 1) * pairs
    self.level = level
    method = "limits of the false match rate, persons of both sides as clusters (CGM)"
    realOverClaimed = claimed.value > 0 ? Double(real) / claimed.value : nil
    bins = ReliabilityBin.table(judged.pairs, judged.persons, count: 10, level: level)
  }
}

extension ReliabilityBin {
  static func table(
    _ pairs: [JudgedLinks.Pair], _ persons: PersonClusters, count: Int, level: Double
  ) -> [ReliabilityBin] {
    var members = [[(left: Int32, isMarked: Bool)]](repeating: [], count: count)
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: count)
    for pair in pairs where !pair.link.probability.isNaN {
      let bin = min(Int(pair.link.probability * Double(count)), count - 1)
      sums[bin].add(pair.link.probability)
      members[bin].append((pair.link.left, pair.isTrue))
    }
    return (0..<count).map { bin in
      let size = members[bin].count
      return ReliabilityBin(
        from: Double(bin) / Double(count), to: Double(bin + 1) / Double(count),
        meanProbability: size > 0 ? sums[bin].value / Double(size) : nil,
        observed: Rate(
          "matches", of: .listedPairs, clustered: persons.share(members[bin]), level: level,
          by: .persons))
    }
  }
}
