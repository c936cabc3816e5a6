/// A share of units that come in clusters, such as flags of the same person.
///
/// The interval is that of Clopper & Pearson on an effective count: the units divided by the
/// design effect of the clusters, never more than the units themselves.
///
/// - Source: Korn & Graubard 1998, "Confidence intervals for proportions with small expected number
///   of positive counts estimated from survey data", Survey Methodology 24(2); the variance is the
///   linearized one of a ratio of cluster sums (Cochran 1977, eq. 6.13).
public struct ClusteredProportion: Sendable, Equatable {
  /// Units with the property.
  public let count: Int
  /// Units.
  public let total: Int
  /// Clusters with at least one unit.
  public let clusters: Int
  /// Clusters with at least one unit that has the property.
  public let markedClusters: Int
  /// Clusters of which every unit has the property.
  public let wholeClusters: Int
  /// How many times the clusters' variance exceeds that of independent units; at least 1.
  public let designEffect: Double

  /// Sums up clusters given as their units and those among them with the property.
  ///
  /// - Complexity: O(clusters).
  public init(clusters sums: some Sequence<(marked: Int, units: Int)>) {
    var count = 0
    var total = 0
    var clusters = 0
    var marked = 0
    var whole = 0
    var squares = (marked: 0.0, cross: 0.0, units: 0.0)
    for cluster in sums where cluster.units > 0 {
      precondition((0...cluster.units).contains(cluster.marked), "\(cluster) marked of units")
      count += cluster.marked
      total += cluster.units
      clusters += 1
      if cluster.marked > 0 { marked += 1 }
      if cluster.marked == cluster.units { whole += 1 }
      squares.marked += Double(cluster.marked * cluster.marked)
      squares.cross += Double(cluster.marked * cluster.units)
      squares.units += Double(cluster.units * cluster.units)
    }
    self.count = count
    self.total = total
    self.clusters = clusters
    markedClusters = marked
    wholeClusters = whole
    let share = total > 0 ? Double(count) / Double(total) : 0
    let independent = share * (1 - share) * Double(total)
    guard clusters > 1, independent > 0 else {
      // Nothing or everything is marked: the clusters themselves are then the units.
      designEffect = clusters > 0 ? Double(total) / Double(clusters) : 1
      return
    }
    // With one unit a cluster nothing is clustered: the interval is then the exact one.
    guard total > clusters else {
      designEffect = 1
      return
    }
    let spread = squares.marked - 2 * share * squares.cross + share * share * squares.units
    let correction = Double(clusters) / Double(clusters - 1)
    designEffect = max(1, spread * correction / independent)
  }

  /// The limits of a share whose design effect is known.
  ///
  /// - Returns: 0 and 1 without units.
  package static func interval(
    count: Int, total: Int, designEffect: Double, level: Double
  ) -> (lower: Double, upper: Double) {
    guard total > 0 else { return (0, 1) }
    let tail = (1 - level) / 2
    let units = Double(total) / designEffect
    let marked = Double(count) / designEffect
    let lower =
      count == 0
      ? 0
      : BetaDistribution(marked, units - marked + 1).quantile(.lower, probability: tail)
    let upper =
      count == total
      ? 1
      : BetaDistribution(marked + 1, units - marked).quantile(.upper, probability: tail)
    return (lower, upper)
  }

  /// The share of units without the property; its design effect is the same.
  public var complement: ClusteredProportion { ClusteredProportion(complementOf: self) }

  private init(complementOf share: ClusteredProportion) {
    count = share.total - share.count
    total = share.total
    clusters = share.clusters
    markedClusters = share.clusters - share.wholeClusters
    wholeClusters = share.clusters - share.markedClusters
    designEffect = share.designEffect
  }

  /// The share; nil without units.
  public var estimate: Double? { total > 0 ? Double(count) / Double(total) : nil }

  /// The limits at a level; 0 and 1 without units.
  public func interval(level: Double) -> (lower: Double, upper: Double) {
    Self.interval(count: count, total: total, designEffect: designEffect, level: level)
  }
}
