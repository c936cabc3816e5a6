/// A text that is compared with many others one at a time: its masks are made once.
///
/// Making masks is a third of the cost of a pair of names, and more when the other text
/// is long. Beyond 64 letters there are no masks of one word and each pair starts anew.
struct Query {
  let text: StringDistance.Bytes
  /// Masks for every byte, or nil for a text of no letter or more than 64.
  let masks: ByteMasks?

  /// Calls `body` with a text made ready.
  static func with<Result>(_ text: StringDistance.Bytes, _ body: (Query) -> Result) -> Result {
    guard !text.isEmpty && text.count <= 64 else { return body(Query(text: text, masks: nil)) }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 256) { words in
      words.initialize(repeating: 0)
      let masks = ByteMasks(low: words.baseAddress!, high: words.baseAddress! + 128)
      // SAFETY: both halves hold 128 words and the text has at most 64 letters.
      masks.fill(from: text, for: text)
      return body(Query(text: text, masks: masks))
    }
  }

  /// Returns the distance of another text, 65,535 when it is greater.
  @inline(__always)
  func distance(_ kind: EditDistance, to other: StringDistance.Bytes) -> UInt16 {
    guard let masks, !other.isEmpty else { return kind(text, other) }
    let count = text.count
    switch kind {
    case .levenshtein:
      return UInt16(clamping: Kernel.levenshteinByBits(count, other, masks, limit: .max))
    case .optimalStringAlignment:
      return UInt16(clamping: Kernel.alignmentByBits(count, other, masks, limit: .max))
    case .indel:
      let shared = Kernel.subsequenceByBits(count, other, masks)
      return UInt16(clamping: count + other.count - 2 * shared)
    case .damerauLevenshtein: return kind(text, other)
    }
  }

  /// Returns what the Jaro comparison with another text is worth.
  @inline(__always)
  func value<Value>(_ table: JaroTable<Value>, to other: StringDistance.Bytes) -> Value {
    guard let masks, !other.isEmpty && other.count <= 64 else { return table(text, other) }
    return table.worth(jaro: Kernel.jaroByBits(text, other, masks), text, other)
  }
}
