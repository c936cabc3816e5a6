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
  /// Cells alike in all three sizes, with how many there are, in order of the sizes.
  private var kinds: [Kind] = []

  init(_ partition: EntityPartition) {
    let entityCodes = Self.numbered(partition.entities, &entitySizes)
    let personCodes = Self.numbered(partition.persons, &personSizes)
    var codes = zip(entityCodes, personCodes).map { UInt64($0) << 32 | UInt64($1) }
    codes.sort()
    for code in codes {
      let (entity, person) = (Int(code >> 32), Int(UInt32(truncatingIfNeeded: code)))
      if let last = cells.last, last.entity == entity, last.person == person {
        cells[cells.count - 1].records += 1
      } else {
        cells.append(Cell(entity: entity, person: person, records: 1))
      }
    }
    kinds = Self.kinds(cells, entitySizes, personSizes)
  }

  /// Codes from 0 in the order of first appearance, and how often each is there.
  private static func numbered(_ codes: [Int32], _ sizes: inout [Int]) -> [UInt32] {
    // Codes are places of records or of entities: an array is smaller than a table of hashes.
    var places = [Int32](repeating: -1, count: Int(codes.max() ?? -1) + 1)
    return codes.map { code in
      if places[Int(code)] < 0 {
        places[Int(code)] = Int32(sizes.count)
        sizes.append(0)
      }
      sizes[Int(places[Int(code)])] += 1
      return UInt32(places[Int(code)])
    }
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

  private typealias Kind = (shared: Double, entity: Double, person: Double, cells: Double)

  private struct Sizes: Hashable {
    let shared: Int
    let entity: Int
    let person: Int
  }

  private static func kinds(_ cells: [Cell], _ entities: [Int], _ persons: [Int]) -> [Kind] {
    var counts: [Sizes: Int] = [:]
    for cell in cells {
      let sizes = Sizes(
        shared: cell.records, entity: entities[cell.entity], person: persons[cell.person])
      counts[sizes, default: 0] += 1
    }
    let order = { (sizes: Sizes) in (sizes.shared, sizes.entity, sizes.person) }
    return counts.sorted { order($0.key) < order($1.key) }.map { sizes, count in
      (Double(sizes.shared), Double(sizes.entity), Double(sizes.person), Double(count))
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
