import CScrupleKernels

extension TextSlab {
  /// Writes the distance of one text from each text of the slab, by text number.
  ///
  /// Distances above 65,535 are written as 65,535. Nothing is allocated for texts of
  /// at most 16 letters but for some kilobytes a call.
  /// - Parameters:
  ///   - distance: What is counted. Damerau-Levenshtein has no kernel for AVX2 and
  ///     takes the portable one.
  ///   - text: The one text, of any length; above 16 letters all pairs take the scalar
  ///     function.
  ///   - distances: One for each text of the slab.
  ///   - instructions: The set to use; the same distances come from each.
  /// - Complexity: O(texts * 16) for short texts.
  public func write(
    _ distance: EditDistance, from text: StringDistance.Bytes,
    into distances: UnsafeMutableBufferPointer<UInt16>, using instructions: InstructionSet = .best
  ) {
    precondition(distances.count == count, "\(distances.count) places for \(count) texts")
    let out = distances.baseAddress
    withOutcomes(of: distance.laneKernel, text, instructions) { places, length, outcomes in
      for (place, outcome) in zip(places, outcomes) {
        out![Int(order[place])] = distance.distance(outcome: outcome, text.count, length)
      }
    } oneByOne: { number, other in
      out![number] = distance(text, other)
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
    let out = values.baseAddress
    withOutcomes(of: .jaro, text, instructions) { places, length, outcomes in
      let row = table.row(text.count, length)
      table.values.withUnsafeBufferPointer { all in
        let worth = all.baseAddress! + row
        for (place, outcome) in zip(places, outcomes) {
          out![Int(order[place])] = worth[Int(outcome)]
        }
      }
    } oneByOne: { number, other in
      out![number] = table(text, other)
    }
  }

  /// Calls `take` with the outcomes of blocks of texts of one length, in slab order,
  /// and `oneByOne` with each text for which there are no lanes.
  @inline(__always)
  private func withOutcomes(
    of kernel: LaneKernel, _ text: StringDistance.Bytes, _ instructions: InstructionSet,
    take: (Range<Int>, Int, UnsafeBufferPointer<UInt16>) -> Void,
    oneByOne: (Int, StringDistance.Bytes) -> Void
  ) {
    let isScalar = instructions == .scalar || text.count > 16
    for place in (isScalar ? 0 : shortCount)..<count {
      let number = Int(order[place])
      long.with(number) { oneByOne(number, $0) }
    }
    if isScalar { return }
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: TextSlab.blockTexts) { outcomes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { query in
        for place in text.indices { query[place] = codes[Int(text[place])] }
        for group in classes {
          var first = 0
          while first < group.texts.count {
            let size = min(TextSlab.blockTexts, group.texts.count - first)
            let block = UnsafeMutableBufferPointer(rebasing: outcomes[..<size])
            run(
              kernel, group, firstGroup: first / 32, groups: (size + 31) / 32,
              UnsafePointer(query.baseAddress!), text.count, instructions,
              into: outcomes.baseAddress!)
            let start = group.texts.lowerBound + first
            take(start..<(start + size), group.length, UnsafeBufferPointer(block))
            first += size
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
      if instructions == .avx2 && kernel != .damerau && queryCount > 0 {
        // SAFETY: the machine has AVX2; the rows hold `groups` groups of this length;
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
