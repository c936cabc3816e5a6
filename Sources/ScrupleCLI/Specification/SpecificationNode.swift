/// A value of a specification file, whether it was TOML or JSON.
indirect enum SpecificationNode: Sendable, Equatable {
  case text(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case list([SpecificationNode])
  /// Entries in the order of the file.
  case table([(key: String, value: SpecificationNode)])
  /// Something a specification has no use for: a date, null.
  case other(String)

  /// What the value is, for messages.
  var kind: String {
    switch self {
    case .text: "text"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .list: "a list"
    case .table: "a table"
    case .other(let kind): kind
    }
  }

  static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.text(let one), .text(let other)): one == other
    case (.integer(let one), .integer(let other)): one == other
    case (.number(let one), .number(let other)): one == other
    case (.boolean(let one), .boolean(let other)): one == other
    case (.list(let one), .list(let other)): one == other
    case (.other(let one), .other(let other)): one == other
    case (.table(let one), .table(let other)):
      one.count == other.count
        && zip(one, other).allSatisfy { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }
}
