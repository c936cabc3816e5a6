import ScrupleStatistics

// What may be shown of small groups. The totals of a dimension are taken to be known, since the
// figures over all persons stand elsewhere in the report.

extension SubgroupRates {
  /// The same rates without those from which a small count could be found out.
  ///
  /// **Shape**: same rows. In a dimension each count below the threshold goes, zeros of small
  /// groups too, then as many others as protect them. With a count its rate, its comparisons and
  /// those with it go. Figures by strata and weights always go.
  static func forPublication(_ rows: [SubgroupRates], threshold: Int) -> [SubgroupRates] {
    var columns: [String] = []
    for row in rows where !columns.contains(row.column) { columns.append(row.column) }
    return columns.flatMap { column in
      published(rows.filter { $0.column == column }, threshold: threshold)
    }
  }

  private static func published(_ rows: [SubgroupRates], threshold: Int) -> [SubgroupRates] {
    let sizes = rows.map { $0.persons ?? 0 }
    let pairs = SuppressedTable(
      counts: rows.map { cells($0, "fpir") + cells($0, "fnir") }, threshold: threshold)
    let citizens = SuppressedTable(
      counts: zip(rows, sizes).map { row, size in
        let own = cells(row, "citizenFlagRate")
        return own + [size - own[0] - own[1]]
      }, threshold: threshold)
    let flags = SuppressedTable(
      counts: rows.map { cells($0, "wrongFlagRate") }, threshold: threshold)
    // Both tables have the persons of a group as a total: what one hides goes from both.
    let hidden = hiddenTotals(sizes, [pairs, citizens], threshold)
    let shown = rows.indices.map { row -> Set<String> in
      var names: Set<String> = []
      if isShown(flags, row, 0..<2) { names.insert("wrongFlagRate") }
      guard !hidden.contains(row) else { return names }
      if isShown(pairs, row, 0..<2) { names.insert("fpir") }
      if isShown(pairs, row, 2..<4) { names.insert("fnir") }
      if isShown(citizens, row, 0..<2) { names.insert("citizenFlagRate") }
      return names
    }
    let reference = rows.firstIndex(where: \.isReference).map { shown[$0] } ?? []
    return rows.indices.map { index in
      var row = rows[index]
      row.suppressed = row.rates.map(\.name).filter { !shown[index].contains($0) }
      if hidden.contains(index) {
        row.persons = nil
        row.suppressed.append("persons")
      }
      row.rates = row.rates.filter { shown[index].contains($0.name) }
      row.comparisons = row.comparisons.filter {
        shown[index].contains($0.name) && reference.contains($0.name)
      }.map(\.withoutStrata)
      row.besideBestOff = row.besideBestOff.filter { entry in
        guard let best = rows.firstIndex(where: { $0.value == entry.bestOff }) else { return false }
        return shown[index].contains(entry.name) && shown[best].contains(entry.name)
      }
      row.weightForReferenceFpir = nil
      return row
    }
  }

  /// Those who count, and the rest.
  private static func cells(_ row: SubgroupRates, _ name: String) -> [Int] {
    row.rate(name).map { [$0.count, $0.total - $0.count] } ?? [0, 0]
  }

  /// Whether entries are shown. Where protection needed a total over all groups, which is known
  /// from elsewhere, nothing of the table is.
  private static func isShown(_ table: SuppressedTable, _ row: Int, _ columns: Range<Int>) -> Bool {
    guard table.total != nil, table.columnTotals.allSatisfy({ $0 != nil }) else { return false }
    return columns.allSatisfy { table.cells[row][$0] != nil }
  }

  /// The groups whose size is hidden: none, or several that have the threshold together.
  private static func hiddenTotals(
    _ sizes: [Int], _ tables: [SuppressedTable], _ threshold: Int
  ) -> Set<Int> {
    var hidden = Set(
      sizes.indices.filter { row in tables.contains { $0.rowTotals[row] == nil } })
    while !hidden.isEmpty,
      hidden.count < 2 || hidden.reduce(0, { $0 + sizes[$1] }) < threshold
    {
      let others = sizes.indices.filter { !hidden.contains($0) }
      guard let next = others.min(by: { sizes[$0] < sizes[$1] }) else { break }
      hidden.insert(next)
    }
    return hidden
  }
}

extension SubgroupComparison {
  /// The comparison without figures that depend on counts in strata.
  var withoutStrata: SubgroupComparison {
    var copy = self
    copy.standardized = nil
    return copy
  }
}
