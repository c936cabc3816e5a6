/// Distances and similarities of two texts, counted in symbols.
///
/// Every function exists twice: over bytes, where each byte is a symbol (ASCII
/// text, the common case after normalization), and over 32-bit symbols, one per
/// Unicode scalar. For the same ASCII text both give the same answer. No
/// function looks at graphemes: `e` followed by a combining acute is two
/// symbols, as in RapidFuzz.
///
/// The functions trust nothing about their input: bytes from 128 on are symbols
/// like any other, so UTF-8 passed as bytes is compared byte by byte (as DuckDB
/// does), which is rarely what is wanted.
///
/// When the shorter text has at most 64 symbols (for the Jaro family: when both
/// have) the edit distances run bit-parallel in one machine word and allocate
/// nothing. Longer texts run in blocks of 64 symbols, which allocates masks for each
/// distinct symbol; Damerau-Levenshtein distance fills its matrix row by row.
public enum StringDistance {
  /// Returns a distance turned into a similarity in 0...1.
  ///
  /// 1 means equal. When `maximum` is 0 both texts are empty and the answer is 1.
  /// - Parameters:
  ///   - distance: A distance in 0...`maximum`.
  ///   - maximum: The largest distance two texts of these lengths can have.
  public static func normalizedSimilarity(distance: Int, maximum: Int) -> Double {
    precondition(
      distance >= 0 && distance <= maximum,
      "distance must be in 0...\(maximum) but is \(distance)")
    return maximum == 0 ? 1 : 1 - Double(distance) / Double(maximum)
  }
}

/// The shared logic of both overload sets, one namespace per symbol width.
///
/// Everything here is `@inline(__always)` so that the public wrappers, which are
/// not generic, each hold one specialized copy with their constants folded in.
enum Kernel<Symbol: TextSymbol> {
  typealias Text = UnsafeBufferPointer<Symbol>
}
