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

  /// Round marks of one kind and size, as one mark.
  ///
  /// Each is a line without length whose round ends are the circle.
  static func dots(_ kind: String, _ places: [(Double, Double)], radius: Double) -> HTMLText {
    guard !places.isEmpty else { return HTMLText("") }
    let steps = places.map { "M\(text($0.0)) \(text($0.1))h0" }
    return element(
      "path", ["class": "dots " + kind, "stroke-width": text(2 * radius), "d": steps.joined()])
  }

  /// Open circles of one kind and size.
  static func rings(
    _ kind: String, _ places: [(Double, Double)], radius: Double, within ground: String = "hole"
  ) -> HTMLText {
    HTMLText([
      dots(kind, places, radius: radius + 0.8), dots(ground, places, radius: radius - 0.8),
    ])
  }

  /// Bars that lie, of one kind, as one mark.
  static func bars(
    _ kind: String, _ places: [(x: Double, y: Double, width: Double)], height: Double
  ) -> HTMLText {
    let h = text(height)
    let steps = places.map { bar in
      "M\(text(bar.x)) \(text(bar.y))h\(text(bar.width))v\(h)h-\(text(bar.width))z"
    }
    return steps.isEmpty
      ? HTMLText("") : element("path", ["class": kind, "d": steps.joined()])
  }

  static func label(
    _ kind: String, _ x: Double, _ y: Double, _ words: String
  ) -> HTMLText {
    element("text", ["class": kind, "x": text(x), "y": text(y)]) { words }
  }

  /// Lines that cross the whole drawing, as one mark.
  static func grid(upright places: [Double], from top: Double, to bottom: Double) -> HTMLText {
    let steps = places.map { "M\(text($0)) \(text(top))V\(text(bottom))" }
    return element("path", ["class": "grid", "d": steps.joined()])
  }

  /// Lines that cross the whole drawing from side to side, as one mark.
  static func grid(level places: [Double], from left: Double, to right: Double) -> HTMLText {
    let steps = places.map { "M\(text(left)) \(text($0))H\(text(right))" }
    return element("path", ["class": "grid", "d": steps.joined()])
  }

  /// A line with a bar at each end that is a limit; an open end has none.
  static func interval(
    _ kind: String, _ from: Double, _ to: Double, _ y: Double, isOpen: (left: Bool, right: Bool),
    reach: Double = 5
  ) -> HTMLText {
    intervals(kind, [intervalSteps(from, to, y, isOpen: isOpen, reach: reach)])
  }

  /// Lines with bars, as one mark.
  static func intervals(_ kind: String, _ steps: [String]) -> HTMLText {
    steps.isEmpty ? HTMLText("") : element("path", ["class": kind, "d": steps.joined()])
  }

  /// The steps of a line with a bar at each end that is a limit.
  static func intervalSteps(
    _ from: Double, _ to: Double, _ y: Double, isOpen: (left: Bool, right: Bool), reach: Double
  ) -> String {
    let bar = "v\(text(reach))v\(text(-2 * reach))"
    let left = isOpen.left ? "" : "M\(text(from)) \(text(y))\(bar)"
    let right = isOpen.right ? "" : "M\(text(to)) \(text(y))\(bar)"
    return "\(left)M\(text(from)) \(text(y))H\(text(to))\(right)"
  }

  /// Squares on their corners, as one mark.
  static func diamonds(_ kind: String, _ places: [(Double, Double)], radius: Double) -> HTMLText {
    guard !places.isEmpty else { return HTMLText("") }
    let r = text(radius)
    let steps = places.map { x, y in
      "M\(text(x)) \(text(y - radius))l\(r) \(r)l-\(r) \(r)l-\(r)-\(r)z"
    }
    return element("path", ["class": kind, "d": steps.joined()])
  }

  /// A closed shape through points.
  static func area(_ kind: String, through points: [(Double, Double)]) -> HTMLText {
    element("path", ["class": kind, "d": steps(points) + "z"])
  }

  /// A line through points.
  static func path(_ kind: String, through points: [(Double, Double)]) -> HTMLText {
    element("path", ["class": kind, "d": steps(points)])
  }

  static func steps(_ points: [(Double, Double)]) -> String {
    points.enumerated().map { place, point in
      (place == 0 ? "M" : "L") + text(point.0) + " " + text(point.1)
    }.joined()
  }
}
