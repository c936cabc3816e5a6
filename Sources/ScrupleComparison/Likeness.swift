import ScrupleKernels

/// The graded likeness of two different normalized texts.
///
/// The limits depend on the length of the shorter text: one edit in three
/// letters changes the name, two in eight do not.
enum Likeness {
  typealias Text = UnsafeBufferPointer<UInt8>

  /// One slip apart: the same but for blanks, one edit (three letters or more),
  /// two edits (eight or more), or a Jaro–Winkler similarity of at least 0.92
  /// (five or more).
  static func isNear(_ left: Text, _ right: Text) -> Bool {
    isNear(left, right, similarity: 0.92, fromLength: 5)
  }

  /// As `isNear`, for places and free text: Jaro–Winkler at least 0.93.
  static func isNearText(_ left: Text, _ right: Text) -> Bool {
    isNear(left, right, similarity: 0.93, fromLength: 3)
  }

  /// Alike, but not near: Jaro–Winkler at least 0.82, or two edits (five
  /// letters or more).
  static func isSimilar(_ left: Text, _ right: Text) -> Bool {
    if StringDistance.jaroWinkler(left, right) >= 0.82 { return true }
    return min(left.count, right.count) >= 5
      && StringDistance.optimalStringAlignment(left, right) <= 2
  }

  /// One edit or exchange of neighbours apart, three characters or more.
  static func isOneEdit(_ left: Text, _ right: Text) -> Bool {
    min(left.count, right.count) >= 3 && abs(left.count - right.count) <= 1
      && StringDistance.optimalStringAlignment(left, right) <= 1
  }

  private static func isNear(
    _ left: Text, _ right: Text, similarity: Double, fromLength: Int
  ) -> Bool {
    let shorter = min(left.count, right.count)
    let difference = abs(left.count - right.count)
    if shorter >= 3 && difference <= 2 {
      let edits = StringDistance.optimalStringAlignment(left, right)
      if edits <= 1 || (edits <= 2 && shorter >= 8) { return true }
    }
    if shorter >= fromLength && StringDistance.jaroWinkler(left, right) >= similarity {
      return true
    }
    return isSameWithoutBlanks(left, right)
  }

  private static func isSameWithoutBlanks(_ left: Text, _ right: Text) -> Bool {
    var mine = 0
    var theirs = 0
    while true {
      while mine < left.count && left[mine] == 0x20 { mine += 1 }
      while theirs < right.count && right[theirs] == 0x20 { theirs += 1 }
      if mine == left.count || theirs == right.count {
        return mine == left.count && theirs == right.count
      }
      if left[mine] != right[theirs] { return false }
      mine += 1
      theirs += 1
    }
  }
}
