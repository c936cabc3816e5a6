import CScrupleKernels

/// Arbitrary pairs of texts, compared many at a time.
///
/// Pairs are taken in blocks; those of a block are sorted by their two lengths, so that
/// the lanes of a group run in step, and the letters of a group are turned from slots
/// into positions. Pairs of lengths that are rare in their block, and pairs with a text
/// of more than 16 letters, are compared one at a time.
public struct TextPairs: Sendable {
  let left: TextSlots
  let right: TextSlots
  let instructions: InstructionSet

  /// The pairs sorted at a time. More give fuller groups, fewer stay in the cache.
  static var blockPairs: Int { 1 << 14 }
  /// Fewer pairs than this of a class are cheaper one at a time than as a group.
  static var fewestInLanes: Int { 5 }

  /// Prepares comparisons between two lists of texts, which may be the same.
  ///
  /// - Parameter instructions: The set to use; the same results come from each.
  public init(_ left: TextSlots, _ right: TextSlots, using instructions: InstructionSet = .best) {
    self.left = left
    self.right = right
    self.instructions = instructions.orBest
  }

  /// Writes the distance of each pair.
  ///
  /// Distances above 65,535 are written as 65,535.
  /// - Parameters:
  ///   - distance: What is counted. Damerau-Levenshtein has no kernel for lanes and
  ///     takes the scalar function.
  ///   - leftTexts: Numbers of left texts.
  ///   - rightTexts: As many numbers of right texts.
  ///   - distances: One for each pair.
  public func write(
    _ distance: EditDistance, of leftTexts: UnsafeBufferPointer<UInt32>,
    _ rightTexts: UnsafeBufferPointer<UInt32>, into distances: UnsafeMutableBufferPointer<UInt16>
  ) {
    check(leftTexts, rightTexts, places: distances.count)
    guard let out = distances.baseAddress else { return }
    withOutcomes(of: distance.laneKernel, leftTexts, rightTexts) {
      places, first, lengths, outcomes in
      let here = out + first
      if distance == .indel {
        let total = UInt16(truncatingIfNeeded: lengths.left &+ lengths.right)
        for k in 0..<places.count { here[Int(places[k])] = total &- 2 &* outcomes[k] }
      } else {
        for k in 0..<places.count { here[Int(places[k])] = outcomes[k] }
      }
    } oneByOne: { place, a, b in
      out[place] = distance(a, b)
    }
  }

  /// Writes what the Jaro comparison of each pair is worth.
  ///
  /// The same bits as the table gives for one pair, whatever the instructions.
  @specialized(where Value == Double)
  @specialized(where Value == Float)
  @specialized(where Value == UInt8)
  public func write<Value>(
    _ table: JaroTable<Value>, of leftTexts: UnsafeBufferPointer<UInt32>,
    _ rightTexts: UnsafeBufferPointer<UInt32>, into values: UnsafeMutableBufferPointer<Value>
  ) {
    check(leftTexts, rightTexts, places: values.count)
    guard let out = values.baseAddress else { return }
    withOutcomes(of: .jaro, leftTexts, rightTexts) { places, first, lengths, outcomes in
      let here = out + first
      table.values.withUnsafeBufferPointer { all in
        let worth = all.baseAddress! + table.row(lengths.left, lengths.right)
        for k in 0..<places.count { here[Int(places[k])] = worth[Int(outcomes[k])] }
      }
    } oneByOne: { place, a, b in
      out[place] = table(a, b)
    }
  }

  func check(
    _ leftTexts: UnsafeBufferPointer<UInt32>, _ rightTexts: UnsafeBufferPointer<UInt32>,
    places: Int
  ) {
    precondition(
      leftTexts.count == rightTexts.count && places == leftTexts.count,
      "\(leftTexts.count) left texts, \(rightTexts.count) right texts, \(places) places")
  }
}
