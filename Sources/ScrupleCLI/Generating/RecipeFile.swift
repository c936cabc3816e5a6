import ScrupleCorpus
import ScrupleFormats

/// Finds a recipe by the name of a bundled one or by the path of a file.
enum RecipeFile {
  /// Reads a recipe.
  ///
  /// - Parameter name: a path where it ends in `.toml` or holds a `/`, else a bundled recipe.
  /// - Throws: `FormatError`, `FaultyRecipe`, or a `Failure` for a name that is not known.
  static func recipe(named name: String) throws -> Recipe {
    if name.hasSuffix(".toml") || name.contains("/") {
      let bytes = try WholeFile(path: name).bytes
      return try recipe(text: String(decoding: bytes, as: UTF8.self), path: name)
    }
    guard let text = BundledRecipes.text(of: name) else {
      throw Failure(
        "No recipe is called \(TerminalText.quoted(name))."
          + NearMiss.hint(for: name, among: BundledRecipes.names)
          + " A recipe of your own is a file that ends in .toml; see 'scruple generate --list'.")
    }
    return try recipe(text: text, path: name)
  }

  private static func recipe(text: String, path: String) throws -> Recipe {
    do {
      return try RecipeReader.recipe(reading: text)
    } catch {
      throw FaultyRecipe(path: path, faults: error)
    }
  }

  /// Sets parameters that the command line gives as `KEY=VALUE`.
  static func apply(_ settings: [String], to recipe: inout Recipe) throws {
    for setting in settings {
      guard let sign = setting.firstIndex(of: "="),
        let value = Double(setting[setting.index(after: sign)...])
      else {
        throw Failure(
          "--set takes KEY=VALUE with a number, such as --set population.people=20000.",
          status: Failure.usage)
      }
      let key = String(setting[..<sign])
      guard let parameter = RecipeParameter.named(key) else {
        throw Failure(
          "No parameter is called \(TerminalText.quoted(key))."
            + NearMiss.hint(for: key, among: RecipeParameter.all.map(\.key)))
      }
      guard parameter.range.contains(value) else {
        throw Failure(
          "\(TerminalText.quoted(key)) must be from \(parameter.range.lowerBound) to "
            + "\(parameter.range.upperBound), not \(value).")
      }
      recipe.set(parameter, to: value)
    }
  }
}

/// A recipe with faults, and where it came from.
struct FaultyRecipe: Error {
  let path: String
  let faults: SpecificationFaults
}
