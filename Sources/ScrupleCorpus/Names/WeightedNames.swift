/// Names with weights, from which one is drawn in constant time.
///
/// - Source: the alias method (Walker 1977; Vose 1991).
package struct WeightedNames: Sendable {
  package let names: [String]
  /// The chance, of 2^32, that a place keeps its own name.
  private let keep: [UInt64]
  private let other: [Int32]

  /// Creates the table; weights are positive and need not sum to 1.
  ///
  /// - Complexity: O(n).
  package init(_ rows: [(name: String, weight: Double)]) {
    precondition(!rows.isEmpty, "a table of names needs at least one name")
    names = rows.map(\.name)
    let total = rows.reduce(0) { $0 + $1.weight }
    var scaled = rows.map { $0.weight / total * Double(rows.count) }
    var keep = [UInt64](repeating: 1 << 32, count: rows.count)
    var other = (0..<rows.count).map(Int32.init)
    var small = scaled.indices.filter { scaled[$0] < 1 }
    var large = scaled.indices.filter { scaled[$0] >= 1 }
    while let low = small.popLast(), let high = large.last {
      keep[low] = UInt64(scaled[low] * 0x1p32)
      other[low] = Int32(high)
      scaled[high] -= 1 - scaled[low]
      if scaled[high] < 1 {
        large.removeLast()
        small.append(high)
      }
    }
    self.keep = keep
    self.other = other
  }

  /// Draws a name.
  ///
  /// - Complexity: O(1), one draw of 64 bits.
  package func name(_ draw: inout Draw) -> String {
    names[place(draw.bits())]
  }

  /// The upper half of the bits picks the place, the lower half who stands there.
  func place(_ bits: UInt64) -> Int {
    let place = Int(((bits >> 32) &* UInt64(names.count)) >> 32)
    return bits & 0xFFFF_FFFF < keep[place] ? place : Int(other[place])
  }
}
