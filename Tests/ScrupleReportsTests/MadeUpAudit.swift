import Foundation
import ScrupleAudit
import ScrupleGroundTruth
import ScrupleScoring

@testable import ScrupleReports

/// A small audit with flags, causes and a model, the same each time.
enum MadeUpAudit {
  /// Text that a file could hold, put wherever a report takes text from outside.
  static let plain = "plain"

  static func input(text: String = plain, hasFlags: Bool = true) throws -> ReportInput {
    var input = ReportInput(
      audit: try report(hasFlags: hasFlags, text: text), run: facts(text), model: model(text),
      notice: "Not evidence. \(text)", auditDigest: "0f" + text)
    if !hasFlags {
      input.run = nil
      return input
    }
    input.certificate = (certificate(text), [text])
    input.examples = PairExamples(
      isFull: false, pairs: [.init(pattern: 0, weight: 4.25, fields: [(text, text, text)])])
    return input
  }

  static func report(
    hasFlags: Bool = true, text: String = plain, projection: Int? = 800
  ) throws -> AuditReport {
    // Left record i is person i; the first 60 are in the register, where 40 strangers are too.
    let truth = GroundTruth(
      leftEntities: (0..<200).map { Int32($0) },
      rightEntities: (0..<60).map { Int32($0) } + (0..<40).map { Int32(1000 + $0) })
    var links: [ScoredLink] = []
    for left in 0..<100 {
      let isTrue = left < 55
      let right = isTrue ? left : left % 40 + 60
      let weight = isTrue ? 12 - Double(left % 11) * 1.5 : 6 - Double(left % 9) * 1.25
      links.append(
        ScoredLink(
          left: Int32(left), right: Int32(right), weight: weight,
          probability: weight > 4 ? 0.97 : 0.4, decision: weight > 1 ? .link : .possible))
    }
    var audited = AuditInput(
      links: links, truth: truth, candidatePairs: 900, truePairsAmongCandidates: 58)
    guard hasFlags else { return try AuditReport(auditing: audited) }
    audited.patterns = AgreementPatterns(
      comparisons: ["given_name", "surname", text],
      levels: [
        ["exact", "exact", text], ["exact", "initial", "missing"], ["all else", "exact", ""],
      ],
      ofLinks: links.map { $0.left < 55 ? 0 : $0.left % 2 + 1 })
    var report = try AuditReport(
      auditing: audited, flags: flags(), causes: causes(), groups: groups(text))
    if let projection { try report.growth.project(to: projection) }
    report.labelSample = labels()
    report.decoys = decoys
    return report
  }

  /// Eighty links, labelled by two reviewers who differ on a few.
  static func labels() -> LabelSampleEstimate {
    let strata = [
      LabelStratum(code: "a", name: "links", place: .links, size: 90, labels: 80),
      LabelStratum(code: "b", name: "possible links", place: .possibleLinks, size: 10, labels: 5),
    ]
    let plan = LabelPlan(
      claim: .falseLinkRate, atMost: 0.2, confidence: 0.95, seed: 1, strata: strata,
      run: AuditedRun(
        linksDigest: "", linksSHA256: "", leftRecords: 200, rightRecords: 100,
        candidatePairs: 900, links: 90))
    let rows = (0..<85).map { place -> LabelledRow in
      let answer: LabelAnswer = place % 9 == 0 ? .no : place % 20 == 7 ? .unsure : .yes
      return LabelledRow(
        stratum: place < 80 ? 0 : 1, reviewers: [answer, place % 30 == 1 ? .unsure : answer],
        adjudicated: answer)
    }
    return LabelSampleEstimate(plan, rows: rows, quality: (0.99, 0.98))
  }

  static let decoys = DecoyEstimate(
    level: 0.95, links: 90, linksBetweenDecoys: 0,
    sides: [
      DecoySide(side: "left", rows: 200, decoys: 40, perDecoy: [1, 1, 2], links: 90, level: 0.95),
      DecoySide(side: "right", rows: 100, decoys: 40, perDecoy: [], links: 90, level: 0.95),
    ])

  private static func groups(_ text: String) -> SubgroupInput {
    let names: [String?] = (0..<200).map { ["a " + text, "b", "c", nil][min($0 / 60, 3)] }
    let strata = SubgroupDimension(
      name: "surname commonness", basis: .strata, isDeclared: false,
      groups: (0..<200).map { $0 % 3 == 0 ? "1" : "2" })
    return SubgroupInput(
      dimensions: [
        SubgroupDimension(
          name: "origin " + text, basis: .recorded, isDeclared: true, groups: names),
        strata,
      ], standard: strata)
  }

  private static func certificate(_ text: String) -> Certificate {
    let persons = (0..<300).map { place in
      Certification.Person(flagged: [false, place < 1, place < 40], groups: place < 150 ? [0] : [])
    }
    let asked = Certification(
      weights: [30, 20, 10], persons: persons, groups: [text], ceiling: 0.05)
    return Certificate(
      asked, calibration: .init(citizens: 600, used: 300, seed: 7, share: 0.5),
      binding: .init(modelSHA256: text, specificationSHA256: "00", registryRecords: 100))
  }

  private static func flags() throws -> FlagErrors {
    let bookings = (0..<200).map { place -> BookingTruth? in
      if place == 199 { return nil }
      let isCitizen = place >= 30
      return BookingTruth(
        person: Int32(place / 2), citizenClass: isCitizen ? .bornHere : .noncitizen,
        status: isCitizen ? .citizen : .expired, isFlaggable: !isCitizen)
    }
    let flagged = Array(0..<20) + [40, 50, 199]
    return try FlagErrors(
      auditing: FlagAuditInput(
        bookings: bookings,
        flags: flagged.map { AuditedFlag(booking: Int32($0), records: [], basis: .link) }))
  }

  private static func causes() -> [CauseCount] {
    CauseCount.table(
      [
        (cause: .namesake, person: 20, isCitizen: true),
        (cause: .staleNaturalized, person: 25, isCitizen: true),
      ], level: 0.95)
  }

  private static func facts(_ text: String) -> RunFacts {
    var facts = RunFacts()
    facts.command = ["scruple", "link", text]
    facts.versions = [("Scruple", text)]
    facts.inputs = [
      .init(path: text, sha256: text, rows: 201, records: 200, rejectedRows: 1),
      .init(path: text, sha256: text, rows: 100, records: 100, rejectedRows: 0),
    ]
    facts.outputs = [(text, text)]
    facts.linksDigest = text
    facts.warnings = [text]
    return facts
  }

  private static func model(_ text: String) -> FellegiSunterModel {
    FellegiSunterModel(
      priorMatchProbability: 0.001,
      comparisons: [
        ComparisonModel(
          name: text,
          levels: [
            LevelModel(label: text, mProbability: 0.000001, uProbability: 0.9),
            LevelModel(label: "exact \(text)", mProbability: 0.999999, uProbability: 0.1),
          ], termFrequency: TermFrequencySettings()),
        ComparisonModel(
          name: "name",
          levels: [
            LevelModel(label: "all else", mProbability: 0.05, uProbability: 0.999999),
            LevelModel(label: "exact", mProbability: 0.95, uProbability: 0.0000001),
          ]),
      ],
      training: TrainingRecord(
        pairs: 20_000, iterations: 9, logLikelihood: -1, penalizedLogLikelihood: -1, starts: 3,
        startsThatAgreed: 3, startsLabelSwitched: 0, startsNotConverged: 0, warnings: [text]))
  }
}
