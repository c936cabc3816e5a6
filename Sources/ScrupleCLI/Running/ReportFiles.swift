import Foundation
import Scruple
import ScrupleAudit
import ScrupleFormats
import ScrupleReports
import ScrupleScoring

/// The files that a report is made of and written to.
enum ReportFiles {
  /// The page of an audited folder.
  ///
  /// - Throws: `Failure` where nothing was audited; `RunFileError` where a file is not what it was.
  static func page(
    of folder: String, certificate: String? = nil,
    examples: (AuditReport) throws -> PairExamples? = { _ in nil }
  ) throws -> ReportPage {
    let path = folder + "/audit.json"
    guard WorkingFolder.exists(path) else {
      throw Failure(
        "\(TerminalText.quoted(folder)) holds no audit: it has no audit.json. "
          + "Make one with 'scruple audit RUN --truth FILE -o \(TerminalText.quoted(folder))'.")
    }
    let bytes = try WholeFile(path: path).bytes
    switch try AuditFile.audit(in: bytes, path: path) {
    case .whole(let audit):
      return try page(
        of: audit, bytes: bytes, run: folder, certificate: certificate, examples: examples(audit))
    case .partial(let audit):
      if let certificate { throw noRun(folder, certificate) }
      return ReportPage(
        audit, notice: RunManifest.noticeText, auditDigest: SHA256Digest.hexadecimal(of: bytes))
    }
  }

  /// The page of an audit.
  ///
  /// - Parameters:
  ///   - bytes: the audit as it was written.
  ///   - run: the folder of the run; one without a run gives a page that does not tell of it.
  ///   - certificate: a certificate; nil for `certificate.json` in that folder, if there is one.
  ///   - examples: pairs to show; nil for none.
  static func page(
    of audit: AuditReport, bytes: [UInt8], run: String?, certificate: String? = nil,
    examples: PairExamples? = nil
  ) throws -> ReportPage {
    var input = ReportInput(
      audit: audit, notice: RunManifest.noticeText,
      auditDigest: SHA256Digest.hexadecimal(of: bytes))
    input.examples = examples
    if let run, WorkingFolder.exists(run + "/run.json") {
      let folder = try RunFolder(path: run)
      input.run = RunFacts(folder.manifest)
      input.model = try folder.outputIfWritten("model.json").map { path in
        try JSONText.value(FellegiSunterModel.self, from: WholeFile(path: path).bytes)
      }
      let own = run + "/certificate.json"
      if let path = certificate ?? (WorkingFolder.exists(own) ? own : nil) {
        let document = try LoadedCertificate.document(path: path)
        input.certificate = (document, misfits(of: document, with: folder.manifest))
      }
    } else if let certificate {
      throw noRun(run ?? "", certificate)
    }
    return ReportPage(input)
  }

  /// A certificate was named for an audit of links alone.
  private static func noRun(_ folder: String, _ certificate: String) -> Failure {
    Failure(
      "The certificate \(TerminalText.quoted(certificate)) does not hold for "
        + "\(TerminalText.quoted(folder)): a certificate is of a run, with its model, and the folder "
        + "holds an audit of links alone. Leave out --certificate, or name the run's folder.")
  }

  /// Why a certificate does not hold for a run: for the one it was made of, and for those that were
  /// given the same model and specification.
  private static func misfits(of certificate: Certificate, with run: RunManifest) -> [String] {
    let made = { (name: String) in run.outputs.first { $0.path == name }?.sha256 ?? "" }
    let bindings = [
      (made("model.json"), made("specification.toml")),
      (run.givenModel?.sha256 ?? "", run.givenSpecification?.sha256 ?? ""),
    ].map {
      Certificate.Binding(
        modelSHA256: $0, specificationSHA256: $1, registryRecords: run.right.records)
    }
    return bindings.map { certificate.binding.misfits(with: $0) }
      .min { $0.count < $1.count } ?? []
  }

  /// Writes a text whole or not at all.
  static func write(_ text: String, to path: String, replacing: Bool) throws {
    try write(Array(text.utf8), to: path, replacing: replacing)
  }

  /// Writes bytes whole or not at all.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws {
    var file = try AtomicOutput(path: path, replacing: replacing)
    try file.write(bytes)
    try file.commit()
  }
}
