/// Cuts the whole name, `LAST SUFFIX, FIRST MIDDLE`, after a number of letters.
///
/// - Source: FBI EBTS field 2.018 holds 30 characters.
public struct NameTruncation: NameOperator {
  public let name = "truncation"
  public let limit: Int

  public init(limit: Int = 30) {
    precondition(limit > 0, "a field of \(limit) letters holds nothing")
    self.limit = limit
  }

  public func apply(to name: WrittenName, draw: inout Draw) -> WrittenName? {
    var excess = name.column().unicodeScalars.count - limit
    guard excess > 0 else { return nil }
    var cut = name
    shorten(&cut.middle, &excess, separator: cut.first.isEmpty ? 2 : 1)
    shorten(&cut.first, &excess, separator: 2)
    if excess > 0, !cut.suffix.isEmpty { shorten(&cut.suffix, &excess, separator: 1) }
    if excess > 0 {
      cut.last = String(String.UnicodeScalarView(cut.last.unicodeScalars.dropLast(excess)))
      while cut.last.unicodeScalars.last == " " { cut.last.unicodeScalars.removeLast() }
    }
    return cut
  }

  /// Takes letters off the end; a field that falls away takes what parted it along.
  private func shorten(_ field: inout String, _ excess: inout Int, separator: Int) {
    let count = field.unicodeScalars.count
    guard excess > 0, count > 0 else { return }
    if excess < count {
      let kept = field.unicodeScalars.dropLast(excess)
      field = String(String.UnicodeScalarView(kept))
      excess = 0
      while field.unicodeScalars.last == " " { field.unicodeScalars.removeLast() }
    } else {
      field = ""
      excess -= count + separator
    }
  }
}
