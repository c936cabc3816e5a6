import ScrupleFormats

/// Why a corpus was not made; nothing is written then.
public enum CorpusError: Error, Sendable {
  /// The recipe asks for what cannot be.
  case recipe(RecipeError)
  /// A check of the corpus failed; the name says which, the counts how badly.
  case checkFailed(name: String, faults: Int, of: Int)
  /// An output could not be written.
  case output(FormatError)
}
