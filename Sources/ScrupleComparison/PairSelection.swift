import ScrupleRecords

/// Some pairs of a batch, by number, while a comparison works its way from the
/// cheap tests to the dear ones. Not shared between threads.
///
/// Whether a pair passes a test cannot be guessed, so selecting takes no branch:
/// every number is written, and the end moves on where it is kept.
package final class PairSelection {
  /// Numbers of pairs; those selected stand first.
  private(set) var indices: UnsafeMutablePointer<UInt32>
  /// A byte for each pair of the batch.
  private(set) var flags: UnsafeMutablePointer<UInt8>
  private var capacity = 0
  /// What `warm` loaded, kept so that the loads are made.
  private var loaded: UInt32 = 0

  init() {
    indices = .allocate(capacity: 1)
    flags = .allocate(capacity: 1)
  }

  deinit {
    indices.deallocate()
    flags.deallocate()
  }

  /// Makes room for a batch.
  func require(count: Int) {
    if count < capacity { return }
    indices.deallocate()
    flags.deallocate()
    capacity = max(count + 1, 2 * capacity)
    indices = .allocate(capacity: capacity)
    flags = .allocate(capacity: capacity)
  }

  /// Loads the rows of all pairs of a batch, to have them in cache.
  ///
  /// With nothing else to do for a pair, the processor has dozens of loads
  /// under way at once; while it compares, two or three.
  @inline(__always)
  func warm(_ pairs: PairRows) {
    var all: UInt32 = 0
    for index in 0..<pairs.count {
      let row = pairs.rightRow(index)
      for line in stride(from: 0, to: pairs.width, by: Self.wordsPerLine) { all |= row[line] }
      // The pairs of a left record stand together.
      if index > 0 && pairs.left[index] == pairs.left[index - 1] { continue }
      let mine = pairs.leftRow(index)
      for line in stride(from: 0, to: pairs.width, by: Self.wordsPerLine) { all |= mine[line] }
    }
    loaded = all
  }

  /// Loads the texts of the first pairs selected, to have them in cache: offsets first, then bytes,
  /// since the ones tell where the others are.
  @inline(__always)
  func warm(_ count: Int, _ pairs: PairRows, slot: Int, texts values: ValueDictionary) {
    values.withAllBytes { arena, offsets in
      var all = 0
      for place in 0..<count {
        let index = Int(indices[place])
        all |= offsets[Int(pairs.leftRow(index)[slot])]
        all |= offsets[Int(pairs.rightRow(index)[slot])]
      }
      for place in 0..<count {
        let index = Int(indices[place])
        all |= Int(arena[offsets[Int(pairs.leftRow(index)[slot])]])
        all |= Int(arena[offsets[Int(pairs.rightRow(index)[slot])]])
      }
      loaded |= UInt32(truncatingIfNeeded: all)
    }
  }

  /// Words of a cache line.
  private static let wordsPerLine = 16

  /// Selects the pairs that have different values in a slot, missing ones not
  /// counted.
  ///
  /// - Parameter visit: called with each pair, whether it has two values and
  ///   whether the codes are equal.
  /// - Returns: how many are selected.
  @inline(__always)
  func selectDifferent(
    _ pairs: PairRows, slot: Int, visit: (Int, Bool, Bool) -> Void
  ) -> Int {
    // SAFETY: `require` made room for as many numbers as there are pairs.
    let indices = self.indices
    var count = 0
    for index in 0..<pairs.count {
      let mine = pairs.leftRow(index)[slot]
      let theirs = pairs.rightRow(index)[slot]
      let isPresent =
        (mine == ValueDictionary.missing ? 0 : 1)
        & (theirs == ValueDictionary.missing ? 0 : 1)
      let isDifferent = mine == theirs ? 0 : 1
      visit(index, isPresent != 0, isDifferent == 0)
      indices[count] = UInt32(truncatingIfNeeded: index)
      count += isPresent & isDifferent
    }
    return count
  }

  /// Keeps those of the first pairs selected that a test lets pass.
  @inline(__always)
  func keep(_ count: Int, where passes: (Int) -> Bool) -> Int {
    let indices = self.indices
    var kept = 0
    for place in 0..<count {
      let index = indices[place]
      indices[kept] = index
      kept += passes(Int(index)) ? 1 : 0
    }
    return kept
  }
}
