// Dice and Jaccard coefficients of q-grams and of words.
extension Kernel {
  /// How many pieces two texts have and share.
  struct Overlap {
    var left: Int
    var right: Int
    var shared: Int

    /// Twice the shared pieces over all pieces.
    var dice: Double { Double(2 * shared) / Double(left + right) }

    /// The shared pieces over the pieces of the union.
    var jaccard: Double { Double(shared) / Double(left + right - shared) }
  }

  @inline(__always)
  static func qGramDice(_ a: Text, _ b: Text, _ cut: QGrams) -> Double {
    overlap(a, b, cut).map(\.dice) ?? (areEqual(a, b) ? 1 : 0)
  }

  @inline(__always)
  static func qGramJaccard(_ a: Text, _ b: Text, _ cut: QGrams) -> Double {
    overlap(a, b, cut).map(\.jaccard) ?? (areEqual(a, b) ? 1 : 0)
  }

  @inline(__always)
  static func wordJaccard(_ a: Text, _ b: Text) -> Double {
    withWords(of: a) { first in
      withWords(of: b) { second in
        let left = distinct(first, of: a)
        let right = distinct(second, of: b)
        if left.isEmpty && right.isEmpty { return 1 }
        let shared = shared(left, of: a, right, of: b)
        return Overlap(left: left.count, right: right.count, shared: shared).jaccard
      }
    }
  }

  /// Returns the overlap, or nil when neither text has a piece.
  @inline(__always)
  private static func overlap(_ a: Text, _ b: Text, _ cut: QGrams) -> Overlap? {
    withGrams(of: a, cut: cut) { first in
      withGrams(of: b, cut: cut) { second in
        let isDistinct = cut.counting == .distinct
        let left = isDistinct ? distinct(first, of: a) : first
        let right = isDistinct ? distinct(second, of: b) : second
        if left.isEmpty && right.isEmpty { return nil }
        return Overlap(
          left: left.count, right: right.count, shared: shared(left, of: a, right, of: b))
      }
    }
  }

  @inline(__always)
  private static func areEqual(_ a: Text, _ b: Text) -> Bool {
    a.count == b.count && commonPrefixLength(a, b) == a.count
  }
}
