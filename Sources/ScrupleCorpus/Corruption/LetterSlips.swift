/// Slips of keyboard, eye and ear, of which one is drawn for a value.
enum LetterSlips {
  /// Common slips stand more than once.
  private static let all: [any CorruptionOperator] = [
    KeyboardNeighbor(), KeyboardNeighbor(), AdjacentTransposition(), AdjacentTransposition(),
    LetterDeletion(), LetterDeletion(), LetterInsertion(), DoubledLetter(), UndoubledLetter(),
    PhoneticRespelling(), PhoneticRespelling(), PhoneticRespelling(), OpticalConfusion(),
  ]

  /// Changes a cell by one slip; the next is tried where one cannot apply.
  static func slip<Column: TableColumn>(
    _ column: Column, _ row: inout RowDraft, _ draw: inout Draw
  ) {
    for _ in 0..<4 {
      let slip = draw.element(of: all)
      if let wrong = slip.apply(to: row[column], draw: &draw) {
        row.change(column, to: wrong, by: slip.name)
        return
      }
    }
  }
}

extension RowDraft {
  /// Changes a cell by an operator, where that can apply.
  mutating func change<Column: TableColumn>(
    _ column: Column, by slip: some CorruptionOperator, _ draw: inout Draw
  ) {
    if let wrong = slip.apply(to: self[column], draw: &draw) {
      change(column, to: wrong, by: slip.name)
    }
  }
}
