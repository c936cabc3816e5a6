/// Records grouped into entities: whatever is joined by a chain of links is one entity.
///
/// An entity is named by its smallest record, so the grouping does not depend on the order
/// of the links. Chains can join strangers by one false link; look at large entities.
/// - Source: Tarjan 1975 for union by size with path halving.
public struct Clusters: Sendable, Equatable {
  /// The entity of each record: the smallest record in it.
  public let entities: [Int32]

  /// Groups records by links.
  ///
  /// - Parameters:
  ///   - recordCount: records are 0..<recordCount.
  ///   - links: pairs of records, in any order, repeats allowed.
  /// - Complexity: O(records + links), nearly.
  public init(recordCount: Int, links: some Sequence<(Int32, Int32)>) {
    var forest = DisjointSets(count: recordCount)
    for (first, second) in links { forest.join(Int(first), Int(second)) }
    var smallest = [Int32](repeating: -1, count: recordCount)
    var entities: [Int32] = []
    entities.reserveCapacity(recordCount)
    for record in 0..<recordCount {
      let root = forest.root(of: record)
      if smallest[root] < 0 { smallest[root] = Int32(record) }
      entities.append(smallest[root])
    }
    self.entities = entities
  }

  /// Groups the records of one file by those of its scored pairs that reach a weight.
  public init(recordCount: Int, pairs: [ScoredPair], leastBits: Double) {
    self.init(
      recordCount: recordCount,
      links: pairs.lazy.filter { $0.weight >= leastBits }.map { ($0.left, $0.right) })
  }

  /// Number of entities, singletons included.
  public var count: Int {
    entities.enumerated().count { $0.offset == Int($0.element) }
  }

  /// Whether two records belong to one entity.
  public func areSameEntity(_ first: Int32, _ second: Int32) -> Bool {
    entities[Int(first)] == entities[Int(second)]
  }

  /// The records of each entity in ascending order, entities by their smallest record.
  public var members: [[Int32]] {
    var places = [Int](repeating: -1, count: entities.count)
    var members: [[Int32]] = []
    for (record, entity) in entities.enumerated() {
      if places[Int(entity)] < 0 {
        places[Int(entity)] = members.count
        members.append([])
      }
      members[places[Int(entity)]].append(Int32(record))
    }
    return members
  }
}
