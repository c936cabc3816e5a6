import CScrupleKernels

extension TextPairs {
  typealias Numbers = UnsafeBufferPointer<UInt32>
  typealias Lengths = (left: Int, right: Int)

  /// Calls `take` with the outcomes of the pairs of one class of a block, their places
  /// in the block and where the block begins, and `oneByOne` with every other pair.
  @inline(__always)
  func withOutcomes(
    of kernel: LaneKernel?, _ leftTexts: Numbers, _ rightTexts: Numbers,
    take: (Numbers, Int, Lengths, UnsafePointer<UInt16>) -> Void,
    oneByOne: (Int, StringDistance.Bytes, StringDistance.Bytes) -> Void
  ) {
    let size = min(TextPairs.blockPairs, leftTexts.count)
    let block = PairBlock(capacity: size)
    defer { block.deallocate() }
    for first in stride(from: 0, to: leftTexts.count, by: max(size, 1)) {
      let places = first..<min(first + size, leftTexts.count)
      block.sort(
        Numbers(rebasing: leftTexts[places]), Numbers(rebasing: rightTexts[places]), left, right)
      for number in 0..<PairBlock.classes {
        let members = block.members(of: number)
        let hasLanes =
          number != PairBlock.longClass && instructions != .scalar
          && members.count >= TextPairs.fewestInLanes
        if let kernel, hasLanes {
          let lengths = (left: number / 17, right: number % 17)
          run(kernel, lengths, members, block)
          take(
            Numbers(rebasing: UnsafeBufferPointer(block.places)[members]), first, lengths,
            UnsafePointer(block.outcomes.baseAddress!))
          continue
        }
        for member in members {
          left.long.with(Int(block.left[member])) { a in
            right.long.with(Int(block.right[member])) { b in
              oneByOne(first + Int(block.places[member]), a, b)
            }
          }
        }
      }
    }
  }

  private func run(
    _ kernel: LaneKernel, _ lengths: Lengths, _ members: Range<Int>, _ block: PairBlock
  ) {
    let leftRows = UnsafePointer(block.left.baseAddress! + members.lowerBound)
    let rightRows = UnsafePointer(block.right.baseAddress! + members.lowerBound)
    let out = block.outcomes.baseAddress!
    left.slots.withUnsafeBufferPointer { leftSlots in
      right.slots.withUnsafeBufferPointer { rightSlots in
        if instructions == .avx2 && lengths.left > 0 {
          // SAFETY: the machine has AVX2; the rows are of texts with these lengths, the
          // left one 1 to 16; `out` has room for whole groups of 32.
          scruple_avx2_pairs(
            kernel.rawValue,
            UnsafeRawPointer(leftSlots.baseAddress!).assumingMemoryBound(to: UInt8.self), leftRows,
            UnsafeRawPointer(rightSlots.baseAddress!).assumingMemoryBound(to: UInt8.self),
            rightRows, members.count, Int32(lengths.left), Int32(lengths.right), out)
        } else {
          TextPairs.runPortable(
            kernel, leftSlots, leftRows, rightSlots, rightRows, members.count, lengths, out)
        }
      }
    }
  }

  @inline(never)
  private static func runPortable(
    _ kernel: LaneKernel, _ leftSlots: UnsafeBufferPointer<SIMD16<UInt8>>,
    _ leftRows: UnsafePointer<UInt32>, _ rightSlots: UnsafeBufferPointer<SIMD16<UInt8>>,
    _ rightRows: UnsafePointer<UInt32>, _ count: Int, _ lengths: Lengths,
    _ out: UnsafeMutablePointer<UInt16>
  ) {
    withUnsafeTemporaryAllocation(of: ByteLanes.self, capacity: 48) { memory in
      let letters = memory.baseAddress!
      for first in stride(from: 0, to: count, by: 16) {
        // The last group takes its last pair again for the lanes that are left over.
        let last = count &- 1
        gather(leftSlots, leftRows, first, last, letters, letters + 16)
        gather(rightSlots, rightRows, first, last, letters + 16, letters + 32)
        LaneMasks.run(
          kernel, letters, lengths.left, letters + 16, stride: 1, lengths.right,
          into: out + first)
      }
    }
  }

  /// Puts letter j of sixteen texts in `letters[j]`: four rounds of interleaving, each
  /// of which doubles the run of bytes that lie together.
  @inline(__always)
  private static func gather(
    _ slots: UnsafeBufferPointer<SIMD16<UInt8>>, _ rows: UnsafePointer<UInt32>, _ first: Int,
    _ last: Int, _ letters: UnsafeMutablePointer<ByteLanes>,
    _ spare: UnsafeMutablePointer<ByteLanes>
  ) {
    for lane in 0..<16 {
      let row = Int(rows[min(first &+ lane, last)])
      letters[lane] = ByteLanes(slots[row])
    }
    interleave(letters, spare)
    interleave(spare, letters)
    interleave(letters, spare)
    interleave(spare, letters)
  }

  @inline(__always)
  private static func interleave(
    _ from: UnsafeMutablePointer<ByteLanes>, _ to: UnsafeMutablePointer<ByteLanes>
  ) {
    for lane in 0..<8 {
      let a = from[lane].v
      let b = from[lane &+ 8].v
      var low = SIMD16<UInt8>()
      low.evenHalf = a.lowHalf
      low.oddHalf = b.lowHalf
      var high = SIMD16<UInt8>()
      high.evenHalf = a.highHalf
      high.oddHalf = b.highHalf
      to[2 &* lane] = ByteLanes(low)
      to[2 &* lane &+ 1] = ByteLanes(high)
    }
  }
}
