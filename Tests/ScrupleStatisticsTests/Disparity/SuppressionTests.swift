import Testing

@testable import ScrupleStatistics

@Suite struct SuppressionTests {
  /// The suppressed entries that follow from the shown ones, by solving the equations of all rows
  /// and columns: an unknown is found where elimination leaves it alone in its equation.
  private func recovered(_ table: SuppressedTable) -> Int {
    let (rows, columns) = (table.cells.count, table.columnTotals.count)
    var numbers: [[Int]: Int] = [:]
    let entry = { (i: Int, j: Int) -> Int? in
      i < rows
        ? (j < columns ? table.cells[i][j] : table.rowTotals[i])
        : (j < columns ? table.columnTotals[j] : table.total)
    }
    for i in 0...rows {
      for j in 0...columns where entry(i, j) == nil { numbers[[i, j]] = numbers.count }
    }
    var equations: [[Double]] = []
    let line = { (places: [[Int]]) -> [Double] in
      var row = [Double](repeating: 0, count: numbers.count)
      for (index, place) in places.enumerated() {
        if let number = numbers[place] { row[number] = index == places.count - 1 ? -1 : 1 }
      }
      return row
    }
    for i in 0...rows { equations.append(line((0...columns).map { [i, $0] })) }
    for j in 0...columns { equations.append(line((0...rows).map { [$0, j] })) }
    return lonelyPivots(&equations, numbers.count)
  }

  private func lonelyPivots(_ equations: inout [[Double]], _ width: Int) -> Int {
    var used = 0
    for column in 0..<width {
      guard let pivot = (used..<equations.count).first(where: { abs(equations[$0][column]) > 1e-9 })
      else { continue }
      equations.swapAt(used, pivot)
      let scale = equations[used][column]
      equations[used] = equations[used].map { $0 / scale }
      for row in equations.indices where row != used && equations[row][column] != 0 {
        let factor = equations[row][column]
        for k in 0..<width { equations[row][k] -= factor * equations[used][k] }
      }
      used += 1
    }
    return equations.prefix(used).filter { row in
      row.filter { abs($0) > 1e-9 }.count == 1
    }.count
  }

  @Test func noSuppressedEntryOfRandomTablesCanBeFoundOut() {
    var generator = SeededGenerator(state: 99)
    var complementary = 0
    for _ in 0..<1500 {
      let rows = Int.random(in: 1...6, using: &generator)
      let columns = Int.random(in: 1...6, using: &generator)
      let top = [3, 15, 40, 400][Int.random(in: 0...3, using: &generator)]
      let counts = (0..<rows).map { _ in
        (0..<columns).map { _ in Int.random(in: 0...top, using: &generator) }
      }
      let table = SuppressedTable(counts: counts)
      #expect(recovered(table) == 0, "\(counts)")
      complementary += table.complementary
      for (row, line) in counts.enumerated() {
        for (column, count) in line.enumerated() {
          if let shown = table.cells[row][column] {
            #expect(shown == count && (count == 0 || count >= 11))
          }
        }
        guard let total = table.rowTotals[row] else { continue }
        #expect(total == line.reduce(0, +) && total >= 11)
        let hidden = line.indices.filter { table.cells[row][$0] == nil }
        let sum = hidden.reduce(0) { $0 + line[$1] }
        #expect(hidden.isEmpty || sum >= 11, "\(counts)")
      }
    }
    #expect(complementary > 1000)
  }

  @Test func aSingleSmallCellTakesThreeOthersWithIt() {
    let table = SuppressedTable(counts: [[5, 100, 200], [30, 40, 500], [60, 70, 80]])
    #expect(table.cells[0][0] == nil && table.primary == 1)
    #expect(table.complementary == 3)
    #expect(table.cells[0][1] == nil && table.cells[1][0] == nil && table.cells[1][1] == nil)
    #expect(table.rowTotals == [305, 570, 210] && table.total == 1085)
    // Leaving the complement out would give the cell away.
    #expect(recovered(table) == 0)
  }

  @Test func largeTablesAreShownWhole() {
    let counts = [[11, 25], [300, 0]]
    let table = SuppressedTable(counts: counts)
    #expect(table.cells == counts.map { $0.map { Optional($0) } })
    #expect(table.primary == 0 && table.complementary == 0 && table.total == 336)
  }

  @Test func smallRowsHideTheirZerosAndTheirTotal() {
    let table = SuppressedTable(counts: [[0, 4, 0], [100, 200, 300], [80, 90, 70]])
    #expect(table.cells[0].allSatisfy { $0 == nil } && table.rowTotals[0] == nil)
    #expect(recovered(table) == 0)
  }

  @Test func tablesWithoutRowsOrColumnsAreHandled() {
    #expect(SuppressedTable(counts: []).total == nil)
    let one = SuppressedTable(counts: [[3]])
    #expect(one.cells == [[nil]] && one.total == nil)
    #expect(SuppressedTable(counts: [[30]]).total == 30)
  }

  @Test func aThresholdOfOneHidesNothing() {
    let table = SuppressedTable(counts: [[1, 2], [3, 0]], threshold: 1)
    #expect(table.primary == 0 && table.complementary == 0)
  }
}
