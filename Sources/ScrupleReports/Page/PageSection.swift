/// A numbered part of the page.
struct PageSection {
  /// Its anchor.
  let id: String
  /// Its heading.
  let title: String
  /// What stands under the heading.
  let content: HTMLText
  /// Its charts, which also stand in the content.
  var charts: [Chart] = []

  init(
    _ id: String, _ title: String, charts: [Chart] = [], @HTMLBuilder _ content: () -> HTMLText
  ) {
    self.id = id
    self.title = title
    self.charts = charts
    self.content = content()
  }

  /// A part that was not measured, with the reason.
  init(_ id: String, _ title: String, notMeasured reason: String) {
    self.init(id, title) {
      paragraph("unmeasured") {
        element("strong") { "Not measured: " }
        reason + "."
      }
    }
  }

  var markup: HTMLText {
    element("section", ["id": id, "aria-labelledby": id + "-h"]) {
      element("h2", ["id": id + "-h"]) { title }
      content
    }
  }
}
