import Foundation

/// The elements of a page, by a scan that a page of escaped text allows: every "<" opens one.
enum Markup {
  static func tags(_ html: String) -> [String] {
    html.split(separator: "<", omittingEmptySubsequences: true).dropFirst(0).map { piece in
      String(piece.prefix { $0 != ">" && $0 != " " })
    }
  }

  /// What stands between quotes after an attribute's name, in order.
  static func values(of attribute: String, in html: String) -> [String] {
    html.components(separatedBy: " \(attribute)=\"").dropFirst().map { piece in
      String(piece.prefix { $0 != "\"" })
    }
  }

  /// Every figure, its path put together from its row, its column and itself, as a program reads
  /// the page.
  static func figures(_ html: String) -> [(path: String, value: String)] {
    var place = FigurePlace()
    return html.split(separator: "<").compactMap { place.read($0) }
  }

  /// Where a reader of figures stands.
  private struct FigurePlace {
    private var columns: [[Substring]] = []
    private var row: String?
    private var cell = -1
    private var figure = 0

    /// Goes past the beginning of an element, and tells the figure it is.
    mutating func read(_ piece: Substring) -> (path: String, value: String)? {
      let tag = String(piece.prefix { $0 != ">" })
      switch tag.prefix(while: { $0 != " " }) {
      case "table": columns = []
      case "/table": (row, cell) = (nil, -1)
      case "tr": (row, cell) = (Markup.values(of: "data-at", in: tag).first, -1)
      case "th" where tag.contains("scope=\"col\""):
        let paths = Markup.values(of: "data-path", in: tag).first ?? ""
        columns.append(paths.split(separator: " "))
      case "th", "td": (cell, figure) = (cell + 1, 0)
      case "data": return found(tag)
      default: break
      }
      return nil
    }

    private mutating func found(_ tag: String) -> (path: String, value: String) {
      let value = Markup.values(of: "value", in: tag).first ?? ""
      let own = Markup.values(of: "data-path", in: tag).first
      let shared = columns.indices.contains(cell) ? columns[cell] : []
      let path = own ?? (shared.indices.contains(figure) ? String(shared[figure]) : "")
      figure += 1
      return ((row.map { $0 + "." } ?? "") + path, value)
    }
  }
}
