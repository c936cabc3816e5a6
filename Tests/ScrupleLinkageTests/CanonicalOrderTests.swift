import ScrupleMadeUpRecords
import ScrupleRecords
import Testing

@testable import Scruple

private func table(_ ids: [String]) -> RecordTable {
  RecordTable(["name", "id"], ids.map { ["x", $0] }, source: "left.csv")
}

extension CanonicalOrder {
  fileprivate var ids: [String] { rows.indices.map { id(at: $0) } }
}

struct CanonicalOrderTests {
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func recordsStandInTheBytewiseOrderOfTheirIds(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var ids = Set<String>()
    // Many share their first eight bytes, where the sort key ends.
    while ids.count < 300 {
      ids.insert(dice.word("ab", 0...10) + dice.pick(["", "é", "~", "0", "A", "\u{1F600}"]))
      ids.insert("abababab" + dice.word("ab\u{0}", 0...3))
    }
    ids.remove("")
    let shuffled = ids.sorted().shuffled(using: &dice)
    let order = try CanonicalOrder(table: table(shuffled), idColumn: "id")
    let expected = shuffled.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(order.ids == expected)
    #expect(order.rows.map { shuffled[Int($0)] } == expected)
    #expect(Set(order.rows).count == shuffled.count)
    // Ids that come in order take a shorter way to the same rows.
    let sorted = try CanonicalOrder(table: table(expected), idColumn: "id")
    #expect(sorted.rows == (0..<UInt32(expected.count)).map { $0 })
    #expect(sorted.ids == expected)
  }

  @Test func anEmptyIdIsAnErrorWithItsRow() {
    #expect(throws: LinkageError.emptyId(source: "left.csv", column: "id", row: 2)) {
      try CanonicalOrder(table: table(["a", "b", "", "c", ""]), idColumn: "id")
    }
  }

  @Test func aRepeatedIdIsAnErrorWithBothRows() {
    #expect(
      throws: LinkageError.duplicateId(source: "left.csv", column: "id", firstRow: 1, row: 3)
    ) { try CanonicalOrder(table: table(["a", "b", "c", "b", "a"]), idColumn: "id") }
  }

  @Test func anIdColumnThatIsNotThereIsNamed() {
    #expect(
      throws: LinkageError.missingColumn("ID", source: "left.csv", known: ["name", "id"])
    ) { try CanonicalOrder(table: table(["a"]), idColumn: "ID") }
  }

  @Test func withoutAnIdColumnRowNumbersOfOneWidthAreIds() throws {
    let order = try CanonicalOrder(table: table([String](repeating: "", count: 12)), idColumn: nil)
    #expect(order.ids == ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"])
    #expect(order.ids == order.ids.sorted())
    #expect(try CanonicalOrder(table: table([]), idColumn: nil).ids.isEmpty)
    #expect(try CanonicalOrder(table: table([]), idColumn: "id").ids.isEmpty)
  }
}
