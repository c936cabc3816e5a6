import Scruple
import ScrupleExecution
import ScrupleFormats
import ScrupleNormalization
import ScrupleScoring

/// A linkage run as the command line knows it, from reading to its manifest.
struct LinkRun {
  private(set) var inputs: RunFiles
  let model: LoadedModel?
  let options: LinkageOptions
  private(set) var stages: [StageSeconds] = []

  /// Reads the inputs and the model.
  init(
    _ input: InputArguments, work: WorkArguments, memory: MemoryCap? = nil,
    blocking: BlockingArguments? = nil, model path: String? = nil,
    rejects: RejectFile? = nil, progress: ProgressTalk,
    decision: (inout DecisionSpecification) -> Void = { _ in }
  ) throws {
    let parallelism = Parallelism(threadCount: work.threads)
    options = LinkageOptions(
      seed: work.seed, parallelism: parallelism, memory: memory,
      progress: { progress.report($0, $1) })
    let start = ProcessResources.monotonicSeconds()
    progress.report(.read, 0)
    model = try path.map { try LoadedModel(path: $0) }
    var inputs = try RunFiles(input, parallelism: parallelism, rejects: rejects)
    progress.end()
    if let blocking { inputs.specification.apply(blocking) }
    decision(&inputs.specification.decision)
    inputs.closeColumns()
    try memory?.check()
    self.inputs = inputs
    stages = [
      StageSeconds(stage: .read, seconds: ProcessResources.monotonicSeconds() - start)
    ]
  }

  /// Normalizes and blocks; nil where a file has no record.
  ///
  /// The columns as read are let go in between, but for those that the outputs need.
  mutating func prepared() throws -> PreparedLinkage? {
    if inputs.isEmpty { return nil }
    let normalized = try NormalizedFiles(
      left: inputs.files.left.table, right: inputs.files.right.table,
      specification: inputs.specification, options: options)
    inputs.letGoOfColumns()
    return try PreparedLinkage(
      normalized, specification: inputs.specification, options: options)
  }

  /// Links by the rules of the specification, or by a model.
  func result(_ prepared: PreparedLinkage) throws -> LinkedPairs {
    if prepared.rules != nil {
      return try Linkage(options: options).runRules(prepared: prepared, model: model?.model)
    }
    return try modelResult(prepared).linked
  }

  /// Trains where no model was given, and scores.
  ///
  /// Files too small to learn from are linked by general assumptions, which the
  /// manifest then says.
  private func modelResult(_ prepared: PreparedLinkage) throws -> LinkageResult {
    let linkage = Linkage(options: options)
    let (pairs, overflow) = prepared.records.leftCount.multipliedReportingOverflow(
      by: prepared.records.rightCount)
    if model == nil, !overflow, pairs <= AssumedModel.smallestTrainingPairs {
      return try linkage.run(prepared: prepared, model: AssumedModel.model(for: prepared))
    }
    do {
      return try linkage.run(prepared: prepared, model: model?.model)
    } catch  where model == nil && Self.isTooSmall(error, prepared) {
      return try linkage.run(prepared: prepared, model: AssumedModel.model(for: prepared))
    }
  }

  /// The flags that follow from the links; nil where there is nothing to make them of.
  func flags(_ result: LinkedPairs) throws -> RunFlags? {
    try RunFlags(result, left: inputs.files.left.table, right: inputs.files.right.table)
  }

  private static func isTooSmall(_ error: any Error, _ prepared: PreparedLinkage) -> Bool {
    // Where no pair is compared, no model is needed to say that there is no link.
    if case LinkageError.tooLittleToTrain = error { return true }
    let records = prepared.records
    let (pairs, overflow) = records.leftCount.multipliedReportingOverflow(by: records.rightCount)
    guard !overflow, pairs <= AssumedModel.maximumPairs else { return false }
    switch error {
    case ScoringError.noPairs, ScoringError.labelSwitch,
      ScoringError.notConverged:
      return true
    default: return false
    }
  }

