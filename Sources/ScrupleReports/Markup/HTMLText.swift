/// A piece of a page whose text and attribute values are escaped by construction.
///
/// There is no way to put a string into it that is not escaped: names of elements and attributes
/// are literals of the program, everything else goes through `escaped`. So a name in a file cannot
/// become an element of the page.
package struct HTMLText: Sendable, Equatable {
  /// The markup made so far.
  package private(set) var markup: String

  /// Text, escaped; a percent sign stays on the line of its number.
  package init(_ text: String) {
    markup = Self.escaped(text.contains(" %") ? text.replacing(" %", with: "\u{A0}%") : text)
  }

  /// Pieces in a row.
  init(_ pieces: [HTMLText]) {
    markup = pieces.map(\.markup).joined()
  }

  /// An element.
  ///
  /// - Parameters:
  ///   - attributes: in the order given; one without a value (nil) is left out.
  init(
    element name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>,
    _ content: HTMLText
  ) {
    var text = "<\(name)"
    for case (let key, let value?) in attributes {
      text += " \(key)=\"\(Self.escaped(value))\""
    }
    if Self.shapes.contains("\(name)") {
      text += "/>"
    } else {
      text += ">"
      if !Self.emptyElements.contains("\(name)") { text += content.markup }
      if !Self.unclosed.contains("\(name)") { text += "</\(name)>" }
    }
    markup = text
  }

  /// A style sheet or script of the program's own.
  init(verbatim name: StaticString, _ content: StaticString) {
    markup = "<\(name)>\(content)</\(name)>"
  }

  /// The same with the paths of its figures counted from a place, which an element around states.
  func under(_ place: String) -> HTMLText {
    HTMLText(markup: markup.replacing("data-path=\"\(place).", with: "data-path=\""))
  }

  /// Where `audit.json` holds the figures in it, in their order, as far as they say so themselves.
  var figurePaths: [String] {
    markup.split(separator: " data-path=\"", omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
  }

  /// The same with figures that say nothing of their places, as something around them does.
  var withoutFigurePaths: HTMLText {
    let pieces = markup.split(separator: " data-path=\"", omittingEmptySubsequences: false)
    return HTMLText(
      markup: (pieces.prefix(1) + pieces.dropFirst().map { $0.drop { $0 != "\"" }.dropFirst() })
        .joined())
  }

  /// The line that every page begins with.
  static let documentType = HTMLText(markup: "<!DOCTYPE html>\n")
  /// What stands between the limits of an interval, which stay on one line.
  static let to = HTMLText("\u{A0}to\u{A0}")
  /// A line feed, for a reader of the source.
  static let newline = HTMLText("\n")

  private init(markup: String) {
    self.markup = markup
  }

  /// Elements of drawings without content; HTML lets them close themselves, as XML does.
  private static let shapes: Set<String> = ["line", "rect", "circle", "path"]
  private static let emptyElements: Set<String> = ["meta", "input", "br", "wbr", "hr"]
  /// Elements that HTML closes where the next one begins, of which a page has thousands.
  private static let unclosed: Set<String> = emptyElements.union(["td", "th", "tr"])
}

extension HTMLText {
  /// Text in which nothing can open or close an element or an attribute.
  ///
  /// Control characters, and those that turn the direction of text around, become U+FFFD: they can
  /// show something else than what is there.
  package static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "`": result.append(contentsOf: "&#96;".unicodeScalars)
      case "\t", "\n": result.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
