import Scruple
import ScrupleAudit
import ScrupleFormats

/// A certificate as a run uses it: with a threshold, and for what was certified only.
struct LoadedCertificate {
  let weight: Double
  let statement: String
  private let certificate: Certificate

  /// Reads a certificate.
  ///
  /// - Throws: `Failure` where it certifies no threshold.
  init(path: String) throws {
    certificate = try Self.document(path: path)
    guard let weight = certificate.weight else {
      throw Failure("\(TerminalText.quoted(path)) certifies no threshold: there is none to use.")
    }
    self.weight = weight
    statement = certificate.statement
  }

  /// Reads a certificate, or the word that none could be given.
  static func document(path: String) throws -> Certificate {
    let whole = try WholeFile(path: path)
    let document: Certificate
    do {
      document = try JSONText.value(Certificate.self, from: whole.bytes)
    } catch let error as DecodingError {
      throw RunFileError.invalidJSON(path: path, detail: JSONFault.words(for: error))
    }
    guard document.schema == Certificate.schemaName else {
      throw RunFileError.unknownSchema(path: path, found: document.schema)
    }
    return document
  }

  /// Refuses a run that the certificate says nothing about.
  func requireFit(_ run: LinkRun) throws {
    let reasons = certificate.binding.misfits(
      with: Certificate.Binding(
        modelSHA256: run.model?.file.sha256 ?? "",
        specificationSHA256: run.inputs.given?.sha256 ?? "",
        registryRecords: run.inputs.files.right.rowsAccepted))
    guard reasons.isEmpty else {
      throw Failure(
        "The certificate does not fit: \(reasons.joined(separator: "; ")). What it promises holds "
          + "for what was certified only.")
    }
  }
}
