/// What a comparison and its levels are called, without any numbers.
public struct ComparisonOutline: Sendable, Equatable {
  /// The comparison's name, unique in the model.
  public var name: String
  /// Labels of the levels from worst (all else) to best, missing excluded.
  public var levelLabels: [String]
  /// How the frequency of a value changes the weight; passed on to the model.
  public var termFrequency: TermFrequencySettings?
  /// Of each level the `LevelModel.typicalFrequency`, passed on to the model; empty for none.
  public var typicalFrequencies: [Double?]

  /// Makes an outline.
  public init(
    name: String, levelLabels: [String], termFrequency: TermFrequencySettings? = nil,
    typicalFrequencies: [Double?] = []
  ) {
    precondition(
      typicalFrequencies.isEmpty || typicalFrequencies.count == levelLabels.count,
      "\(levelLabels.count) levels but \(typicalFrequencies.count) typical frequencies")
    self.name = name
    self.levelLabels = levelLabels
    self.termFrequency = termFrequency
    self.typicalFrequencies = typicalFrequencies
  }

  /// The level at an index with its probabilities.
  func level(_ index: Int, mProbability: Double, uProbability: Double) -> LevelModel {
    LevelModel(
      label: levelLabels[index], mProbability: mProbability, uProbability: uProbability,
      typicalFrequency: typicalFrequencies.isEmpty ? nil : typicalFrequencies[index])
  }
}
