/// A seeded bootstrap over clusters: each replicate draws as many clusters as there are, with
/// replacement.
///
/// Replicate `r` is a pure function of the seed and `r`, so replicates may be computed in any
/// order, by any number of threads, with the same result.
/// - Source: Efron 1979; Davison & Hinkley 1997, section 2.
public struct ClusterBootstrap: Sendable, Equatable {
  /// How many clusters are drawn from, 1 or more.
  public let clusters: Int
  /// How many replicates there are.
  public let replicates: Int
  /// The seed of all draws.
  public let seed: UInt64

  /// Creates the bootstrap.
  ///
  /// - Parameters:
  ///   - clusters: 1 or more.
  ///   - replicates: 2 or more; an interval at 95 % wants 2,000.
  ///   - seed: the seed of all draws.
  public init(clusters: Int, replicates: Int = 2000, seed: UInt64) {
    precondition(clusters > 0, "\(clusters) clusters")
    precondition(replicates > 1, "\(replicates) replicates")
    self.clusters = clusters
    self.replicates = replicates
    self.seed = seed
  }

  /// How often each cluster is drawn in a replicate; the counts add to the number of clusters.
  ///
  /// - Complexity: O(clusters).
  public func weights(ofReplicate replicate: Int) -> [Int] {
    let random = CounterBasedRandom(seed: seed, stream: UInt64(replicate))
    var weights = [Int](repeating: 0, count: clusters)
    for draw in 0..<clusters {
      weights[random.value(at: UInt64(draw), below: clusters)] += 1
    }
    return weights
  }

  /// The values of a statistic over a range of replicates, in order.
  ///
  /// - Parameters:
  ///   - range: within 0..<replicates; ranges may be computed apart and joined in order.
  ///   - statistic: the value for clusters counted so often; nil where it is not defined.
  /// - Complexity: O(range * clusters).
  public func values(
    of range: Range<Int>, statistic: ([Int]) throws -> Double?
  ) rethrows -> [Double?] {
    try range.map { try statistic(weights(ofReplicate: $0)) }
  }

  /// The whole distribution of a statistic, with what its intervals need.
  ///
  /// - Parameter statistic: the value for clusters counted so often; nil where it is not defined.
  ///   It depends on the counts alone.
  /// - Returns: nil where the statistic is not defined for the data as they are.
  /// - Complexity: O((replicates + clusters) * clusters).
  public func distribution(
    of statistic: ([Int]) throws -> Double?
  ) rethrows -> BootstrapDistribution? {
    var weights = [Int](repeating: 1, count: clusters)
    guard let estimate = try statistic(weights) else { return nil }
    var leftOut: [Double?] = []
    for cluster in 0..<clusters {
      weights[cluster] = 0
      leftOut.append(try statistic(weights))
      weights[cluster] = 1
    }
    return BootstrapDistribution(
      estimate: estimate, values: try values(of: 0..<replicates, statistic: statistic),
      leftOut: leftOut)
  }

  /// The distribution of a rate: marked units over units, summed over the drawn clusters.
  ///
  /// - Parameters:
  ///   - marked: how many marked units each cluster has.
  ///   - sizes: how many units each cluster has, in the same order.
  /// - Returns: nil where there are no units.
  /// - Complexity: O(replicates * clusters); the leave-one-out values take O(clusters).
  public func distributionOfRate(marked: [Int], sizes: [Int]) -> BootstrapDistribution? {
    precondition(marked.count == clusters && sizes.count == clusters, "\(clusters) clusters")
    let events = marked.reduce(0, +)
    let units = sizes.reduce(0, +)
    guard let estimate = quotient(events, units) else { return nil }
    let values = (0..<replicates).map { replicate -> Double? in
      let random = CounterBasedRandom(seed: seed, stream: UInt64(replicate))
      var (count, total) = (0, 0)
      for draw in 0..<clusters {
        let cluster = random.value(at: UInt64(draw), below: clusters)
        count += marked[cluster]
        total += sizes[cluster]
      }
      return quotient(count, total)
    }
    let leftOut = (0..<clusters).map { quotient(events - marked[$0], units - sizes[$0]) }
    return BootstrapDistribution(estimate: estimate, values: values, leftOut: leftOut)
  }
}

private func quotient(_ count: Int, _ total: Int) -> Double? {
  total > 0 ? Double(count) / Double(total) : nil
}
