import ScrupleFormats

/// Why a corpus was not made; nothing is written then.
public enum CorpusError: Error, Sendable {
  /// The recipe asks for what cannot be.
  case recipe(RecipeError)
  /// A check of the corpus failed; the name says which, the counts how badly.
  case checkFailed(name: String, faults: Int, of: Int)
  /// A rate of the recipe was observed oftener or seldomer than chance explains: once in a
  /// million runs a right generator comes to this.
  case rateImplausible(key: String, observed: Int, trials: Int, expected: Double)
  /// An output could not be written.
  case output(FormatError)
}
