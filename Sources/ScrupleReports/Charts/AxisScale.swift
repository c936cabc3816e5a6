#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a value stands on an axis.
struct AxisScale {
  /// How values are spread.
  enum Kind {
    case linear
    case logarithmic
    /// The logarithm of one more, so that zero has a place.
    case logarithmicFromZero
  }

  let kind: Kind
  let domain: ClosedRange<Double>
  let start: Double
  let end: Double

  /// The place of a value; one outside the domain stands at its end.
  func position(_ value: Double) -> Double {
    let inside = min(max(value, domain.lowerBound), domain.upperBound)
    let low = spread(domain.lowerBound)
    let high = spread(domain.upperBound)
    guard high > low else { return start }
    return start + (end - start) * (spread(inside) - low) / (high - low)
  }

  /// Round values within the domain, rising, about five of them.
  var ticks: [Double] {
    switch kind {
    case .linear: linearTicks
    case .logarithmic: powers(from: domain.lowerBound)
    case .logarithmicFromZero: [0] + powers(from: 1)
    }
  }

  /// The power of ten at or below a number above zero.
  static func powerBelow(_ value: Double) -> Double { power((log10(value) + 1e-9).rounded(.down)) }

  /// The power of ten at or above a number above zero.
  static func powerAbove(_ value: Double) -> Double { power((log10(value) - 1e-9).rounded(.up)) }

  private func spread(_ value: Double) -> Double {
    switch kind {
    case .linear: value
    case .logarithmic: log10(value)
    case .logarithmicFromZero: log10(1 + value)
    }
  }

  private func powers(from lowest: Double) -> [Double] {
    var ticks: [Double] = []
    var tick = Self.powerAbove(lowest)
    while tick <= domain.upperBound * (1 + 1e-9) {
      ticks.append(tick)
      tick = Self.power(log10(tick).rounded() + 1)
    }
    let step = ticks.count > 7 ? 2 : 1
    return stride(from: 0, to: ticks.count, by: step).map { ticks[$0] }
  }

  private var linearTicks: [Double] {
    let rough = (domain.upperBound - domain.lowerBound) / 5
    guard rough > 0 else { return [domain.lowerBound] }
    let base = Self.powerBelow(rough)
    let step = [1.0, 2, 5, 10].map { $0 * base }.first { $0 >= rough } ?? base
    let first = (domain.lowerBound / step).rounded(.up)
    let last = (domain.upperBound / step + 1e-9).rounded(.down)
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  // Made by division below one, as 10^-3 made by pow differs in its last bit between libraries.
  private static func power(_ exponent: Double) -> Double {
    let size = (0..<Int(exponent.magnitude)).reduce(1.0) { product, _ in product * 10 }
    return exponent < 0 ? 1 / size : size
  }
}
