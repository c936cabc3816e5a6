/// A share of units that come in clusters, such as flags of the same person.
///
/// The interval is that of Clopper & Pearson on an effective count: the units divided by the
/// design effect of the clusters, never more than the units themselves.
///
/// - The variance is that of a ratio of cluster sums with one cluster left out at a time, since the
///   linearized one is too small where few clusters hold most units.
/// - The design effect is widened by the square of Student's quantile with clusters - 1 degrees of
///   freedom over the normal one.
/// - Where fewer than ten clusters carry the rarer outcome, nobody can tell from them how they
///   clump: it is then at least that of clusters that are marked as a whole, sum t^2 / sum t.
///
/// - Source: Korn & Graubard 1998, "Confidence intervals for proportions with small expected number
///   of positive counts estimated from survey data", Survey Methodology 24(2), with its degrees of
///   freedom; Wolter 2007, chapter 4, for the jackknife of a ratio; Kish 1965 for unequal clusters.
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
  /// The degrees of freedom of that variance: clusters - 1. Nil where no variance was estimated:
  /// one unit to a cluster, nothing marked, or everything.
  public let degreesOfFreedom: Int?

  /// Fewer clusters than this with the rarer outcome do not tell how it clumps.
  private static let tellingClusters = 10

  /// Sums up clusters given as their units and those among them with the property.
  ///
  /// The order of clusters changes nothing, not to the last bit.
  ///
  /// - Complexity: O(clusters), and sorting those of 32 units or more.
  public init(clusters sums: some Collection<(marked: Int, units: Int)>) {
    var count = 0
    var total = 0
    var clusters = 0
    var marked = 0
    var whole = 0
    var squares = 0.0
    for cluster in sums where cluster.units > 0 {
      precondition((0...cluster.units).contains(cluster.marked), "\(cluster) marked of units")
      count += cluster.marked
      total += cluster.units
      clusters += 1
      if cluster.marked > 0 { marked += 1 }
      if cluster.marked == cluster.units { whole += 1 }
      squares += Double(cluster.units) * Double(cluster.units)
    }
    self.count = count
    self.total = total
    self.clusters = clusters
    markedClusters = marked
    wholeClusters = whole
    let ifWhole = total > 0 ? squares / Double(total) : 1
    guard clusters > 1, count > 0, count < total else {
      // Nothing or everything is marked: the clusters themselves are then the units.
      (designEffect, degreesOfFreedom) = (ifWhole, nil)
      return
    }
    // With one unit a cluster nothing is clustered: the interval is then the exact one.
    guard total > clusters else {
      (designEffect, degreesOfFreedom) = (1, nil)
      return
    }
    let share = Double(count) / Double(total)
    let estimated =
      Self.jackknifeVariance(of: sums, share: share, total: total, clusters: clusters)
      / (share * (1 - share) / Double(total))
    let telling = min(marked, clusters - whole)
    designEffect = max(1, estimated, telling < Self.tellingClusters ? ifWhole : 1)
    degreesOfFreedom = clusters - 1
  }

  /// The variance of a ratio by leaving out one cluster at a time.
  ///
  /// Clusters of one kind are counted and summed together, from the smallest on, so that the result
  /// does not depend on the order of clusters.
  private static func jackknifeVariance(
    of sums: some Collection<(marked: Int, units: Int)>, share: Double, total: Int, clusters: Int
  ) -> Double {
    func square(_ marked: Int, _ units: Int) -> Double {
      // What the share would change by, were the cluster not there.
      let change = (Double(marked) - share * Double(units)) / Double(total - units)
      return change * change
    }
    let small = 32
    var counts = [Int](repeating: 0, count: small * small)
    var large: [(marked: Int, units: Int)] = []
    for cluster in sums where cluster.units > 0 {
      if cluster.units < small {
        counts[cluster.units * small + cluster.marked] += 1
      } else {
        large.append(cluster)
      }
    }
    var sum = 0.0
    for (kind, count) in counts.enumerated() where count > 0 {
      sum += Double(count) * square(kind % small, kind / small)
    }
    large.sort { ($0.units, $0.marked) < ($1.units, $1.marked) }
    for cluster in large { sum += square(cluster.marked, cluster.units) }
    return sum * Double(clusters - 1) / Double(clusters)
  }

  /// The limits of a share whose design effect is known.
  ///
  /// - Parameter degreesOfFreedom: those of the design effect; nil for one without error.
  /// - Returns: 0 and 1 without units.
  package static func interval(
    count: Int, total: Int, designEffect: Double, degreesOfFreedom: Int? = nil, level: Double
  ) -> (lower: Double, upper: Double) {
    guard total > 0 else { return (0, 1) }
    let tail = (1 - level) / 2
    var effect = designEffect
    if let degreesOfFreedom {
      let widening =
        studentQuantile(level: level, degreesOfFreedom: degreesOfFreedom)
        / normalQuantile(level: level)
      effect *= widening * widening
    }
    let units = Double(total) / effect
    let marked = Double(count) / effect
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
    degreesOfFreedom = share.degreesOfFreedom
  }

  /// The share; nil without units.
  public var estimate: Double? { total > 0 ? Double(count) / Double(total) : nil }

  /// The limits at a level; 0 and 1 without units.
  public func interval(level: Double) -> (lower: Double, upper: Double) {
    Self.interval(
      count: count, total: total, designEffect: designEffect, degreesOfFreedom: degreesOfFreedom,
      level: level)
  }
}
