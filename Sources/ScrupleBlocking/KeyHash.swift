import ScrupleNormalization
import ScrupleRecords

/// Hashes of key values; 0 is kept for "no key".
enum KeyHash {
  /// Mixes two hashes; not symmetric, never 0.
  @inline(__always)
  static func combine(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let mixed = (first ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: second &* 0xD6E8_FEB8_6659_FD93 | 1)
    return (mixed.high ^ mixed.low ^ second) | 1
  }

  static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    ValueDictionary.hash(bytes) | 1
  }

  /// All keys of a value under a transform that needs no date.
  static func keys(
    of bytes: UnsafeBufferPointer<UInt8>, _ transform: KeyTransform
  ) -> [UInt64] {
    guard !bytes.isEmpty else { return [] }
    switch transform {
    case .value: return [value(bytes)]
    case .prefix(let length):
      return [value(UnsafeBufferPointer(rebasing: bytes.prefix(length)))]
    case .soundex: return [Phonetics.soundex(bytes)].filter { !$0.isEmpty }.map(value)
    case .doubleMetaphone:
      let codes = Phonetics.doubleMetaphone(bytes)
      return distinct([codes.primary, codes.alternate].filter { !$0.isEmpty }.map(value))
    case .tokens: return distinct(tokens(bytes))
    case .deletions: return deletions(bytes)
    case .sortedTokens, .year, .yearMonth, .monthDay:
      preconditionFailure("\(transform) is not a transform of one value's bytes")
    }
  }

  static func value(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer { value($0) } }

  /// The hash of each token (runs without blanks).
  static func tokens(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt64] {
    bytes.split(separator: 0x20).map { value(UnsafeBufferPointer(rebasing: $0)) }
  }

  /// The value itself and the value without each one of its characters.
  ///
  /// Two values share a key when they are equal or one deletion, insertion,
  /// substitution or transposition of neighbours apart (Boytsov 2011,
  /// deletion neighbourhoods of radius one). Values under four characters give
  /// only themselves: almost everything is one edit from them.
  static func deletions(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt64] {
    guard bytes.count >= 4, bytes.count <= 64 else { return [value(bytes)] }
    var keys = [value(bytes)]
    var shorter = Array(bytes.dropFirst())
    keys.append(value(shorter))
    for index in 1..<bytes.count {
      // Putting back character index - 1 and leaving out character index.
      shorter[index - 1] = bytes[index - 1]
      keys.append(value(shorter))
    }
    return distinct(keys)
  }

  static func date(_ date: CivilDate, _ transform: KeyTransform) -> UInt64? {
    switch transform {
    case .year:
      return combine(1, UInt64(date.year))
    case .yearMonth:
      guard let month = date.month else { return nil }
      return combine(2, UInt64(date.year * 16 + month))
    case .monthDay:
      guard let month = date.month, let day = date.day else { return nil }
      return combine(3, UInt64(month * 32 + day))
    default: preconditionFailure("\(transform) is not a transform of a date")
    }
  }

  private static func distinct(_ keys: [UInt64]) -> [UInt64] {
    var sorted = keys.sorted()
    var last: UInt64 = 0
    sorted.removeAll { key in
      defer { last = key }
      return key == last
    }
    return sorted
  }
}
