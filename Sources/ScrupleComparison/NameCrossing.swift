import ScrupleNormalization
import ScrupleRecords

/// Recognizes values of two fields that stand in each other's column, such as
/// given name and surname, or the two lines of an address.
struct NameCrossing: Sendable {
  let first: NormalizedField
  let second: NormalizedField
  /// For each code of `second`, the code of the same value in `first`, or
  /// `none`.
  private let secondInFirst: [UInt32]
  private static let none = UInt32.max

  init(first: NormalizedField, second: NormalizedField) {
    self.first = first
    self.second = second
    secondInFirst = (0..<second.values.count).map { code in
      code == 0
        ? Self.none
        : second.values.withBytes(of: UInt32(code)) {
          first.values.existingCode(of: $0) ?? Self.none
        }
    }
  }

  /// Calls `body` for each pair with whether it may be swapped or crossed at
  /// all: whether some value stands in the other column.
  @inline(__always)
  func forEachCrossing(_ left: [UInt32], _ right: [UInt32], _ body: (Int) -> Void) {
    first.left.first.withUnsafeBufferPointer { firstLeft in
      first.right.first.withUnsafeBufferPointer { firstRight in
        second.left.first.withUnsafeBufferPointer { secondLeft in
          second.right.first.withUnsafeBufferPointer { secondRight in
            secondInFirst.withUnsafeBufferPointer { map in
              for index in left.indices {
                let (mine, theirs) = (Int(left[index]), Int(right[index]))
                if map[Int(secondRight[theirs])] == firstLeft[mine]
                  || map[Int(secondLeft[mine])] == firstRight[theirs]
                {
                  body(index)
                }
              }
            }
          }
        }
      }
    }
  }

  /// Whether both values stand in exchanged columns: one pair the same and the
  /// other at least near, and neither agrees as written.
  func isSwapped(left: Int, right: Int) -> Bool {
    guard let codes = presentCodes(left, right) else { return false }
    if codes.first.0 == codes.first.1 || codes.second.0 == codes.second.1 { return false }
    let one = secondInFirst[Int(codes.second.1)] == codes.first.0
    let other = secondInFirst[Int(codes.second.0)] == codes.first.1
    if one && other { return true }
    if one { return areNear(codes.second.0, codes.first.1) }
    if other { return areNear(codes.second.1, codes.first.0) }
    return false
  }

  /// Whether a value of one column stands in the other column of the other
  /// record, in either direction.
  func cross(left: Int, right: Int) -> Bool {
    let mine = (first.left.first[left], second.left.first[left])
    let theirs = (first.right.first[right], second.right.first[right])
    if theirs.1 != 0 && mine.0 != 0 && secondInFirst[Int(theirs.1)] == mine.0 { return true }
    return mine.1 != 0 && theirs.0 != 0 && secondInFirst[Int(mine.1)] == theirs.0
  }

  /// Whether one value stands in the other column and neither field agrees,
  /// or nearly agrees, as written.
  func isCrossed(left: Int, right: Int) -> Bool {
    cross(left: left, right: right) && !agrees(first, left, right) && !agrees(second, left, right)
  }

  private func agrees(_ field: NormalizedField, _ left: Int, _ right: Int) -> Bool {
    let mine = field.left.first[left]
    let theirs = field.right.first[right]
    if mine == ValueDictionary.missing || theirs == ValueDictionary.missing { return false }
    if mine == theirs { return true }
    return field.values.withBytes(of: mine) { bytes in
      field.values.withBytes(of: theirs) {
        TextPair(bytes, $0).isNear(similarity: 0.92, fromLength: 5)
      }
    }
  }

  private func presentCodes(
    _ left: Int, _ right: Int
  ) -> (first: (UInt32, UInt32), second: (UInt32, UInt32))? {
    let one = (first.left.first[left], first.right.first[right])
    let other = (second.left.first[left], second.right.first[right])
    let missing = ValueDictionary.missing
    if one.0 == missing || one.1 == missing || other.0 == missing || other.1 == missing {
      return nil
    }
    return (one, other)
  }

  private func areNear(_ ofSecond: UInt32, _ ofFirst: UInt32) -> Bool {
    second.values.withBytes(of: ofSecond) { mine in
      first.values.withBytes(of: ofFirst) {
        TextPair(mine, $0).isNear(similarity: 0.92, fromLength: 5)
      }
    }
  }
}
