/// The choice of pairs such that no record (or entity) is in two of them.
public struct OneToOneAssignment: Sendable, Equatable {
  /// Indices of the chosen pairs, ascending.
  public let assigned: [Int]

  /// Indices of pairs left out because equally good choices contradict each other,
  /// ascending. A tie is never broken at random.
  public let tied: [Int]

  /// Sizes of the connected components (records of the larger side) that were too large
  /// for the optimal method and were assigned greedily; empty if none.
  public let sizesAssignedGreedily: [Int]

  /// Takes pairs by falling weight, each unless one of its ends is gone.
  ///
  /// Equal pairs that contest a record are all left out and reported as tied, and their
  /// records go to no lighter pair either: a record whose best candidate is in doubt must
  /// not fall to its second best. Dropping all pairs below some weight leaves the choice
  /// among the others unchanged. Does not depend on the order of records.
  ///
  /// - Parameters:
  ///   - pairs: sorted by left, right, without repeats.
  ///   - leastBits: lighter pairs are not considered.
  ///   - entities: pairs of the same two entities do not contest each other.
  /// - Complexity: O(n log n) for n pairs.
  public static func greedy(
    _ pairs: [ScoredPair], leastBits: Double, entities: EvidentEntities = EvidentEntities()
  ) -> OneToOneAssignment {
    let graph = CandidateGraph(pairs, entities: entities)
    let least = ScoredPair.quantized(leastBits)
    let edges = graph.edges.filter { $0.weight >= least }
    return graph.assignment(GreedyAssignment.choice(among: edges), least: least)
  }

  /// Takes the pairs with the greatest total of (weight - `floorBits`).
  ///
  /// With the floor at the threshold for possible links, two barely possible pairs do not
  /// outweigh one strong one; with the floor at minus the prior's log-odds, the choice is
  /// the most probable one under one-to-one links (Jaro 1989 takes floor 0). Pairs at or
  /// below the floor are never chosen. A pair is assigned only if *every* optimal choice
  /// contains it; pairs in some of them only are tied. Weights are compared as multiples
  /// of 2^-32 bits, so the result is exact and does not depend on the order of records.
  /// Raising the floor may add a pair, unlike with `greedy`.
  ///
  /// - Parameters:
  ///   - pairs: sorted by left, right, without repeats.
  ///   - sizeLimit: components with more records than this on a side are assigned
  ///     greedily and reported.
  /// - Complexity: O(k^3) time and O(k^2) memory for a component with k records a side.
  /// - Source: Kuhn 1955; Jonker & Volgenant 1987; Jaro 1989 for its use in linkage.
  public static func optimal(
    _ pairs: [ScoredPair], floorBits: Double, sizeLimit: Int = 300,
    entities: EvidentEntities = EvidentEntities()
  ) -> OneToOneAssignment {
    let graph = CandidateGraph(pairs, entities: entities)
    let floor = ScoredPair.quantized(floorBits)
    var choice = EdgeChoice()
    var sizes: [Int] = []
    for component in CandidateGraph.components(of: graph.edges.filter { $0.weight > floor }) {
      let size = CandidateGraph.largerSide(of: component)
      if size > sizeLimit {
        sizes.append(size)
        choice.add(GreedyAssignment.choice(among: component))
      } else {
        choice.add(OptimalAssignment.choice(among: component, floor: floor))
      }
    }
    return graph.assignment(choice, least: floor + 1, greedySizes: sizes.sorted(by: >))
  }
}
