import Foundation
import ScrupleGroundTruth
import Testing

@testable import ScrupleAudit

@Suite struct PublicationTests {
  /// Builds groups of random sizes, so that some are small.
  private func world(_ seed: UInt64) -> CountedPersons {
    var generator = SeededGenerator(state: seed)
    var world = CountedPersons()
    for group in 0..<Int.random(in: 2...6, using: &generator) {
      let total = [5, 14, 60, 400][Int.random(in: 0...3, using: &generator)]
      world.add("g\(group)", hit: Int.random(in: 0...total / 2, using: &generator), of: total)
    }
    return world
  }

  @Test(arguments: 0..<60)
  func noSmallCountCanBeFoundOut(seed: UInt64) throws {
    let inside = try world(seed).report()
    let shown = inside.forPublication()
    #expect(shown.subgroups.map(\.value) == inside.subgroups.map(\.value))
    for (name, whole) in [
      ("fpir", inside.identification.personFpir),
      ("citizenFlagRate", inside.flags.measured?.citizenFlagRate),
    ] {
      let total = try #require(whole)
      let hidden = zip(inside.subgroups, shown.subgroups).filter { $1.rate(name) == nil }
      for row in shown.subgroups {
        guard let rate = row.rate(name) else {
          #expect(row.suppressed.contains(name))
          #expect(row.comparison(name) == nil)
          continue
        }
        for count in [rate.count, rate.total - rate.count] { #expect(count == 0 || count >= 11) }
        #expect(rate.total >= 11)
      }
      // What is left of the known total belongs to several groups, which it does not tell apart.
      #expect(hidden.count != 1, "\(name)")
      let counts = hidden.compactMap { $0.0.rate(name) }
      let shownCounts = shown.subgroups.compactMap { $0.rate(name) }
      #expect(
        counts.reduce(0) { $0 + $1.count } + shownCounts.reduce(0) { $0 + $1.count } == total.count)
    }
    #expect(shown.subgroups.count { $0.persons == nil } != 1)
    let sizes = zip(inside.subgroups, shown.subgroups).filter { $1.persons == nil }
      .compactMap(\.0.persons)
    let isAll = sizes.count == inside.subgroups.count
    #expect(sizes.isEmpty || isAll || sizes.reduce(0, +) >= 11)
    #expect(shown.subgroups.allSatisfy { row in (row.persons ?? 11) >= 11 })
    #expect(shown.subgroups.allSatisfy { $0.weightForReferenceFpir == nil })
    #expect(shown.subgroups.flatMap(\.comparisons).allSatisfy { $0.standardized == nil })
  }

  @Test func whatIsNotSmallStays() throws {
    var world = CountedPersons()
    world.add("many", hit: 40, of: 1000)
    world.add("few", hit: 30, of: 500)
    let inside = try world.report()
    let shown = inside.forPublication()
    #expect(shown.subgroups.map(\.rates) == inside.subgroups.map(\.rates))
    #expect(shown.subgroups.allSatisfy { $0.suppressed.isEmpty })
    #expect(shown.pairwise == inside.pairwise)
  }

  @Test func aSuppressedCountIsNowhereInTheJSON() throws {
    var world = CountedPersons()
    world.add("many", hit: 40, of: 1000)
    world.add("some", hit: 37, of: 613)
    world.add("few", hit: 7, of: 333)
    let shown = try world.report().forPublication()
    let few = try #require(shown.subgroups.first { $0.value == "few" })
    #expect(few.suppressed.contains("fpir") && few.suppressed.contains("citizenFlagRate"))
    let json = String(decoding: try JSONEncoder().encode(shown.subgroups), as: UTF8.self)
    #expect(!json.contains("\(7.0 / 333)") && !json.contains("\"count\":7,"))
    #expect(shown.flags.measured?.citizenFlagRates.isEmpty == true)
    #expect(shown.notMeasured.contains { $0.section == "flags.citizenFlagRates" })
    #expect(AuditText.render(shown).contains("suppressed"))
  }

  @Test func aPublicReportNamesFilesWithoutTheirFolders() throws {
    var world = CountedPersons()
    world.add("many", hit: 40, of: 1000)
    var report = try world.report()
    report.source = AuditSource(
      version: "1", commit: "c",
      command: [
        "/home/ann/run", "--corpus", "../case/corpus", "--truth=/srv/t.csv", "--level=0.9",
      ],
      workingFolder: "/home/ann", files: [.init(role: "left", path: "/srv/a.csv", sha256: "00")])
    let shown = try #require(report.forPublication().source)
    #expect(shown.command == ["run", "--corpus", "corpus", "--truth=t.csv", "--level=0.9"])
    #expect(shown.workingFolder.isEmpty && shown.files.map(\.path) == ["a.csv"])
    #expect(shown.files.map(\.sha256) == ["00"])
  }
}
