/// Takes steps on rows: draws whether each happens, counts it, and changes cells.
struct RowCorruptor {
  let plan: CorruptionPlan
  private(set) var tally = CorruptionTally()
  /// Of the row at hand.
  private var group = NameOriginGroup.anglo
  private var system: SourceSystem?

  init(plan: CorruptionPlan) { self.plan = plan }

  /// Turns to a row of a group and a source system; nil for bookings.
  mutating func begin(_ group: NameOriginGroup, _ system: SourceSystem?) {
    self.group = group
    self.system = system
  }

  /// Whether a step is taken.
  mutating func takes(_ step: CorruptionStep, _ draw: inout Draw) -> Bool {
    let rate = plan.rate(step, group, system)
    let isTaken = draw.happens(rate)
    tally.count(step, rate: rate, isTaken: isTaken)
    return isTaken
  }

  /// Which of several steps that exclude each other is taken; nil for none.
  mutating func takesOne(of steps: [CorruptionStep], _ draw: inout Draw) -> Int? {
    var rest = draw.unit()
    var taken: Int?
    for (place, step) in steps.enumerated() {
      let rate = plan.rate(step, group, system)
      let isTaken = taken == nil && rest >= 0 && rest < rate
      tally.count(step, rate: rate, isTaken: isTaken)
      if isTaken { taken = place }
      rest -= rate
    }
    return taken
  }

  /// Empties a cell, where the step is taken and the cell holds something.
  ///
  /// - Returns: true where the cell is empty now.
  mutating func empties<Column: TableColumn>(
    _ column: Column, _ step: CorruptionStep, _ row: inout RowDraft, _ draw: inout Draw
  ) -> Bool {
    guard !row[column].isEmpty else { return true }
    guard takes(step, &draw) else { return false }
    row.change(column, to: "", by: "missing")
    return true
  }
}
