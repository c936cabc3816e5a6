import Scruple
import ScrupleNormalization
import ScrupleRecords
import Testing

@testable import ScrupleCLI

/// What `init` does: guess, write, read again.
@Suite struct InferredSpecificationTests {
  private func table(_ text: String) -> RecordTable {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let columns = lines[0].indices.map { index in
      var dictionary = ValueDictionary()
      let codes = lines.dropFirst().map { row in
        Array(row[index].utf8).withUnsafeBufferPointer { dictionary.code(of: $0) }
      }
      return TextColumn(name: lines[0][index], dictionary: dictionary, codes: codes)
    }
    return RecordTable(source: "inline", columns: columns, rowCount: lines.count - 1)
  }

  @Test func aGuessIsWrittenAndReadWithoutChange() throws {
    let left = table(
      """
      rec_id,First Name,last-name,geb,A#,race,cluster,aliases
      1,Ana,Bo|Bos,1980-01-02,A12345678,White,7,x
      2,Eva,Li,1981-01-02,A12345679,Black,7,y
      """)
    let right = table("nombre,apellido,dl_number,dob\nAna,Bo,D1234,2/1/1980\nEva,Li,D1235,2/1/1981")
    let pair = SchemaInference.infer(left: left, right: right)
    let specification = LinkageSpecification(
      left: SourceSpecification(mapping: pair.left.mapping, idColumn: pair.left.idColumn),
      right: SourceSpecification(mapping: pair.right.mapping, idColumn: pair.right.idColumn))
    let text = SpecificationFile.text(
      of: specification, left: pair.left.decisions, right: pair.right.decisions)
    let file = try SpecificationFile(reading: text, format: .toml)
    #expect(file.specification == specification)
    try file.validate(
      leftColumns: left.columns.map(\.name), rightColumns: right.columns.map(\.name))
    #expect(text.contains("\nlast-name = { role = \"surname\", separator = \"|\" }\n"))
    #expect(text.contains("\ndl_number = { role = \"identifier\", label = \"driver-license\" }\n"))
    #expect(text.contains("\n# cluster = \"ignore\"  # may carry the truth"))
    #expect(!text.contains("Ana") && !text.contains("A12345678"))
  }
}
