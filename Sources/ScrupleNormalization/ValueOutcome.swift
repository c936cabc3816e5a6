/// What became of one raw cell value.
///
/// Everything but `valid` and `partial` counts as missing for matching; the cases are apart so that
/// a profile can say how many cells were lost and why.
public enum ValueOutcome: UInt8, CaseIterable, Hashable, Sendable, Codable {
  /// The value is complete.
  case valid
  /// A part is known, such as a year without a day or the last four digits.
  case partial
  /// The cell is empty or holds a marker of absence.
  case missing
  /// The cell holds a stand-in that many records share, such as FNU or 01-01-1900.
  case placeholder
  /// The cell does not have the form its kind requires.
  case invalid
  /// The form is right but the value was never given to anybody, such as an SSN of area 000.
  case neverIssued

  /// Whether the value may take part in matching.
  public var isUsable: Bool { self == .valid || self == .partial }
}

/// A normalized text value and what became of it.
public struct NormalizedValue: Hashable, Sendable {
  /// Normalized bytes, empty when the outcome is `missing`.
  public var bytes: [UInt8]
  /// What became of the raw value.
  public var outcome: ValueOutcome
  /// What folding did to the raw value.
  public var textFlags: TextFlags

  /// Makes a value from its parts.
  public init(bytes: [UInt8] = [], outcome: ValueOutcome, textFlags: TextFlags = []) {
    self.bytes = bytes
    self.outcome = outcome
    self.textFlags = textFlags
  }

  /// The normalized bytes as text, for tests and messages about synthetic data.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
