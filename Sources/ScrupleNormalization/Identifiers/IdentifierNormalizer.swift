/// Normalizes identifiers of known kinds and tells which could not have been issued.
public struct IdentifierNormalizer {
  let text: TextNormalizer
  /// Whether SSNs of areas 666 and 000, which were never issued, are taken for valid: synthetic
  /// corpora use them so that no number in them is a person's.
  public var syntheticMode: Bool

  /// Makes a normalizer on a thread's text normalizer.
  public init(text: TextNormalizer, syntheticMode: Bool = false) {
    self.text = text
    self.syntheticMode = syntheticMode
  }

  /// Normalizes one cell; idempotent on the value of a valid one.
  ///
  /// - Complexity: O(n) in the bytes given.
  public func normalize(
    _ bytes: UnsafeBufferPointer<UInt8>, kind: IdentifierKind
  ) -> Identifier {
    if kind == .ssn, let compact = CompactIdentifier(plainSocialSecurityNumber: bytes) {
      return SocialSecurityNumber.normalize(compact, syntheticMode: syntheticMode)
    }
    var folded: [UInt8] = []
    text.fold(bytes, into: &folded)
    if MissingMarkers.isMissing(folded) { return Identifier(outcome: .missing) }
    switch kind {
    case .email: return EmailAddress.normalize(folded)
    case .phone: return PhoneNumber.normalize(folded)
    default: break
    }
    let compact = CompactIdentifier(folded)
    switch kind {
    case .ssn: return SocialSecurityNumber.normalize(compact, syntheticMode: syntheticMode)
    case .aNumber: return ImmigrationNumbers.aNumber(compact)
    case .i94: return ImmigrationNumbers.i94(compact)
    case .receipt: return compact.judged { $0.matches(letters: 3, digits: 10...10) }
    case .sevis: return ImmigrationNumbers.sevis(compact)
    case .fin: return compact.judged { $0.matches(letters: 0, digits: 1...10) }
    case .fbi: return compact.judged { 2...9 ~= $0.characters.count && $0.hasDigit }
    case .sid: return compact.judged { $0.isStateIdentification }
    case .number, .phone, .email: return compact.judged { _ in true }
    }
  }

  /// What a cell is that is its own normal form, as most numbers are: then nothing is copied. nil
  /// for every other cell, which `normalize` reads.
  func outcome(ofPlain bytes: UnsafeBufferPointer<UInt8>, kind: IdentifierKind) -> ValueOutcome? {
    kind == .ssn ? SocialSecurityNumber.outcome(ofDigits: bytes, syntheticMode: syntheticMode) : nil
  }

  /// Normalizes a string, for tests.
  public func normalize(_ string: String, kind: IdentifierKind) -> Identifier {
    Array(string.utf8).withUnsafeBufferPointer { normalize($0, kind: kind) }
  }
}
