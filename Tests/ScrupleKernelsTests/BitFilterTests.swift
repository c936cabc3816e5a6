import ScrupleKernels
import Testing

/// Filters of 1,024 bits against the definition.
@Suite struct BitFilterTests {
  static let sets = InstructionSet.available

  /// Filters with more and more bits, the first with none and the last with all.
  static func bytes(seed: UInt64, count: Int) -> [UInt8] {
    var random = SplitMix(state: seed)
    return (0..<count).flatMap { filter in
      (0..<128).map { _ in
        let parts = (0..<8).map { _ in Int.random(in: 0..<(count - 1), using: &random) < filter }
        return parts.reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
      }
    }
  }

  static func dice(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Double {
    let shared = zip(a, b).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
    let total = (a + b).reduce(0) { $0 + $1.nonzeroBitCount }
    return total == 0 ? 1 : Double(2 * shared) / Double(total)
  }

  @Test(arguments: sets)
  func coefficientsAreTheDefinitionsInEveryShape(_ set: InstructionSet) {
    let count = 40
    let (left, right) = (Self.bytes(seed: 5, count: count), Self.bytes(seed: 6, count: count))
    let (a, b) = (BitFilters(bytes: left), BitFilters(bytes: right))
    var pairs: (left: [UInt32], right: [UInt32], expected: [Double]) = ([], [], [])
    for filter in 0..<count {
      let own = left[(filter * 128)..<(filter * 128 + 128)]
      let expected = (0..<count).map { Self.dice(own, right[($0 * 128)..<($0 * 128 + 128)]) }
      #expect((0..<count).map { a.dice(filter, b, $0) } == expected)
      var found = Array(repeating: -1.0, count: count)
      found.withUnsafeMutableBufferPointer {
        a.write(diceOf: filter, with: b, into: $0, using: set)
      }
      #expect(found == expected, "seeds 5, 6: filter \(filter)")
      for limit in [0, 0.25, 0.5, 0.8, 1] + expected.prefix(3) {
        var links: [UInt32] = []
        a.appendLinks(of: filter, to: b, atLeast: limit, into: &links, using: set)
        let reached = (0..<count).filter { expected[$0] >= limit }.map { UInt32($0) }
        #expect(links == reached, "filter \(filter) at \(limit)")
      }
      pairs.left += Array(repeating: UInt32(filter), count: count)
      pairs.right += (0..<count).map { UInt32($0) }
      pairs.expected += expected
    }
    var found = Array(repeating: -1.0, count: pairs.expected.count)
    pairs.left.withUnsafeBufferPointer { l in
      pairs.right.withUnsafeBufferPointer { r in
        found.withUnsafeMutableBufferPointer {
          BitFilters.write(diceOf: a, l, b, r, into: $0, using: set)
        }
      }
    }
    #expect(found == pairs.expected)
  }
}
