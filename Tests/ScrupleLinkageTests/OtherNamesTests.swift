import ScrupleExecution
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring
import Testing

@testable import Scruple

@Suite struct OtherNamesTests {
  private func column(_ name: String, _ cells: [String]) -> TextColumn {
    var dictionary = ValueDictionary()
    let codes = cells.map { cell in
      Array(cell.utf8).withUnsafeBufferPointer { dictionary.code(of: $0) }
    }
    return TextColumn(name: name, dictionary: dictionary, codes: codes)
  }

  private func texts(_ table: RecordTable?, _ name: String) -> [String]? {
    table?.column(named: name).map { column in
      column.codes.map { column.dictionary.text(of: $0) }
    }
  }

  @Test func onlyTheFirstNameAndBirthDateStay() {
    let table = RecordTable(
      source: "t",
      columns: [
        column("last", ["Diaz;Lopez", "Kim"]), column("maiden", ["Ruiz", ""]),
        column("aka", ["Diaz, Ana;Lopez, Ana", ""]), column("born", ["1980-01-02", "1990-03-04"]),
        column("also_born", ["1981-01-02", ""]), column("city", ["A;B", "C"]),
      ], rowCount: 2)
    let mapping = SourceMapping(columns: [
      ColumnMapping(column: "last", role: .surname, separator: ";"),
      ColumnMapping(column: "maiden", role: .surname),
      ColumnMapping(column: "aka", role: .fullName, separator: ";"),
      ColumnMapping(column: "born", role: .birthDate),
      ColumnMapping(column: "also_born", role: .birthDate),
      ColumnMapping(column: "city", role: .city, separator: ";"),
    ])
    let kept = table.withoutOtherNames(mapping)
    #expect(texts(kept, "last") == ["Diaz", "Kim"])
    #expect(texts(kept, "maiden") == ["", ""] && texts(kept, "aka") == ["", ""])
    #expect(texts(kept, "born") == ["1980-01-02", "1990-03-04"])
    #expect(texts(kept, "also_born") == ["", ""])
    #expect(texts(kept, "city") == ["A;B", "C"], "places are no names")
    #expect(kept?.withoutOtherNames(mapping) == nil, "nothing is left to take away")
  }

  @Test func aTableWithReplacedCellsIsThatOfAFileReadSo() {
    let table = RecordTable(
      source: "t", columns: [column("a", ["x", "y", "x"]), column("b", ["1", "", "2"])], rowCount: 3
    )
    let cells = [
      CellRepair(position: 0, column: "a", value: ""),
      CellRepair(position: 2, column: "b", value: "3"),
      CellRepair(position: 1, column: "elsewhere", value: "z"),
    ]
    let changed = table.replacing(cells, rows: [2, 0, 1])
    let expected = [column("a", ["x", "y", ""]), column("b", ["1", "3", "2"])]
    for (one, other) in zip(changed.columns, expected) {
      #expect(one.codes == other.codes && one.dictionary.count == other.dictionary.count)
      for code in 0..<UInt32(one.dictionary.count) {
        #expect(one.dictionary.bytes(of: code) == other.dictionary.bytes(of: code))
      }
    }
  }

  @Test func frequenciesAreAddedOnlyWhereThereAreNone() throws {
    let run = try MadeUpRun.result.get()
    func repeated(_ model: FellegiSunterModel) -> RepeatedRun {
      RepeatedRun(
        specification: run.prepared.specification, model: model, options: LinkageOptions())
    }
    #expect(repeated(run.model).modelWithFrequencies == nil, "they are part of the run")
    var bare = run.model
    for index in bare.comparisons.indices { bare.comparisons[index].termFrequency = nil }
    let filled = try #require(repeated(bare).modelWithFrequencies)
    let names = filled.comparisons.filter { $0.termFrequency != nil }.map(\.name)
    #expect(names == ["given-name", "surname"])
  }

  @Test func aRunRepeatedAsItWasGivesItsLinks() throws {
    let run = try MadeUpRun.blockedResult.get()
    let people = MadeUpRun.people
    for threads in [1, 2] {
      let again = try RepeatedRun(
        specification: run.prepared.specification, model: run.model,
        options: MadeUpRun.options(threads)
      ).linked(left: people.left, right: people.right)
      #expect(again.links.map(\.left) == run.links.map(\.left))
      #expect(again.links.map(\.right) == run.links.map(\.right))
      #expect(again.links.map(\.decision) == run.links.map(\.decision))
    }
  }
}
