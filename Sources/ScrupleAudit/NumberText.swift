/// Numbers as a page of text shows them, the same on every machine and in every locale.
package enum NumberText {
  /// An integer with its thousands divided by commas.
  package static func grouped(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }

  /// A number with a fixed count of decimals, as its shortest form when it is too great for that.
  package static func fixed(_ number: Double, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    let scaled = (number * scale).rounded()
    guard scaled.magnitude < 1e18 else { return "\(number)" }
    let digits = String(Int(scaled.magnitude))
    let padded = String(repeating: "0", count: max(decimals + 1 - digits.count, 0)) + digits
    let sign = scaled < 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// A share of 0...1 in percent, with three significant digits of the smaller of it and its rest.
  ///
  /// A share below one in a hundred thousand is given per million, billion or trillion; only an
  /// exact 0 or 1 reads as such.
  package static func share(_ share: Double) -> String {
    if share <= 0 { return "0" }
    if share >= 1 { return "100 %" }
    if share < 1e-5 { return smallShare(share) }
    return percent(share) + " %"
  }

  /// The same without a sign and however small.
  package static func percent(_ share: Double) -> String {
    if share <= 0 { return "0" }
    if share >= 1 { return "100" }
    var rest = min(share, 1 - share) * 100
    var decimals = 2
    while rest < 1 && decimals < 14 {
      rest *= 10
      decimals += 1
    }
    return fixed(share * 100, decimals: decimals)
  }

  /// A limit in percent, without a sign; what is nearer to 0 or 1 than a thousandth of a percent
  /// says only that it is.
  package static func limit(_ share: Double) -> String {
    if share < 1e-9 { return "0" }
    if share > 1 - 1e-9 { return "100" }
    return share < 1e-5 ? "under 0.001" : share > 1 - 1e-5 ? "over 99.999" : percent(share)
  }

  /// A limit in the unit in which its estimate is shown.
  package static func limit(_ limit: Double, beside estimate: Double) -> String {
    guard estimate > 0, estimate < 1e-5 else { return self.limit(limit) }
    let unit = estimate >= 1e-6 ? 1e6 : estimate >= 1e-9 ? 1e9 : 1e12
    let scaled = limit * unit
    if scaled <= 0 { return "0" }
    if scaled < 0.01 { return "under 0.01" }
    return scaled < 1000 ? fixed(scaled, decimals: 2) : grouped(Int(min(scaled.rounded(), 1e18)))
  }

  /// A confidence level in percent.
  package static func level(_ level: Double) -> String {
    let tenths = fixed(level * 100, decimals: 1)
    return (tenths.hasSuffix(".0") ? String(tenths.dropLast(2)) : tenths) + " %"
  }

  /// Text made at least as wide as asked by blanks on the right.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 0))
  }

  /// Text made at least as wide as asked by blanks on the left.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(width - text.count, 0)) + text
  }

  private static func smallShare(_ share: Double) -> String {
    if share >= 1e-6 { return fixed(share * 1e6, decimals: 2) + " per million" }
    if share >= 1e-9 { return fixed(share * 1e9, decimals: 2) + " per billion" }
    return fixed(share * 1e12, decimals: 2) + " per trillion"
  }
}
