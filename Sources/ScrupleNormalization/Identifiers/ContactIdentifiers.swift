/// Telephone numbers: digits without the U.S. country code or an extension.
enum PhoneNumber {
  static func normalize(_ folded: [UInt8]) -> Identifier {
    var digits: [UInt8] = []
    for byte in folded {
      if byte.isASCIIDigit { digits.append(byte) }
      // "x12" and "ext 12" follow the number.
      if byte.isFoldedLetter && digits.count >= 7 { break }
    }
    guard !digits.isEmpty else { return Identifier(outcome: .invalid) }
    if digits.count == 11 && digits[0] == 0x31 { digits.removeFirst() }
    if digits.isOneByteRepeated || digits.suffix(7).isOneByteRepeated {
      return Identifier(value: digits, outcome: .placeholder)
    }
    switch digits.count {
    case 7: return Identifier(value: digits, outcome: .partial)
    case 8...15: return Identifier(value: digits, outcome: .valid)
    default: return Identifier(value: digits, outcome: .invalid)
    }
  }
}

/// E-mail addresses in lower case.
public enum EmailAddress {
  private static let placeholders = WordTable(
    words: "none no noemail nomail na unknown test null noreply nobody x xx xxx")

  static func normalize(_ folded: [UInt8]) -> Identifier {
    let address = folded.filter { $0 != 0x20 }
    guard let parts = parts(of: address) else {
      return Identifier(value: address, outcome: .invalid)
    }
    let isPlaceholder = placeholders.contains(parts.local)
    return Identifier(value: address, outcome: isPlaceholder ? .placeholder : .valid)
  }

  /// The parts before and after the only `@` of a normalized address, or nil when it is none.
  public static func parts(
    of address: [UInt8]
  ) -> (local: ArraySlice<UInt8>, domain: ArraySlice<UInt8>)? {
    let at = UInt8(ascii: "@")
    guard let first = address.firstIndex(of: at), first == address.lastIndex(of: at) else {
      return nil
    }
    let (local, domain) = (address[..<first], address[(first + 1)...])
    guard !local.isEmpty, !domain.isEmpty, domain.first != 0x2E, domain.last != 0x2E else {
      return nil
    }
    return (local, domain)
  }
}
