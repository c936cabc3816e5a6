/// Pieces of Vega-Lite specifications (version 5), with the data inside.
enum VegaLite {
  /// A chart of layers over the same data.
  static func layered(
    title: String, description: String, values: [JSONValue], layers: [JSONValue]
  ) -> JSONValue {
    .object(header(title, description, values) + [("layer", .list(layers))])
  }

  /// One layer.
  static func layer(_ mark: JSONValue, _ encoding: JSONValue) -> JSONValue {
    .object([("mark", mark), ("encoding", encoding)])
  }

  /// What one field is shown by.
  static func axis(
    _ field: String, _ type: String, title: String?, scale: JSONValue? = nil, sorted: Bool = true
  ) -> JSONValue {
    var entries: [(String, JSONValue)] = [
      ("field", .text(field)), ("type", .text(type)), ("title", title.map { .text($0) } ?? .null),
    ]
    if let scale { entries.append(("scale", scale)) }
    if !sorted { entries.append(("sort", .null)) }
    return .object(entries)
  }

  private static func header(
    _ title: String, _ description: String, _ values: [JSONValue]
  ) -> [(String, JSONValue)] {
    [
      ("$schema", "https://vega.github.io/schema/vega-lite/v5.json"),
      ("title", .text(title)), ("description", .text(description)),
      ("width", 480), ("background", "white"),
      ("data", .object([("values", .list(values))])),
    ]
  }
}
