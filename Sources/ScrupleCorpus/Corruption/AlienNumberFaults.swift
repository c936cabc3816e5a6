/// What goes wrong with an A-number in a cell.
struct AlienNumberFaults<Column: TableColumn> {
  let column: Column
  let other: CorruptionStep
  let typo: CorruptionStep
  let zeroLoss: CorruptionStep

  /// Changes the cell, which is not empty.
  func apply(
    _ person: Person, to row: inout RowDraft, _ world: WorldSource,
    _ corruptor: inout RowCorruptor, _ draw: inout Draw
  ) {
    if corruptor.takes(other, &draw) {
      let stranger = world.stranger(to: person.household, draw: &draw)
      if let number = stranger?.identifiers.alienNumbers.first {
        row.change(column, to: number.digits, by: "other_persons_number")
      }
    }
    if corruptor.takes(typo, &draw),
      let wrong = NumberSlips.digitOff(row[column], keeping: 1, draw: &draw)
    {
      row.change(column, to: wrong, by: "digit_off")
    }
    if corruptor.takes(zeroLoss, &draw) {
      row.change(
        column, to: NumberSlips.leadingDigitLost(row[column]), by: "leading_digit_lost")
    }
  }
}
