import CScrupleKernels

extension TextSlab {
  /// Writes the distance of one text from each text of the slab, by text number.
  ///
  /// Distances above 65,535 are written as 65,535. Nothing is allocated for texts of
  /// at most 16 letters but for some kilobytes a call.
  /// - Parameters:
  ///   - distance: What is counted. Damerau-Levenshtein has no kernel for lanes: all
  ///     pairs take the scalar function.
  ///   - text: The one text, of any length; above 16 letters all pairs take the scalar
  ///     function, its masks being made once.
  ///   - distances: One for each text of the slab.
  ///   - instructions: The set to use; the same distances come from each.
  /// - Complexity: O(texts * 16) for short texts.
  public func write(
    _ distance: EditDistance, from text: StringDistance.Bytes,
    into distances: UnsafeMutableBufferPointer<UInt16>, using instructions: InstructionSet = .best
  ) {
    precondition(distances.count == count, "\(distances.count) places for \(count) texts")
    guard let out = distances.baseAddress else { return }
    withOutcomes(of: distance.laneKernel, text, instructions) { numbers, length, outcomes in
      if distance == .indel {
        let total = UInt16(truncatingIfNeeded: text.count &+ length)
        for k in 0..<numbers.count { out[Int(numbers[k])] = total &- 2 &* outcomes[k] }
      } else {
        for k in 0..<numbers.count { out[Int(numbers[k])] = outcomes[k] }
      }
    } oneByOne: { number, other, query in
      out[number] = query.distance(distance, to: other)
    }
  }

  /// Writes what the Jaro comparison of one text with each text of the slab is worth,
  /// by text number.
  ///
  /// The same bits as the table gives for one pair, whatever the instructions.
  /// - Complexity: O(texts * 16) for short texts.
  @specialized(where Value == Double)
  @specialized(where Value == Float)
  @specialized(where Value == UInt8)
  public func write<Value>(
    _ table: JaroTable<Value>, from text: StringDistance.Bytes,
    into values: UnsafeMutableBufferPointer<Value>, using instructions: InstructionSet = .best
  ) {
    precondition(values.count == count, "\(values.count) places for \(count) texts")
    guard let out = values.baseAddress else { return }
    withOutcomes(of: .jaro, text, instructions) { numbers, length, outcomes in
      table.values.withUnsafeBufferPointer { all in
        let worth = all.baseAddress! + table.row(text.count, length)
        for k in 0..<numbers.count { out[Int(numbers[k])] = worth[Int(outcomes[k])] }
      }
    } oneByOne: { number, other, query in
      out[number] = query.value(table, to: other)
    }
  }

  /// Calls `take` with the outcomes of blocks of texts of one length, in slab order,
  /// and `oneByOne` with each text for which there are no lanes.
  @inline(__always)
  private func withOutcomes(
    of kernel: LaneKernel?, _ text: StringDistance.Bytes, _ instructions: InstructionSet,
    take: (UnsafeBufferPointer<UInt32>, Int, UnsafePointer<UInt16>) -> Void,
    oneByOne: (Int, StringDistance.Bytes, Query) -> Void
  ) {
    let lanes = instructions == .scalar || text.count > 16 ? nil : kernel
    let firstAlone = lanes == nil ? 0 : shortCount
    if firstAlone < count {
      Query.with(text) { query in
        for place in firstAlone..<count {
          let number = Int(order[place])
          long.with(number) { oneByOne(number, $0, query) }
        }
      }
    }
    guard let lanes else { return }
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: TextSlab.blockTexts) { outcomes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { query in
        for place in text.indices { query[place] = codes[Int(text[place])] }
        order.withUnsafeBufferPointer { order in
          for group in classes {
            for first in stride(from: 0, to: group.texts.count, by: TextSlab.blockTexts) {
              let size = min(TextSlab.blockTexts, group.texts.count - first)
              run(
                lanes, group, firstGroup: first / 32, groups: (size + 31) / 32,
                UnsafePointer(query.baseAddress!), text.count, instructions,
                into: outcomes.baseAddress!)
              let start = group.texts.lowerBound + first
              take(
                UnsafeBufferPointer(rebasing: order[start..<(start + size)]), group.length,
                UnsafePointer(outcomes.baseAddress!))
            }
          }
        }
      }
    }
  }

  /// The texts whose outcomes are kept at a time: few enough for the first cache.
  private static var blockTexts: Int { 2048 }

  private func run(
    _ kernel: LaneKernel, _ group: Class, firstGroup: Int, groups: Int,
    _ query: UnsafePointer<UInt8>, _ queryCount: Int, _ instructions: InstructionSet,
    into out: UnsafeMutablePointer<UInt16>
  ) {
    rows.withUnsafeBytes { memory in
      let first = (group.firstRow + firstGroup * group.length) * 32
      let block = memory.baseAddress! + first
      if instructions.orBest == .avx2 && queryCount > 0 {
        // SAFETY: the machine has AVX2 (`orBest`); the rows hold `groups` groups of this length;
        // the query has 1 to 16 letters; `out` has room for whole groups.
        scruple_avx2_slab(
          kernel.rawValue, block.assumingMemoryBound(to: UInt8.self), groups,
          Int32(group.length), query, Int32(queryCount), group.isWide ? 1 : 0, out)
      } else {
        TextSlab.runPortable(kernel, block, groups, group.length, query, queryCount, out)
      }
    }
  }

  @inline(never)
  private static func runPortable(
    _ kernel: LaneKernel, _ rows: UnsafeRawPointer, _ groups: Int, _ length: Int,
    _ query: UnsafePointer<UInt8>, _ queryCount: Int, _ out: UnsafeMutablePointer<UInt16>
  ) {
    // SAFETY: a row is two vectors of sixteen codes, aligned as such.
    let halves = rows.assumingMemoryBound(to: ByteLanes.self)
    SpreadText.with(query, count: queryCount) { text in
      for half in 0..<(2 &* groups) {
        let right = halves + ((half &>> 1) &* length &* 2 &+ (half & 1))
        LaneMasks.run(
          kernel, text.letters, queryCount, right, stride: 2, length, into: out + half &* 16)
      }
    }
  }
}
