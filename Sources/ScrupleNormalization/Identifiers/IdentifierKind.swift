/// The kinds of identifier whose form is known (`DOMAIN` 3.2).
public enum IdentifierKind: String, CaseIterable, Hashable, Sendable, Codable {
  /// U.S. Social Security number: nine digits.
  case ssn
  /// A-number or USCIS number: seven to nine digits, padded to nine.
  case aNumber
  /// FBI number or Universal Control Number: at most nine letters and digits.
  case fbi
  /// State identification number: two letters of the state and at most eight letters or digits.
  case sid
  /// I-94 admission number: eleven digits, or nine digits, a letter and a digit.
  case i94
  /// USCIS receipt number: three letters and ten digits.
  case receipt
  /// Fingerprint identification number: at most ten digits.
  case fin
  /// SEVIS number: N and ten digits.
  case sevis
  /// Telephone number.
  case phone
  /// E-mail address.
  case email
  /// Any other number: letters and digits, compared as they are.
  case number
}

/// What normalizing an identifier met.
public struct IdentifierFlags: OptionSet, Hashable, Sendable, Codable {
  /// The bits.
  public let rawValue: UInt8

  /// Makes flags from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Zeros were put in front of an A-number, which spreadsheets drop.
  public static let padded = IdentifierFlags(rawValue: 1 << 0)
  /// An A-number of the 1 or 3 series, which identifies a card or a fingerprint request and of
  /// which one person can hold several.
  public static let trackingSeries = IdentifierFlags(rawValue: 1 << 1)
  /// Letters O and I were read as digits where only a digit can stand.
  public static let confusables = IdentifierFlags(rawValue: 1 << 2)
  /// A decimal part `.0` was dropped, which table software appends.
  public static let decimalDropped = IdentifierFlags(rawValue: 1 << 3)
}

/// An identifier after normalization.
public struct Identifier: Hashable, Sendable {
  /// The normalized characters; also filled when invalid, so that a caller may look at them, and
  /// the last four digits when partial.
  public var value: [UInt8]
  /// What became of the cell.
  public var outcome: ValueOutcome
  /// What normalizing met.
  public var flags: IdentifierFlags

  /// Makes an identifier from its parts.
  public init(value: [UInt8] = [], outcome: ValueOutcome, flags: IdentifierFlags = []) {
    self.value = value
    self.outcome = outcome
    self.flags = flags
  }

  /// The value as text, for tests.
  public var text: String { String(decoding: value, as: UTF8.self) }
}
