/// Normalizes postal codes.
///
/// A U.S. ZIP or ZIP+4 becomes its five digits. A code of the British form keeps both halves,
/// `SW1A 1AA` as `sw1a1aa`; `outward(of:)` gives the first. Any other code keeps its letters and
/// digits.
public struct PostcodeNormalizer {
  let text: TextNormalizer

  /// Makes a normalizer on a thread's text normalizer.
  public init(text: TextNormalizer) { self.text = text }

  /// Normalizes one cell; idempotent.
  public func normalize(_ bytes: UnsafeBufferPointer<UInt8>) -> NormalizedValue {
    var folded: [UInt8] = []
    let flags = text.fold(bytes, into: &folded)
    if MissingMarkers.isMissing(folded) {
      return NormalizedValue(outcome: .missing, textFlags: flags)
    }
    var code = CompactIdentifier(folded).characters
    let isZIPPlusFour = code.count == 9 && code.allSatisfy(\.isASCIIDigit)
    if isZIPPlusFour { code.removeLast(4) }
    return NormalizedValue(bytes: code, outcome: Self.outcome(of: code), textFlags: flags)
  }

  /// Normalizes a string, for tests.
  public func normalize(_ string: String) -> NormalizedValue {
    Array(string.utf8).withUnsafeBufferPointer { normalize($0) }
  }

  /// The outward half of a normalized British code (`sw1a` of `sw1a1aa`), or nil when the form is
  /// another.
  public static func outward(of code: [UInt8]) -> ArraySlice<UInt8>? {
    guard 5...7 ~= code.count else { return nil }
    let inward = code.suffix(3)
    let hasInward =
      inward.first?.isASCIIDigit == true
      && inward.dropFirst().allSatisfy(\.isASCIILower)
    guard hasInward, code[0].isASCIILower, code.dropLast(3).contains(where: \.isASCIIDigit) else {
      return nil
    }
    return code.dropLast(3)
  }

  private static func outcome(of code: [UInt8]) -> ValueOutcome {
    if code.isEmpty { return .missing }
    if code.count < 2 || code.count > 10 { return .invalid }
    let isPlaceholder = code.allSatisfy { $0 == 0x30 } || code.equals("99999")
    if isPlaceholder || code.allSatisfy({ $0 == UInt8(ascii: "x") }) { return .placeholder }
    return code.contains(where: \.isASCIIDigit) ? .valid : .partial
  }
}
