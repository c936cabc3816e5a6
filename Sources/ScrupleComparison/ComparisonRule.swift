/// How one piece of evidence is compared.
public struct ComparisonRule: Sendable, Hashable, Codable {
  /// The name of the comparison: a column of `links.csv`, an entry of the model.
  public var name: String
  /// The fields it reads. More than one only for a composite such as `address`.
  public var fields: [String]
  /// The levels from best to worst; "all else" and "missing" are implied.
  public var levels: [LevelTest]
  /// Whether agreement on a rare value counts more than on a common one.
  public var usesTermFrequency: Bool
  /// Whether, with `usesTermFrequency`, near agreement between rare values counts more than
  /// between common ones too.
  public var usesTermFrequencyWhenNear = true
  /// The comparison is missing where the values of this other comparison are
  /// swapped with its own: the evidence has been counted there.
  public var missingWhenSwappedWith: String?
  /// The comparison counts only where another one says so, else it is missing.
  public var condition: ComparisonCondition?

  /// Creates a rule.
  public init(
    _ name: String, fields: [String]? = nil, levels: [LevelTest], usesTermFrequency: Bool = false,
    missingWhenSwappedWith: String? = nil, condition: ComparisonCondition? = nil
  ) {
    self.name = name
    self.fields = fields ?? [name]
    self.levels = levels
    self.usesTermFrequency = usesTermFrequency
    self.missingWhenSwappedWith = missingWhenSwappedWith
    self.condition = condition
  }

  /// Level codes at which the frequencies of two different values matter: those of slips,
  /// the best level not among them.
  public var nearLevels: [Int] {
    guard usesTermFrequency, usesTermFrequencyWhenNear, fields.count == 1 else { return [] }
    return (1..<levelCount).filter { $0 > 1 && levels[levelCount - $0].allowsSlips }
  }

  /// How many levels there are, "all else" included and "missing" not.
  public var levelCount: Int { levels.count + 1 }

  /// The label of a level code: 0 is missing, 1 all else, the last is the best.
  public func label(ofLevel level: Int) -> String {
    switch level {
    case 0: "missing"
    case 1: "all else"
    default: levels[levels.count + 1 - level].description
    }
  }
}

/// When a comparison counts.
///
/// Evidence that depends on other evidence is split by it: whoever shares a
/// given name nearly always shares the sex, so that the sex is compared once
/// among pairs whose given names agree and once among the others.
public struct ComparisonCondition: Sendable, Hashable, Codable {
  /// The comparison that decides.
  public var comparison: String
  /// The level tests of that comparison at which this one counts, as written
  /// in its rule; `all else` and `missing` may be named too.
  public var levels: [String]

  /// Creates a condition on another comparison's levels.
  public init(_ comparison: String, levels: [String]) {
    self.comparison = comparison
    self.levels = levels
  }
}

/// What makes a comparison unusable.
public enum ComparisonError: Error, Equatable {
  /// The comparison names a field that the records do not have.
  case unknownField(String, comparison: String, known: [String])
  /// A level that makes no sense for the field's kind.
  case levelDoesNotFit(level: String, comparison: String)
  /// The comparison has no level.
  case noLevels(comparison: String)
  /// A condition names a comparison or level that is not there.
  case conditionDoesNotFit(comparison: String)
  /// All comparisons together need more than 64 bits.
  case tooManyLevels
}
