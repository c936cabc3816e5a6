import ScrupleCorpus
import Testing

@Suite struct RecipeTests {
  @Test func keysAreUniqueAndDefaultsLieInTheirRanges() {
    let all = RecipeParameter.all
    #expect(Set(all.map(\.key)).count == all.count)
    for parameter in all {
      #expect(parameter.range.contains(parameter.defaultValue), "\(parameter.key)")
      #expect(RecipeParameter.named(parameter.key) == parameter)
      #expect(parameter.meaning.hasSuffix("."), "\(parameter.key)")
      #expect(parameter.key.contains("."), "\(parameter.key)")
    }
  }

  @Test func theDefaultRecipeIsSound() {
    #expect(Recipe(name: "default").faults == [])
  }

  @Test func aMistypedKeyGetsItsNearMiss() {
    var recipe = Recipe(name: "test")
    #expect(throws: RecipeError.unknownKey("status.naturalised", suggestion: "status.naturalized"))
    {
      try recipe.set(key: "status.naturalised", to: 0.5)
    }
    #expect(throws: RecipeError.unknownKey("quite.another", suggestion: nil)) {
      try recipe.set(key: "quite.another", to: 0.5)
    }
    #expect(throws: RecipeError.unknownGroup("hispanik", suggestion: "hispanic")) {
      try recipe.set(key: "status.naturalized", to: 0.5, group: "hispanik")
    }
    #expect(
      throws: RecipeError.outOfRange(key: "status.naturalized", value: 2, range: 0...1)
    ) {
      try recipe.set(key: "status.naturalized", to: 2)
    }
  }

  @Test func whatCannotBeMetIsRefusedWithWhatToChange() throws {
    var recipe = Recipe(name: "test")
    recipe.set(.naturalized, to: 0.6)
    #expect(recipe.faults.count == NameOriginGroup.allCases.count)
    recipe = Recipe(name: "test")
    recipe.set(.derived, to: 0.4)
    #expect(recipe.faults.count == 1)
    recipe = Recipe(name: "test")
    recipe.set(.people, to: 1_000)
    recipe.set(.bookings, to: 1_000_000)
    #expect(throws: RecipeError.self) { try WorldBuilder(recipe: recipe, seed: 1) }
    recipe = Recipe(name: "test")
    recipe.set(.registryYear, to: 2015)
    let message = try #require(recipe.faults.first).description
    #expect(message.contains("'registry.year'"))
  }

  @Test func theLinesHoldEveryParameterOnceUnderItsTable() {
    var recipe = Recipe(name: "a \"name\"", purpose: "to test")
    recipe.set(.derived, to: 0.1, group: .arabic)
    let lines = recipe.lines()
    #expect(lines[0] == #"name = "a \"name\"""#)
    let tables = lines.filter { $0.hasPrefix("[") }
    #expect(Set(tables).count == tables.count)
    for parameter in RecipeParameter.all {
      let name = parameter.key.split(separator: ".").last!
      #expect(lines.contains { $0.hasPrefix("\(name) = ") }, "\(parameter.key)")
    }
    #expect(lines.contains("[groups.arabic]"))
    #expect(lines.contains("\"status.derived\" = 0.1"))
  }
}
