import Scruple
import ScrupleAudit
import ScrupleFormats

/// An `audit.json` as it was written.
struct AuditDocument {
  let path: String
  let sha256: String
  let figures: AuditFigures
  /// What it was made from; nil where it does not say.
  let source: AuditSource?
  /// What sections were made from that were added later, by their key.
  let sectionSources: [String: AuditSource]

  /// Reads an audit.
  ///
  /// - Parameter path: the file, or a folder that holds it.
  /// - Throws: `Failure` where there is none, `RunFileError` where it is no JSON.
  init(path: String) throws {
    let file = path.hasSuffix(".json") ? path : path + "/audit.json"
    guard WorkingFolder.exists(file) else {
      throw Failure(
        "\(TerminalText.quoted(path)) holds no audit. Make one with 'scruple audit RUN --truth FILE "
          + "-o RUN', or name an audit.json.")
    }
    let bytes = try WholeFile(path: file).bytes
    do {
      figures = AuditFigures(try JSONText.value(JSONTree.self, from: bytes))
      let header = try JSONText.value(Header.self, from: bytes)
      (source, sectionSources) = (header.source, header.sectionSources ?? [:])
    } catch let error as DecodingError {
      throw RunFileError.invalidJSON(path: file, detail: JSONFault.words(for: error))
    }
    self.path = file
    sha256 = SHA256Digest.hexadecimal(of: bytes)
  }

  private struct Header: Decodable {
    let source: AuditSource?
    let sectionSources: [String: AuditSource]?
  }

  /// What a figure was made from: its section's own source, or that of the audit.
  func source(of figure: AuditFigures.Figure) -> AuditSource? {
    let section = figure.id.split(separator: ".").first.map(String.init) ?? ""
    return sectionSources[section] ?? source
  }

  /// The figure of an id.
  ///
  /// - Throws: `Failure` for an unknown id, with the near miss.
  func figure(_ id: String) throws -> AuditFigures.Figure {
    if let figure = figures.figure(id) { return figure }
    let hint = NearMiss.hint(for: id, among: figures.all.map(\.id))
    throw Failure(
      "The audit has no figure \(TerminalText.quoted(id)).\(TerminalText.safe(hint)) "
        + "'--figure list' names all.",
      status: Failure.usage)
  }

  /// The files a figure was made from, with what is there now.
  func files(of figure: AuditFigures.Figure) -> [FigureAccount.SourceFile] {
    guard let source = source(of: figure) else { return [] }
    return source.files.map { file in
      let path = file.path.hasPrefix("/") ? file.path : source.workingFolder + "/" + file.path
      let now: String
      if !WorkingFolder.exists(path) {
        now = "not there"
      } else {
        let digest = try? SHA256Digest.hexadecimal(ofFile: path)
        now = digest == file.sha256 ? "same" : "changed"
      }
      return FigureAccount.SourceFile(
        role: file.role, path: file.path, sha256: file.sha256, now: now)
    }
  }
}
