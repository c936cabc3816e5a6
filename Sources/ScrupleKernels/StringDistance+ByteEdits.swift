// Edit distances and what follows from them, over bytes. The same over scalars is in
// `StringDistance+ScalarEdits.swift`; the logic of both is in `Kernel`.

extension StringDistance {
  /// A text of one-byte symbols.
  public typealias Bytes = UnsafeBufferPointer<UInt8>

  // MARK: Levenshtein

  /// Returns the fewest insertions, deletions and substitutions that turn one text
  /// into the other.
  ///
  /// A metric, in 0...max(count).
  /// - Complexity: O(longer) up to 64 symbols in the shorter text, else
  ///   O(shorter / 64 * longer).
  /// - Source: Levenshtein 1966; Myers 1999; Hyyro 2003.
  public static func levenshtein(_ a: Bytes, _ b: Bytes) -> Int {
    Kernel.levenshtein(a, b, limit: .max)
  }

  /// Returns the Levenshtein distance, or `limit` + 1 when it is greater than `limit`.
  ///
  /// - Parameter limit: The largest distance of interest, not negative.
  public static func levenshtein(_ a: Bytes, _ b: Bytes, limit: Int) -> Int {
    Kernel.levenshtein(a, b, limit: limit)
  }

  /// Returns the cheapest sum of edits that turns `a` into `b` at the given prices.
  ///
  /// Symmetric only when insertion and deletion cost the same.
  /// - Complexity: O(a * b) with O(a) memory.
  public static func weightedLevenshtein(
    _ a: Bytes, _ b: Bytes, insertion: Int, deletion: Int, substitution: Int
  ) -> Int {
    Kernel.weightedLevenshtein(
      a, b, insertion: insertion, deletion: deletion, substitution: substitution)
  }

  /// Returns 1 less the Levenshtein distance over the longer length, in 0...1.
  public static func normalizedLevenshtein(_ a: Bytes, _ b: Bytes) -> Double {
    normalizedSimilarity(distance: levenshtein(a, b), maximum: max(a.count, b.count))
  }

  // MARK: Exchanges of neighbors

  /// Returns the fewest insertions, deletions, substitutions and exchanges of
  /// neighbors, no part of the text being edited twice (optimal string alignment).
  ///
  /// Symmetric, in 0...max(count), at most the Levenshtein distance; not a metric:
  /// CA to AC to ABC costs 2 but CA to ABC costs 3.
  /// - Complexity: As `levenshtein`.
  /// - Source: Hyyro 2003, section 4.
  public static func optimalStringAlignment(_ a: Bytes, _ b: Bytes) -> Int {
    Kernel.optimalStringAlignment(a, b, limit: .max)
  }

  /// Returns the optimal string alignment distance, or `limit` + 1 when it is greater.
  ///
  /// - Parameter limit: The largest distance of interest, not negative.
  public static func optimalStringAlignment(_ a: Bytes, _ b: Bytes, limit: Int) -> Int {
    Kernel.optimalStringAlignment(a, b, limit: limit)
  }

  /// Returns 1 less the optimal string alignment distance over the longer length.
  public static func normalizedOptimalStringAlignment(_ a: Bytes, _ b: Bytes) -> Double {
    normalizedSimilarity(
      distance: optimalStringAlignment(a, b), maximum: max(a.count, b.count))
  }

  /// Returns the fewest insertions, deletions, substitutions and exchanges, exchanged
  /// symbols being free to have text put between them or taken out (unrestricted).
  ///
  /// A metric, in 0...max(count), at most the optimal string alignment distance.
  /// - Complexity: O(a * b) with O(longer) memory, none allocated up to 64 symbols.
  /// - Source: Lowrance and Wagner 1975; Zhao and Sahni 2019.
  public static func damerauLevenshtein(_ a: Bytes, _ b: Bytes) -> Int {
    Kernel.damerauLevenshtein(a, b)
  }

  /// Returns 1 less the Damerau-Levenshtein distance over the longer length.
  public static func normalizedDamerauLevenshtein(_ a: Bytes, _ b: Bytes) -> Double {
    normalizedSimilarity(distance: damerauLevenshtein(a, b), maximum: max(a.count, b.count))
  }

  // MARK: Subsequences

  /// Returns the length of the longest common subsequence.
  ///
  /// Symmetric, in 0...min(count).
  /// - Complexity: As `levenshtein`.
  /// - Source: Hyyro 2004.
  public static func longestCommonSubsequence(_ a: Bytes, _ b: Bytes) -> Int {
    Kernel.subsequenceLength(a, b)
  }

  /// Returns the longest common subsequence over the longer length, in 0...1.
  public static func normalizedLongestCommonSubsequence(_ a: Bytes, _ b: Bytes) -> Double {
    let maximum = max(a.count, b.count)
    return normalizedSimilarity(
      distance: maximum - longestCommonSubsequence(a, b), maximum: maximum)
  }

  /// Returns the fewest insertions and deletions that turn one text into the other.
  ///
  /// A metric, in 0...sum(count): the sum of lengths less twice the longest common
  /// subsequence; at least the Levenshtein distance.
  public static func indel(_ a: Bytes, _ b: Bytes) -> Int { Kernel.indel(a, b) }

  /// Returns 1 less the insert-delete distance over the sum of lengths, in 0...1.
  public static func normalizedIndel(_ a: Bytes, _ b: Bytes) -> Double {
    normalizedSimilarity(distance: indel(a, b), maximum: a.count + b.count)
  }

  // MARK: Position by position

  /// Returns how many positions differ, the shorter text being padded with symbols
  /// that equal none.
  ///
  /// A metric, in 0...max(count).
  public static func hamming(_ a: Bytes, _ b: Bytes) -> Int { Kernel.hamming(a, b) }

  /// Returns how many symbols both texts begin with.
  public static func commonPrefixLength(_ a: Bytes, _ b: Bytes) -> Int {
    Kernel.commonPrefixLength(a, b)
  }

  /// Returns how many symbols both texts end with.
  public static func commonSuffixLength(_ a: Bytes, _ b: Bytes) -> Int {
    Kernel.commonSuffixLength(a, b)
  }
}
