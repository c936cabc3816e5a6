/// An audit without a complete truth: what a sample of labels and decoys say.
///
/// It has the schema and the keys of an `AuditReport`; the sections that need a truth are null.
public struct PartialAudit: Sendable, Equatable, Codable {
  /// The version of the format.
  public var schema = "scruple.audit/1"
  /// What a sample of labels says, where one was filled in.
  public var labelSample: LabelSampleEstimate?
  /// What decoys say, where the files had some.
  public var decoys: DecoyEstimate?

  /// What the sections were made from, by their key; nil where nobody says.
  public var sectionSources: [String: AuditSource]?

  /// Creates an audit without figures.
  public init() {}

  /// The sections of an `AuditReport` that need a complete truth.
  private static let unmeasured = [
    "pairwise", "blocking", "identification", "thresholds", "calibration", "flags", "causes",
    "subgroups", "growth", "clusters",
  ]

  /// Reads the sections that are there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    schema = try container.decode(String.self, forKey: Key("schema"))
    labelSample = try container.decodeIfPresent(
      LabelSampleEstimate.self, forKey: Key("labelSample"))
    decoys = try container.decodeIfPresent(DecoyEstimate.self, forKey: Key("decoys"))
    sectionSources = try container.decodeIfPresent(
      [String: AuditSource].self, forKey: Key("sectionSources"))
  }

  /// Writes every key of an audit.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(schema, forKey: Key("schema"))
    try container.encode(labelSample, forKey: Key("labelSample"))
    try container.encode(decoys, forKey: Key("decoys"))
    try container.encodeIfPresent(sectionSources, forKey: Key("sectionSources"))
    for section in Self.unmeasured { try container.encodeNil(forKey: Key(section)) }
    try container.encode(
      Self.unmeasured.map {
        UnmeasuredSection(section: $0, reason: "no complete truth was given")
      }, forKey: Key("notMeasured"))
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
