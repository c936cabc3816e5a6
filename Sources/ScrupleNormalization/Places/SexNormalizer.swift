/// Reads a sex column into one byte.
///
/// The numbers are those of ISO 5218. X, "other" and unknown are missing: a third value that some
/// records carry and others do not would count against the people who have it.
public struct SexNormalizer {
  private static let words = WordTable(
    groups: """
      m male man men boy h hombre varon masculino masculine masculin mann mannlich maennlich \
      homme 1 mr
      f female woman women girl mujer femenino femenina feminine feminin fem w weiblich frau \
      femme 2 mrs ms miss
      """)
  private static let unknown = WordTable(
    words: "u x 0 9 3 other otro divers d nb nonbinary non-binary declined z")

  let text: TextNormalizer

  /// Makes a normalizer on a thread's text normalizer.
  public init(text: TextNormalizer) { self.text = text }

  /// Returns `m` or `f`; otherwise no byte, with the outcome `missing` or `invalid`.
  public func normalize(_ bytes: UnsafeBufferPointer<UInt8>) -> NormalizedValue {
    var folded: [UInt8] = []
    let flags = text.fold(bytes, into: &folded)
    if folded.last == 0x2E { folded.removeLast() }
    if let sex = Self.words(folded) {
      return NormalizedValue(bytes: sex, outcome: .valid, textFlags: flags)
    }
    let isMissing = MissingMarkers.isMissing(folded) || Self.unknown.contains(folded)
    return NormalizedValue(outcome: isMissing ? .missing : .invalid, textFlags: flags)
  }

  /// Normalizes a string, for tests.
  public func normalize(_ string: String) -> NormalizedValue {
    Array(string.utf8).withUnsafeBufferPointer { normalize($0) }
  }
}
