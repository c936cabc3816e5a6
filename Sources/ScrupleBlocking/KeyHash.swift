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

  /// The one key of a value under a transform that gives at most one; 0 for
  /// none.
  static func key(of bytes: UnsafeBufferPointer<UInt8>, _ transform: KeyTransform) -> UInt64 {
    if bytes.isEmpty { return 0 }
    switch transform {
    case .value: return value(bytes)
    case .prefix(let length): return value(UnsafeBufferPointer(rebasing: bytes.prefix(length)))
    case .soundex:
      let code = Phonetics.soundex(bytes)
      return code.isEmpty ? 0 : value(code)
    default: preconditionFailure("\(transform) gives no single key of a value's bytes")
    }
  }

  /// Appends all keys of a value, each once, under a transform that may give
  /// several.
  static func append(
    keysOf bytes: UnsafeBufferPointer<UInt8>, _ transform: KeyTransform, to keys: inout [UInt64]
  ) {
    if bytes.isEmpty { return }
    switch transform {
    case .doubleMetaphone:
      let codes = Phonetics.doubleMetaphone(bytes)
      if !codes.primary.isEmpty { keys.append(value(codes.primary)) }
      if !codes.alternate.isEmpty && codes.alternate != codes.primary {
        keys.append(value(codes.alternate))
      }
    case .tokens:
      let start = keys.count
      forEachToken(bytes) { if !keys[start...].contains($0) { keys.append($0) } }
    case .deletions: append(deletionsOf: bytes, to: &keys)
    default: preconditionFailure("\(transform) gives one key of a value's bytes")
    }
  }

  static func value(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer { value($0) } }

  /// Calls `body` with the hash of each token (runs without blanks).
  @inline(__always)
  static func forEachToken(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) {
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x20 {
      if index > start { body(value(UnsafeBufferPointer(rebasing: bytes[start..<index]))) }
      start = index + 1
    }
  }

  /// The value itself and the value without each one of its characters.
  ///
  /// Two values share a key when they are equal or one deletion, insertion,
  /// substitution or transposition of neighbours apart (Boytsov 2011,
  /// deletion neighbourhoods of radius one). Values under four characters give
  /// only themselves: almost everything is one edit from them.
  private static func append(
    deletionsOf bytes: UnsafeBufferPointer<UInt8>, to keys: inout [UInt64]
  ) {
    keys.append(value(bytes))
    guard bytes.count >= 4, bytes.count <= 64 else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { space in
      let shorter = UnsafeMutableBufferPointer(rebasing: space[..<(bytes.count - 1)])
      _ = shorter.initialize(from: bytes.dropFirst())
      keys.append(value(UnsafeBufferPointer(shorter)))
      for index in 1..<bytes.count {
        // Putting back character index - 1 and leaving out character index.
        shorter[index - 1] = bytes[index - 1]
        // Of two equal neighbours it is the same which one is left out.
        if bytes[index] != bytes[index - 1] { keys.append(value(UnsafeBufferPointer(shorter))) }
      }
    }
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
}
