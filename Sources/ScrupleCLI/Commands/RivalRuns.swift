import Scruple
import ScrupleAudit
import ScrupleExecution
import ScrupleFormats
import ScrupleGroundTruth

/// Other linkages of the files of an audit, judged by the same truth.
struct RivalRuns {
  let command: AuditCommand
  let subject: AuditSubject
  let parallelism: Parallelism

  /// The rows of all: the linkage that is audited first, then other runs, then documented rules.
  ///
  /// **Shape**: empty where nothing is to be held beside it.
  func rows(beside report: AuditReport) throws -> [RivalRow] {
    let others = try command.beside.map(row) + command.ruleNames.map(rule)
    guard !others.isEmpty else { return [] }
    let name = command.folder ?? command.links ?? ""
    return [RivalRow(Self.short(name), isSubject: true, of: report)] + others
  }

  /// Another run of the same files.
  private func row(_ path: String) throws -> RivalRow {
    let folder = try RunFolder(path: path)
    if let own = subject.context.run?.manifest,
      own.left.sha256 != folder.manifest.left.sha256
        || own.right.sha256 != folder.manifest.right.sha256
    {
      throw Failure(
        "The run in \(TerminalText.quoted(path)) is of other files: rates of different files do "
          + "not stand in one table. Link the same files again.")
    }
    var other = command
    other.flags = nil
    other.subgroup = []
    other.repairs = false
    let subject = try AuditSubject(folder: folder, other, parallelism)
    let report = try AuditReport(
      auditing: subject.checkedInput(other, isWhole: false), flags: subject.flags?.errors)
    return RivalRow(Self.short(path), of: report)
  }

  /// A documented rule on the same files.
  private func rule(_ name: String) throws -> RivalRow {
    let specification = try LoadedSpecification(rule: name)
    let truthColumn = subject.context.run?.manifest.truthColumn ?? command.truthColumn
    let paths = try subject.context.run.map {
      try $0.places(left: command.left, right: command.right)
    }
    let files = try RunFiles(
      left: paths?.left ?? command.left ?? "", right: paths?.right ?? command.right ?? "",
      specification: specification, encoding: nil,
      truthColumn: truthColumn, parallelism: parallelism,
      onReject: { _, _ in })
    let options = LinkageOptions(
      seed: subject.context.run?.manifest.seed ?? 1, parallelism: parallelism)
    let (left, right) = (files.files.left.table, files.files.right.table)
    let prepared = try PreparedLinkage(
      left: left, right: right, specification: files.specification, options: options)
    let linked = try Linkage(options: options).runRules(prepared: prepared)
    let places = try Places(prepared, subject.context)
    var input = try subject.checkedInput(command, isWhole: false)
    input.links = linked.links.map {
      ScoredLink(
        left: places.left[Int($0.left)], right: places.right[Int($0.right)], weight: 0,
        probability: .nan)
    }
    input.patterns = nil
    input.candidatePairs = nil
    input.candidateMates = nil
    let flags = try RunFlags(linked, left: left, right: right)
    let report = try AuditReport(auditing: input, flags: errors(flags, places))
    return RivalRow(name, of: report)
  }

  private func errors(_ flags: RunFlags?, _ places: Places) throws -> FlagErrors? {
    guard let flags, let corpus = subject.context.corpus else { return nil }
    let audited = flags.decisions.flags.map {
      AuditedFlag(booking: places.left[$0.booking], records: [], basis: .link)
    }
    return try FlagErrors(
      auditing: FlagAuditInput(bookings: corpus.bookings, flags: audited, level: command.level))
  }

  private static func short(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// Where the audit has the records of another preparation of the same files.
private struct Places {
  let left: [Int32]
  let right: [Int32]

  init(_ prepared: PreparedLinkage, _ context: AuditContext) throws {
    left = try Self.places(prepared.leftRows, context.leftRows)
    right = try Self.places(prepared.rightRows, context.rightRows)
  }

  private static func places(_ rows: [Int], _ known: [Int]) throws -> [Int32] {
    var placeOfRow = [Int32](repeating: -1, count: (known.max() ?? -1) + 1)
    for (place, row) in known.enumerated() { placeOfRow[row] = Int32(place) }
    return try rows.map { row in
      guard placeOfRow.indices.contains(row), placeOfRow[row] >= 0 else {
        throw Failure("The files have other records than when they were linked.")
      }
      return placeOfRow[row]
    }
  }
}

extension AuditCommand {
  /// The documented rules that were asked for.
  var ruleNames: [String] {
    rules.flatMap { $0.split(separator: ",").map(String.init) }
  }
}

extension LoadedSpecification {
  /// Flags without the care that ours take: nothing vetoes, nothing is stale.
  static let practice = """

    [flags]
    vetoes = []
    stale-after-days = 36500

    """

  /// A bundled rule, which takes every record at its word unless it says otherwise.
  ///
  /// - Throws: `Failure` for an unknown name, with the near miss.
  init(rule name: String) throws {
    guard let text = BundledSpecifications.text(of: name) else {
      throw Failure(
        "There is no rule \(TerminalText.quoted(name))."
          + NearMiss.hint(for: name, among: BundledSpecifications.names),
        status: Failure.usage)
    }
    let whole = text.contains("[flags]") ? text : text + Self.practice
    do {
      specification = try SpecificationFile(reading: whole, format: .toml)
    } catch {
      throw FaultySpecification(path: name, faults: error)
    }
    file = HashedFile(path: name, sha256: SHA256Digest.hexadecimal(of: Array(whole.utf8)))
  }
}
