import ScrupleAudit
import ScrupleGroundTruth
import ScrupleSharedFiles
import Testing

@Suite struct ClusterFiguresTests {
  @Test func entityFiguresMeetTheVectors() throws {
    let figures = try MetricsExample.report().clusters
    let got: [String: Double?] = [
      "closure_records": figures.records.map(Double.init),
      "bcubed_precision": figures.bcubedPrecision, "bcubed_recall": figures.bcubedRecall,
      "bcubed_f1": figures.bcubedF1, "closure_pair_precision": figures.pairPrecision,
      "closure_pair_recall": figures.pairRecall,
      "cluster_precision_exact": figures.exactPrecision,
      "cluster_recall_exact": figures.exactRecall,
      "ceaf_e_precision": figures.ceafEntityPrecision,
      "ceaf_e_recall": figures.ceafEntityRecall, "ceaf_m_precision": figures.ceafRecordShare,
      "ceaf_m_recall": figures.ceafRecordShare,
      "variation_of_information_nats": figures.variationOfInformation,
    ]
    let wanted: [String: Double] = [
      "closure_records": 17, "bcubed_precision": 0.7450980392156863,
      "bcubed_recall": 0.7745098039215685, "bcubed_f1": 0.7595192915876028,
      "closure_pair_precision": 0.45454545454545453, "closure_pair_recall": 0.45454545454545453,
      "cluster_precision_exact": 0.1111111111111111, "cluster_recall_exact": 0.1,
      "ceaf_e_precision": 0.5878306878306879, "ceaf_e_recall": 0.5290476190476191,
      "ceaf_m_precision": 0.6470588235294118, "ceaf_m_recall": 0.6470588235294118,
      "variation_of_information_nats": 0.7139324221463657,
    ]
    #expect(got.count == wanted.count)
    for (name, want) in wanted {
      let mine = try #require(got[name] ?? nil, "\(name)")
      #expect(abs(mine - want) <= 1e-9, "\(name)")
    }
    guard SharedFiles.has("data/stat_vectors/metrics_expected.csv") else { return }
    for row in try SharedFiles.table("data/stat_vectors/metrics_expected.csv") {
      guard let metric = row["metric"], let mine = got[metric] ?? nil else { continue }
      #expect(abs(mine - (Double(row["value"] ?? "") ?? .nan)) <= 1e-9, "\(metric)")
    }
  }

  @Test func citizenFiguresMeetTheVectors() throws {
    // Citizens as the vectors have them.
    let people = MetricsExample.arrests
    let codes = Dictionary(uniqueKeysWithValues: Set(people).sorted().enumerated().map { ($1, $0) })
    let isCitizen = people.map { ["p2", "p3", "p5", "p6"].contains($0) }
    let bookings = zip(people, isCitizen).map { person, isCitizen in
      BookingTruth(
        person: Int32(codes[person] ?? 0), citizenClass: isCitizen ? .bornHere : .noncitizen,
        status: isCitizen ? .citizen : .expired, isFlaggable: !isCitizen)
    }
    let flagged = Set(MetricsExample.links.map(\.0)).sorted()
    let flags = flagged.map { AuditedFlag(booking: $0, records: [], basis: .link) }
    let errors = try FlagErrors(auditing: FlagAuditInput(bookings: bookings, flags: flags))
    #expect(errors.citizenFlagRateByBooking.total == 5)
    #expect(errors.citizenFlagRateByBooking.count == 3)
    #expect(errors.citizenFlagRate.total == 4)
    #expect(errors.citizenFlagRate.estimate == 0.75)
    #expect(errors.citizenShareOfFlags.estimate == 0.5)
  }

