import Foundation
import ScrupleAudit
import Testing

@testable import ScrupleCLI

@Suite struct FigureTests {
  /// A small corpus, a run on it by a rule, and its audit beside two other rules; made once.
  static let audited: Result<URL, any Error> = Result {
    let folder = try Folder.temporary()
    let steps = [
      [
        "generate", "--recipe", "demo", "--seed", "3", "-o", "corpus", "--quiet", "--set",
        "population.people=1500", "--set", "population.bookings=600", "--set",
        "population.records=1500",
      ],
      ["link", "corpus/bookings.csv", "corpus/immigration_records.csv", "-o", "run", "--quiet"],
      [
        "audit", "run", "--corpus", "corpus", "-o", "run", "--rules",
        "exact-name-and-birth-date,iii-name-search", "--project", "3000", "--quiet",
      ],
    ]
    for step in steps {
      let outcome = try Program.run(step, in: folder)
      #expect(outcome.status == 0, "\(step[0]): \(outcome.errors)")
    }
    return folder
  }

  private func explained(_ arguments: [String]) throws -> Program.Outcome {
    try Program.run(["explain", "--figure"] + arguments, in: Self.audited.get())
  }

  private func report() throws -> AuditReport {
    let path = try Self.audited.get().appendingPathComponent("run/audit.json")
    return try JSONDecoder().decode(AuditReport.self, from: Data(contentsOf: path))
  }

  @Test func everyFigureHasAnIdOfItsOwnAndEveryRateIsMadeAgain() throws {
    let path = try Self.audited.get().appendingPathComponent("run/audit.json").path
    let audit = try AuditDocument(path: path)
    let ids = audit.figures.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    let wanted = [
      "pairwise.precision", "flags.citizenFlagRate", "flags.citizenFlagRate.usBorn",
      "subgroups.sex.F.fpir", "thresholds.lowestLink.recall", "blocking.pairCompleteness",
      "modelCheck.falseLinks.measured", "coincidence.observed", "rivals.iii-name-search.precision",
      "clusters.bcubedPrecision", "pairwise.counts.truePositives", "growth.projection.fpir.upper",
    ]
    for id in wanted { #expect(ids.contains(id), "\(id)") }
    for figure in audit.figures.all where figure.isRate {
      let account = FigureAccount(figure, audit: audit, files: [])
      #expect(account.checks.map(\.isSame) == [true], "\(figure.id): \(account.checks)")
    }
  }

  @Test func aFigureIsFoundAgainFromItsFiles() throws {
    let outcome = try explained(["flags.citizenFlagRate", "run", "--again"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("from count and total, by the named method: the same"))
    #expect(outcome.output.contains("from the run and its inputs: the same"))
    #expect(outcome.output.contains("corpus/labels.csv"))
    let rate = try #require(try report().flags.measured?.citizenFlagRate)
    #expect(outcome.output.contains("numerator    \(rate.count)\n"))
    let number = try explained(["clusters.bcubedPrecision", "run/audit.json", "--again"])
    #expect(number.status == 0 && number.output.contains("inputs: the same"), "\(number.errors)")
  }

  @Test func allFiguresAreFoundAgainFromTheirFiles() throws {
    let outcome = try explained(["all", "run", "--again"])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("differ    0\n") && outcome.output.contains("not done  0\n"))
  }

  @Test func aFigureThatWasChangedByHandIsFoundOut() throws {
    let folder = try Folder.temporary()
    let path = try Self.audited.get().appendingPathComponent("run/audit.json")
    var root = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any])
    var pairwise = try #require(root["pairwise"] as? [String: Any])
    var recall = try #require(pairwise["recall"] as? [String: Any])
    recall["count"] = try #require(recall["count"] as? Int) - 1
    pairwise["recall"] = recall
    root["pairwise"] = pairwise
    try JSONSerialization.data(withJSONObject: root)
      .write(to: folder.appendingPathComponent("audit.json"))
    let outcome = try explained(["pairwise.recall", folder.path])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("estimate: "), "\(outcome.output)")
    let all = try explained(["all", folder.path])
    #expect(all.status == 1 && all.output.contains("differs: pairwise.recall\n"), "\(all.output)")
  }

  @Test func aMistypedIdIsSuggested() throws {
    let outcome = try explained(["pairwise.precison", "run"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("Did you mean 'pairwise.precision'?"))
    #expect(try Program.run(["explain", "run", "--again"], in: Self.audited.get()).status == 64)
    let list = try explained(["list", "run"])
    #expect(list.status == 0 && list.output.contains("pairwise.precision "))
  }

  @Test func rulesStandInOneTableWithTheModel() throws {
    let report = try report()
    #expect(report.rivals.map(\.name) == ["run", "exact-name-and-birth-date", "iii-name-search"])
    #expect(report.rivals[0].isSubject && report.rivals[0].precision == report.pairwise.precision)
    #expect(report.rivals.allSatisfy { $0.citizenFlagRate != nil })
    // The same rule linked and audited by itself.
    let folder = try Self.audited.get()
    let rule = Program.repository.appendingPathComponent(
      "Corpora/Specifications/iii-name-search.toml")
    let text = try String(contentsOf: rule, encoding: .utf8) + LoadedSpecification.practice
    try text.write(
      to: folder.appendingPathComponent("rule.toml"), atomically: true, encoding: .utf8)
    let linked = try Program.run(
      [
        "link", "corpus/bookings.csv", "corpus/immigration_records.csv", "-o", "ruled",
        "--specification", "rule.toml", "--quiet",
      ], in: folder)
    #expect(linked.status == 0, "\(linked.errors)")
    let outcome = try Program.run(
      ["audit", "run", "--corpus", "corpus", "--beside", "ruled", "--json"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let other = try JSONDecoder().decode(AuditReport.self, from: Data(outcome.output.utf8))
    #expect(other.rivals.count == 2)
    let (mine, theirs) = (report.rivals[2], other.rivals[1])
    #expect(mine.precision == theirs.precision && mine.recall == theirs.recall)
    #expect(mine.fpir == theirs.fpir && mine.flags == theirs.flags)
    #expect(mine.citizenFlagRate == theirs.citizenFlagRate)
  }

  @Test func runsOfOtherFilesAreRefused() throws {
    let folder = try Self.audited.get()
    let other = try Sample.run.get().folder.appendingPathComponent("out").path
    let outcome = try Program.run(
      ["audit", "run", "--corpus", "corpus", "--beside", other], in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains("is of other files"))
    let unknown = try Program.run(
      ["audit", "run", "--corpus", "corpus", "--rules", "iii-name-serch"], in: folder)
    #expect(unknown.status == 64 && unknown.errors.contains("'iii-name-search'"))
  }

  @Test func theModelIsCheckedOnThePersonsThatACertificateDoesNotUse() throws {
    let check = try #require(try report().modelCheck)
    #expect(check.split.seed == 1 && check.split.share == 0.5)
    #expect(check.split.heldOutRecords > 200 && check.split.otherRecords > 200)
    #expect(check.labelsUsedFor.hasPrefix("nothing"))
    #expect(check.heldOut.pairs > 0 && check.heldOut.brierScore != nil)
    let coincidence = try #require(try report().coincidence)
    #expect(try #require(coincidence.expected).upper >= coincidence.expected?.lower ?? 1)
    #expect(coincidence.projection?.records == 3000)
    let page = try Program.run(["audit", "run", "--corpus", "corpus"], in: Self.audited.get())
    #expect(page.output.contains("The model checked"))
    #expect(page.output.contains("Strangers of one full name and birth date"))
  }
}
