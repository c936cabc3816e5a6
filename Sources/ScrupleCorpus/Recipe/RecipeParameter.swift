/// One number of a recipe: its key, its default and what that rests on.
///
/// Each area of the generator declares its parameters in a file of its own, as
/// static constants and a list that `all` puts together.
public struct RecipeParameter: Sendable, Hashable {
  /// The key in the recipe: `table.name` in snake case.
  public let key: String
  public let defaultValue: Double
  public let range: ClosedRange<Double>
  /// What the number means, in one sentence.
  public let meaning: String
  public let basis: Basis

  public init(
    _ key: String, _ defaultValue: Double, in range: ClosedRange<Double> = 0...1,
    basis: Basis, _ meaning: String
  ) {
    self.key = key
    self.defaultValue = defaultValue
    self.range = range
    self.meaning = meaning
    self.basis = basis
  }

  /// What a default rests on.
  public enum Basis: Sendable, Hashable {
    /// A published source.
    case source(String)
    /// Nothing published: a modelling choice, swept by the sensitivity recipe.
    case assumed
    /// A size or date that the user chooses.
    case chosen
  }

  public static func == (one: Self, other: Self) -> Bool { one.key == other.key }
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
