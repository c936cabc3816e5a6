import Testing

@testable import ScrupleGroundTruth

@Suite struct GroundTruthLoadingTests {
  private let left: [String: Int32] = ["a": 0, "b": 1, "c": 2]
  private let right: [String: Int32] = ["x": 0, "y": 1]

  @Test func pairsCountUnknownIdsAndRepeats() throws {
    let loaded = try GroundTruth.loading(
      pairs: ["a", "a", "b", "q", "c"], ["x", "x", "y", "x", "z"], leftCount: 3, rightCount: 2,
      leftRow: { left[$0] }, rightRow: { right[$0] })
    #expect(loaded.truth.truePairCount == 2)
    #expect(loaded.tally.rows == 5 && loaded.tally.repeated == 1)
    #expect(loaded.tally.unknownLeft == 1 && loaded.tally.unknownRight == 1)
    #expect(loaded.truth.isMatch(left: 1, right: 1))
  }

  @Test func idsMayBeBytes() throws {
    let rows: [[UInt8]: Int32] = [[65]: 0]
    let loaded = try GroundTruth.loading(
      pairs: [[65]], [[65]], leftCount: 1, rightCount: 1, leftRow: { rows[$0] },
      rightRow: { rows[$0] })
    #expect(loaded.truth.truePairCount == 1)
  }

  @Test func columnsOfEntitiesLeaveEmptyCellsUnlabelled() {
    let loaded = GroundTruth.loading(
      leftColumn: ["p", "", "q"], rightColumn: ["q", "q", "", "r"], isMissing: \.isEmpty)
    #expect(loaded.truth.truePairCount == 2)
    #expect(loaded.tally.unlabelledLeft == 1 && loaded.tally.unlabelledRight == 1)
    #expect(loaded.tally.rows == 7)
  }

  private func key(
    _ sources: [String], _ ids: [String], _ entities: [String]
  ) throws(GroundTruthError) -> LoadedTruth {
    try GroundTruth.loading(
      keySources: sources, recordIDs: ids, entities: entities, leftCount: 3, rightCount: 2,
      isMissing: \.isEmpty,
      side: { $0 == "L" ? .left : $0 == "R" ? .right : nil },
      leftRow: { left[$0] }, rightRow: { right[$0] })
  }

  @Test func keyFilesCountEverythingThatLabelsNothing() throws {
    let loaded = try key(
      ["L", "L", "R", "R", "R", "elsewhere", "L", "L"],
      ["a", "b", "x", "x", "unknown", "x", "unknown", "c"],
      ["p", "p", "p", "p", "p", "p", "p", ""])
    #expect(loaded.truth.truePairCount == 2)
    let tally = loaded.tally
    #expect(tally.rows == 8 && tally.repeated == 1 && tally.unknownSource == 1)
    #expect(tally.unknownLeft == 1 && tally.unknownRight == 1)
    #expect(tally.unlabelledLeft == 1 && tally.unlabelledRight == 1)
  }

  @Test func aRecordOfTwoEntitiesIsRefusedByItsRow() {
    #expect(throws: GroundTruthError.conflictingEntity(row: 2)) {
      try key(["L", "L"], ["a", "a"], ["p", "q"])
    }
  }

  @Test func rowsThatNameNoKnownRecordAreRefused() {
    #expect(throws: GroundTruthError.noKnownRecord(rows: 2)) {
      try key(["L", "R"], ["1", "2"], ["p", "q"])
    }
    #expect(throws: GroundTruthError.noKnownRecord(rows: 1)) {
      try GroundTruth.loading(
        pairs: ["1"], ["2"], leftCount: 3, rightCount: 2, leftRow: { left[$0] },
        rightRow: { right[$0] })
    }
  }

  @Test func columnsOfDifferentLengthsAreRefused() {
    #expect(throws: GroundTruthError.columnLengthsDiffer(first: 1, second: 2)) {
      try key(["L"], ["a", "b"], ["p", "q"])
    }
  }

  @Test func messagesCarryPlacesAndNoContent() {
    #expect(GroundTruthError.conflictingEntity(row: 2).description.contains("Row 2"))
    #expect(GroundTruthError.noKnownRecord(rows: 7).description.contains("7 rows"))
    let lengths = GroundTruthError.columnLengthsDiffer(first: 1, second: 2)
    #expect(lengths.description.contains("1 and 2"))
  }
}
