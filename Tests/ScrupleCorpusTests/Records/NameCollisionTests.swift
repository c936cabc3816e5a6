import Testing

@testable import ScrupleCorpus

/// Names and birth dates that two files share, as in McCoy et al. 2013.
@Suite struct NameCollisionTests {
  /// Index files of a world of newcomers, as written.
  private static func index() throws -> [(people: String, name: String, birth: String)] {
    var recipe = MadeUpWorld.recipe(people: 6000, bookings: 0, records: 20_000)
    recipe.set(.foreignBorn, to: 0.8)
    return try MadeUpWorld.withFolder { folder in
      _ = try CorpusGenerator(recipe: recipe, seed: 7).generate(to: folder)
      let owners = Dictionary(
        uniqueKeysWithValues: try MadeUpWorld.rows(folder, .recordLabels).map { ($0[0], $0[1]) })
      let rows = try MadeUpWorld.rows(folder, .immigrationRecords)
      func place(_ column: String) -> Int { rows[0].firstIndex(of: column) ?? 0 }
      let (last, first, birth) = (place("last_name"), place("first_name"), place("birth_date"))
      return rows.dropFirst().filter { $0[1] == "CIS" }.map {
        (owners[$0[0]] ?? "", $0[first] + " " + $0[last], $0[birth])
      }
    }
  }

  @Test func filesShareNamesAndBirthDatesAsOftenAsInHealthSystems() throws {
    let index = try Self.index()
    #expect(index.count > 2000)
    let both = Dictionary(grouping: index) { $0.name + $0.birth }
    let shared = index.count { (both[$0.name + $0.birth]?.count ?? 0) > 1 }
    let share = Double(shared) / Double(index.count)
    // 0.16-15.5 % at any size: most are two files of one person.
    #expect((0.0016...0.155).contains(share), "\(share)")
    // Names alone grow with the size: the curve that comes to 16 % at 171,000 files is at 1 to 2 %
    // here (Corpora/README.md).
    let names = Dictionary(grouping: index, by: \.name)
    let namesakes = index.count { Set((names[$0.name] ?? []).map(\.people)).count > 1 }
    let scaled = Double(namesakes) / Double(index.count)
    #expect((0.007...0.03).contains(scaled), "\(scaled)")
  }
}
