/// What goes wrong with the name of a row, for bookings and records alike.
struct NameFaults<Column: TableColumn>: Sendable {
  let last: Column
  let first: Column
  let middle: Column
  let steps: Steps

  /// The steps of a table.
  struct Steps: Sendable {
    let firstOnly: CorruptionStep
    let secondOnly: CorruptionStep
    let hyphenated: CorruptionStep
    let particleMoved: CorruptionStep
    let orderTurned: CorruptionStep
    let romanized: CorruptionStep
    let swapped: CorruptionStep
    let lastTypo: CorruptionStep
    let firstTypo: CorruptionStep
    let middleMissing: CorruptionStep
    let middleInitial: CorruptionStep
  }

  /// Changes the cells of a name.
  func apply(
    _ name: TrueName, of group: NameOriginGroup, to row: inout RowDraft,
    _ corruptor: inout RowCorruptor, _ draw: inout Draw
  ) {
    handle(name, &row, &corruptor, &draw)
    if name.script != .latin || name.order == .familyFirst,
      corruptor.takes(steps.romanized, &draw)
    {
      let column = draw.happens(0.5) ? last : first
      row.change(column, by: RomanizationVariant(.standard, group: group), &draw)
    }
    changeMiddle(&row, &corruptor, &draw)
    if corruptor.takes(steps.lastTypo, &draw) { LetterSlips.slip(last, &row, &draw) }
    if corruptor.takes(steps.firstTypo, &draw) { LetterSlips.slip(first, &row, &draw) }
    if corruptor.takes(steps.swapped, &draw) {
      let (lastName, firstName) = (row[last], row[first])
      row.change(last, to: firstName, by: "name_swapped")
      row.change(first, to: lastName, by: "name_swapped")
    }
  }

  /// Writes the name in the style of a less careful clerk.
  private func handle(
    _ name: TrueName, _ row: inout RowDraft, _ corruptor: inout RowCorruptor, _ draw: inout Draw
  ) {
    if !name.secondSurname.isEmpty {
      let choice = surnameHandling(&corruptor, &draw)
      rewrite(name, NameStyle(doubleSurname: choice.style), choice.name, &row)
    } else if !name.particle.isEmpty, corruptor.takes(steps.particleMoved, &draw) {
      rewrite(name, NameStyle(particle: .behindGivenName), "particle_moved", &row)
    }
    if name.order == .familyFirst, !name.surname.isEmpty,
      corruptor.takes(steps.orderTurned, &draw)
    {
      rewrite(name, NameStyle(flipsFamilyFirst: true), "name_order_turned", &row)
    }
  }

  /// The handlings exclude each other; their rates are shares of all double surnames.
  private func surnameHandling(
    _ corruptor: inout RowCorruptor, _ draw: inout Draw
  ) -> (style: NameStyle.DoubleSurname, name: String) {
    switch corruptor.takesOne(of: [steps.firstOnly, steps.secondOnly, steps.hyphenated], &draw) {
    case 0: (.firstOnly, "surname_first_only")
    case 1: (.secondAsLast, "surname_second_as_last")
    case 2: (.hyphenated, "surname_hyphenated")
    default: (.both, "")
    }
  }

  private func rewrite(
    _ name: TrueName, _ style: NameStyle, _ operatorName: String, _ row: inout RowDraft
  ) {
    guard !operatorName.isEmpty else { return }
    let written = NameWriting.written(name, as: style)
    row.change(last, to: written.last, by: operatorName)
    row.change(first, to: written.first, by: operatorName)
    row.change(middle, to: written.middle, by: operatorName)
  }

  private func changeMiddle(
    _ row: inout RowDraft, _ corruptor: inout RowCorruptor, _ draw: inout Draw
  ) {
    guard !row[middle].isEmpty, !corruptor.empties(middle, steps.middleMissing, &row, &draw)
    else { return }
    if corruptor.takes(steps.middleInitial, &draw), let initial = row[middle].first {
      row.change(middle, to: String(initial), by: "initial")
    }
  }
}
