/// What folding a value did to it, for counting.
public struct TextFlags: OptionSet, Hashable, Sendable, Codable {
  /// The bits.
  public let rawValue: UInt16

  /// Makes flags from their bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The raw value holds a byte above 127.
  public static let nonASCII = TextFlags(rawValue: 1 << 0)
  /// Bidirectional controls were removed.
  public static let bidiControls = TextFlags(rawValue: 1 << 1)
  /// Zero-width characters, variation selectors or byte-order marks were removed.
  public static let zeroWidth = TextFlags(rawValue: 1 << 2)
  /// Soft hyphens were removed.
  public static let softHyphen = TextFlags(rawValue: 1 << 3)
  /// Control characters other than tabs and line ends were removed.
  public static let controls = TextFlags(rawValue: 1 << 4)
  /// A word mixes Latin, Cyrillic and Greek letters, as look-alike spellings do.
  public static let mixedScript = TextFlags(rawValue: 1 << 5)
  /// Letters of another script were written in Latin ones.
  public static let transliterated = TextFlags(rawValue: 1 << 6)
  /// The folded text exceeded the maximum length and was cut.
  public static let truncated = TextFlags(rawValue: 1 << 7)
  /// A run of combining marks exceeded thirty and was cut.
  public static let marksCapped = TextFlags(rawValue: 1 << 8)
  /// Bytes that are not UTF-8, or U+FFFD left by an earlier repair, were removed.
  public static let repaired = TextFlags(rawValue: 1 << 9)
  /// Characters without a Latin form remain.
  public static let residue = TextFlags(rawValue: 1 << 10)
  /// Decimal digits of another script were written 0-9.
  public static let foreignDigits = TextFlags(rawValue: 1 << 11)
}
