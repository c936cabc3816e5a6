/// A trained record-linkage model: how likely each level is among matches and non-matches.
///
/// The model is written as readable JSON. Levels stand in ascending order of agreement:
/// `levels[0]` is "all else" (code 1 in a pattern), the last is the best. The missing
/// level (code 0) has no entry; it contributes 0 bits.
///
/// Non-matches are one class by default, in which levels are independent. When
/// `nonMatchClasses` is not empty they are a mixture (say unrelated people, kin and
/// namesakes); each level's `uProbability` is then the average over the classes.
/// - Source: Fellegi & Sunter 1969; Larsen & Rubin 2001 for more than two classes.
public struct FellegiSunterModel: Sendable, Equatable {
  /// The share of the compared pairs that are matches, strictly between 0 and 1.
  public var priorMatchProbability: Double

  /// One entry per comparison, in the order of the pattern layout.
  public var comparisons: [ComparisonModel]

  /// The latent kinds of non-match; empty when there is only one kind.
  public var nonMatchClasses: [NonMatchClass]

  /// How the model was trained; nil if its numbers were given by hand.
  public var training: TrainingRecord?

  /// Makes a model from its parts without checking them; see `faults`.
  public init(
    priorMatchProbability: Double, comparisons: [ComparisonModel],
    nonMatchClasses: [NonMatchClass] = [], training: TrainingRecord? = nil
  ) {
    self.priorMatchProbability = priorMatchProbability
    self.comparisons = comparisons
    self.nonMatchClasses = nonMatchClasses
    self.training = training
  }

  /// The number of levels of each comparison, as a pattern layout wants them.
  public var levelCounts: [Int] { comparisons.map(\.levels.count) }

  /// The prior as a probability with safe log-odds.
  public var prior: Probability { Probability(priorMatchProbability) }
}

/// The levels of one comparison and their probabilities.
public struct ComparisonModel: Codable, Sendable, Equatable {
  /// The comparison's name, unique in the model.
  public var name: String
  /// The levels from worst (all else) to best.
  public var levels: [LevelModel]
  /// How the frequency of a value changes the weight; nil for not at all.
  public var termFrequency: TermFrequencySettings?

  /// Makes the entry of one comparison.
  public init(
    name: String, levels: [LevelModel], termFrequency: TermFrequencySettings? = nil
  ) {
    self.name = name
    self.levels = levels
    self.termFrequency = termFrequency
  }
}

/// One level of a comparison.
public struct LevelModel: Codable, Sendable, Equatable {
  /// What the level means, in words for a reader.
  public var label: String
  /// P(level | match, not missing).
  public var mProbability: Double
  /// P(level | non-match, not missing).
  public var uProbability: Double
  /// The harmonic mean of `TermFrequencySettings.nearFrequency` over random pairs at this
  /// level, in (0, 1]; nil where the frequencies of values do not change the level.
  public var typicalFrequency: Double?

  /// Makes a level.
  public init(
    label: String, mProbability: Double, uProbability: Double, typicalFrequency: Double? = nil
  ) {
    self.label = label
    self.mProbability = mProbability
    self.uProbability = uProbability
    self.typicalFrequency = typicalFrequency
  }

  /// The evidence of the level, log2(m / u).
  public var weight: MatchWeight {
    MatchWeight(mProbability: mProbability, uProbability: uProbability)
  }
}

/// One latent kind of non-match.
public struct NonMatchClass: Codable, Sendable, Equatable {
  /// What the class is called, for a reader; the data do not name it.
  public var label: String
  /// Its share of the non-matches; the shares of all classes add up to 1.
  public var share: Double
  /// P(level | this class), per comparison and level.
  public var uProbabilities: [[Double]]

  /// Makes a class.
  public init(label: String, share: Double, uProbabilities: [[Double]]) {
    self.label = label
    self.share = share
    self.uProbabilities = uProbabilities
  }
}
