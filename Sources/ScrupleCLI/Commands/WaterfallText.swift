import ScrupleReports

/// A waterfall of bits as lines of at most 80 columns.
///
/// `+` speaks for one person and `-` for two; `|` is the threshold of links and `:` that of
/// possible links; `o` is the total.
enum WaterfallText {
  private static let widths = (name: 13, detail: 22, bits: 7, after: 7)
  private static let bars = 23

  static func lines(_ waterfall: Waterfall) -> [String] {
    let scale = Scale(waterfall.reach, bars)
    var lines = [row("", "", "bits", "so far", "")]
    var before = 0.0
    for (step, after) in zip(waterfall.steps, waterfall.running) {
      let bar = bar(from: before, to: after, waterfall, scale)
      lines.append(row(step.name, step.detail, fixed(step.bits, isSigned: true), fixed(after), bar))
      before = after
    }
    var marks = ground(waterfall, scale)
    marks[scale.place(before)] = "o"
    lines.append(row("total", "", "", fixed(before), String(marks)))
    lines.append(
      "  |  a link from \(fixed(waterfall.linkBits)) bits"
        + "    :  a possible link from \(fixed(waterfall.possibleBits))    o  total")
    return lines
  }

  private static func row(
    _ name: String, _ detail: String, _ bits: String, _ after: String, _ bar: String
  ) -> String {
    let line =
      "  " + TerminalText.padded(cut(name, widths.name), widths.name) + " "
      + TerminalText.padded(cut(detail, widths.detail), widths.detail) + " "
      + TerminalText.right(bits, widths.bits) + " " + TerminalText.right(after, widths.after)
      + "  " + bar
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private static func bar(
    from before: Double, to after: Double, _ waterfall: Waterfall, _ scale: Scale
  ) -> String {
    var marks = ground(waterfall, scale)
    let ends = [scale.place(before), scale.place(after)].sorted()
    // A step too small for a mark of its own has none.
    for place in ends[0]..<ends[1] { marks[place] = after > before ? "+" : "-" }
    return String(marks)
  }

  private static func ground(_ waterfall: Waterfall, _ scale: Scale) -> [Character] {
    var marks = [Character](repeating: " ", count: bars)
    marks[scale.place(waterfall.possibleBits)] = ":"
    marks[scale.place(waterfall.linkBits)] = "|"
    return marks
  }

  private static func cut(_ text: String, _ most: Int) -> String {
    let scalars = text.unicodeScalars
    return scalars.count > most
      ? String(String.UnicodeScalarView(scalars.prefix(most - 1))) + "~" : text
  }

  private static func fixed(_ bits: Double, isSigned: Bool = false) -> String {
    let text = TerminalText.fixed(bits)
    return isSigned && bits > 0 && text != "0.00" ? "+" + text : text
  }

  /// Bits as places of a line.
  private struct Scale {
    private let reach: ClosedRange<Double>
    private let count: Int

    init(_ reach: ClosedRange<Double>, _ count: Int) {
      self.reach = reach
      self.count = count
    }

    func place(_ bits: Double) -> Int {
      let share = (bits - reach.lowerBound) / (reach.upperBound - reach.lowerBound)
      return min(max(Int((share * Double(count - 1)).rounded()), 0), count - 1)
    }
  }
}
