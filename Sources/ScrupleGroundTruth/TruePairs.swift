/// A complete list of the matching pairs of two tables, by row number.
///
/// **Shape**: pairs are held by left record, the mates of each ascending and unique.
public struct TruePairs: Sendable, Equatable {
  /// How many left records there are.
  public let leftCount: Int
  /// How many right records there are.
  public let rightCount: Int
  /// How many of the given pairs repeated an earlier one and were dropped.
  public let repeated: Int
  /// Where each left record's mates begin in `mates`, and after the last the end.
  private let starts: [Int]
  private let mates: [Int32]

  /// Creates the list from two columns of row numbers.
  ///
  /// - Parameters:
  ///   - left: the left record of each pair, in 0..<leftCount.
  ///   - right: the right record of each pair, in 0..<rightCount.
  ///   - leftCount: how many left records there are, with or without mates.
  ///   - rightCount: how many right records there are, with or without mates.
  /// - Complexity: O(records + pairs log pairs).
  public init(left: [Int32], right: [Int32], leftCount: Int, rightCount: Int) {
    precondition(left.count == right.count, "\(left.count) left, \(right.count) right rows")
    var keys: [UInt64] = []
    keys.reserveCapacity(left.count)
    for (a, b) in zip(left, right) {
      precondition(a >= 0 && a < leftCount, "left record \(a) of \(leftCount)")
      precondition(b >= 0 && b < rightCount, "right record \(b) of \(rightCount)")
      keys.append(UInt64(a) << 32 | UInt64(b))
    }
    keys.sort()
    var starts = [Int](repeating: 0, count: leftCount + 1)
    var mates: [Int32] = []
    mates.reserveCapacity(keys.count)
    var previous: UInt64?
    for key in keys where key != previous {
      starts[Int(key >> 32) + 1] += 1
      mates.append(Int32(truncatingIfNeeded: key))
      previous = key
    }
    for row in 0..<leftCount { starts[row + 1] += starts[row] }
    self.leftCount = leftCount
    self.rightCount = rightCount
    self.starts = starts
    self.mates = mates
    repeated = keys.count - mates.count
  }

  /// How many distinct pairs there are.
  public var count: Int { mates.count }

  /// The right records that match a left record, ascending.
  public func mates(ofLeft left: Int32) -> ArraySlice<Int32> {
    mates[starts[Int(left)]..<starts[Int(left) + 1]]
  }

  /// Whether a pair is in the list.
  ///
  /// - Complexity: O(log mates).
  public func contains(left: Int32, right: Int32) -> Bool {
    var low = starts[Int(left)]
    var high = starts[Int(left) + 1]
    while low < high {
      let middle = (low + high) / 2
      if mates[middle] < right { low = middle + 1 } else { high = middle }
    }
    return low < starts[Int(left) + 1] && mates[low] == right
  }

  /// The same pairs with the sides exchanged.
  public func mirrored() -> TruePairs {
    var rows: [Int32] = []
    rows.reserveCapacity(mates.count)
    for left in 0..<leftCount {
      for _ in starts[left]..<starts[left + 1] { rows.append(Int32(left)) }
    }
    return TruePairs(left: mates, right: rows, leftCount: rightCount, rightCount: leftCount)
  }
}
