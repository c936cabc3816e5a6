/// An address line in parts, each of folded words, empty when the line does not give it.
public struct AddressParts: Hashable, Sendable {
  /// The house number without leading zeros (`12a`, `12-14`), or the number of a post-office box.
  public var number: [UInt8] = []
  /// The street with its type and directions abbreviated (`nw skycrest pkwy`), or `po box`.
  public var street: [UInt8] = []
  /// The flat, suite or lot without its designator (`301`), or the word when there is no number
  /// (`basement`).
  public var unit: [UInt8] = []
  /// What stands behind further commas: usually the town.
  public var rest: [UInt8] = []
  /// Whether there is anything.
  public var outcome: ValueOutcome = .missing
  /// What folding did to the raw value.
  public var textFlags: TextFlags = []

  /// Makes a missing address.
  public init() {}
}
