/// Two entities that may be one, with the greatest weight of their pairs.
struct CandidateEdge: Equatable {
  var left: Int32
  var right: Int32
  /// In units of 2^-32 bits.
  var weight: Int64
}

/// Edges chosen, and edges left out because of ties.
struct EdgeChoice {
  var assigned: [CandidateEdge] = []
  var tied: [CandidateEdge] = []

  mutating func add(_ other: EdgeChoice) {
    assigned += other.assigned
    tied += other.tied
  }
}

/// Scored pairs reduced to one edge per pair of entities.
struct CandidateGraph {
  private let pairs: [ScoredPair]
  private let entities: EvidentEntities
  /// Sorted by left, right; unique.
  let edges: [CandidateEdge]

  init(_ pairs: [ScoredPair], entities: EvidentEntities) {
    pairs.requireSortedUnique()
    self.pairs = pairs
    self.entities = entities
    var sorted = pairs.map { pair in
      CandidateEdge(
        left: entities.leftEntity(of: pair), right: entities.rightEntity(of: pair),
        weight: pair.quantizedWeight)
    }
    if entities.left != nil || entities.right != nil {
      sorted.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    }
    var edges: [CandidateEdge] = []
    for edge in sorted {
      if let last = edges.last, last.left == edge.left, last.right == edge.right {
        edges[edges.count - 1].weight = max(last.weight, edge.weight)
      } else {
        edges.append(edge)
      }
    }
    self.edges = edges
  }

  /// Maps a choice of edges back to all pairs of their entities that weigh enough.
  func assignment(
    _ choice: EdgeChoice, least: Int64, greedySizes: [Int] = []
  ) -> OneToOneAssignment {
    let assigned = Set(choice.assigned.map { Self.key($0.left, $0.right) })
    let tied = Set(choice.tied.map { Self.key($0.left, $0.right) })
    var assignedPairs: [Int] = []
    var tiedPairs: [Int] = []
    for (index, pair) in pairs.enumerated() where pair.quantizedWeight >= least {
      let key = Self.key(entities.leftEntity(of: pair), entities.rightEntity(of: pair))
      if assigned.contains(key) { assignedPairs.append(index) }
      if tied.contains(key) { tiedPairs.append(index) }
    }
    return OneToOneAssignment(
      assigned: assignedPairs, tied: tiedPairs, sizesAssignedGreedily: greedySizes)
  }

  private static func key(_ left: Int32, _ right: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
  }

  /// Splits edges into connected components, each in the order of the edges.
  static func components(of edges: [CandidateEdge]) -> [[CandidateEdge]] {
    let lefts = (edges.map { Int($0.left) }.max() ?? -1) + 1
    let rights = (edges.map { Int($0.right) }.max() ?? -1) + 1
    var forest = DisjointSets(count: lefts + rights)
    for edge in edges { forest.join(Int(edge.left), lefts + Int(edge.right)) }
    var places = [Int32](repeating: -1, count: lefts + rights)
    var components: [[CandidateEdge]] = []
    for edge in edges {
      let root = forest.root(of: Int(edge.left))
      if places[root] < 0 {
        places[root] = Int32(components.count)
        components.append([])
      }
      components[Int(places[root])].append(edge)
    }
    return components
  }

  /// The number of distinct nodes on the larger side.
  static func largerSide(of edges: [CandidateEdge]) -> Int {
    max(Set(edges.map(\.left)).count, Set(edges.map(\.right)).count)
  }
}
