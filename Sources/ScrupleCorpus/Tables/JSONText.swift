/// Writes JSON by hand, in the order in which it is told, two blanks a level.
struct JSONText {
  private(set) var text = ""
  private var level = 0
  private var isFirst = true

  /// Writes an object or a member that is one.
  mutating func object(_ name: String? = nil, _ body: (inout JSONText) -> Void) {
    nest(name, open: "{", close: "}", body)
  }

  /// Writes an array or a member that is one.
  mutating func array(_ name: String? = nil, _ body: (inout JSONText) -> Void) {
    nest(name, open: "[", close: "]", body)
  }

  mutating func member(_ name: String?, _ value: String) {
    begin(name)
    text += Self.quoted(value)
  }

  mutating func member(_ name: String?, _ value: Int) {
    begin(name)
    text += String(value)
  }

  mutating func member(_ name: String?, _ value: UInt64) {
    begin(name)
    text += String(value)
  }

  /// Whole numbers without a point.
  mutating func member(_ name: String?, _ value: Double) {
    begin(name)
    text += value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }

  private mutating func nest(
    _ name: String?, open: String, close: String, _ body: (inout JSONText) -> Void
  ) {
    begin(name)
    text += open
    level += 1
    isFirst = true
    body(&self)
    level -= 1
    if !isFirst { newLine() }
    isFirst = false
    text += close
  }

  private mutating func begin(_ name: String?) {
    if level > 0 {
      if !isFirst { text += "," }
      newLine()
    }
    isFirst = false
    if let name { text += Self.quoted(name) + ": " }
  }

  private mutating func newLine() {
    text += "\n" + String(repeating: "  ", count: level)
  }

  private static func quoted(_ value: String) -> String {
    var quoted = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case _ where scalar.value < 0x20:
        quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
