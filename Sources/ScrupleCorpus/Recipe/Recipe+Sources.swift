extension Recipe {
  /// Sets a parameter by its key for the records of one source system.
  ///
  /// - Throws: an unknown key or source, with a suggestion, or a value out of range.
  public mutating func set(
    key: String, to value: Double, source name: String
  ) throws(RecipeError) {
    guard let parameter = RecipeParameter.named(key) else {
      throw .unknownKey(key, suggestion: RecipeParameter.suggestion(for: key))
    }
    guard parameter.range.contains(value) else {
      throw .outOfRange(key: key, value: value, range: parameter.range)
    }
    guard let system = SourceSystem(rawValue: name) else {
      let names = SourceSystem.allCases.map(\.rawValue)
      throw .unknownSource(name, suggestion: RecipeParameter.nearest(to: name, among: names))
    }
    set(parameter, to: value, source: system.rawValue)
  }
}
