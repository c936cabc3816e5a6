// Similarities of names and of texts of several words, over scalars. The same over
// bytes is in `StringDistance+ByteSimilarities.swift`; the logic of both is in `Kernel`.

extension StringDistance {
  // MARK: Jaro

  /// Returns the Jaro similarity: the mean share of symbols found near their place,
  /// less half the share of those out of order.
  ///
  /// Symmetric, in 0...1; 1 for two empty texts, 0 when only one is empty. Equal to
  /// RapidFuzz to the last bit.
  /// - Complexity: O(a + b) up to 64 symbols in both texts, else O(a * b / 64).
  /// - Source: Jaro 1989; half the transpositions rounded down, as Winkler's code has it.
  public static func jaro(_ a: Scalars, _ b: Scalars) -> Double { Kernel.jaro(a, b) }

  /// Returns the Jaro similarity raised for a common beginning of up to 4 symbols.
  ///
  /// `jaro + prefix * prefixWeight * (1 - jaro)`, at most 1, when jaro is greater than
  /// the threshold, else jaro itself. Symmetric, in 0...1.
  /// - Parameters:
  ///   - prefixWeight: The weight of a symbol in common; from 0.25 on a common
  ///     beginning of 4 gives 1.
  ///   - boostThreshold: The Jaro similarity that must be exceeded.
  /// - Source: Winkler 1990.
  public static func jaroWinkler(
    _ a: Scalars, _ b: Scalars, prefixWeight: Double = 0.1, boostThreshold: Double = 0.7
  ) -> Double {
    Kernel.jaroWinkler(a, b, prefixWeight: prefixWeight, boostThreshold: boostThreshold)
  }

  /// Returns whether the Jaro-Winkler similarity is at least `threshold`.
  ///
  /// The same answer as comparing `jaroWinkler`, but cheaper when lengths and
  /// beginnings alone rule the threshold out.
  public static func jaroWinklerIsAtLeast(
    _ threshold: Double, _ a: Scalars, _ b: Scalars,
    prefixWeight: Double = 0.1, boostThreshold: Double = 0.7
  ) -> Bool {
    Kernel.jaroWinklerIsAtLeast(
      threshold, a, b, prefixWeight: prefixWeight, boostThreshold: boostThreshold)
  }

  // MARK: Pieces

  /// Returns twice the shared q-grams over all q-grams (Dice, Sorensen), in 0...1.
  ///
  /// When neither text has a q-gram the answer is 1 if they are equal, else 0.
  /// - Complexity: O(n log n) in the number of q-grams.
  public static func qGramDice(_ a: Scalars, _ b: Scalars, _ cut: QGrams = QGrams()) -> Double {
    Kernel.qGramDice(a, b, cut)
  }

  /// Returns the shared q-grams over the q-grams of the union (Jaccard), in 0...1.
  ///
  /// When neither text has a q-gram the answer is 1 if they are equal, else 0.
  /// `QGrams(size: n, cutting: .consecutive)` is jellyfish's `jaccard_similarity` with
  /// an n-gram size.
  /// - Complexity: O(n log n) in the number of q-grams.
  public static func qGramJaccard(_ a: Scalars, _ b: Scalars, _ cut: QGrams = QGrams()) -> Double {
    Kernel.qGramJaccard(a, b, cut)
  }

  /// Returns the shared distinct words over the distinct words of both, in 0...1.
  ///
  /// Words end at white space. 1 when neither text has a word.
  public static func wordJaccard(_ a: Scalars, _ b: Scalars) -> Double { Kernel.wordJaccard(a, b) }

  // MARK: Ratios in 0...100

  /// Returns 100 times the normalized insert-delete similarity; 100 for two empty texts.
  ///
  /// - Source: RapidFuzz `fuzz.ratio`.
  public static func ratio(_ a: Scalars, _ b: Scalars) -> Double { Kernel.ratio(a, b) }

  /// Returns the best ratio of the shorter text with any window of the longer one that
  /// is as long as it, or shorter at either end of the longer text.
  ///
  /// - Complexity: O(shorter * longer) up to 64 symbols in the shorter text, else
  ///   O(shorter^2 * longer).
  /// - Source: RapidFuzz `fuzz.partial_ratio`.
  public static func partialRatio(_ a: Scalars, _ b: Scalars) -> Double {
    Kernel.partialRatio(a, b)
  }

  /// Returns the ratio of the texts with their words sorted and joined by one space.
  ///
  /// - Source: RapidFuzz `fuzz.token_sort_ratio`.
  public static func tokenSortRatio(_ a: Scalars, _ b: Scalars) -> Double {
    Kernel.tokenSortRatio(a, b)
  }

  /// Returns the best ratio among the shared words and the shared words followed by what
  /// only one text has; 0 when a text has no word.
  ///
  /// 100 when the words of one text are all among the other's.
  /// - Source: RapidFuzz `fuzz.token_set_ratio`.
  public static func tokenSetRatio(_ a: Scalars, _ b: Scalars) -> Double {
    Kernel.tokenSetRatio(a, b)
  }

  // MARK: Match rating

  /// Returns whether two match rating codices agree, or nil when their lengths differ by
  /// 3 or more and cannot be compared.
  ///
  /// Symmetric. The arguments are codices, not names: see `Phonetics.matchRatingCodex`.
  /// - Source: Moore, Kuhns, Trefftzs and Montgomery 1977 (NBS SP 500-2).
  public static func matchRatingComparison(_ a: Scalars, _ b: Scalars) -> Bool? {
    Kernel.matchRatingComparison(a, b)
  }
}
