import ArgumentParser
import Scruple
import ScrupleAudit
import ScrupleFormats

/// `scruple audit --decoys`: false links estimated by links to decoys, without a truth.
struct DecoyAudit {
  private let command: AuditCommand
  private let key: String
  private let folder: String
  private let manifest: DecoyManifest

  /// Refuses what needs a truth.
  static func validate(_ command: AuditCommand) throws {
    if command.truth != nil || command.truthColumn != nil || command.corpus != nil {
      throw ValidationError(
        "--decoys need no truth: leave out --truth, --truth-column and --corpus.")
    }
    if command.flags != nil || !command.subgroup.isEmpty || command.project != nil
      || command.county != nil
    {
      throw ValidationError(
        "--decoys tell of links alone: leave out --flags, --subgroup, --project and --county.")
    }
    if command.folder != nil && command.threshold != nil {
      throw ValidationError("--threshold is for --links: a run has made its decisions.")
    }
    if !(command.level > 0 && command.level < 1) {
      throw ValidationError("--level must lie between 0 and 1, not \(command.level).")
    }
  }

  init(_ command: AuditCommand, key: String) throws {
    self.command = command
    self.key = key
    let parts = key.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    folder = parts.isEmpty ? "." : parts.joined(separator: "/")
    let file = folder + "/decoys.json"
    guard WorkingFolder.exists(file) else {
      throw Failure(
        "There is no decoys.json beside \(TerminalText.quoted(key)). Name decoys.csv in the folder "
          + "that 'scruple decoys' wrote.")
    }
    do {
      manifest = try JSONText.value(DecoyManifest.self, from: WholeFile(path: file).bytes)
    } catch let error as DecodingError {
      throw Failure(
        "\(TerminalText.quoted(file)) cannot be used: \(JSONFault.words(for: error)). "
          + "Make the decoys again with 'scruple decoys'.")
    }
    guard try SHA256Digest.hexadecimal(ofFile: key) == manifest.key.sha256 else {
      throw LabelSampleError.otherDecoys(file: key, decoys: file)
    }
  }

  func run() throws {
    let talk = Talk(isQuiet: command.quiet || command.json)
    let links = try linksPath()
    let flags = try command.folder.flatMap { try RunFolder(path: $0).outputIfWritten("flags.csv") }
    if let output = command.output, !command.force {
      for name in [Self.cleanLinks] + (flags == nil ? [] : [Self.cleanFlags])
      where WorkingFolder.exists(output + "/" + name) {
        throw FormatError.outputExists(path: output + "/" + name)
      }
    }
    let section = try command.output.map {
      try SectionFile(folder: $0, replacing: command.force)
    }
    let found = try found(links: links)
    if found.unknownRows > 0 {
      talk.say(
        "\(TerminalText.count(found.unknownRows, "row")) of the links name a record that the files "
          + "with decoys do not have; left out.")
    }
    if let section, let output = command.output {
      let source = try source(AuditCommand.words, links: links)
      try section.write {
        $0.decoys = found.estimate
        $0.sources["decoys"] = source
      }
      talk.say(try write(to: output, links: links, flags: flags))
    }
    if command.json {
      try StandardOutput.write(json: found.estimate)
    } else {
      try StandardOutput.write(DecoyText.render(found.estimate))
    }
  }

  /// The estimate alone.
  func estimate() throws -> DecoyEstimate { try found(links: linksPath()).estimate }

  private func found(links: String) throws -> DecoyLinks {
    try DecoyLinks(
      links: links, folder: folder, key: key, manifest: manifest,
      threshold: command.threshold.map(LinksFile.Threshold.init), level: command.level)
  }

  private func source(_ words: [String], links: String) throws -> AuditSource {
    var files = [("left", folder + "/" + manifest.left.copy.path)]
    files += [("right", folder + "/" + manifest.right.copy.path)]
    files += [("key", key), ("decoys", folder + "/decoys.json")]
    if links != "-" { files.append(("links", links)) }
    return AuditSource(words: words, files: try files.map(AuditCommand.hashed))
  }

  private static let cleanLinks = "links-without-decoys.csv"
  private static let cleanFlags = "flags-without-decoys.csv"

  /// Writes the links, and the flags of a run, that rest on no decoy; says so.
  private func write(to output: String, links: String, flags: String?) throws -> [String] {
    try ReportFiles.write(
      DecoyLinks.cleaned(links: links), to: output + "/" + Self.cleanLinks,
      replacing: command.force)
    let place = TerminalText.quoted(output)
    guard let flags else {
      return ["Wrote the section decoys of audit.json and \(Self.cleanLinks) to \(place)."]
    }
    let cleaned = try DecoyLinks.cleaned(flags: flags)
    try ReportFiles.write(
      cleaned.bytes, to: output + "/" + Self.cleanFlags, replacing: command.force)
    return [
      "Wrote the section decoys of audit.json, \(Self.cleanLinks) and \(Self.cleanFlags) to "
        + "\(place); \(TerminalText.count(cleaned.leftOut, "flag")) rested on a decoy and "
        + (cleaned.leftOut == 1 ? "is left out." : "are left out.")
    ]
  }

  /// The links: given, or those of a run on the files with decoys.
  private func linksPath() throws -> String {
    guard let run = command.folder else { return command.links ?? "" }
    let folder = try RunFolder(path: run)
    guard folder.manifest.left.sha256 == manifest.left.copy.sha256,
      folder.manifest.right.sha256 == manifest.right.copy.sha256
    else { throw LabelSampleError.otherDecoys(file: run, decoys: key) }
    return try folder.output("links.csv")
  }
}

extension LinksFile.Threshold {
  /// The threshold that was given.
  init(_ argument: ThresholdArgument) {
    switch argument {
    case .probability(let value): self = .probability(value)
    case .bits(let bits): self = .bits(bits)
    }
  }
}
