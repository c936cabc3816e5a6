/// Writes a hyphenated name with a blank, in one word, or its first half alone.
public struct HyphenLost: CorruptionOperator {
  public let name = "hyphen_lost"

  public init() {}

  public func apply(to value: String, draw: inout Draw) -> String? {
    let halves = value.split(separator: "-").map(String.init)
    guard halves.count > 1 else { return nil }
    switch draw.below(3) {
    case 0: return halves.joined(separator: " ")
    case 1: return halves[0] + halves.dropFirst().map { written(lowered($0), like: value) }.joined()
    default: return halves[0]
    }
  }

  private func lowered(_ text: String) -> String {
    var edited = EditedText(text)
    if let first = edited.scalars.first { edited.scalars[0] = first.cased(like: "a") }
    return edited.text
  }
}
