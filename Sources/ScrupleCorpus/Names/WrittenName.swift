/// A name as it stands in the fields of a file.
public struct WrittenName: Sendable, Hashable, Codable {
  public var last: String
  public var first: String
  public var middle: String
  public var suffix: String

  public init(last: String, first: String, middle: String = "", suffix: String = "") {
    self.last = last
    self.first = first
    self.middle = middle
    self.suffix = suffix
  }

  /// One column: `LAST SUFFIX, FIRST MIDDLE`, cut after `limit` letters when there is a limit.
  ///
  /// - Source: FBI EBTS field 2.018 holds 30 characters.
  public func column(limit: Int? = nil) -> String {
    var text = last
    if !suffix.isEmpty { text += " \(suffix)" }
    if !first.isEmpty || !middle.isEmpty { text += "," }
    if !first.isEmpty { text += " \(first)" }
    if !middle.isEmpty { text += " \(middle)" }
    guard let limit, text.unicodeScalars.count > limit else { return text }
    var cut = String.UnicodeScalarView(text.unicodeScalars.prefix(limit))
    while cut.last == " " || cut.last == "," { cut.removeLast() }
    return String(cut)
  }
}
