// Damerau-Levenshtein distance without restriction (Lowrance and Wagner 1975): two
// symbols may be exchanged and text put between them, or taken out, as well. A
// metric.
//
// Linear memory after Zhao and Sahni 2019: an exchange ends at the last row that
// held the column's symbol or at the last column that held the row's; the cell it
// starts from is either one row or one column further up, so it is enough to keep,
// per column, the cell above its last equal row (`beforeEqual`) and, per row, the
// cell of the row before last where the last equal column began (`corner`).
//
// Symbols are named by the place they first occur in `b`, so that the table of last
// rows needs no hashing and is as long as `b`, whatever the alphabet. Finding that
// place costs a scan of `b` per symbol, no more than the row it belongs to.
extension Kernel {
  @inline(__always)
  static func damerauLevenshtein(_ left: Text, _ right: Text) -> Int {
    let (a, b) = trimmed(left, right)
    if a.isEmpty { return b.count }
    // Columns -1...b.count, so that the cell two to the left always exists. Up to 64
    // symbols the five tables take less than the kilobyte that stays on the stack.
    let width = b.count + 2
    if b.count < Int(Int16.max) - 2 && a.count < Int(Int16.max) - 2 {
      return withUnsafeTemporaryAllocation(of: Int16.self, capacity: 5 * width) {
        exchangeDistance(a, b, $0)
      }
    }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 5 * width) {
      exchangeDistance(a, b, $0)
    }
  }

  @inline(__always)
  private static func exchangeDistance<Cell: FixedWidthInteger>(
    _ a: Text, _ b: Text, _ memory: UnsafeMutableBufferPointer<Cell>
  ) -> Int {
    let width = b.count + 2
    let tooFar = max(a.count, b.count) + 1
    memory.initialize(repeating: Cell(tooFar))
    let start = memory.baseAddress!
    var row = start + 1
    var above = start + width + 1
    let beforeEqual = start + 2 * width + 1
    let name = start + 3 * width
    let lastRow = start + 4 * width
    for j in 0...b.count { row[j] = Cell(j) }
    for j in 0..<b.count {
      name[j] = Cell(firstPlace(of: b[j], in: b))
      lastRow[j] = Cell(-1)
    }

    for i in 1...a.count {
      swap(&row, &above)
      let symbol = a[i &- 1]
      var lastColumn = -1
      var corner = tooFar
      var twoAbove = Int(row[0])
      row[0] = Cell(truncatingIfNeeded: i)
      var before = i
      for j in 1...b.count {
        let same = symbol == b[j &- 1]
        let replaced = Int(above[j &- 1]) &+ (same ? 0 : 1)
        var best = min(replaced, min(before, Int(above[j])) &+ 1)
        if same {
          lastColumn = j
          beforeEqual[j] = above[j &- 2]
          corner = twoAbove
        } else {
          let equalRow = Int(lastRow[Int(name[j &- 1])])
          if j &- lastColumn == 1 {
            best = min(best, Int(beforeEqual[j]) &+ i &- equalRow)
          } else if i &- equalRow == 1 {
            best = min(best, corner &+ j &- lastColumn)
          }
        }
        twoAbove = Int(row[j])
        row[j] = Cell(truncatingIfNeeded: best)
        before = best
      }
      let place = firstPlace(of: symbol, in: b)
      if place < b.count { lastRow[place] = Cell(truncatingIfNeeded: i) }
    }
    return Int(row[b.count])
  }

  /// Returns the index of the first `symbol` in `text`, or the count if there is none.
  @inline(__always)
  private static func firstPlace(of symbol: Symbol, in text: Text) -> Int {
    var place = 0
    while place < text.count && text[place] != symbol { place &+= 1 }
    return place
  }
}
