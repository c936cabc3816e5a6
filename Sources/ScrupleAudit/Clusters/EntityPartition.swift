import ScrupleDecision
import ScrupleGroundTruth

/// The labelled records of both files with the entity that links give them and their true person.
///
/// **Shape**: left records first, then right ones; records without a label are left out.
struct EntityPartition {
  /// A code for the entity of each record.
  let entities: [Int32]
  /// A code for the person of each record.
  let persons: [Int32]
  /// Pairs of one left and one right record within an entity.
  let crossPairs: Int

  init(_ links: [JudgedLinks.Pair], _ truth: GroundTruth) {
    let left = truth.leftCount
    let all = left + truth.rightCount
    let labelled =
      (0..<Int32(left)).filter { truth.isLabelled(left: $0) }
      + (0..<Int32(truth.rightCount)).filter { truth.isLabelled(right: $0) }.map {
        $0 + Int32(left)
      }
    let joined = Clusters(
      recordCount: all, links: links.lazy.map { ($0.link.left, $0.link.right + Int32(left)) })
    // True pairs joined by chains are the persons; in the form of entities the chains are the
    // entities themselves.
    let people = Clusters(
      recordCount: all,
      links: (0..<Int32(left)).lazy.flatMap { row in
        truth.mates(ofLeft: row).lazy.map { (row, $0 + Int32(left)) }
      })
    let persons = Self.persons(people, truth)
    entities = labelled.map { joined.entities[Int($0)] }
    self.persons = labelled.map { persons[Int($0)] }
    var sides = [(left: Int, right: Int)](repeating: (0, 0), count: all)
    for record in labelled {
      if record < left {
        sides[Int(joined.entities[Int(record)])].left += 1
      } else {
        sides[Int(joined.entities[Int(record)])].right += 1
      }
    }
    crossPairs = sides.reduce(0) { $0 + $1.left * $1.right }
  }

  /// A code for each record's person, so that records of one side without a mate on the other are
  /// still known to be one person where the truth names persons.
  private static func persons(_ people: Clusters, _ truth: GroundTruth) -> [Int32] {
    guard truth.form == .entities else { return people.entities }
    let left = (0..<Int32(truth.leftCount)).map { truth.entity(ofLeft: $0) ?? -1 }
    let right = (0..<Int32(truth.rightCount)).map { truth.entity(ofRight: $0) ?? -1 }
    return left + right
  }
}
