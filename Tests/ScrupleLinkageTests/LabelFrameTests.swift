import Scruple
import ScrupleAudit
import ScrupleExecution
import ScrupleMadeUpRecords
import Testing

/// A run of made-up people of which only some pairs were candidates, as labels are drawn from it.
private enum DrawnRun {
  static func links(_ result: LinkageResult) -> [ScoredLink] {
    result.links.map {
      ScoredLink(
        left: Int32($0.left), right: Int32($0.right), weight: $0.matchWeight ?? 0,
        probability: $0.matchProbability ?? .nan, decision: $0.decision == .link ? .link : .possible
      )
    }
  }

  static func frame(threads: Int = 1) throws -> LabelFrame {
    let result = try MadeUpRun.blockedResult.get()
    let prepared = result.prepared
    let links = links(result)
    var frame = LabelFrame(
      leftCount: prepared.records.leftCount, rightCount: prepared.records.rightCount,
      parallelism: Parallelism(threadCount: threads))
    frame.addLinks(links, bands: 3, groups: nil)
    frame.addPossible(links, near: [])
    try frame.addUnlistedPairs(of: prepared, candidatePairs: result.counts.candidatePairs)
    return frame
  }
}

@Suite struct LabelFrameTests {
  @Test func theStrataAreAPartitionOfAllPairs() throws {
    let frame = try DrawnRun.frame()
    #expect(frame.strata.reduce(0) { $0 + $1.size } == 130 * 150)
    let all = frame.strata.map { stratum in
      var stratum = stratum
      stratum.labels = stratum.size
      return stratum
    }
    let drawn = frame.draw(all, seed: 1)
    #expect(drawn.map(\.count) == frame.strata.map(\.size))
    #expect(Set(drawn.joined()).count == 130 * 150, "a pair is drawn twice")
  }

  @Test func unitsAreDrawnFromTheirStratum() throws {
    let frame = try DrawnRun.frame()
    let result = try MadeUpRun.blockedResult.get()
    let listed = Set(DrawnRun.links(result).map(LabelUnit.init))
    let planned = LabelAllocation.sharing(200, over: frame.strata)
    let drawn = frame.draw(planned, seed: 3)
    for (stratum, units) in zip(planned, drawn) {
      #expect(units.count == stratum.labels && Set(units).count == units.count)
      for unit in units {
        let right = Int(try #require(unit.right))
        let rule = result.prepared.candidates.owningRule(left: Int(unit.left), right: right)
        switch stratum.place {
        case .outside, .outsideAlike: #expect(rule == nil)
        case .candidates: #expect(rule != nil && !listed.contains(unit))
        default: #expect(listed.contains(unit))
        }
      }
    }
  }

  @Test func drawsDependOnTheSeedAndNotOnThreads() throws {
    let one = try DrawnRun.frame()
    let other = try DrawnRun.frame(threads: 3)
    #expect(one.strata == other.strata)
    let planned = LabelAllocation.sharing(150, over: one.strata)
    let drawn = one.draw(planned, seed: 5)
    #expect(drawn == other.draw(planned, seed: 5))
    #expect(drawn != one.draw(planned, seed: 6))
  }

  @Test func everyUnitIsDrawnAboutEquallyOften() throws {
    let frame = try DrawnRun.frame()
    var planned = frame.strata
    let number = try #require(planned.firstIndex { $0.place == .candidates })
    for index in planned.indices { planned[index].labels = 0 }
    planned[number].labels = min(100, planned[number].size / 4)
    var times: [LabelUnit: Int] = [:]
    for seed in 0..<200 {
      for unit in frame.draw(planned, seed: UInt64(seed))[number] { times[unit, default: 0] += 1 }
    }
    // Each unit is drawn a binomial number of times; six standard deviations are not passed.
    let share = Double(planned[number].labels) / Double(planned[number].size)
    let most = 200 * share + 6 * (200 * share * (1 - share)).squareRoot() + 1
    #expect(times.values.allSatisfy { Double($0) <= most })
    #expect(Double(times.count) > 0.9 * Double(planned[number].size) * min(1, 200 * share))
  }

  @Test func recordsAndBookingsArePartitionsOfTheLeftFile() throws {
    let links = DrawnRun.links(try MadeUpRun.blockedResult.get())
    var records = LabelFrame(
      leftCount: 130, rightCount: 150, parallelism: Parallelism(threadCount: 1))
    records.addRecords(links, leftCount: 130, bands: 1)
    #expect(records.strata.reduce(0) { $0 + $1.size } == 130)
    var bookings = LabelFrame(
      leftCount: 130, rightCount: 150, parallelism: Parallelism(threadCount: 1))
    bookings.addBookings(flagged: [3, 5, 8], leftCount: 130)
    #expect(bookings.strata.map(\.size) == [3, 127])
  }

  /// Samples filled in from the truth, over many seeds.
  @Test func samplesFilledFromTheTruthCoverTheFiguresOfTheWholeTruth() throws {
    let result = try MadeUpRun.blockedResult.get()
    let frame = try DrawnRun.frame()
    let truth = MadeUpRun.people.matchingIds
    func isMatch(_ unit: LabelUnit) -> Bool {
      truth[result.prepared.leftId(Int(unit.left))]
        == unit.right.map { result.prepared.rightId(Int($0)) }
    }
    let links = DrawnRun.links(result).filter { $0.decision == .link }
    let right = links.count { isMatch(LabelUnit($0)) }
    let precision = Double(right) / Double(links.count)
    let recall = Double(right) / Double(truth.count)
    var plan = LabelPlan(
      claim: .recall, atMost: nil, confidence: 0.9, seed: 1,
      strata: LabelAllocation.sharing(300, over: frame.strata),
      run: AuditedRun(
        linksDigest: "", linksSHA256: "", leftRecords: 130, rightRecords: 150, candidatePairs: 0,
        links: links.count))
    var covered = (0, 0)
    for seed in 0..<200 {
      plan.seed = UInt64(seed)
      var rows: [LabelledRow] = []
      for (stratum, units) in frame.draw(plan.strata, seed: plan.seed).enumerated() {
        for unit in units {
          rows.append(
            LabelledRow(stratum: stratum, reviewers: [isMatch(unit) ? .yes : .no, nil]))
        }
      }
      let estimate = LabelSampleEstimate(plan, rows: rows)
      let found = try #require(estimate.precision?.rate)
      let all = try #require(estimate.overAll?.rate)
      if try #require(found.lower) <= precision, try #require(found.upper) >= precision {
        covered.0 += 1
      }
      if try #require(all.lower) <= recall, try #require(all.upper) >= recall { covered.1 += 1 }
    }
    #expect(covered.0 >= 180 && covered.1 >= 180, "\(covered) of 200 at 90 %")
  }
}
