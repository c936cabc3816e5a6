/// Normalizes names of towns and birth places.
public struct PlaceNormalizer {
  private static let abbreviations = WordTable(
    groups: """
      st saint
      ste sainte
      mt mount
      ft fort
      pt point
      n north
      s south
      e east
      w west
      """)

  let text: TextNormalizer

  /// Makes a normalizer on a thread's text normalizer.
  public init(text: TextNormalizer) { self.text = text }

  /// Normalizes a town: folded words, `Saint Paul` as `st paul`, `Fort Worth` as `ft worth`.
  ///
  /// Only words with another behind them are abbreviated: "Mount" alone stays. Idempotent.
  public func normalize(_ bytes: UnsafeBufferPointer<UInt8>) -> NormalizedValue {
    split(bytes, separatesRegion: false).place
  }

  /// Splits "Indianapolis, IN" into the town and the region, which is written as a state's code
  /// where it is one; without a comma, a state's code or name alone is the region.
  public func splitRegion(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (place: NormalizedValue, region: NormalizedValue) {
    split(bytes, separatesRegion: true)
  }

  /// Normalizes a string, for tests.
  public func normalize(_ string: String) -> NormalizedValue {
    Array(string.utf8).withUnsafeBufferPointer { normalize($0) }
  }

  /// Splits a string, for tests.
  public func splitRegion(_ string: String) -> (place: NormalizedValue, region: NormalizedValue) {
    Array(string.utf8).withUnsafeBufferPointer { splitRegion($0) }
  }

  private func split(
    _ bytes: UnsafeBufferPointer<UInt8>, separatesRegion: Bool
  ) -> (place: NormalizedValue, region: NormalizedValue) {
    var folded: [UInt8] = []
    let flags = text.fold(bytes, into: &folded)
    let missing = NormalizedValue(outcome: .missing, textFlags: flags)
    if MissingMarkers.isMissing(folded) { return (missing, missing) }
    let value = { (words: [UInt8]) in
      NormalizedValue(bytes: words, outcome: words.isEmpty ? .missing : .valid, textFlags: flags)
    }
    guard separatesRegion else { return (value(Self.place(folded)), missing) }
    if let comma = folded.firstIndex(of: 0x2C) {
      let region = Self.region(Array(folded[(comma + 1)...]))
      return (value(Self.place(Array(folded[..<comma]))), value(region))
    }
    if USStates.code(Array(FreeTextNormalizer.words(folded).joined())) != nil {
      return (missing, value(Self.region(folded)))
    }
    return (value(Self.place(folded)), missing)
  }

  private static func place(_ folded: [UInt8]) -> [UInt8] {
    let words = FreeTextNormalizer.words(folded)
    let shortened = words.enumerated().map { index, word in
      index + 1 < words.count ? abbreviations(word).map { $0[...] } ?? word : word
    }
    return [UInt8](joining: shortened)
  }

  private static func region(_ folded: [UInt8]) -> [UInt8] {
    let words = FreeTextNormalizer.words(folded)
    return USStates.code(Array(words.joined())) ?? [UInt8](joining: words)
  }
}
