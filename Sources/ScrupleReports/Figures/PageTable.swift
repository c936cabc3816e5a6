/// A table of the page, with headings that a screen reader announces.
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

  var markup: HTMLText {
    element("div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": caption]) {
      element("table") {
        element("caption") { caption }
        element("thead") {
          element("tr") {
            for (place, column) in columns.enumerated() {
              element("th", ["scope": "col", "class": kind(place)]) { column }
            }
          }
        }
        element("tbody") {
          for (place, cells) in rows.enumerated() {
            row(cells, at: places.indices.contains(place) ? places[place] : nil)
          }
        }
      }
    }
  }

  private func row(_ cells: [HTMLText], at path: String?) -> HTMLText {
    element("tr", ["data-at": path]) {
      for (place, whole) in cells.enumerated() {
        let cell = path.map { whole.under($0) } ?? whole
        if place == 0 {
          element("th", ["scope": "row"]) { cell }
        } else {
          element("td", ["class": kind(place)]) { cell }
        }
      }
    }
  }

  // Words are marked, and not numbers, of which a page has many more.
  private func kind(_ place: Int) -> String? { words.contains(place) ? "w" : nil }
}
