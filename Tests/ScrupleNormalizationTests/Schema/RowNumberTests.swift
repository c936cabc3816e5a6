import ScrupleRecords
import Testing

@testable import ScrupleNormalization

/// Running numbers name rows only where nothing else does.
struct RowNumberTests {
  static let names = [
    "row_no", "record_no", "lfd_nr", "rec_no", "row", "rownum", "row_number", "record_number",
    "index", "idx", "seq", "serial_number", "Satznummer", "key",
  ]

  private func id(_ columns: [(String, [String])]) -> String? {
    SchemaInference.infer(
      SchemaTables.table(columns + [("last_name", ["Bo", "Li", "Wu"])])
    ).idColumn
  }

  @Test(arguments: names)
  func aRunningNumberIsTheLastChoice(name: String) {
    #expect(ColumnName(name).meaning?.meaning == .rowID(rank: 5))
    #expect(id([(name, ["1", "2", "3"])]) == name)
  }

  @Test(
    arguments: ["id", "rec_id", "person_id", "booking_number", "docket_number", "applicant_ref_id"])
  func anyOtherUniqueColumnGoesBeforeIt(other: String) throws {
    let numbers = ["1", "2", "3"]
    let others = ["B7", "A9", "C1"]
    for name in Self.names {
      #expect(id([(name, numbers), (other, others)]) == other, "\(name)")
      #expect(id([(other, others), (name, numbers)]) == other, "\(name)")
    }
    let result = SchemaInference.infer(
      SchemaTables.table([("row_no", numbers), (other, others)]))
    #expect(try #require(result.decision(for: "row_no")).role == .ignore)
    #expect(result.mapping.columns(with: .id).map(\.column) == [other])
  }

  @Test func whereTheOtherColumnRepeatsTheRunningNumberIsTheId() {
    #expect(id([("booking_id", ["7", "7", "8"]), ("row_no", ["1", "2", "3"])]) == "row_no")
    #expect(id([("booking_id", ["7", "", "8"]), ("row_no", ["1", "2", "3"])]) == "row_no")
    #expect(id([("booking_id", ["7", "", "8"]), ("row_no", ["1", "1", "3"])]) == nil)
  }

  @Test func aRunningNumberIsAnIdOfMediumConfidence() throws {
    let alone = SchemaInference.infer(
      SchemaTables.table([("lfd_nr", ["1", "2"]), ("last_name", ["Bo", "Li"])]))
    #expect(try #require(alone.decision(for: "lfd_nr")).confidence == .medium)
    let better = SchemaInference.infer(
      SchemaTables.table([("rec_id", ["1", "2"]), ("last_name", ["Bo", "Li"])]))
    #expect(try #require(better.decision(for: "rec_id")).confidence == .high)
  }
}
