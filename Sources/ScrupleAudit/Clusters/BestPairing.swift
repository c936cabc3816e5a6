import ScrupleDecision

/// The best one-to-one pairings of entities and persons, for CEAF (Luo 2005).
///
/// Entities and persons that share no record, not even through a chain of others, are paired apart,
/// so that the cost is that of the largest tangle and not of the whole.
struct BestPairing {
  /// The greatest sum of 2 x shared / (entity + person).
  var relativeOverlap: Double { Double(scaledOverlap) / Self.scale }
  /// The greatest number of records shared by paired entities and persons.
  private(set) var records = 0

  /// Tangles with more entities or persons than this are not solved: the cost grows as its cube.
  static let sizeLimit = 600
  /// Relative overlaps are whole multiples of this part of one, so that equally good pairings give
  /// the same sum.
  private static let scale = 0x1p40
  private var scaledOverlap: Int64 = 0

  /// Solves the pairings; nil when a tangle exceeds `sizeLimit`.
  init?(_ overlaps: EntityOverlaps) {
    let entityCount = overlaps.entitySizes.count
    let tangles = Clusters(
      recordCount: entityCount + overlaps.personSizes.count,
      links: overlaps.cells.lazy.map { (Int32($0.entity), Int32($0.person + entityCount)) })
    var sizes = [Int32](repeating: 0, count: tangles.entities.count)
    for cell in overlaps.cells { sizes[Int(tangles.entities[cell.entity])] += 1 }
    let isAlone = { (cell: EntityOverlaps.Cell) in sizes[Int(tangles.entities[cell.entity])] == 1 }
    // Most cells are alone; they need no group.
    for cell in overlaps.cells where isAlone(cell) {
      scaledOverlap += Self.relative(cell, overlaps)
      records += cell.records
    }
    let groups = Dictionary(grouping: overlaps.cells.lazy.filter { !isAlone($0) }) {
      tangles.entities[$0.entity]
    }
    for key in groups.keys.sorted() {
      guard let cells = groups[key], add(cells, overlaps) else { return nil }
    }
  }

  private mutating func add(_ cells: [EntityOverlaps.Cell], _ overlaps: EntityOverlaps) -> Bool {
    let relative = cells.map { Self.relative($0, overlaps) }
    let rows = Self.places(cells.map(\.entity))
    let columns = Self.places(cells.map(\.person))
    let size = max(rows.count, columns.count)
    guard size <= Self.sizeLimit else { return false }
    let places = cells.map { (rows[$0.entity] ?? 0) * size + (columns[$0.person] ?? 0) }
    for index in Self.chosen(places, relative, size) { scaledOverlap += relative[index] }
    for index in Self.chosen(places, cells.map { Int64($0.records) }, size) {
      records += cells[index].records
    }
    return true
  }

  private static func relative(_ cell: EntityOverlaps.Cell, _ overlaps: EntityOverlaps) -> Int64 {
    Int64(
      scale * 2 * Double(cell.records)
        / Double(overlaps.entitySizes[cell.entity] + overlaps.personSizes[cell.person]))
  }

  /// The cells of an assignment of greatest benefit.
  private static func chosen(_ places: [Int], _ benefits: [Int64], _ size: Int) -> [Int] {
    var costs = [Int64](repeating: 0, count: size * size)
    for (place, benefit) in zip(places, benefits) { costs[place] = -benefit }
    let solution = SquareAssignment(costs: costs, size: size)
    return places.indices.filter { solution.rowOfColumn[places[$0] % size] == places[$0] / size }
  }

  private static func places(_ codes: [Int]) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for code in codes where places[code] == nil { places[code] = places.count }
    return places
  }
}
