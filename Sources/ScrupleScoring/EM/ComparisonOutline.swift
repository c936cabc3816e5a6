/// What a comparison and its levels are called, without any numbers.
public struct ComparisonOutline: Sendable, Equatable {
  /// The comparison's name, unique in the model.
  public var name: String
  /// Labels of the levels from worst (all else) to best, missing excluded.
  public var levelLabels: [String]
  /// How the frequency of a value changes the weight; passed on to the model.
  public var termFrequency: TermFrequencySettings?

  /// Makes an outline.
  public init(
    name: String, levelLabels: [String], termFrequency: TermFrequencySettings? = nil
  ) {
    self.name = name
    self.levelLabels = levelLabels
    self.termFrequency = termFrequency
  }
}
