import Foundation
import ScrupleCorpus
import Testing

@Suite struct NameTablesTests {
  private static let tables = [
    "surnames.csv": SurnameRows.text, "tails.csv": TailRows.text,
    "given-us.csv": GivenNameRows.text, "given-hispanic.csv": HispanicGivenNameRows.text,
    "given-by-hand.txt": HomeGivenNameRows.text, "nicknames.csv": NicknameRows.text,
    "romanizations.csv": RomanizationRows.text,
  ]

  @Test(arguments: tables.keys.sorted())
  func embeddedRowsAreThoseOfTheFile(file: String) throws {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let url = root.appendingPathComponent("Corpora/Names/\(file)")
    let text = try String(contentsOf: url, encoding: .utf8)
    // Not compared in place: a difference would print both tables.
    let isSame = text == Self.tables[file]
    #expect(isSame, "run Tools/build-name-tables")
  }

  @Test func drawsFollowTheWeights() {
    let table = WeightedNames([("a", 1), ("b", 2), ("c", 3), ("d", 4)])
    var draw = Draw(seed: 9, for: .names, index: 1)
    var counts: [String: Int] = [:]
    for _ in 0..<100_000 { counts[table.name(&draw), default: 0] += 1 }
    for (name, share) in [("a", 0.1), ("b", 0.2), ("c", 0.3), ("d", 0.4)] {
      // Five standard errors.
      let bound = 5 * (share * (1 - share) / 100_000).squareRoot()
      #expect(abs(Double(counts[name] ?? 0) / 100_000 - share) < bound)
    }
  }
}
