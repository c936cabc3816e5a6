import ScrupleAudit

/// A number of the page, with the exact value behind it and where it stands in `audit.json`.
///
/// The element `data` carries the value unrounded, and `data-path` the keys that lead to it, so
/// that a program can hold the page against the file.
enum Figure {
  /// A count.
  static func count(_ number: Int, at path: String) -> HTMLText {
    figure("\(number)", path, NumberText.grouped(number))
  }

  /// A share in percent, or per million and the like where it is tiny.
  static func share(_ share: Double, at path: String) -> HTMLText {
    figure("\(share)", path, ShareText.estimate(share))
  }

  /// A limit of a share, in the unit of its estimate.
  static func limit(_ share: Double, of estimate: Double, at path: String) -> HTMLText {
    figure("\(share)", path, ShareText.limit(share, of: estimate))
  }

  /// A number with a fixed count of decimals.
  static func number(_ number: Double, decimals: Int, at path: String) -> HTMLText {
    figure("\(number)", path, grouped(number, decimals: decimals))
  }

  /// A share as so many of every 100,000.
  static func per100000(_ share: Double, at path: String) -> HTMLText {
    figure("\(share)", path, per100000(share))
  }

  /// A number with a fixed count of decimals, its thousands divided by commas.
  static func grouped(_ number: Double, decimals: Int) -> String {
    let text = NumberText.fixed(number, decimals: decimals)
    guard number.magnitude >= 1000, let whole = Int(text.prefix { $0 != "." }) else { return text }
    return NumberText.grouped(whole) + text.drop { $0 != "." }
  }

  /// A share as so many of every 100,000, in digits.
  static func per100000(_ share: Double) -> String {
    let number = share * 100_000
    if number == 0 { return "0" }
    if number > 0, number < 0.01 { return "under 0.01" }
    if number.magnitude >= 100 { return NumberText.grouped(Int(number.rounded())) }
    return NumberText.fixed(number, decimals: number.magnitude < 10 ? 2 : 1)
  }

  private static func figure(_ value: String, _ path: String, _ shown: String) -> HTMLText {
    element("data", ["value": value, "data-path": path]) { shown }
  }
}
