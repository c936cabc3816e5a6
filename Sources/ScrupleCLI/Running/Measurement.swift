import Scruple
import ScrupleAudit
import ScrupleFormats

/// Whether the error of a run's configuration has been measured.
///
/// It has where the model that was given, or the specification where rules
/// decide, lies in the folder of a run with an `audit.json`, and that run used
/// the same specification.
struct Measurement {
  /// The audit that fits, and the run it measured.
  let audit: AuditReport
  let path: String

  /// Looks beside a file that was given.
  init?(of file: HashedFile?, specification: LinkageSpecification?) {
    guard let file, let specification else { return nil }
    let slash = file.path.lastIndex(of: "/")
    let folder = slash.map { String(file.path[..<$0]) } ?? "."
    path = folder + "/audit.json"
    guard let manifest: RunManifest = Self.read(folder + "/run.json"),
      manifest.outputs.contains(where: { $0.sha256 == file.sha256 }),
      let old = try? LoadedSpecification(path: folder + "/specification.toml"),
      old.specification.specification.linking == specification.linking,
      let audit: AuditReport = Self.read(path)
    else { return nil }
    self.audit = audit
  }

  private static func read<Value: Decodable>(_ path: String) -> Value? {
    guard let whole = try? WholeFile(path: path) else { return nil }
    return try? JSONText.value(Value.self, from: whole.bytes)
  }

  /// The line that says so.
  func line(rightRecords: Int) -> String {
    let measured = audit.records.rightRecords
    let size =
      rightRecords > measured
      ? " The right file is larger now (\(TerminalText.count(rightRecords)) records): expect more "
        + "false links for each left record."
      : ""
    return "The error of this configuration was measured on "
      + "\(TerminalText.count(audit.records.leftRecords)) × \(TerminalText.count(measured)) "
      + "records: see \(TerminalText.quoted(path)).\(size)"
  }
}

extension LinkageSpecification {
  /// The part that makes links: flags change nothing of their error.
  fileprivate var linking: LinkageSpecification {
    var part = self
    part.flags = nil
    return part
  }
}
