/// Text that is safe to show on a terminal, and numbers as people read them.
enum TerminalText {
  /// The text with control, format and private characters written as `\u{…}`,
  /// line feeds apart.
  static func safe(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar != "\n", .format, .lineSeparator, .paragraphSeparator,
        .unassigned, .privateUse, .surrogate:
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A name in single quotes, safe and on one line.
  static func quoted(_ name: String) -> String {
    "'" + safe(name).replacing("\n", with: "\\n") + "'"
  }

  /// The name of a column as it may be shown: where a file has no header, its
  /// first record is taken for one, and names and numbers of people must not show.
  static func column(_ name: String, at position: Int) -> String {
    let digits = name.unicodeScalars.count { $0.properties.numericType == .decimal }
    let looksLikeValue = digits >= 4 || name.contains("@")
    return looksLikeValue ? "column \(position + 1)" : safe(name).replacing("\n", with: " ")
  }

  /// 1234567 as "1,234,567".
  static func count(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }

  /// "1 row", "2 rows".
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count(number)) \(number == 1 ? one : many ?? one + "s")"
  }

  /// A number with a fixed count of decimals.
  static func fixed(_ value: Double, _ decimals: Int = 2) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let rounded = Int((abs(value) * scale).rounded())
    var digits = String(rounded)
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    let sign = value < 0 && rounded > 0 ? "-" : ""
    if decimals == 0 { return sign + digits }
    return sign + digits.dropLast(decimals) + "." + digits.suffix(decimals)
  }

  /// A number with three significant digits, for small and large ones.
  static func significant(_ value: Double) -> String {
    guard value > 0, value.isFinite else { return fixed(value, 0) }
    if value >= 0.001 && value < 1000 { return fixed(value, value < 0.1 ? 4 : value < 10 ? 3 : 1) }
    var mantissa = value
    var exponent = 0
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    return "\(fixed(mantissa, 1))e\(exponent)"
  }

  /// A share as "12.3 %".
  static func percent(_ part: Double, of whole: Double) -> String {
    whole > 0 ? "\(fixed(100 * part / whole, part / whole < 0.1 ? 2 : 1)) %" : "n/a"
  }

  /// Bytes as "123 MB".
  static func megabytes(_ bytes: Int) -> String {
    "\(count((bytes + 500_000) / 1_000_000)) MB"
  }

  /// The text filled up with blanks to a width.
  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }

  /// The text with blanks in front up to a width.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.unicodeScalars.count)) + text
  }

  /// Rows of cells as aligned lines; numbers stand right.
  static func table(_ rows: [[String]], right: Set<Int> = [], indent: String = "  ") -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].unicodeScalars.count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        if right.contains(column) { return self.right(cell, widths[column]) }
        return column == row.count - 1 ? cell : padded(cell, widths[column])
      }
      let line = indent + cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
