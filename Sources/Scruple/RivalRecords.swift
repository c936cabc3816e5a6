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
  let parallelism: Parallelism

  /// Records of each file that rival for a record and are of one person.
  ///
  /// - Parameters:
  ///   - priors: the share of matching pairs within each file.
  /// - Complexity: O(pairs + rivals); a record with more than 32 rivals is
  ///   taken for in doubt.
  func entities(
    weigher: PairWeigher, leftPrior: Double, rightPrior: Double
  ) throws -> EvidentEntities {
    let (lefts, rights) = (pairs.map(\.left), pairs.map(\.right))
    let found = parallelism.map(2) { side in
      side == 0
        ? rivals(for: lefts, among: rights, count: prepared.records.leftCount)
        : rivals(for: rights, among: lefts, count: prepared.records.rightCount)
    }
    let (rightRivals, leftRivals) = (found[0], found[1])
    return EvidentEntities(
      left: try clusters(
        .left, leftRivals, weigher, prior: leftPrior, count: prepared.records.leftCount),
      right: try clusters(
        .right, rightRivals, weigher, prior: rightPrior, count: prepared.records.rightCount))
  }

  private static let mostRivals = 32

  /// Pairs of records that both weigh within the margin of a record's best.
  ///
  /// - Parameters:
  ///   - records: each pair's record that is rivalled for.
  ///   - others: each pair's other record.
  private func rivals(
    for records: [UInt32], among others: [UInt32], count: Int
  ) -> [(UInt32, UInt32)] {
    var best = [Double](repeating: -.infinity, count: count)
    for (record, weight) in zip(records, bits) where weight >= leastBits {
      best[Int(record)] = max(best[Int(record)], weight)
    }
    var near: [(record: UInt32, rival: UInt32)] = []
    var counts = [UInt32](repeating: 0, count: count)
    for (index, weight) in bits.enumerated()
    where weight >= leastBits && weight >= best[Int(records[index])] - marginBits {
      near.append((records[index], others[index]))
      counts[Int(records[index])] += 1
    }
    near.removeAll { counts[Int($0.record)] < 2 || counts[Int($0.record)] > Self.mostRivals }
    near.sort { ($0.record, $0.rival) < ($1.record, $1.rival) }
    var result: [(UInt32, UInt32)] = []
    for (index, one) in near.enumerated() {
      for other in near[(index + 1)...].prefix(while: { $0.record == one.record }) {
        result.append((one.rival, other.rival))
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
