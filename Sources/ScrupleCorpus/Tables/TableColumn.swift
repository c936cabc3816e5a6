/// The columns of a table, in order; the raw value of a column is its place.
///
/// The name in the file is the name of the case in snake case.
package protocol TableColumn: RawRepresentable<Int>, CaseIterable, Hashable, Sendable {}

extension TableColumn {
  /// The column names, in order.
  package static var names: [String] { allCases.map { snakeCase("\($0)") } }
}

/// `lastName` as `last_name`.
func snakeCase(_ name: String) -> String {
  var text = ""
  for character in name {
    if character.isUppercase { text += "_" }
    text += character.lowercased()
  }
  return text
}
