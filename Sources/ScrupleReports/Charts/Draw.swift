import ScrupleAudit

/// The marks of drawings; their looks stand in the style sheet, by class.
enum Draw {
  static func text(_ number: Double) -> String {
    let text = NumberText.fixed(number, decimals: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  static func line(
    _ kind: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, id: String? = nil
  ) -> HTMLText {
    element(
      "line",
      ["id": id, "class": kind, "x1": text(x1), "y1": text(y1), "x2": text(x2), "y2": text(y2)])
  }

  static func rectangle(
    _ kind: String, x: Double, y: Double, width: Double, height: Double, rounding: Double = 0
  ) -> HTMLText {
    element(
      "rect",
      [
        "class": kind, "x": text(x), "y": text(y), "width": text(max(width, 0)),
        "height": text(height), "rx": rounding > 0 ? text(rounding) : nil,
      ])
  }

  static func circle(_ kind: String, _ x: Double, _ y: Double, radius: Double) -> HTMLText {
    element(
      "circle", ["class": kind, "cx": text(x), "cy": text(y), "r": text(radius)])
  }

  static func label(
    _ kind: String, _ x: Double, _ y: Double, _ words: String
  ) -> HTMLText {
    element("text", ["class": kind, "x": text(x), "y": text(y)]) { words }
  }

  static func path(_ kind: String, through points: [(Double, Double)]) -> HTMLText {
    let steps = points.enumerated().map { place, point in
      (place == 0 ? "M" : "L") + text(point.0) + " " + text(point.1)
    }
    return element("path", ["class": kind, "d": steps.joined()])
  }
}
