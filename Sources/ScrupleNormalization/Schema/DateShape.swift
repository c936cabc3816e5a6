/// The form of a date, told from its words alone.
enum DateShape: Sendable, Equatable {
  /// Year first, as in `1949-03-24`, possibly with a time or unknown parts.
  case iso
  /// Any other: `03/24/1949`, `24.3.49`, `24 Mar 1949`, `19490324`.
  case other

  /// Recognizes the form; nil where the words are not a date.
  ///
  /// A day or month of zero, or `XX`, is a part that is not known.
  ///
  /// - Parameter words: lower-case letters and digits of each word.
  init?(words: [[UInt8]]) {
    // "1949-03-24T00:00:00" and "1949-03-24 00:00:00": the time says nothing.
    guard let first = words.first else { return nil }
    if words.count == 1 {
      guard Self.isCompact(first) else { return nil }
      self = .other
      return
    }
    guard words.count >= 3 else { return nil }
    var third = words[2][...]
    if let separator = third.firstIndex(of: UInt8(ascii: "t")) { third = third[..<separator] }
    let parts = [first[...], words[1][...], third]
    if Self.isYear(parts[0]), Self.isMonth(parts[1]), Self.isDay(parts[2]) {
      self = .iso
      return
    }
    guard words.count <= 7, Self.isYear(parts[2]) || Self.isShortYear(parts[2]) else { return nil }
    let dayFirst = Self.isDay(parts[0]) && Self.isMonth(parts[1])
    let monthFirst = Self.isMonth(parts[0]) && Self.isDay(parts[1])
    guard dayFirst || monthFirst else { return nil }
    self = .other
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 4, bytes.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
      return nil
    }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private static func isUnknown(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 2 && bytes.allSatisfy { $0 == UInt8(ascii: "x") }
  }

  private static func isYear(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count == 4, let year = number(bytes) else { return false }
    return year >= 1000 && year <= 2100 || year == 0
  }

  private static func isShortYear(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 2 && number(bytes) != nil
  }

  private static func isMonth(_ bytes: ArraySlice<UInt8>) -> Bool {
    if let month = number(bytes) { return bytes.count <= 2 && month <= 12 }
    if isUnknown(bytes) { return true }
    return Vocabulary.monthPrefixes.contains(String(decoding: bytes.prefix(3), as: UTF8.self))
      || Vocabulary.months.contains(String(decoding: bytes, as: UTF8.self))
  }

  private static func isDay(_ bytes: ArraySlice<UInt8>) -> Bool {
    if isUnknown(bytes) { return true }
    guard let day = number(bytes) else { return false }
    return bytes.count <= 2 && day <= 31
  }

  /// `19490324`, `03241949` or `24mar1949`.
  private static func isCompact(_ bytes: [UInt8]) -> Bool {
    let all = bytes[...]
    if bytes.count == 8 {
      if isYear(all[0..<4]), isMonth(all[4..<6]), isDay(all[6..<8]) { return true }
      guard isYear(all[4..<8]) else { return false }
      return isMonth(all[0..<2]) && isDay(all[2..<4]) || isDay(all[0..<2]) && isMonth(all[2..<4])
    }
    guard bytes.count == 9 else { return false }
    return isDay(all[0..<2]) && number(all[2..<5]) == nil && isMonth(all[2..<5])
      && isYear(all[5..<9])
  }
}
