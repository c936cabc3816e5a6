import ScrupleRecords
import Testing

@testable import Scruple

@Suite struct RecordIdsTests {
  private func column(_ texts: [String]) -> TextColumn {
    var dictionary = ValueDictionary()
    let codes = texts.map { text in
      Array(text.utf8).withUnsafeBufferPointer { dictionary.code(of: $0) }
    }
    return TextColumn(name: "id", dictionary: dictionary, codes: codes)
  }

  @Test func aRecordIsFoundByItsIdAndNoOther() {
    let texts = (0..<500).map { "R\($0 * 7 % 500)" }
    let ids = column(texts)
    let table = RecordTable(source: "t", columns: [ids], rowCount: texts.count)
    let found = RecordIds(table: table, column: ids)
    for (row, text) in texts.enumerated() { #expect(found.position(of: text) == Int32(row)) }
    #expect(found.position(of: "R500") == nil && found.position(of: "") == nil)
    let asked = column(["R499", "nobody", "", "R0"])
    let positions = found.positions(in: asked)
    #expect(
      asked.codes.map { positions[Int($0)] }
        == [Int32(texts.firstIndex(of: "R499") ?? -1), -1, -1, 0])
  }

  @Test func rowNumbersAreFoundWithAndWithoutZeros() {
    let table = RecordTable(source: "t", columns: [column(["a", "b", "c"])], rowCount: 3)
    let found = RecordIds(table: table, column: nil)
    #expect(found.position(of: "1") == 0 && found.position(of: "003") == 2)
    #expect(found.position(of: "4") == nil && found.position(of: "0") == nil)
    let asked = column(["2", "x", "02"])
    #expect(asked.codes.map { found.positions(in: asked)[Int($0)] } == [1, -1, 1])
  }
}
