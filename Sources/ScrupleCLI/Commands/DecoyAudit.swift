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
    let cleaned = command.output.map { $0 + "/links-without-decoys.csv" }
    if let cleaned, !command.force, WorkingFolder.exists(cleaned) {
      throw FormatError.outputExists(path: cleaned)
    }
    let section = try command.output.map {
      try SectionFile(folder: $0, replacing: command.force)
    }
    let found = try DecoyLinks(
      links: links, folder: folder, key: key, manifest: manifest,
      threshold: command.threshold.map(LinksFile.Threshold.init), level: command.level)
    if found.unknownRows > 0 {
      talk.say(
        "\(TerminalText.count(found.unknownRows, "row")) of the links name a record that the files "
          + "with decoys do not have; left out.")
    }
    if let section, let cleaned {
      try section.write { $0.decoys = found.estimate }
      try ReportFiles.write(
        DecoyLinks.cleaned(links: links), to: cleaned, replacing: command.force)
      talk.say(
        "Wrote the section decoys of audit.json and links-without-decoys.csv to "
          + "\(TerminalText.quoted(command.output ?? "")).")
    }
    if command.json {
      try StandardOutput.write(json: found.estimate)
    } else {
      try StandardOutput.write(DecoyText.render(found.estimate))
    }
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
