/// Takes values out of nodes and collects every fault on the way.
///
/// A value that cannot be taken is nil and its fault is kept, so that reading
/// goes on and all faults are told at once.
struct SpecificationReader {
  let lines: SpecificationLines
  var faults: [SpecificationFault] = []
  /// Whether some column has a role that was not understood: the fields that
  /// rules name may then be missing for that reason only.
  var hasUnknownRoles = false

  init(lines: SpecificationLines) { self.lines = lines }

  /// The entries of one table.
  struct Table {
    let path: String
    let entries: [String: SpecificationNode]

    func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
  }

  mutating func fault(_ path: String, _ message: String) {
    faults.append(SpecificationFault(path: path, line: lines.line(of: path), message: message))
  }

  private mutating func wrongType(_ path: String, _ node: SpecificationNode, _ wanted: String) {
    fault(path, "This must be \(wanted), not \(node.kind).")
  }

  /// Opens a table and reports the keys that it must not have.
  mutating func table(_ node: SpecificationNode, _ path: String, keys known: [String]) -> Table? {
    guard case .table(let entries) = node else {
      wrongType(path, node, "a table")
      return nil
    }
    var table: [String: SpecificationNode] = [:]
    for (key, value) in entries {
      if known.contains(key) {
        table[key] = value
      } else {
        fault(
          path.isEmpty ? key : "\(path).\(key)",
          "Unknown key '\(key)'." + NearMiss.hint(for: key, among: known))
      }
    }
    return Table(path: path, entries: table)
  }

  /// Opens a table inside a table; nil where there is none.
  mutating func table(_ key: String, in table: Table, keys: [String]) -> Table? {
    table.entries[key].flatMap { self.table($0, table.path(of: key), keys: keys) }
  }

  mutating func text(_ key: String, in table: Table) -> String? {
    guard let node = table.entries[key] else { return nil }
    return text(node, table.path(of: key))
  }

  mutating func text(_ node: SpecificationNode, _ path: String) -> String? {
    if case .text(let text) = node { return text }
    wrongType(path, node, "text in quotes")
    return nil
  }

  mutating func boolean(_ key: String, in table: Table) -> Bool? {
    guard let node = table.entries[key] else { return nil }
    if case .boolean(let value) = node { return value }
    wrongType(table.path(of: key), node, "true or false")
    return nil
  }

  /// A whole number of at least 1.
  mutating func count(_ key: String, in table: Table) -> Int? {
    guard let node = table.entries[key] else { return nil }
    guard case .integer(let value) = node else {
      wrongType(table.path(of: key), node, "a whole number")
      return nil
    }
    if value >= 1 { return value }
    fault(table.path(of: key), "This must be at least 1, not \(value).")
    return nil
  }

  /// A finite number in a range.
  mutating func number(
    _ key: String, in table: Table, range: ClosedRange<Double>, called name: String
  ) -> Double? {
    guard let node = table.entries[key] else { return nil }
    let value: Double
    switch node {
    case .integer(let whole): value = Double(whole)
    case .number(let number): value = number
    default:
      wrongType(table.path(of: key), node, "a number")
      return nil
    }
    if value.isFinite && range.contains(value) { return value }
    fault(table.path(of: key), "This must be \(name), not \(value).")
    return nil
  }

  mutating func list(_ key: String, in table: Table) -> [SpecificationNode]? {
    guard let node = table.entries[key] else { return nil }
    return list(node, table.path(of: key))
  }

  mutating func list(_ node: SpecificationNode, _ path: String) -> [SpecificationNode]? {
    if case .list(let elements) = node { return elements }
    wrongType(path, node, "a list")
    return nil
  }

  /// One of the words of an enumeration.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ what: String, _ text: String, _ path: String
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: text) { return choice }
    fault(
      path,
      "Unknown \(what) '\(text)'."
        + NearMiss.hint(for: text, among: Choice.allCases.map(\.rawValue)))
    return nil
  }
}
