import CScrupleKernels

/// Bloom filters of 1,024 bits, compared by the Dice coefficient of their bits.
///
///     words    16 words of 64 bits a filter, two cache lines
///     counts   the bits set in each
///
/// What goes into a filter, and how well it hides it, is the business of whoever makes
/// it; here filters are only compared.
public struct BitFilters: Sendable {
  /// The filters.
  public let count: Int
  let words: [UInt64]
  let counts: [UInt16]
  /// The least and the greatest of the counts.
  private let countRange: ClosedRange<Int>

  /// Creates filters from their bytes, 128 a filter.
  public init(bytes: [UInt8]) {
    precondition(bytes.count % 128 == 0, "\(bytes.count) bytes are no whole number of filters")
    count = bytes.count / 128
    var words = Array(repeating: UInt64(0), count: bytes.count / 8)
    words.withUnsafeMutableBytes { $0.copyBytes(from: bytes) }
    self.words = words
    let counts = (0..<count).map { filter in
      UInt16(words[(filter * 16)..<(filter * 16 + 16)].reduce(0) { $0 + $1.nonzeroBitCount })
    }
    self.counts = counts
    countRange = Int(counts.min() ?? 0)...Int(counts.max() ?? 0)
  }

  /// Returns twice the shared bits over all bits of two filters, in 0...1; 1 when
  /// neither has a bit.
  public static func dice(shared: Int, _ leftCount: Int, _ rightCount: Int) -> Double {
    let total = leftCount + rightCount
    return total == 0 ? 1 : Double(2 * shared) / Double(total)
  }

  /// Returns the Dice coefficient of one filter and one of another list.
  public func dice(_ filter: Int, _ others: BitFilters, _ other: Int) -> Double {
    let shared = (0..<16).reduce(0) {
      $0 + (words[filter * 16 + $1] & others.words[other * 16 + $1]).nonzeroBitCount
    }
    return BitFilters.dice(shared: shared, Int(counts[filter]), Int(others.counts[other]))
  }

  /// Writes the Dice coefficients of one filter with all of another list.
  public func write(
    diceOf filter: Int, with others: BitFilters, into values: UnsafeMutableBufferPointer<Double>,
    using instructions: InstructionSet = .best
  ) {
    precondition(values.count == others.count, "\(values.count) places for \(others.count) filters")
    forEachShared(of: filter, with: others, instructions) { other, shared in
      values[other] = BitFilters.dice(
        shared: shared, Int(counts[filter]), Int(others.counts[other]))
    }
  }

  /// Appends the filters of another list whose Dice coefficient with one filter is at
  /// least a limit, in order.
  ///
  /// Compares whole numbers, so nothing is divided; the same answer as comparing the
  /// coefficients, which are rounded once.
  public func appendLinks(
    of filter: Int, to others: BitFilters, atLeast limit: Double, into links: inout [UInt32],
    using instructions: InstructionSet = .best
  ) {
    let own = Int(counts[filter])
    // The fewest shared bits that reach the limit, for every count of the other filters.
    let least = others.countRange.lowerBound
    let fewest = others.countRange.map { other -> Int in
      var shared = max(0, Int((limit * Double(own + other) / 2).rounded(.down)) - 1)
      let possible = min(own, other)
      while shared <= possible && BitFilters.dice(shared: shared, own, other) < limit {
        shared += 1
      }
      return shared <= possible ? shared : .max
    }
    fewest.withUnsafeBufferPointer { fewest in
      others.counts.withUnsafeBufferPointer { counts in
        forEachShared(of: filter, with: others, instructions) { other, shared in
          if shared >= fewest[Int(counts[other]) &- least] { links.append(UInt32(other)) }
        }
      }
    }
  }

  /// Writes the Dice coefficients of pairs of filters.
  public static func write(
    diceOf left: BitFilters, _ leftFilters: UnsafeBufferPointer<UInt32>, _ right: BitFilters,
    _ rightFilters: UnsafeBufferPointer<UInt32>, into values: UnsafeMutableBufferPointer<Double>,
    using instructions: InstructionSet = .best
  ) {
    precondition(
      leftFilters.count == rightFilters.count && values.count == leftFilters.count,
      "\(leftFilters.count) left filters, \(rightFilters.count) right, \(values.count) places")
    for pair in leftFilters.indices {
      let (a, b) = (Int(leftFilters[pair]), Int(rightFilters[pair]))
      precondition(a < left.count && b < right.count, "filters \(a), \(b) of a pair are not there")
      if instructions.orBest != .avx2 { values[pair] = left.dice(a, right, b) }
    }
    if instructions.orBest == .avx2 { writeInLanes(left, leftFilters, right, rightFilters, values) }
  }

  private static func writeInLanes(
    _ left: BitFilters, _ leftFilters: UnsafeBufferPointer<UInt32>, _ right: BitFilters,
    _ rightFilters: UnsafeBufferPointer<UInt32>, _ values: UnsafeMutableBufferPointer<Double>
  ) {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 512) { shared in
      for first in stride(from: 0, to: values.count, by: 512) {
        let size = min(512, values.count - first)
        left.words.withUnsafeBytes { a in
          right.words.withUnsafeBytes { b in
            // SAFETY: the machine has AVX2; the caller has checked every number.
            scruple_avx2_shared_bits_of_pairs(
              a.baseAddress!.assumingMemoryBound(to: UInt8.self), leftFilters.baseAddress! + first,
              b.baseAddress!.assumingMemoryBound(to: UInt8.self), rightFilters.baseAddress! + first,
              size, shared.baseAddress!)
          }
        }
        for pair in first..<(first + size) {
          values[pair] = dice(
            shared: Int(shared[pair - first]), Int(left.counts[Int(leftFilters[pair])]),
            Int(right.counts[Int(rightFilters[pair])]))
        }
      }
    }
  }

  /// Calls `take` with every filter of the other list and the bits it shares.
  @inline(__always)
  private func forEachShared(
    of filter: Int, with others: BitFilters, _ instructions: InstructionSet,
    take: (Int, Int) -> Void
  ) {
    precondition(filter < count, "filter \(filter) of \(count)")
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 512) { shared in
      for first in stride(from: 0, to: others.count, by: 512) {
        let size = min(512, others.count - first)
        writeShared(filter, others, first, size, shared.baseAddress!, instructions)
        for place in 0..<size { take(first + place, Int(shared[place])) }
      }
    }
  }

  private func writeShared(
    _ filter: Int, _ others: BitFilters, _ first: Int, _ size: Int,
    _ shared: UnsafeMutablePointer<UInt16>, _ instructions: InstructionSet
  ) {
    words.withUnsafeBufferPointer { words in
      others.words.withUnsafeBufferPointer { otherWords in
        let own = words.baseAddress! + filter * 16
        let other = otherWords.baseAddress! + first * 16
        if instructions.orBest == .avx2 {
          // SAFETY: the machine has AVX2; `size` filters follow `other`.
          scruple_avx2_shared_bits(
            UnsafeRawPointer(own).assumingMemoryBound(to: UInt8.self),
            UnsafeRawPointer(other).assumingMemoryBound(to: UInt8.self), size, shared)
          return
        }
        for place in 0..<size {
          var sum = 0
          for word in 0..<16 { sum &+= (own[word] & other[place &* 16 &+ word]).nonzeroBitCount }
          shared[place] = UInt16(truncatingIfNeeded: sum)
        }
      }
    }
  }
}
