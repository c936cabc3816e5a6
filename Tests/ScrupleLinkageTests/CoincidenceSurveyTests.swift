import Scruple
import ScrupleAudit
import ScrupleGroundTruth
import ScrupleMadeUpRecords
import ScrupleRecords
import Testing

@Suite struct CoincidenceSurveyTests {
  /// Names and dates so few that they coincide often.
  private func table(_ people: [(Int, Int, Int)], _ side: String) -> RecordTable {
    let columns = ["id", "given_name", "surname", "date_of_birth"]
    let rows = people.enumerated().map { place, person in
      [
        "\(side)\(1000 + place)", ["ana", "ben", "carla"][person.0], ["garcia", "li"][person.1],
        "19\(70 + person.2 % 3)-0\(1 + person.2 / 3)-15",
      ]
    }
    return RecordTable(columns, rows, source: side)
  }

  @Test(arguments: 0..<12)
  func theCountsAreThoseOfEveryPairLookedAt(_ seed: Int) throws {
    func person(_ index: Int) -> (Int, Int, Int) {
      let hash = (index + 31 * seed) &* 2_654_435_761 & 0xFFFF_FFFF
      return (hash % 3, hash / 7 % 2, hash / 91 % 6)
    }
    let left = (0..<20).map { person($0) }
    let right = (0..<24).map { person($0 < 6 ? $0 : $0 + 100) }
    var specification = MadeUpRun.specification
    let kept: Set = ["given_name", "surname", "date_of_birth"]
    specification.left.mapping.columns.removeAll { !kept.contains($0.column) }
    specification.right.mapping = specification.left.mapping
    let prepared = try MadeUpRun.prepare(
      table(left, "l"), table(right, "r"), specification)
    let entities = (0..<20).map { Int32($0) }
    let truth = GroundTruth(
      leftEntities: entities, rightEntities: (0..<24).map { $0 < 6 ? Int32($0) : Int32($0 + 500) })
    let counts = try #require(CoincidenceSurvey.counts(of: prepared, truth: truth))
    var wanted = (name: 0, date: 0, both: 0, leftSquares: 0.0)
    for (one, a) in left.enumerated() {
      var own = 0
      for (other, b) in right.enumerated() where !(one == other && other < 6) {
        let hasName = a.0 == b.0 && a.1 == b.1
        if hasName { wanted.name += 1 }
        if a.2 == b.2 { wanted.date += 1 }
        if hasName && a.2 == b.2 { own += 1 }
      }
      wanted.both += own
      wanted.leftSquares += Double(own * own)
    }
    #expect(counts.leftRecords == 20 && counts.rightRecords == 24 && counts.truePairs == 6)
    #expect(counts.sameName.nonMatching == wanted.name)
    #expect(counts.sameDate.nonMatching == wanted.date)
    #expect(counts.sameBoth.nonMatching == wanted.both)
    #expect(counts.sameBoth.leftSquares == wanted.leftSquares)
    #expect(counts.expectedGivenYear >= 0)
  }
}
