import Foundation
import ScrupleGroundTruth
import ScrupleStatistics
import Testing

@testable import ScrupleAudit

@Suite struct SubgroupTests {
  @Test(arguments: 0..<200)
  func everyCountEqualsANaiveOne(seed: UInt64) throws {
    let made = MadeUpGroups(seed: seed, size: 4 + Int(seed % 12))
    let report = try made.report()
    for row in report.subgroups {
      let dimension = try #require(made.input.dimensions.first { $0.name == row.column })
      let code = dimension.values.firstIndex(of: row.value) ?? -1
      let naive = NaiveGroup(
        made, rows: dimension.codes.indices.filter { dimension.codes[$0] == code })
      #expect(row.persons == naive.persons.count)
      for (name, counts) in naive.counts {
        let rate = try #require(row.rate(name), "\(name)")
        #expect(rate.count == counts.count && rate.total == counts.total, "\(name)")
      }
    }
  }

  @Test(arguments: 0..<60)
  func familiesAreAdjustedTogetherAndNeverBelowTheirOwn(seed: UInt64) throws {
    let report = try MadeUpGroups(seed: seed, size: 14).report()
    let all = report.subgroups.flatMap(\.comparisons)
    for method in [MultipleComparisons.Method.holm, .benjaminiHochberg] {
      let family = all.filter { $0.adjustment == method }
      #expect(family.allSatisfy { $0.comparisons == family.count })
      #expect(
        family.map(\.adjustedPValue)
          == MultipleComparisons.adjusted(family.map(\.pValue), by: method))
    }
    #expect(all.allSatisfy { $0.adjustedPValue >= $0.pValue })
    for column in Set(report.subgroups.map(\.column)) {
      let rows = report.subgroups.filter { $0.column == column }
      let reference = try #require(rows.first { $0.isReference })
      #expect(rows.filter { $0.isReference }.count == 1)
      #expect(
        rows.filter { $0.value != "not known" }.allSatisfy {
          ($0.persons ?? 0) <= (reference.persons ?? 0)
        })
    }
  }

  @Test func theCrudeRatioStandsBesideTheStandardizedOne() throws {
    // At equally common names both groups fare alike; crudely one fares five times worse.
    var world = CountedPersons()
    world.add("many", stratum: "rare", hit: 9, of: 900)
    world.add("many", stratum: "common", hit: 10, of: 100)
    world.add("few", stratum: "rare", hit: 1, of: 100)
    world.add("few", stratum: "common", hit: 80, of: 800)
    let rows = try world.report().subgroups
    let few = try #require(rows.first { $0.value == "few" })
    let fpir = try #require(few.comparison("fpir"))
    #expect(fpir.reference == "many")
    #expect(abs((fpir.ratio ?? 0) - (81.0 / 900) / (19.0 / 1000)) < 1e-12)
    #expect((fpir.ratioLower ?? 0) > 2)
    let standard = try #require(fpir.standardized)
    #expect(standard.by == "stratum" && standard.strata == 2)
    #expect(abs((standard.ratio ?? 0) - 1) < 1e-12)
    #expect((standard.lower ?? 9) < 1 && (standard.upper ?? 0) > 1)
    #expect(abs((standard.rate ?? 0) - (standard.referenceRate ?? 1)) < 1e-12)
  }

  @Test func theNeededThresholdEqualizesTheRate() throws {
    var world = CountedPersons()
    world.add("many", hit: 10, of: 1000)
    world.add("few", hit: 30, of: 500)
    let subgroups = try world.report().subgroups
    let few = try #require(subgroups.first { $0.value == "few" })
    // The weights of the group's links are 0...29; five above 24 are one in a hundred.
    #expect(few.weightForReferenceFpir == 24)
  }

  @Test func nothingInTheReferenceIsABoundAndNeverInfinity() throws {
    var world = CountedPersons()
    world.add("many", hit: 0, of: 1000)
    world.add("few", hit: 5, of: 100)
    let report = try world.report()
    let fpir = try #require(
      report.subgroups.first { $0.value == "few" }?.comparison("fpir"))
    #expect(fpir.ratio == nil && fpir.ratioUpper == nil && fpir.smallestDetectableRatio == nil)
    #expect((fpir.ratioAtLeast ?? 0) > 10)
    #expect(AuditText.render(report).contains("x > "))
  }

  @Test func thePageSaysHowGroupsAreKnownAndHowManyWereCompared() throws {
    let page = AuditText.render(try MadeUpGroups(seed: 5, size: 40).report())
    #expect(page.contains("a, as it is true:"))
    #expect(page.contains("b, as the record stands:"))
    #expect(page.contains("declared in advance, Holm"))
    #expect(page.contains("not a verdict"))
    for line in page.split(separator: "\n") { #expect(line.count <= 130, "\(line)") }
  }
}

/// The counts of a group by looking at all its records for each of them.
private struct NaiveGroup {
  let persons: Set<Int32>
  var counts: [String: (count: Int, total: Int)] = [:]

  init(_ made: MadeUpGroups, rows: [Int]) {
    let linkage = made.linkage
    let bookings = made.input.bookings ?? []
    let flagged = Set((made.input.flags ?? []).map { Int($0.booking) })
    let own = rows.filter { bookings[$0] != nil }
    let persons = Set(own.compactMap { bookings[$0]?.person })
    self.persons = persons
    func hits(_ person: Int32, _ isTrue: Bool) -> Bool {
      own.contains { row in
        bookings[row]?.person == person
          && linkage.links.contains { link in
            link.decision == .link && Int(link.left) == row
              && linkage.right[Int(link.right)] >= 0
              && (linkage.left[row] == linkage.right[Int(link.right)]) == isTrue
          }
      }
    }
    let mated = persons.filter { linkage.right.contains($0) }
    let alone = persons.subtracting(mated)
    let citizens = own.filter { bookings[$0]?.citizenClass.isCitizen == true }
    counts["fpir"] = (alone.filter { hits($0, false) }.count, alone.count)
    counts["fnir"] = (mated.filter { !hits($0, true) }.count, mated.count)
    counts["citizenFlagRate"] = (
      Set(citizens.filter(flagged.contains).compactMap { bookings[$0]?.person }).count,
      Set(citizens.compactMap { bookings[$0]?.person }).count
    )
    counts["wrongFlagRate"] = (
      own.filter { flagged.contains($0) && bookings[$0]?.isFlaggable == false }.count,
      own.filter(flagged.contains).count
    )
  }
}
