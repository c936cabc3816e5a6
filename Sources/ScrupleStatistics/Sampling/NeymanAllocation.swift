#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a number of labels is shared out over strata so that the estimate has the least error.
///
/// n_h is proportional to N_h S_h (Neyman), with a floor in every stratum and no more than the
/// stratum holds; what a full stratum cannot take is shared out again among the others.
/// - Source: Neyman 1934; Cochran 1977, sections 5.5 and 5.8.
public struct NeymanAllocation: Sendable, Equatable {
  /// The unrounded allocation without floors and ceilings.
  public let ideal: [Double]
  /// The unrounded allocation with floors and ceilings.
  public let bounded: [Double]
  /// Whole numbers of labels: they add to the labels asked for unless all strata are full or the
  /// floors alone are more.
  public let counts: [Int]

  /// Shares out labels.
  ///
  /// - Parameters:
  ///   - labels: how many there are in all, 0 or more.
  ///   - sizes: how many units each stratum has.
  ///   - deviations: the planning standard deviation of each stratum, 0 or more.
  ///   - floor: the least number of labels in a stratum, or all of it if it is smaller.
  /// - Complexity: O(strata^2).
  public init(labels: Int, sizes: [Int], deviations: [Double], floor: Int = 20) {
    precondition(sizes.count == deviations.count, "\(sizes.count), \(deviations.count) strata")
    precondition(labels >= 0 && floor >= 0, "\(labels) labels, a floor of \(floor)")
    let weights = zip(sizes, deviations).map { size, deviation -> Double in
      precondition(size >= 0 && deviation >= 0, "a stratum of \(size), deviation \(deviation)")
      return Double(size) * deviation
    }
    ideal = shares(of: Double(labels), by: weights)
    let floors = sizes.map { Double(min(floor, $0)) }
    bounded = within(floors, sizes.map(Double.init), labels: Double(labels), weights: weights)
    counts = rounded(bounded, ceilings: sizes)
  }

  /// The allocation in proportion to the size of strata, unrounded, for comparison.
  public static func proportional(labels: Int, sizes: [Int]) -> [Double] {
    shares(of: Double(labels), by: sizes.map(Double.init))
  }

  /// The planning standard deviation of a stratum, sqrt(p (1 - p)), from a guess of its rate.
  ///
  /// - Parameters:
  ///   - rate: in 0...1.
  ///   - floor: the least rate to plan with, since a guess of 0 would leave the stratum unlabelled.
  public static func planningDeviation(rate: Double, floor: Double = 0.01) -> Double {
    precondition(rate >= 0 && rate <= 1, "a rate of \(rate)")
    let planned = min(max(rate, floor), 1 - floor)
    return (planned * (1 - planned)).squareRoot()
  }
}

private func shares(of total: Double, by weights: [Double]) -> [Double] {
  let sum = weights.reduce(0, +)
  return weights.map { sum > 0 ? total * $0 / sum : 0 }
}

/// The allocation clamp(c w_h, floor, ceiling) with c such that it adds to the labels.
private func within(
  _ floors: [Double], _ ceilings: [Double], labels: Double, weights: [Double]
) -> [Double] {
  let clamp = { (factor: Double) in
    weights.indices.map { min(max(factor * weights[$0], floors[$0]), ceilings[$0]) }
  }
  if floors.reduce(0, +) >= labels { return floors }
  let most = weights.indices.map { weights[$0] > 0 ? ceilings[$0] : floors[$0] }
  if most.reduce(0, +) <= labels { return spread(labels, over: most, ceilings) }
  // The sum is piecewise linear in the factor: it is solved on the piece that the labels fall in.
  let corners = weights.indices.filter { weights[$0] > 0 }
    .flatMap { [floors[$0] / weights[$0], ceilings[$0] / weights[$0]] }.sorted()
  var factor = 0.0
  for corner in corners where clamp(corner).reduce(0, +) <= labels { factor = corner }
  let here = clamp(factor)
  let moving = weights.indices.filter {
    weights[$0] > 0 && floors[$0] / weights[$0] <= factor && factor < ceilings[$0] / weights[$0]
  }
  let slope = moving.reduce(0) { $0 + weights[$1] }
  return slope > 0 ? clamp(factor + (labels - here.reduce(0, +)) / slope) : here
}

/// Strata with no deviation take what is left, in proportion to their room.
private func spread(_ labels: Double, over filled: [Double], _ ceilings: [Double]) -> [Double] {
  let room = zip(filled, ceilings).map { $0.1 - $0.0 }
  let left = min(labels - filled.reduce(0, +), room.reduce(0, +))
  return zip(filled, shares(of: left, by: room)).map { $0.0 + $0.1 }
}

/// Largest remainders, the first stratum first among equals.
private func rounded(_ allocation: [Double], ceilings: [Int]) -> [Int] {
  var counts = allocation.map { Int(($0 + 1e-9).rounded(.down)) }
  let left = Int(allocation.reduce(0, +).rounded()) - counts.reduce(0, +)
  let order = allocation.indices.filter { counts[$0] < ceilings[$0] }
    .sorted {
      let (first, second) = (
        allocation[$0] - Double(counts[$0]), allocation[$1] - Double(counts[$1])
      )
      return first == second ? $0 < $1 : first > second
    }
  for stratum in order.prefix(max(left, 0)) { counts[stratum] += 1 }
  return counts
}
