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
  /// The exact Poisson interval of the mean behind the real count: its lower limit.
  public let realLower: Double
  /// The exact Poisson interval of the mean behind the real count: its upper limit.
  public let realUpper: Double
  /// The confidence level of that interval.
  public let level: Double
  /// How that interval was made and what it assumes.
  public let method: String
  /// Real over claimed false links; nil when none is claimed.
  @NullEncoded public private(set) var realOverClaimed: Double?
  /// Ten ranges of claimed probability, over links and possible links.
  public let bins: [ReliabilityBin]

  init(_ judged: JudgedLinks, level: Double) {
    let links = judged.links
    let claiming = links.filter { !$0.link.probability.isNaN }
    var claimed = CompensatedSum()
    for pair in claiming { claimed.add(1 - pair.link.probability) }
    let real = claiming.count { !$0.isTrue }
    let interval = PoissonInterval(count: real, level: level)
    self.links = claiming.count
    linksWithoutProbability = links.count - claiming.count
    claimedFalseLinks = claiming.isEmpty ? nil : claimed.value
    realFalseLinks = real
    realLower = interval.lower
    realUpper = interval.upper
    self.level = level
    method = "exact Poisson (Garwood), assumes independent pairs"
    realOverClaimed = claimed.value > 0 ? Double(real) / claimed.value : nil
    bins = ReliabilityBin.table(judged.pairs, count: 10, level: level)
  }
}

extension ReliabilityBin {
  static func table(
    _ pairs: [JudgedLinks.Pair], count: Int, level: Double
  ) -> [ReliabilityBin] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: count)
    var totals = [Int](repeating: 0, count: count)
    var hits = totals
    for pair in pairs where !pair.link.probability.isNaN {
      let bin = min(Int(pair.link.probability * Double(count)), count - 1)
      sums[bin].add(pair.link.probability)
      totals[bin] += 1
      if pair.isTrue { hits[bin] += 1 }
    }
    return (0..<count).map { bin in
      ReliabilityBin(
        from: Double(bin) / Double(count), to: Double(bin + 1) / Double(count),
        meanProbability: totals[bin] > 0 ? sums[bin].value / Double(totals[bin]) : nil,
        observed: Rate(
          "matches", of: .listedPairs, count: hits[bin], total: totals[bin], level: level,
          independent: .pairs))
    }
  }
}
