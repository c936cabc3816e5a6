#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many records each entity shares with each person.
///
/// **Shape**: cells with at least one record, by entity and then person; codes are dense, in the
/// order of first appearance. Sums run over the kinds of cells in a fixed order, so that no figure
/// depends on how records are numbered.
struct EntityOverlaps {
  struct Cell {
    let entity: Int
    let person: Int
    var records: Int
  }

  private(set) var cells: [Cell] = []
  private(set) var entitySizes: [Int] = []
  private(set) var personSizes: [Int] = []

  init(_ partition: EntityPartition) {
    var entityPlaces: [Int32: Int] = [:]
    var personPlaces: [Int32: Int] = [:]
    var codes: [(entity: Int, person: Int)] = []
    for (entity, person) in zip(partition.entities, partition.persons) {
      let place = (
        Self.place(of: entity, &entityPlaces, &entitySizes),
        Self.place(of: person, &personPlaces, &personSizes)
      )
      codes.append((place.0, place.1))
    }
    codes.sort { ($0.entity, $0.person) < ($1.entity, $1.person) }
    for code in codes {
      if let last = cells.last, last.entity == code.entity, last.person == code.person {
        cells[cells.count - 1].records += 1
      } else {
        cells.append(Cell(entity: code.entity, person: code.person, records: 1))
      }
    }
  }

  private static func place(
    of code: Int32, _ places: inout [Int32: Int], _ sizes: inout [Int]
  ) -> Int {
    let place = places[code] ?? sizes.count
    if place == sizes.count {
      places[code] = place
      sizes.append(0)
    }
    sizes[place] += 1
    return place
  }

  /// Records in all.
  var records: Int { entitySizes.reduce(0, +) }

  /// Pairs of records that share both entity and person.
  var sharedPairs: Int { cells.reduce(0) { $0 + pairs($1.records) } }

  /// Pairs of records that share an entity.
  var entityPairs: Int { entitySizes.reduce(0) { $0 + pairs($1) } }

  /// Pairs of records that share a person.
  var personPairs: Int { personSizes.reduce(0) { $0 + pairs($1) } }

  /// Entities that are exactly one whole person.
  var exact: Int {
    cells.count {
      $0.records == entitySizes[$0.entity] && $0.records == personSizes[$0.person]
    }
  }

  /// Cells alike in all three sizes, with how many there are, in order of the sizes.
  private var kinds: [(shared: Double, entity: Double, person: Double, cells: Double)] {
    var counts: [[Int]: Int] = [:]
    for cell in cells {
      counts[
        [cell.records, entitySizes[cell.entity], personSizes[cell.person]], default: 0] += 1
    }
    return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { sizes, count in
      (Double(sizes[0]), Double(sizes[1]), Double(sizes[2]), Double(count))
    }
  }

  /// The record-weighted means of B-cubed; nil without records.
  var bcubed: (precision: Double, recall: Double)? {
    guard records > 0 else { return nil }
    var precision = 0.0
    var recall = 0.0
    for kind in kinds {
      precision += kind.cells * kind.shared * kind.shared / kind.entity
      recall += kind.cells * kind.shared * kind.shared / kind.person
    }
    return (precision / Double(records), recall / Double(records))
  }

  /// The two conditional entropies summed, in nats; nil without records.
  var variationOfInformation: Double? {
    guard records > 0 else { return nil }
    let sum = kinds.reduce(0.0) { sum, kind in
      sum - kind.cells * kind.shared
        * (log(kind.shared / kind.entity) + log(kind.shared / kind.person))
    }
    return sum / Double(records)
  }
}

private func pairs(_ records: Int) -> Int { records * (records - 1) / 2 }