  @Test(arguments: 0..<150)
  func entityFiguresEqualTheirDefinitions(seed: Int) throws {
    let made = MadeUpLinkage(seed: UInt64(seed), size: 6, unlabelled: seed % 3 == 0 ? 4 : 0)
    let report = try AuditReport(auditing: AuditInput(links: made.links, truth: made.truth))
    let naive = NaiveClusters(made)
    let figures = report.clusters
    #expect(figures.records == naive.records.count)
    expectClose(figures.bcubedPrecision, naive.bcubedPrecision)
    expectClose(figures.bcubedRecall, naive.bcubedRecall)
    expectClose(figures.pairPrecision, naive.pairPrecision)
    expectClose(figures.exactPrecision, naive.exactPrecision)
    expectClose(figures.ceafEntityPrecision, naive.ceafEntityPrecision)
    expectClose(figures.ceafRecordShare, naive.ceafRecordShare)
  }

  private func expectClose(_ mine: Double?, _ want: Double?) {
    guard let mine, let want else {
      #expect((mine == nil) == (want == nil))
      return
    }
    #expect(abs(mine - want) <= 1e-9)
  }
}

/// Entities and persons as sets, with every figure from its definition.
private struct NaiveClusters {
  var records: [Int] = []
  private var entities: [Set<Int>] = []
  private var persons: [Set<Int>] = []

  init(_ made: MadeUpLinkage) {
    let person = made.left + made.right
    records = person.indices.filter { person[$0] >= 0 }
    var entity = person.indices.map { $0 }
    for link in made.links where link.decision == .link {
      let ends = (Int(link.left), Int(link.right) + made.leftCount)
      guard person[ends.0] >= 0, person[ends.1] >= 0 else { continue }
      let (keep, drop) = (entity[ends.0], entity[ends.1])
      for record in entity.indices where entity[record] == drop { entity[record] = keep }
    }
    entities = Dictionary(grouping: records) { entity[$0] }.values.map(Set.init)
    persons = Dictionary(grouping: records) { person[$0] }.values.map(Set.init)
  }

  private func mean(_ value: (Set<Int>, Set<Int>) -> Double) -> Double? {
    guard !records.isEmpty else { return nil }
    let sum = records.reduce(0.0) { sum, record in
      let entity = entities.first { $0.contains(record) } ?? []
      return sum + value(entity, persons.first { $0.contains(record) } ?? [])
    }
    return sum / Double(records.count)
  }

  var bcubedPrecision: Double? {
    mean { Double($0.intersection($1).count) / Double($0.count) }
  }

  var bcubedRecall: Double? {
    mean { Double($0.intersection($1).count) / Double($1.count) }
  }

  var pairPrecision: Double? {
    var (shared, all) = (0, 0)
    for (place, one) in records.enumerated() {
      for other in records[..<place]
      where entities.contains(where: { $0.contains(one) && $0.contains(other) }) {
        all += 1
        if persons.contains(where: { $0.contains(one) && $0.contains(other) }) { shared += 1 }
      }
    }
    return all > 0 ? Double(shared) / Double(all) : nil
  }

  var exactPrecision: Double? {
    guard !entities.isEmpty else { return nil }
    return Double(entities.count { persons.contains($0) }) / Double(entities.count)
  }

  var ceafEntityPrecision: Double? {
    guard !entities.isEmpty else { return nil }
    let best = best { 2 * Double($0.intersection($1).count) / Double($0.count + $1.count) }
    return best / Double(entities.count)
  }

  var ceafRecordShare: Double? {
    guard !records.isEmpty else { return nil }
    return best { Double($0.intersection($1).count) } / Double(records.count)
  }

  /// The greatest sum over all one-to-one pairings: by the set of persons already taken.
  private func best(_ value: (Set<Int>, Set<Int>) -> Double) -> Double {
    var sums: [UInt32: Double] = [0: 0]
    for entity in entities {
      var next = sums
      for (taken, sum) in sums {
        for (place, person) in persons.enumerated() where taken & (1 << UInt32(place)) == 0 {
          let key = taken | (1 << UInt32(place))
          next[key] = max(next[key] ?? 0, sum + value(entity, person))
        }
      }
      sums = next
    }
    return sums.values.max() ?? 0
  }
}
