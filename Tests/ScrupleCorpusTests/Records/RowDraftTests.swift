import Testing

@testable import ScrupleCorpus

@Suite struct RowDraftTests {
  private func row(_ last: String, _ first: String) -> RowDraft {
    var row = RowDraft(columnCount: BookingColumn.allCases.count)
    row.writeBooking(last, .lastName)
    row.writeBooking(first, .firstName)
    row.finishClean()
    return row
  }

  @Test func theLogGivesTheCleanRowBack() {
    var draw = Draw(seed: 3, for: .bookingCorruption, index: 1)
    for _ in 0..<500 {
      var row = row("GARCIA LOPEZ", "JOSE")
      let clean = row.cells
      for _ in 0..<draw.below(6) {
        row.change(
          place: draw.below(4), to: draw.element(of: ["A", "B", "GARCIA LOPEZ", ""]), by: "x")
      }
      row.settle()
      #expect(row.isAccountedFor)
      #expect(RowDraft.cleanCells(of: row.cells, undoing: row.changes) == clean)
      for change in row.changes { #expect(row.cells[change.place] != clean[change.place]) }
    }
  }

  @Test func aChangeToTheSameValueIsNotLogged() {
    var row = row("SMITH", "JOHN")
    row.change(BookingColumn.lastName, to: "SMITH", by: "x")
    #expect(row.changes.isEmpty)
  }

  @Test func aRowWithAnotherLogIsRefused() {
    let change = CellChange(place: 1, clean: "A", dirty: "B", operatorName: "x")
    #expect(RowDraft.cleanCells(of: ["", "C"], undoing: [change]) == nil)
  }

  @Test func columnNamesAreThoseOfTheFiles() {
    #expect(BookingColumn.names.first == "booking_id")
    #expect(BookingColumn.names.contains("fp_transaction_id"))
    #expect(RecordColumn.names.contains("a_number"))
    #expect(RecordColumn.names.contains("i94_number"))
    #expect(BookingColumn.names.count == 33)
    #expect(RecordColumn.names.count == 30)
  }
}
