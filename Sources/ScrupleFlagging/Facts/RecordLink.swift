/// A pair of a booking and a record as flagging sees it.
public struct RecordLink: Sendable, Equatable, Codable {
  /// How the pair was decided.
  public enum Standing: String, Sendable, Codable {
    /// The two are taken to be one person.
    case link
    /// Not decided; a person should look.
    case possible
    /// Another candidate cannot be told apart.
    case ambiguous
  }

  /// The position of the booking.
  public var booking: Int
  /// The position of the record.
  public var record: Int
  /// How the pair was decided.
  public var standing: Standing
  /// The identifiers on which the two agree, by the names of their fields.
  public var identifiers: [String]
  /// Whether the pair would be no link without that agreement.
  public var needsIdentifiers: Bool

  /// Creates a link that rests on more than identifiers.
  public init(
    booking: Int, record: Int, standing: Standing = .link, identifiers: [String] = [],
    needsIdentifiers: Bool = false
  ) {
    self.booking = booking
    self.record = record
    self.standing = standing
    self.identifiers = identifiers
    self.needsIdentifiers = needsIdentifiers
  }
}
