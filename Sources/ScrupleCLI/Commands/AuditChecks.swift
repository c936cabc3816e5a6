import Scruple
import ScrupleAudit
import ScrupleExecution
import ScrupleFormats
import ScrupleGroundTruth
import ScrupleRecords

/// What an audit looks at beyond links and flags, kept from when its files were read.
struct AuditContext {
  /// The row of each left position.
  var leftRows: [Int]
  /// The row of each right position.
  var rightRows: [Int]
  /// What a corpus knows; nil without one.
  var corpus: CorpusTruth?
  /// The run; nil for somebody else's links.
  var run: RunFolder?
  /// The run's records; nil for somebody else's links.
  var prepared: PreparedLinkage?
  /// The id of the left record at a position.
  var leftId: (Int) -> String
}

extension AuditSubject {
  /// The input with persons as the corpus knows them, and with what a check of the model needs.
  ///
  /// - Parameter isWhole: false for a rival, which is compared and not looked into.
  func checkedInput(_ command: AuditCommand, isWhole: Bool = true) throws -> AuditInput {
    var input = input
    if let corpus = context.corpus {
      input.leftPersons = corpus.bookings.map { $0?.person ?? -1 }
      input.rightPersons = corpus.recordPersons.map { $0.first ?? -1 }
    }
    guard isWhole else { return input }
    let split = PersonSplit.heldOut(
      seed: command.splitSeed, truth: input.truth, corpus: context.corpus, leftId: context.leftId)
    var check = ModelCheckInput(split: split)
    if context.run == nil {
      check.labelsUsedFor = "we do not know what: the links are somebody else's"
    } else if context.run?.manifest.command.contains("--certificate") == true {
      check.labelsUsedFor = "a threshold, certified on the other part"
    }
    check.dependence = try dependence(command)
    input.modelCheck = check
    return input
  }

  private func dependence(_ command: AuditCommand) throws -> DependenceResidual? {
    guard let prepared = context.prepared, let run = context.run,
      let path = try run.outputIfWritten("model.json")
    else { return nil }
    return try DependenceSurvey.largest(
      in: prepared, model: LoadedModel(path: path).model, truth: input.truth,
      options: LinkageOptions(
        seed: run.manifest.seed, parallelism: Parallelism(threadCount: command.threads)),
      level: command.level)
  }

  /// Strangers who share a name and a birth date; nil where the files do not tell.
  func coincidence(_ command: AuditCommand) -> CoincidentalAgreement? {
    guard let prepared = context.prepared,
      let counts = CoincidenceSurvey.counts(of: prepared, truth: input.truth)
    else { return nil }
    var found = CoincidentalAgreement(
      counts, registryRecords: prepared.records.rightCount, level: command.level)
    if let records = command.project { found.project(to: records) }
    return found
  }
}
