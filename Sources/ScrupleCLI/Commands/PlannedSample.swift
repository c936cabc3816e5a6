import Scruple
import ScrupleAudit
import ScrupleBlocking
import ScrupleExecution
import ScrupleFormats

/// A run, or somebody else's links, from which a sample of labels is drawn.
struct PlannedSample {
  private let command: AuditPlanCommand
  /// The run with its records; nil for somebody else's links.
  private let run: (folder: RunFolder, prepared: PreparedLinkage)?
  private let left: RecordIds
  private let right: RecordIds
  private let leftId: (Int) -> String
  private let rightId: (Int) -> String
  private let links: [ScoredLink]
  private let parallelism: Parallelism
  private let groups: LabelGroups?
  /// What the sample is drawn from.
  private let audited: AuditedRun
  /// What is worth saying of the files.
  let remarks: [String]

  init(_ command: AuditPlanCommand) throws {
    if let links = command.links {
      try self.init(command, links: links)
    } else {
      try self.init(command, folder: RunFolder(path: command.folder ?? ""))
    }
  }

  private init(_ command: AuditPlanCommand, folder: RunFolder) throws {
    self.command = command
    parallelism = Parallelism(threadCount: command.threads)
    let linksPath = try folder.output("links.csv")
    let files = try folder.inputs(
      left: command.left, right: command.right, parallelism: parallelism)
    guard !files.isEmpty else { throw Self.nothing(command.claim) }
    let prepared = try PreparedLinkage(
      left: files.files.left.table, right: files.files.right.table,
      specification: Self.lowered(files.specification),
      options: LinkageOptions(seed: folder.manifest.seed, parallelism: parallelism))
    run = (folder, prepared)
    left = RecordIds(left: prepared)
    right = RecordIds(right: prepared)
    (leftId, rightId) = (prepared.leftId, prepared.rightId)
    links = try LinksFile(path: linksPath, left: left, right: right).links
    groups = try AuditGroups.recorded(
      command.subgroup.map { [$0] } ?? [], files.files.left, rows: prepared.leftRows
    ).first.map(LabelGroups.init)
    audited = AuditedRun(folder.manifest)
    remarks = []
  }

  private init(_ command: AuditPlanCommand, links path: String) throws {
    self.command = command
    parallelism = Parallelism(threadCount: command.threads)
    if [path, command.left, command.right].count(where: { $0 == "-" }) > 1 {
      throw LinkageError.bothFromStandardInput
    }
    let given = try GivenLinks(
      links: path, left: command.left ?? "", right: command.right ?? "",
      idColumn: command.idColumn, threshold: command.threshold)
    run = nil
    (left, right) = (given.leftIds, given.rightIds)
    (leftId, rightId) = (given.leftId, given.rightId)
    links = given.list.links
    groups = try AuditGroups.recorded(
      command.subgroup.map { [$0] } ?? [], given.left, rows: Array(0..<left.count)
    ).first.map(LabelGroups.init)
    // Standard input cannot be read twice.
    let digest = path == "-" ? "" : try SHA256Digest.hexadecimal(ofFile: path)
    audited = AuditedRun(
      linksDigest: "", linksSHA256: digest, leftRecords: left.count, rightRecords: right.count,
      candidatePairs: 0, links: links.count { $0.decision == .link })
    remarks =
      given.remarks
      + (given.list.unknownRows > 0
        ? [
          "\(TerminalText.count(given.list.unknownRows, "row")) of the links name a record that the "
            + "files do not have; left out."
        ] : [])
  }

  /// Plans and draws.
  func draw() throws -> (LabelPlan, LabelSampleTable) {
    let frame = try frame()
    guard frame.strata.contains(where: \.place.isDecided) else { throw Self.nothing(command.claim) }
    var plan = LabelPlan(
      claim: command.claim, atMost: command.atMost, confidence: command.confidence,
      seed: command.seed, strata: frame.strata, designEffect: command.designEffect,
      run: audited)
    if let atMost = command.atMost {
      plan.sizes = AcceptanceSize.all(
        rulingOut: atMost, confidence: command.confidence, designEffect: command.designEffect)
    }
    let wanted =
      command.labels ?? plan.sizes.first { $0.allowedErrors == 5 }?.unitsInClusters ?? 400
    plan.strata = LabelAllocation.sharing(wanted, over: frame.strata)
    plan.method = LabelAllocation.words
    let units = frame.draw(plan.strata, seed: command.seed)
    var rows = units.enumerated().flatMap { stratum, units in
      units.map { row($0, stratum: stratum) }
    }
    if let known = command.known {
      let controls = try KnownPairs(
        path: known, left: left, right: right, question: plan.question
      ).draw(command.controls, besides: Set(units.joined()), seed: command.seed)
      plan.controls = controls.count
      rows += controls.enumerated().map { number, control in
        row(
          control.unit, stratum: Self.disguise(number, plan), known: control.answer)
      }
    }
    let sample = LabelSampleTable(shuffling: rows, seed: command.seed)
    plan.sampleDigest = sample.digest(plan)
    return (plan, sample)
  }

