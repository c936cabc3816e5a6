import ScrupleCorpus

/// Reads a recipe from TOML and collects every fault on the way.
///
/// The tables of a recipe are the first words of the parameters' keys; `[group.NAME.TABLE]` and
/// `[source.NAME.TABLE]` hold values for one name-origin group or one source system.
struct RecipeReader {
  private var reader: SpecificationReader
  private let parameters: [String: RecipeParameter]
  private let tables: [String]

  /// Reads the text of a recipe.
  ///
  /// - Throws: `SpecificationFaults` with every fault: syntax, unknown keys, values out of range.
  static func recipe(reading text: String) throws(SpecificationFaults) -> Recipe {
    let lines = SpecificationLines(toml: text)
    var own = RecipeReader(lines: lines)
    let recipe = own.recipe(try SpecificationNode(toml: text, lines: lines))
    let faults = own.reader.faults
    guard faults.isEmpty else {
      throw SpecificationFaults(
        faults.sorted { ($0.line ?? .max, $0.path) < ($1.line ?? .max, $1.path) })
    }
    return recipe
  }

  private init(lines: SpecificationLines) {
    reader = SpecificationReader(lines: lines)
    parameters = Dictionary(uniqueKeysWithValues: RecipeParameter.all.map { ($0.key, $0) })
    var tables: [String] = []
    for parameter in RecipeParameter.all {
      let table = String(parameter.key.prefix { $0 != "." })
      if !tables.contains(table) { tables.append(table) }
    }
    self.tables = tables
  }

  private mutating func recipe(_ node: SpecificationNode) -> Recipe {
    let keys = ["name", "purpose", "scenarios", "group", "source"] + tables
    guard let root = reader.table(node, "", keys: keys) else { return Recipe(name: "") }
    var recipe = Recipe(
      name: reader.text("name", in: root) ?? "", purpose: reader.text("purpose", in: root) ?? "")
    if root.entries["name"] == nil { reader.fault("", "The recipe has no name: add name = \"…\".") }
    recipe.scenarios = scenarios(root)
    for table in tables { values(root.entries[table], table, table, into: &recipe) }
    groups(root.entries["group"], into: &recipe)
    sources(root.entries["source"], into: &recipe)
    return recipe
  }

  private mutating func scenarios(_ root: SpecificationReader.Table) -> [Recipe.Scenario] {
    let entries = reader.list("scenarios", in: root) ?? []
    return entries.enumerated().compactMap { index, node in
      let path = "scenarios[\(index + 1)]"
      guard let table = reader.table(node, path, keys: ["name", "instances"]) else { return nil }
      let name = reader.text("name", in: table) ?? ""
      if !Gallery.names.contains(name) {
        reader.fault(
          "\(path).name",
          "Unknown scenario '\(name)'." + NearMiss.hint(for: name, among: Gallery.names))
      }
      return Recipe.Scenario(name: name, instances: reader.count("instances", in: table) ?? 20)
    }
  }

  private mutating func groups(_ node: SpecificationNode?, into recipe: inout Recipe) {
    let names = NameOriginGroup.allCases.map(\.rawValue)
    guard let node, let table = reader.table(node, "group", keys: names) else { return }
    for group in NameOriginGroup.allCases {
      guard let inside = reader.table(group.rawValue, in: table, keys: tables) else { continue }
      for name in tables {
        values(
          inside.entries[name], name, "group.\(group.rawValue).\(name)", group: group,
          into: &recipe)
      }
    }
  }

  private mutating func sources(_ node: SpecificationNode?, into recipe: inout Recipe) {
    let names = SourceSystem.allCases.map(\.rawValue)
    guard let node, let table = reader.table(node, "source", keys: names) else { return }
    for source in names {
      guard let inside = reader.table(source, in: table, keys: tables) else { continue }
      for name in tables {
        values(
          inside.entries[name], name, "source.\(source).\(name)", source: source, into: &recipe)
      }
    }
  }

  /// The parameters of one table of the file.
  private mutating func values(
    _ node: SpecificationNode?, _ name: String, _ path: String, group: NameOriginGroup? = nil,
    source: String? = nil, into recipe: inout Recipe
  ) {
    guard let node else { return }
    let known = RecipeParameter.all.map(\.key).filter { $0.hasPrefix(name + ".") }
      .map { String($0.dropFirst(name.utf8.count + 1)) }
    guard let table = reader.table(node, path, keys: known) else { return }
    for key in known {
      guard let parameter = parameters["\(name).\(key)"] else { continue }
      let range = parameter.range
      let value = reader.number(
        key, in: table, range: range,
        called: "a number from \(range.lowerBound) to \(range.upperBound)")
      if let value { recipe.set(parameter, to: value, group: group, source: source) }
    }
  }
}