  /// The manifest of what has been done so far.
  func manifest(
    _ prepared: PreparedLinkage?, _ result: LinkedPairs? = nil, command: [String]
  ) -> RunManifest {
    var manifest = RunManifest(
      command: command, workingFolder: WorkingFolder.path, tool: BuildIdentity.versions)
    manifest.seed = options.seed
    manifest.threads = options.parallelism.threadCount
    manifest.left = inputFile(isLeft: true)
    manifest.right = inputFile(isLeft: false)
    manifest.givenSpecification = inputs.given
    manifest.givenModel = model?.file
    manifest.truthColumn = inputs.truthColumn
    manifest.counts.allPairs = manifest.left.records * manifest.right.records
    if let prepared { fill(&manifest, prepared) }
    if let result { fill(&manifest, result) }
    manifest.stages =
      stages
      + (result?.timings ?? prepared?.timings ?? StageTimings()).seconds.map {
        StageSeconds(stage: $0.stage, seconds: $0.seconds)
      }
    manifest.memoryLimitBytes = options.memory?.limit
    manifest.spilledBytes = options.memory?.spilledBytes
    manifest.peakMemoryBytes = ProcessResources.peakResidentBytes()
    return manifest
  }

  private func fill(_ manifest: inout RunManifest, _ prepared: PreparedLinkage) {
    manifest.normalization = prepared.summary
    manifest.blocking = prepared.candidates.costs.map { BlockingRuleCounts($0, ownPairs: nil) }
    manifest.counts.skippedPairs = manifest.blocking.reduce(0) { sum, rule in
      let (total, overflow) = sum.addingReportingOverflow(rule.skippedPairs)
      return overflow ? .max : total
    }
  }

  private func fill(_ manifest: inout RunManifest, _ result: LinkedPairs) {
    let counts = result.counts
    for (index, own) in counts.candidatePairsPerRule.enumerated()
    where index < manifest.blocking.count {
      manifest.blocking[index].ownPairs = own
    }
    manifest.counts.candidatePairs = counts.candidatePairs
    manifest.counts.links = counts.links
    manifest.counts.possibleLinks = counts.possibleLinks
    manifest.counts.nonLinks = counts.candidatePairs - counts.links - counts.possibleLinks
    manifest.counts.ambiguous = counts.ambiguous
    manifest.counts.leftRecordsNeverCompared = counts.leftRecordsNeverCompared
    if let rules = result.rules {
      manifest.rules = rules
      manifest.warnings = RuleReport.warnings(rules)
    } else if model == nil {
      manifest.warnings = result.model?.training?.warnings ?? [AssumedModel.warning]
      if counts.candidatePairs == 0 { manifest.warnings = [AssumedModel.nothingCompared] }
    }
    manifest.claimedFalseLinks =
      result.model == nil
      ? nil
      : result.links.reduce(0) { sum, link in
        guard link.decision == .link, let bits = link.matchWeight else { return sum }
        return sum + Probability(logOdds: bits).complement
      }
  }

  private func inputFile(isLeft: Bool) -> InputFile {
    let read = isLeft ? inputs.files.left : inputs.files.right
    let source = isLeft ? inputs.specification.left : inputs.specification.right
    var file = InputFile()
    file.path = read.table.source
    file.sha256 = read.sha256
    file.byteCount = read.byteCount
    file.format = read.sniffed.format.rawValue
    file.delimiter = read.sniffed.delimiter?.name
    file.encoding = read.sniffed.encoding.rawValue
    file.isCompressed = read.sniffed.isCompressed
    file.collectsRejects = inputs.collectsRejects
    file.rows = read.rowsIn
    file.rejectedRows = read.rejections
    file.blankLines = read.blankLines
    file.records = read.rowsAccepted
    file.idColumn = source.idColumn
    file.columns = inputs.decisions(isLeft: isLeft)
    return file
  }
}
