extension FellegiSunterModel: Codable {
  private enum CodingKeys: String, CodingKey {
    case priorMatchProbability, comparisons, nonMatchClasses, training
  }

  /// Reads a model and checks it.
  ///
  /// - Throws: `DecodingError` if the shape is wrong, `ScoringError.invalidModel` with
  ///   all faults if the numbers are.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      priorMatchProbability: try container.decode(Double.self, forKey: .priorMatchProbability),
      comparisons: try container.decode([ComparisonModel].self, forKey: .comparisons),
      nonMatchClasses: try container.decodeIfPresent(
        [NonMatchClass].self, forKey: .nonMatchClasses) ?? [],
      training: try container.decodeIfPresent(TrainingRecord.self, forKey: .training))
    try validate()
  }

  /// Writes the model; an empty list of non-match classes is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(priorMatchProbability, forKey: .priorMatchProbability)
    try container.encode(comparisons, forKey: .comparisons)
    if !nonMatchClasses.isEmpty {
      try container.encode(nonMatchClasses, forKey: .nonMatchClasses)
    }
    try container.encodeIfPresent(training, forKey: .training)
  }
}
