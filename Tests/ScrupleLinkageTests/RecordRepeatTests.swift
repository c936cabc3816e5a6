import ScrupleMadeUpRecords
import ScrupleRecords
import Testing

@testable import Scruple

/// Files in which everybody stands twice, once, or only some do twice.
struct RecordRepeatTests {
  private static let everybody = MadeUpPeople(
    seed: 61, leftCount: 120, rightCount: 120, matchCount: 120)

  /// Everybody's two records, and one file of `shared` of the persons and of
  /// strangers up to `count`.
  private func run(
    shared: Int, count: Int, twice: Int = 120
  ) throws -> LinkageResult {
    let people = Self.everybody
    let rows = people.left.cellRows + people.right.cellRows.prefix(twice)
    let strangers = MadeUpPeople(seed: 62, leftCount: count - shared, rightCount: 1, matchCount: 0)
    let others = people.left.cellRows.prefix(shared) + strangers.left.cellRows
    let right = others.enumerated().map { ["Q\(1_000 + $0)"] + $1.dropFirst() }
    return try MadeUpRun.run(
      people.left.with(rows: rows), people.right.with(rows: right))
  }

  /// A further record of the person given one, relative to a first mate: known
  /// here as a quotient of shares of pairs, at most 1.
  private func knownRepeats(_ result: LinkageResult, twice: Int, matches: Int) -> Double {
    let left = Double(result.counts.leftRecords)
    let right = Double(result.counts.rightRecords)
    let within = Double(2 * twice) / (left * (left - 1))
    return min(1, within / (Double(matches) / (left * right)))
  }

  @Test func aFileWithoutRepeatsIsSeenToHaveNone() throws {
    for result in [try MadeUpRun.result.get(), try MadeUpRun.blockedResult.get()] {
      #expect(result.repeats.left < 0.05, "\(result.repeats)")
      #expect(result.repeats.right < 0.05, "\(result.repeats)")
    }
  }

  @Test func aFileInWhichEverybodyStandsTwiceIsSeenToRepeat() throws {
    let result = try run(shared: 60, count: 120)
    #expect(knownRepeats(result, twice: 120, matches: 120) == 1)
    #expect(result.repeats.left > 0.8, "\(result.repeats)")
    #expect(result.repeats.right < 0.1, "\(result.repeats)")
  }

  /// The quotient of two estimates of about a hundred pairs each, whose errors
  /// of about a tenth partly cancel.
  @Test(arguments: [(100, 120), (70, 40), (110, 60)])
  func repeatsAreAboutTheKnownQuotient(shared: Int, twice: Int) throws {
    let result = try run(shared: shared, count: 130, twice: twice)
    let known = knownRepeats(result, twice: twice, matches: shared + min(shared, twice))
    #expect(abs(result.repeats.left - known) < 0.25 * known, "\(result.repeats) for \(known)")
    #expect(result.repeats.right < 0.1)
  }

  @Test func bothRecordsOfAPersonAreLinked() throws {
    let result = try run(shared: 60, count: 120)
    let links = result.linkedIds
    let both = (0..<60).count { person in
      let id = "Q\(1_000 + person)"
      return links.contains([Self.everybody.left.cellRows[person][0], id])
        && links.contains([Self.everybody.right.cellRows[person][0], id])
    }
    #expect(both >= 54, "\(both) of 60")
  }

  @Test func theMoreAFileRepeatsTheSmallerAreClassesThatLookLikeMatches() {
    var before = Double.infinity
    for step in 0...10 {
      let repeats = RecordRepeats(left: Double(step) / 10, right: 0)
      #expect(repeats.largestHardShare < before)
      #expect(repeats.largestHardShare > 0)
      #expect(
        repeats.largestHardShare
          == RecordRepeats(left: 0, right: repeats.left).largestHardShare)
      before = repeats.largestHardShare
    }
  }
}
