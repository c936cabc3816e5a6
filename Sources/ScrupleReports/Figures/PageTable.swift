/// A table of the page, with headings that a screen reader announces.
///
/// Most figures of a table stand at the same keys of `audit.json`, row after row and column after
/// column. So a row says where its figures begin (`data-at`), the heading of a column what follows
/// (`data-path`, for each figure of a cell in turn), and a figure only what differs from that.
struct PageTable {
  /// What the table shows.
  let caption: String
  /// The headings of the columns; the first column heads its rows.
  let columns: [String]
  /// The cells, row by row.
  var rows: [[HTMLText]]
  /// Columns of words, by place; all others hold numbers and stand on the right.
  var words: Set<Int> = [0]
  /// Where `audit.json` holds the figures of each row; the figures then name only what follows.
  var places: [String] = []
  /// Its anchor, where something refers to it.
  var id: String?
  /// Whether it is long, and scrolls within a frame.
  var isTall = false
  /// The row that is the linkage's own.
  var own: Int?

  var markup: HTMLText {
    let cells = rows.enumerated().map { row, cells in
      cells.map { cell in place(row).map { cell.under($0) } ?? cell }
    }
    let shared = columns.indices.map { column in
      Self.sharedPaths(of: cells.compactMap { $0.indices.contains(column) ? $0[column] : nil })
    }
    return element(
      "div",
      [
        "class": isTall ? "scroll tall" : "scroll", "tabindex": "0", "role": "group",
        "aria-label": caption,
      ]
    ) {
      element("table", ["id": id]) {
        element("caption") { caption }
        element("thead") { heading(shared) }
        element("tbody") {
          for (row, cells) in cells.enumerated() { line(row, cells, shared) }
        }
      }
    }
  }

  private func heading(_ paths: [[String]]) -> HTMLText {
    element("tr") {
      for (place, column) in columns.enumerated() {
        let path = paths[place].isEmpty ? nil : paths[place].joined(separator: " ")
        element("th", ["scope": "col", "class": kind(place), "data-path": path]) { column }
      }
    }
  }

  private func line(_ row: Int, _ cells: [HTMLText], _ shared: [[String]]) -> HTMLText {
    element("tr", ["class": row == own ? "own" : nil, "data-at": place(row)]) {
      for (column, whole) in cells.enumerated() {
        let isShared = !shared[column].isEmpty && whole.figurePaths == shared[column]
        let cell = isShared ? whole.withoutFigurePaths : whole
        if column == 0 {
          element("th", ["scope": "row", "class": words.contains(0) ? nil : "n"]) { cell }
        } else {
          element("td", ["class": kind(column)]) { cell }
        }
      }
    }
  }

  private func place(_ row: Int) -> String? { places.indices.contains(row) ? places[row] : nil }

  // Words are marked, and not numbers, of which a page has many more.
  private func kind(_ place: Int) -> String? { words.contains(place) ? "w" : nil }

  /// The places that most cells of a column have in common; none where no two have.
  private static func sharedPaths(of cells: [HTMLText]) -> [String] {
    var counts: [[String]: Int] = [:]
    var best: (paths: [String], count: Int) = ([], 1)
    for paths in cells.map(\.figurePaths) where !paths.isEmpty {
      let count = (counts[paths] ?? 0) + 1
      counts[paths] = count
      if count > best.count { best = (paths, count) }
    }
    return best.paths
  }
}
