/// Any JSON, for looking through a report without knowing its sections.
indirect enum JSONTree: Decodable, Equatable {
  case object([String: JSONTree])
  case list([JSONTree])
  case text(String)
  case number(Double)
  case flag(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONTree].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONTree].self))
    }
  }

  /// The value of a key; nil for anything but an object that has it.
  subscript(key: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The text; nil for anything else.
  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// The number; nil for anything else.
  var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// The elements; none for anything but a list.
  var list: [JSONTree] {
    guard case .list(let list) = self else { return [] }
    return list
  }

  /// The number as JSON has it, whole where it is.
  static func digits(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
