import ScrupleStatistics

/// One rate of a group beside that of the group with the lowest rate of its dimension.
///
/// Which group is best off was found with the figures in hand, so that the ratios flatter nobody
/// but overstate the gap where groups are small; there is no p-value for that reason.
public struct BestOffComparison: Sendable, Equatable, Codable {
  /// The rate that is compared.
  public let name: String
  /// The group with the lowest rate, of those with enough persons; the larger of equals.
  public let bestOff: String
  /// The rate minus that of the best-off group.
  @NullEncoded public private(set) var difference: Double?
  /// Newcombe's limits of it.
  @NullEncoded public private(set) var differenceLower: Double?
  @NullEncoded public private(set) var differenceUpper: Double?
  /// The rate over that of the best-off group; nil where nobody of that group counts.
  @NullEncoded public private(set) var ratio: Double?
  /// The limits of it (Miettinen & Nurminen, score); no upper one where the data set none.
  @NullEncoded public private(set) var ratioLower: Double?
  @NullEncoded public private(set) var ratioUpper: Double?
  /// The one-sided bound of the ratio, where nobody of the best-off group counts.
  @NullEncoded public private(set) var ratioAtLeast: Double?
  /// The smallest ratio that groups of these sizes would show four times in five; nil where none.
  @NullEncoded public private(set) var smallestDetectableRatio: Double?

  /// Fewer persons than this make no group the best off: its rate is an accident.
  static let leastPersons = 30

  init(_ figure: SubgroupFigure, _ pair: TwoProportions, bestOff: String, level: Double) {
    name = figure.rawValue
    self.bestOff = bestOff
    let limits = pair.newcombeDifference(level: level)
    difference = pair.difference
    differenceLower = limits?.lowerBound
    differenceUpper = limits?.upperBound
    let score = pair.scoreRatio(level: level)
    ratio = pair.ratio
    ratioLower = score?.lower
    ratioUpper = score?.upper
    ratioAtLeast = pair.referenceCount == 0 ? pair.ratioAtLeast(level: level) : nil
    if let rate = pair.referenceRate, rate > 0, rate < 1 {
      smallestDetectableRatio = TwoProportions.smallestDetectableRatio(
        total: pair.total, referenceTotal: pair.referenceTotal, referenceRate: rate, level: level)
    } else {
      smallestDetectableRatio = nil
    }
  }
}

extension SubgroupTally {
  /// The group with the lowest rate; nil where fewer than two groups have enough persons.
  func bestOff(_ figure: SubgroupFigure) -> Int? {
    let known = groups.indices.filter {
      groups[$0].value != "not known"
        && count(figure, $0).total >= BestOffComparison.leastPersons
    }
    guard known.count > 1 else { return nil }
    return known.min { one, other in
      let (a, b) = (count(figure, one), count(figure, other))
      // Compared as fractions of integers, so that equals are equal.
      let (mine, theirs) = (a.count * b.total, b.count * a.total)
      if mine != theirs { return mine < theirs }
      return a.total == b.total ? one < other : a.total > b.total
    }
  }

  /// The comparisons of a group with the best-off ones; none for those themselves.
  func besideBestOff(_ group: Int, level: Double) -> [BestOffComparison] {
    figures.compactMap { figure in
      guard let best = bestOff(figure), best != group else { return nil }
      let own = count(figure, group)
      let other = count(figure, best)
      guard own.total > 0 else { return nil }
      return BestOffComparison(
        figure,
        TwoProportions(
          count: own.count, total: own.total, referenceCount: other.count,
          referenceTotal: other.total), bestOff: groups[best].value, level: level)
    }
  }
}
