/// Writes a placeholder for a part of the name: FNU, LNU, UNKNOWN, DOE.
public struct Placeholder: NameOperator {
  public let name = "placeholder"

  public init() {}

  public func apply(to name: WrittenName, draw: inout Draw) -> WrittenName? {
    var other = name
    switch draw.below(4) {
    case 0: other.first = "FNU"
    case 1: other.last = "LNU"
    case 2: other.first = "UNKNOWN"
    default:
      other.last = "DOE"
      other.first = draw.happens(0.5) ? "JOHN" : "JANE"
    }
    if draw.happens(0.5) { other.middle = "" }
    return other == name ? nil : other
  }
}
