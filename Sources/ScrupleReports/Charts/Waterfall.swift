import ScrupleAudit

/// How the evidence of one pair adds up, step by step, in bits.
///
/// It holds what it is given: whoever makes it decides whether a value of a record is among it.
public struct Waterfall: Sendable {
  /// One step.
  public struct Step: Sendable {
    /// What it is, such as the name of a comparison.
    public var name: String
    /// What was found, such as the level reached.
    public var detail: String
    /// What it adds or takes, in bits.
    public var bits: Double

    /// Creates a step.
    public init(name: String, detail: String, bits: Double) {
      self.name = name
      self.detail = detail
      self.bits = bits
    }
  }

  /// What the drawing is of.
  public var title: String
  /// What was decided, and what would change it, each a sentence.
  public var remarks: [String]
  /// The steps, the prior first.
  public var steps: [Step]
  /// The threshold of links, in bits.
  public var linkBits: Double
  /// The threshold of possible links, in bits.
  public var possibleBits: Double

  /// Creates a waterfall.
  public init(
    title: String, remarks: [String], steps: [Step], linkBits: Double, possibleBits: Double
  ) {
    self.title = title
    self.remarks = remarks
    self.steps = steps
    self.linkBits = linkBits
    self.possibleBits = possibleBits
  }

  /// The weight after each step, in bits.
  public var running: [Double] {
    steps.reduce(into: []) { $0.append(($0.last ?? 0) + $1.bits) }
  }

  /// From the least to the greatest weight that the drawing has to show.
  public var reach: ClosedRange<Double> {
    let all = running + [0, linkBits, possibleBits]
    let low = all.min() ?? 0
    return low...max(all.max() ?? 1, low + 1)
  }
}

extension Waterfall {
  private static let rowHeight = 25.0
  private static let top = 64.0
  private static let width = 760.0

  private var bottom: Double { Self.top + Self.rowHeight * Double(steps.count + 1) }

  /// The drawing as a file of its own, which needs nothing else and adapts to a dark screen.
  public var svg: String {
    let height = bottom + 44 + 19 * Double(lines.count)
    let drawing = element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-labelledby": "title desc",
        "viewBox": "0 0 \(Draw.text(Self.width)) \(Draw.text(height))",
        "width": Draw.text(Self.width), "height": Draw.text(height),
      ]
    ) {
      element("title", ["id": "title"]) { title }
      element("desc", ["id": "desc"]) { description }
      HTMLText(verbatim: "style", Self.style)
      Draw.rectangle("card", x: 0, y: 0, width: Self.width, height: height)
      Draw.label("head", 20, 30, title)
      thresholds
      HTMLText(rows)
      total
      HTMLText(
        lines.enumerated().map {
          Draw.label("label", 20, bottom + 44 + 19 * Double($0.offset), $0.element)
        })
    }
    return drawing.markup + "\n"
  }

  private var scale: AxisScale {
    AxisScale(kind: .linear, domain: reach, start: 342, end: 664)
  }

  private var thresholds: HTMLText {
    let scale = scale
    let link = scale.position(linkBits)
    let possible = scale.position(possibleBits)
    return HTMLText([
      Draw.line("own", possible, Self.top - 4, possible, bottom + 6),
      Draw.line("marker", link, Self.top - 4, link, bottom + 6),
      Draw.label("tick mid", link, Self.top - 10, "link from " + Self.text(linkBits)),
      // Two labels that would touch: the lesser one goes to the foot.
      Draw.label("tick mid", possible, bottom + 20, "possible from " + Self.text(possibleBits)),
    ])
  }

  private var rows: [HTMLText] {
    let scale = scale
    var before = 0.0
    return zip(steps, running).enumerated().map { place, entry in
      let (step, after) = entry
      let y = Self.top + Self.rowHeight * Double(place)
      let from = scale.position(before)
      let to = scale.position(after)
      before = after
      return HTMLText([
        Draw.label("group", 20, y + 17, Self.cut(step.name, 17)),
        Draw.label("label", 148, y + 17, Self.cut(step.detail, 28)),
        Draw.rectangle(
          step.bits >= 0 ? "bar for" : "bar against", x: min(from, to), y: y + 5,
          width: max((to - from).magnitude, 1.2), height: 15, rounding: 1.5),
        Draw.line("zero", to, y + 5, to, y + 5 + Self.rowHeight),
        Draw.label("number end", Self.width - 20, y + 17, Self.signed(step.bits)),
      ])
    }
  }

  private var total: HTMLText {
    let y = Self.top + Self.rowHeight * Double(steps.count)
    let last = running.last ?? 0
    return HTMLText([
      Draw.line("zero", 20, y + 1, Self.width - 20, y + 1),
      Draw.label("group", 20, y + 18, "total"),
      Draw.diamonds("level", [(scale.position(last), y + 13)], radius: 5.5),
      Draw.label("group end", Self.width - 20, y + 18, Self.text(last) + " bits"),
    ])
  }

  private var description: String {
    let parts = zip(steps, running).map { step, after in
      "\(step.name), \(step.detail): \(Self.signed(step.bits)) bits, \(Self.text(after)) so far"
    }
    return parts.joined(separator: "; ") + ". A link from \(Self.text(linkBits)) bits, a possible "
      + "link from \(Self.text(possibleBits)). " + remarks.joined(separator: " ")
  }

  /// The remarks, broken so that they stay within the drawing.
  private var lines: [String] {
    remarks.flatMap { remark in
      remark.split(separator: " ").reduce(into: [String]()) { lines, word in
        if let last = lines.last, last.count + word.count < 104 {
          lines[lines.count - 1] = last + " " + word
        } else {
          lines.append(String(word))
        }
      }
    }
  }

  private static func cut(_ text: String, _ most: Int) -> String {
    text.count > most ? text.prefix(most - 1) + "…" : text
  }

  private static func text(_ bits: Double) -> String {
    let text = NumberText.fixed(bits, decimals: 2)
    return text == "-0.00" ? "0.00" : text
  }

  private static func signed(_ bits: Double) -> String {
    let text = text(bits)
    return bits > 0 && text != "0.00" ? "+" + text : text
  }

  /// The looks of the page's charts, for a drawing that stands alone.
  private static let style: StaticString = """

    svg { color-scheme: light dark; --card: #ffffff; --ink: #1c2126; --soft: #555d66;
      --accent: #14577a; --for: #1d6f8f; --against: #a8562f; }
    @media (prefers-color-scheme: dark) { svg { --card: #1b2125; --ink: #e9e6df;
      --soft: #a9b1b8; --accent: #8cc7e6; --for: #6bb5d4; --against: #e09a74; } }
    text { fill: var(--ink); font: 13px system-ui, "Noto Sans", sans-serif; }
    .head { font: 600 17px Georgia, "Noto Serif", serif; } .group { font-weight: 600; }
    .tick, .number { fill: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; }
    .mid { text-anchor: middle; } .end { text-anchor: end; } .card { fill: var(--card); }
    .zero { stroke: var(--soft); stroke-width: .8; }
    .own { stroke: var(--soft); stroke-dasharray: 3 4; }
    .marker { stroke: var(--accent); stroke-width: 1.6; }
    .level { fill: var(--accent); } .bar.for { fill: var(--for); }
    .bar.against { fill: var(--against); }

    """
}
