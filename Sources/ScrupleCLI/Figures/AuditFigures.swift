/// Every figure of an `audit.json`, each with an id that stays the same from audit to audit.
///
/// An id is the path of keys; an element of a list is named by what it is about instead of its
/// place: `pairwise.precision`, `flags.citizenFlagRate.usBorn`, `subgroups.sex.F.fpir`,
/// `thresholds.lowestLink.recall`. A blank becomes a hyphen.
struct AuditFigures {
  /// A figure with its place.
  struct Figure {
    let id: String
    /// A rate with all its members, or a bare number.
    let value: JSONTree
    /// The keys that lead to it, without the names of elements.
    let path: [String]

    /// Whether it is a rate with a count and a total.
    var isRate: Bool { value["total"] != nil }
  }

  /// The figures, ascending by id but for numbers within an id; rates and numbers together.
  private(set) var all: [Figure] = []
  private var seen: [String: Int] = [:]
  /// Where each id stands in `all`.
  private var places: [String: Int] = [:]

  init(_ report: JSONTree) {
    guard case .object(let sections) = report else { return }
    // Not figures: what the report was made from, and the level that every rate carries.
    for (key, value) in sections.sorted(by: { $0.key < $1.key })
    where !["source", "sectionSources", "level", "schema", "notMeasured"].contains(key) {
      add(value, [key], [key])
    }
  }

  /// The figure of an id; nil where there is none.
  func figure(_ id: String) -> Figure? { places[id].map { all[$0] } }

  private mutating func add(_ value: JSONTree, _ path: [String], _ keys: [String]) {
    switch value {
    case .number: append(value, path, keys)
    case .list(let elements):
      for (place, element) in elements.enumerated() {
        add(element, path + Self.name(element, place), keys)
      }
    case .object(let members):
      if value["count"] != nil, value["total"] != nil, value["method"] != nil {
        return append(value, path, keys)
      }
      for (key, member) in members.sorted(by: { $0.key < $1.key }) {
        add(member, path + Self.step(key, after: path), keys + [key])
      }
    case .text, .flag, .null: return
    }
  }

  private mutating func append(_ value: JSONTree, _ path: [String], _ keys: [String]) {
    var id = path.joined(separator: ".").split(separator: " ").joined(separator: "-")
    seen[id, default: 0] += 1
    // Two of one name, as groups could have it: the second says so.
    if let count = seen[id], count > 1 { id += "-\(count)" }
    if places[id] == nil { places[id] = all.count }
    all.append(Figure(id: id, value: value, path: keys))
  }

  /// Keys that only wrap what they hold are left out.
  private static func step(_ key: String, after path: [String]) -> [String] {
    if key == "rates" { return [] }
    if key == "rate", path.starts(with: ["flags", "citizenFlagRate"]) { return [] }
    return key == "citizenFlagRates" ? ["citizenFlagRate"] : [key]
  }

  /// What an element of a list is about.
  private static func name(_ element: JSONTree, _ place: Int) -> [String] {
    if let column = element["column"]?.text, let value = element["value"]?.text {
      return [column, value]
    }
    if let role = element["roles"]?.list.first?.text { return [role] }
    // The row of the linkage itself: its name is that of a folder.
    if element["isSubject"] == .flag(true) { return ["subject"] }
    let texts = [
      "citizenClass", "cause", "code", "stage", "severity", "side", "group", "name", "value",
    ]
    for key in texts {
      if let text = element[key]?.text { return [key == "citizenClass" ? camel(text) : text] }
    }
    for key in ["rule", "weight", "records", "falseLinks", "from"] {
      if let number = element[key]?.number { return [JSONTree.digits(number)] }
    }
    return ["\(place + 1)"]
  }

  /// `us_born` as `usBorn`.
  private static func camel(_ text: String) -> String {
    let parts = text.split(separator: "_")
    return (parts.first.map(String.init) ?? "")
      + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
