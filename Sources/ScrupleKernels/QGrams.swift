/// How a text is cut into pieces of a fixed size, and how equal pieces count.
public struct QGrams: Sendable, Hashable {
  /// Where the pieces begin.
  public enum Cutting: Sendable, Hashable {
    /// A piece at every position: `ANNA` gives AN, NN, NA. A text shorter than the
    /// size has none.
    case sliding
    /// As `sliding`, with size - 1 start marks before and end marks after, so that
    /// beginnings and ends weigh as much as the middle: `AN` gives ^A, AN, N$.
    case padded
    /// One piece after the other, the last possibly shorter: `ANNAS` gives AN, NA, S.
    /// This is what jellyfish's `jaccard_similarity` calls n-grams.
    case consecutive
  }

  /// How often a piece that occurs several times counts.
  public enum Counting: Sendable, Hashable {
    /// Once.
    case distinct
    /// As often as it occurs; what two texts share is the smaller of two counts.
    case repeated
  }

  /// The symbols in a piece, at least 1.
  public let size: Int
  /// Where the pieces begin.
  public let cutting: Cutting
  /// How equal pieces count.
  public let counting: Counting

  /// Creates a way of cutting; the default is distinct bigrams.
  public init(size: Int = 2, cutting: Cutting = .sliding, counting: Counting = .distinct) {
    precondition(size >= 1, "size must be at least 1 but is \(size)")
    self.size = size
    self.cutting = cutting
    self.counting = counting
  }
}
