import Scruple
import ScrupleMadeUpRecords
import ScrupleRecords
import Testing

/// People who share a surname and an address: the commonest reason why two
/// records agree on much and are not the same person.
private enum Households {
  private static let shared = [2, 6, 7, 8, 9]

  /// Five people a household; ninety of them stand in both files, and sixty of
  /// the right file live with people of the left one and are not in it.
  static let tables: (left: RecordTable, right: RecordTable, matchingIds: [String: String]) = {
    let people = MadeUpPeople(seed: 33, leftCount: 150, rightCount: 150, matchCount: 90)
    var left = people.left.cellRows
    var right = people.right.cellRows
    for row in left.indices {
      for part in shared { left[row][part] = left[row / 5 * 5][part] }
    }
    for row in right.indices {
      let home = left[row < 90 ? row : row - 90]
      let original = people.left.cellRows[row]
      for part in shared where row >= 90 || right[row][part] == original[part] {
        right[row][part] = home[part]
      }
    }
    return (people.left.with(rows: left), people.right.with(rows: right), people.matchingIds)
  }()
}

struct HouseholdTests {
  private func run(hasNumber: Bool) throws -> LinkageResult {
    var specification = MadeUpRun.specification
    if !hasNumber {
      specification.left.mapping.columns.removeAll { $0.role == .ssn }
      specification.right.mapping.columns.removeAll { $0.role == .ssn }
    }
    let (left, right, _) = Households.tables
    return try MadeUpRun.run(left, right, specification)
  }

  @Test(arguments: [true, false])
  func peopleWhoLiveTogetherAreNotTakenForOnePerson(hasNumber: Bool) throws {
    let expected = Set(Households.tables.matchingIds.map { [$0.key, $0.value] })
    let found = try run(hasNumber: hasNumber).linkedIds
    #expect(found.subtracting(expected).count <= 5, "\(found.count) links")
    #expect(found.intersection(expected).count >= 84)
  }

  @Test(arguments: [true, false])
  func sharedSurnamesAndAddressesDoNotPassForAnIdentity(hasNumber: Bool) throws {
    let model = try run(hasNumber: hasNumber).model
    // Ninety pairs match; some seven hundred share a household.
    #expect(model.priorMatchProbability * Double(150 * 150) < 150)
    let dates = try #require(model.comparisons.first { $0.name == "birth-date" })
    #expect(dates.levels.last!.mProbability > 0.75)
  }
}
