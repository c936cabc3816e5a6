extension Recipe {
  /// The recipe as TOML, with every parameter's meaning, range and basis above it.
  ///
  /// A value that is the default is written as well, so that a reader sees the whole
  /// recipe; values of single groups and sources follow in tables of their own.
  public func lines() -> [String] {
    var lines = ["name = \(Self.quoted(name))", "purpose = \(Self.quoted(purpose))"]
    var table = ""
    let sorted = RecipeParameter.all.enumerated().sorted {
      let (one, other) = ($0.element.table, $1.element.table)
      return one == other ? $0.offset < $1.offset : one < other
    }
    for parameter in sorted.map(\.element) {
      if parameter.table != table {
        table = parameter.table
        lines += ["", "[\(table)]"]
      }
      lines.append("# " + parameter.meaning)
      lines.append(
        "# \(parameter.basis.text); \(Self.number(parameter.range.lowerBound)) to "
          + "\(Self.number(parameter.range.upperBound)).")
      lines.append("\(parameter.name) = \(Self.number(value(parameter)))")
    }
    for group in NameOriginGroup.allCases {
      lines += Self.table("groups.\(group.rawValue)", groupValues[group] ?? [:])
    }
    for source in sourceValues.keys.sorted() {
      lines += Self.table("sources.\(source)", sourceValues[source] ?? [:])
    }
    for scenario in scenarios {
      lines += [
        "", "[[scenarios]]", "name = \(Self.quoted(scenario.name))",
        "instances = \(scenario.instances)",
      ]
    }
    return lines
  }

  private static func table(_ title: String, _ values: [String: Double]) -> [String] {
    guard !values.isEmpty else { return [] }
    return ["", "[\(title)]"]
      + values.keys.sorted().map { "\"\($0)\" = \(number(values[$0] ?? 0))" }
  }

  /// A number as TOML writes it: whole numbers without a point.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  private static func quoted(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar.value < 32 ? " " : scalar)
      }
    }
    return escaped + "\""
  }
}

extension RecipeParameter {
  /// The table of the key: what stands before the last point.
  var table: String {
    key.lastIndex(of: ".").map { String(key[..<$0]) } ?? ""
  }

  /// The name of the key within its table.
  var name: String {
    key.lastIndex(of: ".").map { String(key[key.index(after: $0)...]) } ?? key
  }
}

extension RecipeParameter.Basis {
  /// The basis in words.
  public var text: String {
    switch self {
    case .source(let source): "Source: \(source)"
    case .assumed: "Assumed"
    case .chosen: "Chosen"
    }
  }
}
