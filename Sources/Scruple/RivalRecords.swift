import ScrupleComparison
import ScrupleDecision
import ScrupleExecution
import ScrupleNormalization
import ScrupleScoring

/// Finds out which rivals for one record are evidently the same person.
///
/// Two candidates that cannot be told apart are a doubt about who the record
/// is, unless they are two records of one person. Only the rivals themselves
/// are compared, a few pairs, with the model of the run.
struct RivalRecords {
  let prepared: PreparedLinkage
  let pairs: [LikelyPair]
  let bits: [Double]
  let marginBits: Double
  /// Pairs below this many bits are nobody's rival.
  let leastBits: Double

  /// Records of each file that rival for a record and are of one person.
  ///
  /// - Parameters:
  ///   - priors: the share of matching pairs within each file.
  /// - Complexity: O(pairs + rivals); a record with more than 32 rivals is
  ///   taken for in doubt.
  func entities(
    weigher: PairWeigher, leftPrior: Double, rightPrior: Double
  ) throws -> EvidentEntities {
    let rightRivals = rivals(by: \.left, of: \.right)
    let leftRivals = rivals(by: \.right, of: \.left)
    return EvidentEntities(
      left: try clusters(
        .left, leftRivals, weigher, prior: leftPrior, count: prepared.records.leftCount),
      right: try clusters(
        .right, rightRivals, weigher, prior: rightPrior, count: prepared.records.rightCount))
  }

  private static let mostRivals = 32

  /// Pairs of records that both weigh within the margin of a record's best.
  private func rivals(
    by record: KeyPath<LikelyPair, UInt32>, of other: KeyPath<LikelyPair, UInt32>
  ) -> [(UInt32, UInt32)] {
    var best: [UInt32: Double] = [:]
    for (pair, weight) in zip(pairs, bits) where weight >= leastBits {
      best[pair[keyPath: record]] = max(best[pair[keyPath: record]] ?? weight, weight)
    }
    var near: [UInt32: [UInt32]] = [:]
    for (pair, weight) in zip(pairs, bits) where weight >= leastBits {
      if let top = best[pair[keyPath: record]], weight >= top - marginBits {
        near[pair[keyPath: record], default: []].append(pair[keyPath: other])
      }
    }
    var result: [(UInt32, UInt32)] = []
    for record in near.keys.sorted() {
      guard let list = near[record], list.count > 1, list.count <= Self.mostRivals else { continue }
      for (index, one) in list.enumerated() {
        for other in list[(index + 1)...] { result.append((min(one, other), max(one, other))) }
      }
    }
    return result
  }

  private func clusters(
    _ side: WithinSide, _ rivals: [(UInt32, UInt32)], _ weigher: PairWeigher, prior: Double,
    count: Int
  ) throws -> Clusters? {
    if rivals.isEmpty { return nil }
    let comparisons = prepared.comparisons.within(side.compared)
    var buffers = PairBuffers(comparisons, classCount: weigher.weights.classCount)
    comparisons.patterns(
      left: rivals.map(\.0), right: rivals.map(\.1), scratch: &buffers.comparing,
      into: &buffers.patterns)
    guard let memo = buffers.probabilities else { return nil }
    let within = weigher.within(side)
    let odds = prior / (1 - prior)
    let same = zip(rivals, buffers.patterns).compactMap { pair, pattern -> (Int32, Int32)? in
      let ratio = within.ratio(
        pattern: pattern, left: Int(pair.0), right: Int(pair.1), memo: memo)
      return ratio * odds >= 1 ? (Int32(pair.0), Int32(pair.1)) : nil
    }
    return Clusters(recordCount: count, links: same)
  }
}
