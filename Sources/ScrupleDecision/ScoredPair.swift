/// A compared pair with its evidence.
///
/// Functions that take a list of them want it sorted by `left`, then `right`, each pair
/// at most once.
public struct ScoredPair: Sendable, Equatable {
  /// Row of the left record, at least 0.
  public var left: Int32
  /// Row of the right record, at least 0.
  public var right: Int32
  /// Match weight in bits, without the prior, term-frequency adjustments included.
  public var weight: Double
  /// Agreement pattern of the pair.
  public var pattern: UInt64

  /// Makes a scored pair.
  public init(left: Int32, right: Int32, weight: Double, pattern: UInt64 = 0) {
    self.left = left
    self.right = right
    self.weight = weight
    self.pattern = pattern
  }

  /// The weight in units of 2^-32 bits.
  ///
  /// Sums and comparisons of integers are exact, so ties are ties whatever the order of
  /// the records, and the assignment cannot depend on rounding.
  var quantizedWeight: Int64 { Self.quantized(weight) }

  static func quantized(_ bits: Double) -> Int64 {
    precondition(!bits.isNaN, "a weight is not a number")
    return Int64((max(-65536, min(65536, bits)) * 0x1p32).rounded())
  }
}

extension [ScoredPair] {
  /// Checks what every function on scored pairs relies on.
  func requireSortedUnique() {
    for index in indices.dropFirst() {
      let (before, after) = (self[index - 1], self[index])
      precondition(
        (before.left, before.right) < (after.left, after.right),
        "pairs \(index - 1) and \(index) are out of order or equal")
    }
    if let first { precondition(first.left >= 0, "row \(first.left) is below 0") }
  }
}
