import Scruple
import ScrupleAudit
import ScrupleExecution
import ScrupleFormats

/// A run whose thresholds are tested: linked again with its own model, then flagged at each.
struct CertifiedRun {
  private let command: CertifyCommand
  private let flags: ThresholdFlags
  private let labels: CitizenLabels
  private let binding: Certificate.Binding
  private let linkBits: Double

  init(_ command: CertifyCommand, _ talk: Talk) throws {
    self.command = command
    let folder = try RunFolder(path: command.folder)
    let parallelism = Parallelism(threadCount: command.threads)
    let model = try LoadedModel(path: folder.output("model.json"))
    let specification = try HashedFile(
      path: "specification.toml",
      sha256: SHA256Digest.hexadecimal(ofFile: folder.output("specification.toml")))
    let files = try folder.inputs(
      left: command.left, right: command.right, parallelism: parallelism)
    guard !files.isEmpty else {
      throw Failure("The run had no record on one side: there is nothing to certify.")
    }
    let options = LinkageOptions(seed: folder.manifest.seed, parallelism: parallelism)
    let prepared = try PreparedLinkage(
      left: files.files.left.table, right: files.files.right.table,
      specification: files.specification, options: options)
    guard prepared.rules == nil else {
      throw Failure("The run was decided by rules, which give no weights: there is no threshold.")
    }
    let result = try Linkage(options: options).run(prepared: prepared, model: model.model).linked
    guard
      let flags = try ThresholdFlags(
        result, left: files.files.left.table, right: files.files.right.table)
    else {
      throw Failure(
        "The run makes no flags: a certificate bounds how many citizens are flagged.")
    }
    self.flags = flags
    linkBits = files.specification.decision.linkBits
    labels = try CitizenLabels(
      path: command.labels ?? (command.corpus ?? "") + "/labels.csv",
      left: RecordIds(left: prepared), by: command.by,
      persons: command.corpus.map { $0 + "/persons_truth.csv" })
    binding = Certificate.Binding(
      modelSHA256: model.file.sha256, specificationSHA256: specification.sha256,
      registryRecords: prepared.records.rightCount)
    if labels.unknownBookings > 0 {
      talk.say(
        "\(TerminalText.count(labels.unknownBookings, "label")) of bookings that the file does not "
          + "have; left out.")
    }
  }

  /// Tests the thresholds.
  func certificate() -> Certificate {
    let chosen = labels.calibration(seed: command.seed, share: command.share)
    let weights = Self.grid(downTo: linkBits)
    var persons = chosen.map {
      Certification.Person(flagged: [], groups: $0.groups)
    }
    var isFlagged = [Bool]()
    for weight in weights {
      let flagged = flags.flagged(atLeast: weight)
      isFlagged = [Bool](repeating: false, count: flags.bookingCount)
      for booking in flagged { isFlagged[booking] = true }
      for index in chosen.indices {
        persons[index].flagged.append(chosen[index].bookings.contains { isFlagged[$0] })
      }
    }
    return Certificate(
      Certification(
        weights: weights, persons: persons, groups: labels.groups, ceiling: command.ceiling,
        confidence: command.confidence),
      calibration: Certificate.Calibration(
        citizens: labels.citizens.count, used: chosen.count, seed: command.seed,
        share: command.share),
      binding: binding)
  }

  /// Thresholds fixed before any label is seen: every half bit from 60 down to the run's own, which
  /// is the last.
  static func grid(downTo least: Double) -> [Double] {
    let halves = stride(from: 60.0, through: -60.0, by: -0.5)
    return halves.filter { $0 > least } + [least]
  }
}
