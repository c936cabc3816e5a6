import ScrupleFormats

/// Writes links as the table that every later step reads.
///
/// Columns: `left_id,right_id,match_weight,match_probability,decision,
/// blocking_rule`, then one per comparison with the label of its level. Where
/// deterministic rules decided, `rule` names the first that holds and stands
/// before the comparisons; weight and probability are empty unless a model was
/// given. Rows ascend by left id, then right id, bytewise.
public struct LinksTable {
  let result: LinkedPairs

  /// Creates the table of a run that a model decided.
  public init(result: LinkageResult) { self.result = result.linked }

  /// Creates the table of a run.
  public init(_ result: LinkedPairs) { self.result = result }

  /// Streams the table in pieces of about a megabyte.
  public func write(_ sink: ([UInt8]) throws -> Void) throws {
    var writer = DelimitedWriter()
    let comparisons = result.prepared.comparisons
    let names = result.prepared.specification.rules.map { Array($0.name.utf8) }
    writer.row(
      ["left_id", "right_id", "match_weight", "match_probability", "decision", "blocking_rule"]
        + (names.isEmpty ? [] : ["rule"])
        + comparisons.rules.map { $0.name.replacing("-", with: "_") })
    let labels = comparisons.rules.map { rule in
      (0...rule.levelCount).map { Array(rule.label(ofLevel: $0).utf8) }
    }
    let rules = result.prepared.candidates.rules.indices.map { Array(String($0 + 1).utf8) }
    var id: [UInt8] = []
    for link in result.links {
      id.removeAll(keepingCapacity: true)
      result.prepared.left.appendId(at: Int(link.left), to: &id)
      writer.append(id)
      id.removeAll(keepingCapacity: true)
      result.prepared.right.appendId(at: Int(link.right), to: &id)
      writer.append(id)
      writer.append(link.matchWeight.map { FixedDecimal.bytes($0, digits: 4) } ?? [])
      writer.append(link.matchProbability.map { FixedDecimal.bytes($0, digits: 6) } ?? [])
      writer.append(link.decision.rawValue)
      writer.append(rules[link.blockingRule])
      if !names.isEmpty { writer.append(link.rule.map { names[$0] } ?? []) }
      for (position, names) in labels.enumerated() {
        writer.append(names[comparisons.layout.level(of: position, in: link.pattern)])
      }
      writer.endRow()
      if writer.bytes.count > 1 << 20 {
        try sink(writer.bytes)
        writer.removeAll()
      }
    }
    try sink(writer.bytes)
  }
}

/// Numbers with a fixed count of decimals: the same bytes on every machine.
enum FixedDecimal {
  /// The decimal form of a number, rounded half away from zero.
  static func bytes(_ value: Double, digits: Int) -> [UInt8] {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let rounded = (abs(value) * scale).rounded()
    guard rounded < 9e18 else { return Array(String(value).utf8) }
    let whole = UInt64(rounded)
    var text = Array(String(whole).utf8)
    if text.count <= digits {
      text = [UInt8](repeating: 0x30, count: digits + 1 - text.count) + text
    }
    text.insert(0x2E, at: text.count - digits)
    return value < 0 && whole > 0 ? [0x2D] + text : text
  }
}
