/// Phonetic codes of names: equal for names that sound alike in English.
///
/// All codes read ASCII letters of either case and give capitals (and digits). What
/// a code does with anything else (spaces, hyphens, digits, other bytes) stands in its
/// own comment. Transliterate first: `É` as UTF-8 is two bytes that no code knows.
///
/// Implementations in the wild disagree. Each code here says which one it equals, to
/// the letter, on that implementation's own tests.
public enum Phonetics {
  /// Text in ASCII bytes.
  public typealias Bytes = UnsafeBufferPointer<UInt8>
}

extension Phonetics {
  /// Returns the American Soundex code of bytes in an array.
  public static func soundex(_ name: [UInt8]) -> [UInt8] {
    name.withUnsafeBufferPointer { soundex($0) }
  }

  /// Returns the NYSIIS code of bytes in an array.
  public static func nysiis(_ name: [UInt8]) -> [UInt8] {
    name.withUnsafeBufferPointer { nysiis($0) }
  }

  /// Returns the Metaphone code of bytes in an array.
  public static func metaphone(_ name: [UInt8]) -> [UInt8] {
    name.withUnsafeBufferPointer { metaphone($0) }
  }

  /// Returns the Double Metaphone codes of bytes in an array.
  public static func doubleMetaphone(
    _ name: [UInt8], maxLength: Int = 4
  ) -> (primary: [UInt8], alternate: [UInt8]) {
    name.withUnsafeBufferPointer { doubleMetaphone($0, maxLength: maxLength) }
  }

  /// Returns the match rating codex of bytes in an array.
  public static func matchRatingCodex(_ name: [UInt8]) -> [UInt8] {
    name.withUnsafeBufferPointer { matchRatingCodex($0) }
  }
}
