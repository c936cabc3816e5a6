import ScrupleGroundTruth

/// Which left records belong to the part that is held out, by person.
///
/// A pair belongs to the part of its left record. Two records of one person are in one part, so
/// that no person's match stands in both.
public struct HeldOutSplit: Sendable, Equatable {
  /// Whether each left record is held out.
  public let isHeldOut: [Bool]
  /// The seed of the split.
  public let seed: UInt64
  /// The share of persons in the other part, in 0...1: that of labels to fit or to certify with.
  public let share: Double

  /// Creates a split.
  public init(isHeldOut: [Bool], seed: UInt64, share: Double) {
    precondition(share >= 0 && share <= 1, "a share of \(share)")
    self.isHeldOut = isHeldOut
    self.seed = seed
    self.share = share
  }

  /// The first left record of the person of each left record, where no table of persons says whose
  /// a record is: records of one entity, or with a right record in common, are of one person.
  ///
  /// - Complexity: O(records + true pairs).
  public static func firstRecords(of truth: GroundTruth) -> [Int32] {
    var parents = (0..<Int32(truth.leftCount)).map(\.self)
    func root(_ start: Int32) -> Int32 {
      var record = start
      while parents[Int(record)] != record { record = parents[Int(record)] }
      return record
    }
    var firstOfMate: [Int32: Int32] = [:]
    for left in 0..<Int32(truth.leftCount) {
      let keys =
        truth.entity(ofLeft: left).map { [$0] } ?? Array(truth.mates(ofLeft: left))
      for key in keys {
        let first = root(firstOfMate[key] ?? left)
        let own = root(left)
        // The smaller stays the root, so that the result does not depend on the order of pairs.
        parents[Int(max(first, own))] = min(first, own)
        if firstOfMate[key] == nil { firstOfMate[key] = left }
      }
    }
    return parents.map(root)
  }
}
