// Damerau-Levenshtein distance without restriction has no bit-parallel form; in lanes
// the matrix itself is filled, a cell of sixteen pairs at a time.
//
// As `Kernel.damerauLevenshtein` (Zhao and Sahni 2019), with rows for the letters of
// the right text: an exchange that ends in a cell began at the nearest equal letters
// before it in its row and in its column, and only such as touch one of them can be
// cheaper. What depends on the letters (`equalRow`, `corner`, ...) is kept per lane and
// chosen by masks.
extension LaneKernel {
  @inline(__always)
  static func damerau<L: Lanes>(_ masks: UnsafePointer<L>, _ left: Int, _ right: Int) -> L {
    // Columns -1...left of three tables.
    withUnsafeTemporaryAllocation(of: L.self, capacity: 4 * 18) { memory in
      let start = memory.baseAddress!
      let far = L(repeating: 64)
      start.initialize(repeating: far, count: 4 * 18)
      var row = start + 1
      var above = start + 19
      let beforeEqual = start + 37
      let equalRow = start + 55
      for i in 0...left {
        row[i] = L(repeating: i)
        equalRow[i] = L.zero &- L(repeating: 1)
      }
      for j in 1..<(right &+ 1) {
        swap(&row, &above)
        fill(row, above, beforeEqual, equalRow, masks[j &- 1], left, j)
      }
      return row[left]
    }
  }

  /// Fills the row of letter `j` of the right text, counted from 1.
  @inline(__always)
  private static func fill<L: Lanes>(
    _ row: UnsafeMutablePointer<L>, _ above: UnsafeMutablePointer<L>,
    _ beforeEqual: UnsafeMutablePointer<L>, _ equalRow: UnsafeMutablePointer<L>,
    _ mask: L, _ left: Int, _ j: Int
  ) {
    let one = L(repeating: 1)
    let far = L(repeating: 64)
    let here = L(repeating: j)
    var twoAbove = row[0]
    // No column below 0 holds an equal letter: one that is never next to another.
    var equalColumn = far
    // Less the column that is not there, still far.
    var corner = far.doubled
    var before = here
    row[0] = here
    for i in 1..<(left &+ 1) {
      let bit = L(repeating: 1 &<< (i &- 1))
      let isSame = L.same(mask & bit, bit)
      let replaced = above[i &- 1] &+ one &+ isSame
      var best = L.smaller(replaced, L.smaller(before, above[i]) &+ one)
      let column = L(repeating: i)
      let touchesColumn = L.same(equalColumn &+ one, column)
      let touchesRow = L.same(equalRow[i] &+ one, here)
      // Where neither is touched the sum may be anything, so it is set far away.
      let across = chosen(touchesColumn, beforeEqual[i] &+ here &- equalRow[i], far)
      let down = chosen(touchesRow, corner &+ column &- equalColumn, far)
      let exchanged = L.smaller(across, chosen(touchesColumn, far, down))
      best = chosen(isSame, best, L.smaller(best, exchanged))
      equalColumn = chosen(isSame, column, equalColumn)
      beforeEqual[i] = chosen(isSame, above[i &- 2], beforeEqual[i])
      corner = chosen(isSame, twoAbove, corner)
      equalRow[i] = chosen(isSame, here, equalRow[i])
      twoAbove = row[i]
      row[i] = best
      before = best
    }
  }

  @inline(__always)
  private static func chosen<L: Lanes>(_ mask: L, _ yes: L, _ no: L) -> L {
    (yes & mask) | (no & ~mask)
  }
}
