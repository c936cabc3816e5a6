import ScrupleMadeUpRecords
import ScrupleRecords
import Testing

struct RecordTableTests {
  private let table = RecordTable(
    ["id", "name", "note"],
    [["1", "ann", ""], ["2", "bob", ""], ["3", "ann", ""], ["4", "", ""]])

  @Test func columnsAreFoundByTheirExactName() {
    #expect(table.column(named: "name")?.cells == ["ann", "bob", "ann", ""])
    #expect(table.column(named: "Name") == nil)
    #expect(table.column(named: "") == nil)
  }

  @Test func theFirstOfTwoColumnsWithOneNameIsFound() {
    let twice = RecordTable(["x", "x"], [["first", "second"]])
    #expect(twice.column(named: "x")?.cells == ["first"])
  }

  @Test func completenessIsTheShareOfCellsThatAreNotMissing() {
    #expect(table.columns.map(\.completeness) == [1, 0.75, 0])
  }

  @Test func noRowsAreComplete() {
    let empty = RecordTable(["id"], [])
    #expect(empty.rowCount == 0)
    #expect(empty.columns[0].completeness == 1)
    #expect(empty.columns[0].occurrences() == [0])
  }

  @Test func occurrencesCountEveryRowOnce() {
    var dice = Dice(seed: 4)
    let cells = (0..<1_000).map { _ in dice.word("ab", 0...3) }
    let column = TextColumn("x", cells)
    let counts = column.occurrences()
    #expect(counts.count == column.dictionary.count)
    #expect(counts.reduce(0, +) == 1_000)
    for (code, count) in counts.enumerated() {
      let text = column.dictionary.text(of: UInt32(code))
      #expect(count == cells.count { $0 == text })
    }
  }

  @Test func codesFollowTheFirstAppearance() {
    #expect(table.columns[1].codes == [1, 2, 1, 0])
  }
}
