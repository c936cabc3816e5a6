/// A failure to set up normalization; normalizing a value itself never fails.
public enum NormalizationError: Error, Equatable, Sendable {
  /// ICU could not open its tables or the transliterator, with ICU's status code.
  case unicodeUnavailable(transliterator: String, status: Int32)
}
