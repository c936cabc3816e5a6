extension VegaLite {
  /// Panels side by side, one for each value of a field, each of the same layers.
  static func panels(
    by field: String, title: String, description: String, values: [JSONValue], width: Int,
    layers: [JSONValue]
  ) -> JSONValue {
    .object([
      ("$schema", "https://vega.github.io/schema/vega-lite/v5.json"),
      ("title", .text(title)), ("description", .text(description)), ("background", "white"),
      ("data", .object([("values", .list(values))])),
      (
        "facet",
        .object([
          (
            "column",
            .object([
              ("field", .text(field)), ("type", "nominal"), ("title", .null), ("sort", .null),
            ])
          )
        ])
      ),
      ("spec", .object([("width", .integer(width)), ("layer", .list(layers))])),
      ("resolve", ["scale": ["x": "independent"]]),
    ])
  }
}
