/// On which line of a TOML file each key stands.
///
/// The parser does not keep places, so the text is scanned once more: table
/// headers, keys at the beginning of a line, and the elements of lists that
/// begin on a line of their own. A path that is not found is looked up by its
/// nearest ancestor. Only messages depend on it, and the order of columns.
struct SpecificationLines: Sendable {
  private var lines: [String: Int] = [:]

  /// Nothing is known about lines, as for JSON.
  init() {}

  /// Scans the text of a TOML file.
  init(toml text: String) {
    var table = ""
    var counts: [String: Int] = [:]
    var depth = 0
    var list: (path: String, element: Int)?
    // Scalars, since "\r\n" and a quote with a combining mark are one Character.
    let rows = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, raw) in rows.enumerated() {
      let line = raw.drop { $0 == " " || $0 == "\t" }
      guard let first = line.first, first != "#", first != "\r" else { continue }
      if depth > 0 {
        if depth == 1, let open = list, first != "]" {
          add("\(open.path)[\(open.element)]", index + 1)
          list = (open.path, open.element + 1)
        }
        depth += Self.brackets(in: line)
        continue
      }
      if line.starts(with: "[[".unicodeScalars) {
        let name = Self.header(line.dropFirst(2))
        counts[name, default: 0] += 1
        table = "\(name)[\(counts[name, default: 1])]"
        add(table, index + 1)
      } else if first == "[" {
        table = Self.header(line.dropFirst())
        add(table, index + 1)
      } else if let (key, rest) = Self.key(line) {
        let path = table.isEmpty ? key : "\(table).\(key)"
        add(path, index + 1)
        depth = max(0, Self.brackets(in: rest))
        list = depth > 0 ? (path, 1) : nil
      }
    }
  }

  /// The line of a path or of the nearest table around it.
  func line(of path: String) -> Int? {
    var path = path[...]
    while !path.isEmpty {
      if let line = lines[String(path)] { return line }
      guard let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
      path = path[..<end]
    }
    return nil
  }

  /// Notes the line of a path that has none yet.
  mutating func add(_ path: String, _ line: Int) {
    if lines[path] == nil { lines[path] = line }
  }

  private typealias Scalars = Substring.UnicodeScalarView

  private static func header(_ text: Scalars) -> String {
    var parts: [String] = []
    var rest = text
    while let (part, after) = word(rest) {
      parts.append(part)
      guard after.first == "." else { break }
      rest = after.dropFirst()
    }
    return parts.joined(separator: ".")
  }

  /// The key of `key = value`, dotted ones joined, and what follows the "=".
  private static func key(_ line: Scalars) -> (String, Scalars)? {
    var parts: [String] = []
    var rest = line
    while let (part, after) = word(rest) {
      parts.append(part)
      if after.first == "=" { return (parts.joined(separator: "."), after.dropFirst()) }
      guard after.first == "." else { return nil }
      rest = after.dropFirst()
    }
    return nil
  }

  /// A bare or quoted word and what follows it and its blanks.
  private static func word(_ text: Scalars) -> (String, Scalars)? {
    var rest = text.drop { $0 == " " || $0 == "\t" }
    guard let first = rest.first else { return nil }
    var word = String.UnicodeScalarView()
    if first == "\"" || first == "'" {
      rest.removeFirst()
      while let next = rest.popFirst(), next != first {
        word.append(next == "\\" && first == "\"" ? escaped(&rest) : next)
      }
    } else {
      word.append(contentsOf: rest.prefix { $0.properties.isAlphabetic || isBare($0) })
      if word.isEmpty { return nil }
      rest = rest.dropFirst(word.count)
    }
    return (String(word), rest.drop { $0 == " " || $0 == "\t" })
  }

  private static func isBare(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "-" || ("0"..."9").contains(scalar)
  }

  /// The scalar that stands behind a backslash.
  private static func escaped(_ rest: inout Scalars) -> Unicode.Scalar {
    let plain: [Unicode.Scalar: Unicode.Scalar] = [
      "b": "\u{8}", "t": "\t", "n": "\n", "f": "\u{C}", "r": "\r", "e": "\u{1B}",
    ]
    guard let next = rest.popFirst() else { return "\\" }
    guard next == "u" || next == "U" else { return plain[next] ?? next }
    let digits = String(rest.prefix(next == "u" ? 4 : 8))
    rest = rest.dropFirst(digits.unicodeScalars.count)
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
  }

  /// How many more square brackets are opened than closed, outside of text.
  private static func brackets(in line: Scalars) -> Int {
    var depth = 0
    var quote: Unicode.Scalar?
    var isEscaped = false
    for scalar in line {
      if let open = quote {
        if isEscaped {
          isEscaped = false
        } else if scalar == "\\" && open == "\"" {
          isEscaped = true
        } else if scalar == open {
          quote = nil
        }
        continue
      }
      switch scalar {
      case "\"", "'": quote = scalar
      case "[": depth += 1
      case "]": depth -= 1
      case "#": return depth
      default: break
      }
    }
    return depth
  }
}
