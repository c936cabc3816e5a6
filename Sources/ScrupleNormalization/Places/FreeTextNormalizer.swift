/// Normalizes text that is compared as words: occupations, remarks, house numbers.
public struct FreeTextNormalizer {
  let text: TextNormalizer

  /// Makes a normalizer on a thread's text normalizer.
  public init(text: TextNormalizer) { self.text = text }

  /// Returns the words, letters and digits only, separated by single blanks.
  ///
  /// Apostrophes vanish inside a word, any other sign ends it. Idempotent.
  public func normalize(_ bytes: UnsafeBufferPointer<UInt8>) -> NormalizedValue {
    normalized(bytes) { [UInt8](joining: Self.words($0)) }
  }

  /// Returns a house number: letters and digits joined, `12 A` as `12a`, `0012` as `12`.
  public func normalizeHouseNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> NormalizedValue {
    normalized(bytes) { folded in
      let isKept = { (byte: UInt8) in
        byte.isFoldedLetter || byte.isASCIIDigit || byte == 0x2D || byte == 0x2F
      }
      let number = folded.filter(isKept).drop { $0 == 0x30 || $0 == 0x2D || $0 == 0x2F }
      return Array(number)
    }
  }

  /// Normalizes a string, for tests.
  public func normalize(_ string: String) -> NormalizedValue {
    Array(string.utf8).withUnsafeBufferPointer { normalize($0) }
  }

  /// Normalizes a house number given as a string, for tests.
  public func normalizeHouseNumber(_ string: String) -> NormalizedValue {
    Array(string.utf8).withUnsafeBufferPointer { normalizeHouseNumber($0) }
  }

  private func normalized(
    _ bytes: UnsafeBufferPointer<UInt8>, by shape: ([UInt8]) -> [UInt8]
  ) -> NormalizedValue {
    var folded: [UInt8] = []
    let flags = text.fold(bytes, into: &folded)
    if MissingMarkers.isMissing(folded) {
      return NormalizedValue(outcome: .missing, textFlags: flags)
    }
    let shaped = shape(folded)
    return NormalizedValue(
      bytes: shaped, outcome: shaped.isEmpty ? .missing : .valid, textFlags: flags)
  }

  /// The words of a folded text.
  static func words(_ folded: [UInt8]) -> [Word] {
    let apostrophe = UInt8(ascii: "'")
    return folded.split { !$0.isFoldedLetter && !$0.isASCIIDigit && $0 != apostrophe }
      .compactMap { run in
        guard run.contains(apostrophe) else { return run }
        let word = run.filter { $0 != apostrophe }
        return word.isEmpty ? nil : word[...]
      }
  }
}
