/// The pairs of a block sorted by their two lengths: a class for each pair of lengths
/// up to 16, and one for all pairs with a longer text.
///
///     left, right   slot numbers in the order of classes
///     places        where each of them stands in the block
///     outcomes      room for those of one class, in whole groups
struct PairBlock {
  static var classes: Int { 17 * 17 + 1 }
  static var longClass: Int { 17 * 17 }

  let left: UnsafeMutableBufferPointer<UInt32>
  let right: UnsafeMutableBufferPointer<UInt32>
  let places: UnsafeMutableBufferPointer<UInt32>
  let outcomes: UnsafeMutableBufferPointer<UInt16>
  private let classOf: UnsafeMutableBufferPointer<UInt16>
  /// Where each class begins, and the end of the last.
  private let starts: UnsafeMutableBufferPointer<Int32>

  init(capacity: Int) {
    left = .allocate(capacity: capacity)
    right = .allocate(capacity: capacity)
    places = .allocate(capacity: capacity)
    outcomes = .allocate(capacity: capacity + 32)
    classOf = .allocate(capacity: capacity)
    starts = .allocate(capacity: PairBlock.classes + 2)
  }

  func deallocate() {
    left.deallocate()
    right.deallocate()
    places.deallocate()
    outcomes.deallocate()
    classOf.deallocate()
    starts.deallocate()
  }

  /// Returns the places in `left` and `right` of the pairs of a class.
  func members(of number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

  /// Sorts pairs by counting. Stable.
  ///
  /// - Safety: Not more pairs than the capacity.
  func sort(
    _ leftTexts: TextPairs.Numbers, _ rightTexts: TextPairs.Numbers, _ leftSlots: TextSlots,
    _ rightSlots: TextSlots
  ) {
    starts.initialize(repeating: 0)
    leftSlots.lengths.withUnsafeBufferPointer { leftLengths in
      rightSlots.lengths.withUnsafeBufferPointer { rightLengths in
        for pair in 0..<leftTexts.count {
          let (leftText, rightText) = (Int(leftTexts[pair]), Int(rightTexts[pair]))
          precondition(
            leftText < leftLengths.count && rightText < rightLengths.count,
            "pair of texts \(leftText), \(rightText) of \(leftLengths.count), \(rightLengths.count)"
          )
          let a = Int(leftLengths[leftText])
          let b = Int(rightLengths[rightText])
          let number = max(a, b) > 16 ? PairBlock.longClass : a &* 17 &+ b
          classOf[pair] = UInt16(truncatingIfNeeded: number)
          starts[number &+ 2] &+= 1
        }
      }
    }
    // One place further than it should be, so that placing the pairs puts it right.
    for number in 2..<starts.count { starts[number] &+= starts[number &- 1] }
    for pair in 0..<leftTexts.count {
      let number = Int(classOf[pair]) &+ 1
      let place = Int(starts[number])
      starts[number] &+= 1
      left[place] = leftTexts[pair]
      right[place] = rightTexts[pair]
      places[place] = UInt32(truncatingIfNeeded: pair)
    }
  }
}