  private func frame() throws -> LabelFrame {
    var frame = LabelFrame(
      leftCount: left.count, rightCount: right.count, parallelism: parallelism)
    let bands = command.bands ?? (command.atMost == nil ? 3 : 1)
    switch command.claim {
    case .precision, .falseLinkRate:
      frame.addLinks(links, bands: bands, groups: groups)
    case .recall:
      guard let run else { throw Self.nothing(command.claim) }
      frame.addLinks(links, bands: bands, groups: groups)
      frame.addPossible(links, near: try near(run.folder, run.prepared))
      try frame.addUnlistedPairs(
        of: run.prepared, candidatePairs: run.folder.manifest.counts.candidatePairs)
    case .fnir:
      // Each further stratum takes a share of the error; linked records are not what is in doubt.
      frame.addRecords(links, leftCount: left.count, bands: command.bands ?? 1)
    case .citizenFlagRate:
      guard let path = try run?.folder.outputIfWritten("flags.csv") else {
        throw Failure(
          "The run in \(TerminalText.quoted(command.folder ?? "")) made no flags: its files lack the "
            + "columns for them. Choose another claim.")
      }
      let flags = try FlagsFile(path: path, left: left, right: right).rows
      frame.addBookings(flagged: Set(flags.map(\.flag.booking)), leftCount: left.count)
    }
    return frame
  }

  /// The pairs that the run's model weighs, and that are not far below its threshold.
  private func near(
    _ folder: RunFolder, _ prepared: PreparedLinkage
  ) throws -> [NearPair] {
    guard prepared.rules == nil else { return [] }
    let model = try LoadedModel(path: folder.output("model.json")).model
    let options = LinkageOptions(seed: folder.manifest.seed, parallelism: parallelism)
    return try Linkage(options: options).run(prepared: prepared, model: model).links.map {
      NearPair(
        unit: LabelUnit(left: Int32($0.left), right: Int32($0.right)),
        probability: $0.matchProbability ?? 0)
    }
  }

  /// The specification of the run, with all pairs down to ten bits below the threshold kept; what
  /// the run decided is taken from its links.
  private static func lowered(_ specification: LinkageSpecification) -> LinkageSpecification {
    var lowered = specification
    lowered.decision.possibleWeight = specification.decision.linkBits - 10
    lowered.decision.assignment = .none
    lowered.decision.ambiguityMargin = 0
    return lowered
  }

  private func row(
    _ unit: LabelUnit, stratum: Int, known: LabelAnswer? = nil
  ) -> LabelSampleTable.Row {
    LabelSampleTable.Row(
      stratum: stratum, leftId: leftId(Int(unit.left)),
      rightId: unit.right.map { rightId(Int($0)) } ?? "", known: known)
  }

  /// The stratum that a control seems to be of, so that nobody can tell it from the others.
  private static func disguise(_ number: Int, _ plan: LabelPlan) -> Int {
    let random = CounterRandom(seed: plan.seed, stream: 0x5A3B_1E02)
    var place = random.value(at: UInt64(number), below: max(plan.labels, 1))
    for (stratum, planned) in plan.strata.enumerated() {
      if place < planned.labels { return stratum }
      place -= planned.labels
    }
    return 0
  }

  private static func nothing(_ claim: LabelClaim) -> LabelSampleError {
    .nothingToDraw(claim: claim.rawValue)
  }
}

extension AuditedRun {
  /// The name of a run.
  init(_ manifest: RunManifest) {
    self.init(
      linksDigest: manifest.linksDigest,
      linksSHA256: manifest.outputs.first { $0.path == "links.csv" }?.sha256 ?? "",
      leftRecords: manifest.left.records, rightRecords: manifest.right.records,
      candidatePairs: manifest.counts.candidatePairs, links: manifest.counts.links)
  }
}
