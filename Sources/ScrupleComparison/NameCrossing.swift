import ScrupleNormalization
import ScrupleRecords

/// Recognizes values of two fields that stand in each other's column, such as
/// given name and surname, or the two lines of an address.
struct NameCrossing: Sendable {
  private let first: NormalizedField
  private let second: NormalizedField
  /// For each code of `second`, the code of the same value in `first`, or
  /// `none`.
  private let secondInFirst: [UInt32]
  private static let none = UInt32.max

  init(first: NormalizedField, second: NormalizedField) {
    self.first = first
    self.second = second
    let known = first.values.opened()
    secondInFirst = (0..<second.values.count).map { code in
      code == 0
        ? Self.none
        : second.values.withBytes(of: UInt32(code)) {
          known.existingCode(of: $0) ?? Self.none
        }
    }
  }

  /// The codes of both fields of a pair's two records.
  struct Codes {
    let mine: (first: UInt32, second: UInt32)
    let theirs: (first: UInt32, second: UInt32)
  }

  func isOf(_ first: NormalizedField, _ second: NormalizedField) -> Bool {
    self.first.name == first.name && self.second.name == second.name
  }

  /// The codes that values of the second field have in the first; one that no
  /// value has, where the first field lacks them.
  func moved(_ codes: [UInt32]) -> [UInt32] { codes.map { secondInFirst[Int($0)] } }

  /// Whether both values stand in exchanged columns: one pair the same and the
  /// other at least near, and neither agrees as written.
  func isSwapped(_ codes: Codes) -> Bool {
    let (mine, theirs) = (codes.mine, codes.theirs)
    let missing = ValueDictionary.missing
    if mine.first == missing || mine.second == missing || theirs.first == missing
      || theirs.second == missing
    {
      return false
    }
    if mine.first == theirs.first || mine.second == theirs.second { return false }
    let one = secondInFirst[Int(theirs.second)] == mine.first
    let other = secondInFirst[Int(mine.second)] == theirs.first
    if one && other { return true }
    if one { return areNear(mine.second, theirs.first) }
    if other { return areNear(theirs.second, mine.first) }
    return false
  }

  /// Whether a value of one column stands in the other column of the other
  /// record, in either direction.
  func cross(_ codes: Codes) -> Bool {
    let (mine, theirs) = (codes.mine, codes.theirs)
    return secondInFirst[Int(theirs.second)] == mine.first
      || secondInFirst[Int(mine.second)] == theirs.first
  }

  /// Whether one value stands in the other column and neither field agrees,
  /// or nearly agrees, as written.
  func isCrossed(_ codes: Codes) -> Bool {
    cross(codes) && !agree(first, codes.mine.first, codes.theirs.first)
      && !agree(second, codes.mine.second, codes.theirs.second)
  }

  private func agree(_ field: NormalizedField, _ mine: UInt32, _ theirs: UInt32) -> Bool {
    if mine == ValueDictionary.missing || theirs == ValueDictionary.missing { return false }
    if mine == theirs { return true }
    return field.values.withBytes(of: mine) { bytes in
      field.values.withBytes(of: theirs) {
        TextPair(bytes, $0).isNear(similarity: 0.92, fromLength: 5)
      }
    }
  }

  private func areNear(_ ofSecond: UInt32, _ ofFirst: UInt32) -> Bool {
    second.values.withBytes(of: ofSecond) { mine in
      first.values.withBytes(of: ofFirst) {
        TextPair(mine, $0).isNear(similarity: 0.92, fromLength: 5)
      }
    }
  }
}

/// A crossing of two fields whose codes lie in rows.
struct SlottedCrossing: Sendable {
  let crossing: NameCrossing
  let first: Int
  let second: Int
  /// The slot of the second field's values as codes of the first.
  let moved: Int

  /// Whether a value of one column stands in the other column of the other
  /// record, in either direction.
  ///
  /// A missing value is never in another column: its moved code is nobody's.
  @inline(__always)
  func cross(_ mine: UnsafePointer<UInt32>, _ theirs: UnsafePointer<UInt32>) -> Bool {
    theirs[moved] == mine[first] || mine[moved] == theirs[first]
  }

  func codes(
    _ mine: UnsafePointer<UInt32>, _ theirs: UnsafePointer<UInt32>
  ) -> NameCrossing.Codes {
    NameCrossing.Codes(
      mine: (mine[first], mine[second]), theirs: (theirs[first], theirs[second]))
  }
}
