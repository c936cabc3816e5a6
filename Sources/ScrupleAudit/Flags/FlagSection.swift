/// The part of a report about flags: measured, or its rates as explicit nulls.
///
/// A reader finds the keys of the three headline rates in either case.
public struct FlagSection: Sendable, Equatable, Codable {
  /// The measured errors; nil where flags were not audited.
  public let measured: FlagErrors?

  /// Wraps what was measured.
  public init(_ measured: FlagErrors? = nil) {
    self.measured = measured
  }

  private enum HeadlineKeys: String, CodingKey, CaseIterable {
    case wrongFlagRate
    case citizenFlagRate
    case citizenShareOfFlags
  }

  /// Reads the errors, or nothing where the headline is null.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: HeadlineKeys.self)
    measured =
      try keys.decodeNil(forKey: .wrongFlagRate) ? nil : FlagErrors(from: decoder)
  }

  /// Writes the errors, or the headline as nulls.
  public func encode(to encoder: any Encoder) throws {
    if let measured {
      try measured.encode(to: encoder)
    } else {
      var keys = encoder.container(keyedBy: HeadlineKeys.self)
      for key in HeadlineKeys.allCases { try keys.encodeNil(forKey: key) }
    }
  }
}
