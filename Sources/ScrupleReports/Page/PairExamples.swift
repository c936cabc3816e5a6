/// Pairs of records for the page, where somebody asked for them.
///
/// A page has none by default. What is here is personal: whoever makes it says whether values are
/// masked, and the page says so too.
public struct PairExamples: Sendable {
  /// One pair that was linked and is no match.
  public struct Pair: Sendable {
    /// The place of its pattern among the worst ones.
    public var pattern: Int
    /// The weight of the link, in bits.
    public var weight: Double
    /// The fields compared, with the values of both records as they are to be shown.
    public var fields: [(name: String, left: String, right: String)]

    /// Creates a pair.
    public init(
      pattern: Int, weight: Double, fields: [(name: String, left: String, right: String)]
    ) {
      self.pattern = pattern
      self.weight = weight
      self.fields = fields
    }
  }

  /// Whether values stand as they are; else only their shape.
  public var isFull: Bool
  /// The pairs, in the order of the patterns.
  public var pairs: [Pair]

  /// Creates examples.
  public init(isFull: Bool, pairs: [Pair]) {
    self.isFull = isFull
    self.pairs = pairs
  }

  /// The shape of a value: its first letter and how long it is, its digits as 9.
  ///
  /// Three classes of length, so that a name cannot be told by counting.
  public static func masked(_ value: String) -> String {
    if value.isEmpty { return "(missing)" }
    if value.contains(where: \.isNumber) {
      return String(value.map { $0.isNumber ? "9" : $0.isLetter ? "A" : $0 })
    }
    let length = value.count < 5 ? "short" : value.count < 9 ? "of middle length" : "long"
    return "\(value.prefix(1))…, \(length)"
  }
}
