/// The recipes that the program carries: those of `Corpora/Recipes`.
public enum BundledRecipes {
  /// Their names, ascending.
  public static var names: [String] { texts.map(\.name) }

  /// The TOML text of a recipe; nil for an unknown name.
  public static func text(of name: String) -> String? {
    texts.first { $0.name == name }?.text
  }
}
