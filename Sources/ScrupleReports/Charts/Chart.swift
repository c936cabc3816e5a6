/// A chart of the page: a drawing with a title, a description in words, and its numbers as a table.
struct Chart {
  /// Its anchor and the name of its file.
  let id: String
  /// What it shows.
  let title: String
  /// What a reader would see in it, in words, for somebody who cannot see it.
  let description: String
  /// Width and height of the drawing, in its own units.
  let size: (width: Double, height: Double)
  /// The marks.
  let drawing: HTMLText
  /// Its numbers; nil where a table beside the chart holds them already.
  let table: PageTable?
  /// The anchor of the table that holds the numbers, where it is not its own.
  var tableAnchor: String?
  /// The same chart for a Vega-Lite renderer.
  let specification: JSONValue

  var markup: HTMLText {
    element("figure", ["id": id]) {
      element("figcaption") { title }
      element("div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": title]) {
        element(
          "svg",
          [
            "viewBox": "0 0 \(Draw.text(size.width)) \(Draw.text(size.height))", "role": "img",
            "aria-labelledby": "\(id)-t \(id)-d", "xmlns": "http://www.w3.org/2000/svg",
          ]
        ) {
          element("title", ["id": id + "-t"]) { title }
          element("desc", ["id": id + "-d"]) { description }
          drawing
        }
      }
      if let table {
        element("details") {
          element("summary") { "The numbers of this chart" }
          table.markup
        }
      } else if let tableAnchor {
        paragraph("note") {
          element("a", ["href": "#" + tableAnchor]) { "The numbers of this chart are in the table" }
        }
      }
    }
  }
}
