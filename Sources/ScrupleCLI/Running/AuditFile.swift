import Scruple
import ScrupleAudit

/// An `audit.json` as it is read: of this version, of an earlier one, or none.
enum AuditFile {
  /// What an audit was made with.
  enum Content {
    /// A complete truth.
    case whole(AuditReport)
    /// Labels of a sample, or decoys.
    case partial(PartialAudit)
  }

  /// Reads an audit.
  ///
  /// Parts that an earlier version did not measure are read as not measured. A file of which more
  /// is missing is refused: no figure is made up in place of one that is not there.
  /// - Throws: `Failure` for the file of another version, with that version and what to do;
  ///   `RunFileError.invalidJSON` for one that is no audit.
  static func audit(in bytes: [UInt8], path: String) throws -> Content {
    do {
      return .whole(try JSONText.value(AuditReport.self, from: bytes))
    } catch let error as DecodingError {
      let known = try? JSONText.value(Origin.self, from: bytes)
      if let schema = known?.schema, schema != PartialAudit().schema {
        throw Failure(
          "\(TerminalText.quoted(path)) has the schema \(TerminalText.quoted(schema)), and this "
            + "version of Scruple reads '\(PartialAudit().schema)'. Run 'scruple audit' again.")
      }
      if known?.isPartial ?? false {
        return .partial(try JSONText.value(PartialAudit.self, from: bytes))
      }
      if let known, known.schema != nil, case .keyNotFound = error {
        throw Failure(
          "\(TerminalText.quoted(path)) was written by \(known.maker), another version than this "
            + "one (\(BuildIdentity.version), commit \(BuildIdentity.commit)): "
            + "\(JSONFault.words(for: error)). Run 'scruple audit' again on the same run.")
      }
      throw RunFileError.invalidJSON(path: path, detail: JSONFault.words(for: error))
    }
  }

  /// What every version writes of itself, as far as it does.
  private struct Origin: Decodable {
    let schema: String?
    let isPartial: Bool
    private let source: Source?

    private struct Source: Decodable {
      let version: String?
      let commit: String?
    }

    private struct Anything: Decodable {
      init(from decoder: any Decoder) {}
    }

    private enum Key: String, CodingKey {
      case schema, source, pairwise, labelSample, decoys
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      schema = try? container.decode(String.self, forKey: .schema)
      source = try? container.decode(Source.self, forKey: .source)
      let has = { (key: Key) in
        (try? container.decodeIfPresent(Anything.self, forKey: key)) != nil
      }
      isPartial = !has(.pairwise) && (has(.labelSample) || has(.decoys))
    }

    /// The version that wrote the file, in words.
    var maker: String {
      guard let version = source?.version else { return "a Scruple that does not name itself" }
      let commit = source?.commit.map { ", commit \($0)" } ?? ""
      return TerminalText.safe("Scruple \(version)\(commit)")
    }
  }
}
