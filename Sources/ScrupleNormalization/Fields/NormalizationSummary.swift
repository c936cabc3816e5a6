/// What normalization met in one field of one side, counted over records.
public struct FieldSummary: Sendable, Codable, Equatable {
  /// The field's name.
  public let field: String
  /// Records whose value is complete or partial.
  public var usable = 0
  public var missing = 0
  /// Stand-ins such as FNU or 01-01-1900; missing for matching.
  public var placeholder = 0
  /// Values that do not have the form of their kind; missing for matching.
  public var invalid = 0
  /// Well-formed identifiers that were never issued; missing for matching.
  public var neverIssued = 0
  /// Values of which only a part is known, such as a year; among the usable.
  public var partial = 0
  /// Dates on 1 January, which stand for an unknown day more often than not.
  public var firstOfJanuary = 0
  /// Dates whose day and month could be read either way; among the usable.
  public var dayMonthAmbiguous = 0
  /// Values from which invisible or control characters were removed.
  public var invisibleCharacters = 0
  /// Words that mix look-alike letters of several scripts.
  public var mixedScript = 0
  /// Values cut at the length limit.
  public var truncated = 0
  /// How dates were read, where the field is one.
  public var dateOrder: String?

  public init(field: String) { self.field = field }

  /// Counts records with a value of this outcome.
  mutating func count(_ outcome: ValueOutcome, _ flags: TextFlags, times: Int = 1) {
    switch outcome {
    case .valid: usable += times
    case .partial:
      usable += times
      partial += times
    case .missing: missing += times
    case .placeholder: placeholder += times
    case .invalid: invalid += times
    case .neverIssued: neverIssued += times
    }
    if flags.isEmpty { return }
    if !flags.isDisjoint(with: [.bidiControls, .zeroWidth, .softHyphen, .controls]) {
      invisibleCharacters += times
    }
    if flags.contains(.mixedScript) { mixedScript += times }
    if flags.contains(.truncated) || flags.contains(.marksCapped) { truncated += times }
  }
}

/// What normalization met on both sides.
public struct NormalizationSummary: Sendable, Codable, Equatable {
  public var left: [FieldSummary] = []
  public var right: [FieldSummary] = []

  public init() {}
}
