import ScrupleGroundTruth
import ScrupleStatistics

/// Whose records are whose: persons as clusters of what happens to their records.
///
/// A person booked twice, or with five records in a registry, is linked wrongly or missed several
/// times over by one and the same accident.
struct PersonClusters {
  /// The person of each left record, numbered from 0; -1 where the record has no label.
  let left: [Int32]
  /// The person of each right record, numbered from 0 by themselves; -1 without a label.
  let right: [Int32]
  /// Persons behind labelled left records.
  let leftCount: Int
  /// Persons behind labelled right records.
  let rightCount: Int

  /// Takes persons as they were given, or as the truth has them: its entities, or else records
  /// joined by true pairs.
  init(_ input: AuditInput) {
    let truth = input.truth
    let left = input.leftPersons ?? HeldOutSplit.firstRecords(of: truth)
    let right = input.rightPersons ?? HeldOutSplit.firstRecords(of: truth.mirrored())
    precondition(
      left.count == truth.leftCount && right.count == truth.rightCount,
      "persons of \(left.count) and \(right.count) records")
    (self.left, leftCount) = Self.numbered(left) { truth.isLabelled(left: $0) }
    (self.right, rightCount) = Self.numbered(right) { truth.isLabelled(right: $0) }
  }

  private static func numbered(
    _ persons: [Int32], isLabelled: (Int32) -> Bool
  ) -> (codes: [Int32], count: Int) {
    var numbers: [Int32: Int32] = [:]
    var unknown: Int32 = 0
    let codes = persons.enumerated().map { record, person -> Int32 in
      guard isLabelled(Int32(record)) else { return -1 }
      // A labelled record of nobody known is a person of its own.
      if person < 0 {
        unknown -= 1
        numbers[unknown] = Int32(numbers.count)
        return numbers[unknown] ?? 0
      }
      let number = numbers[person] ?? Int32(numbers.count)
      numbers[person] = number
      return number
    }
    return (codes, numbers.count)
  }

  /// The share of labelled right records that are marked, with their persons as clusters.
  func rightShare(of marked: Set<Int32>) -> ClusteredProportion {
    var sums = [(marked: Int, units: Int)](repeating: (0, 0), count: rightCount)
    for (record, person) in right.enumerated() where person >= 0 {
      sums[Int(person)].units += 1
      if marked.contains(Int32(record)) { sums[Int(person)].marked += 1 }
    }
    return ClusteredProportion(clusters: sums)
  }

  /// The share of marked units with the persons of left records as clusters.
  ///
  /// - Parameter units: the left record of each unit, and whether it is marked.
  func share(_ units: some Sequence<(left: Int32, isMarked: Bool)>) -> ClusteredProportion {
    var sums = [(marked: Int, units: Int)](repeating: (0, 0), count: leftCount)
    for unit in units {
      let person = Int(left[Int(unit.left)])
      sums[person].units += 1
      if unit.isMarked { sums[person].marked += 1 }
    }
    return ClusteredProportion(clusters: sums)
  }
}
