/// One name cell (given, middle or surname) after normalization.
public struct NormalizedName: Hashable, Sendable {
  /// The words of the name, letters only, separated by single blanks; empty when missing.
  public var text: [UInt8] = []
  /// The same without particles; equal to `text` when there are none or nothing else.
  public var withoutParticles: [UInt8] = []
  /// The generational suffix `jr`, `sr`, `ii` to `vi`, or empty.
  public var suffix: [UInt8] = []
  /// Words found in quotation marks or parentheses.
  public var nicknames: [UInt8] = []
  /// Whether there is a name, and if not, why.
  public var outcome: ValueOutcome = .missing
  /// What reading the cell met.
  public var flags: NameFlags = []
  /// What folding did to the raw value.
  public var textFlags: TextFlags = []

  /// Makes a missing name.
  public init() {}
}

/// The parts of a name that stood in one cell.
///
/// Every part is words separated by single blanks, empty when the cell does not give it.
public struct NameParts: Hashable, Sendable {
  /// The given name, with compounds such as "maria de los angeles".
  public var given: [UInt8] = []
  /// Everything between the given name and the surname.
  public var middle: [UInt8] = []
  /// The surname with its particles.
  public var surname: [UInt8] = []
  /// The generational suffix `jr`, `sr`, `ii` to `vi`, or empty.
  public var suffix: [UInt8] = []
  /// Words found in quotation marks or parentheses.
  public var nicknames: [UInt8] = []
  /// Whether there is a name, and if not, why.
  public var outcome: ValueOutcome = .missing
  /// What reading the cell met.
  public var flags: NameFlags = []
  /// What folding did to the raw value.
  public var textFlags: TextFlags = []

  /// Makes a missing name.
  public init() {}
}

/// The column a name cell stands in; placeholders and particles depend on it.
public enum NameField: String, CaseIterable, Hashable, Sendable, Codable {
  case given, middle, surname
}
