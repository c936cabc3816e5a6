#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How often different people share a name and a birth date by coincidence.
///
/// The share of agreeing birth dates among unrelated pairs is sum over days of p_d^2: its inverse
/// is the effective number of birth dates. January first, the fifteenth and placeholders raise
/// it, so the days' shares should come from the data.
/// - Source: McDonald & Levitt 2008; Goel, Meredith, Morse, Rothschild & Shirani-Mehr 2020.
public struct BirthDateCoincidence: Sendable, Equatable, Codable {
  /// The probability that two unrelated people have the same birth date, in 0...1.
  public let agreement: Double

  /// Takes the probability as it is.
  public init(agreement: Double) {
    precondition(agreement >= 0 && agreement <= 1, "a probability of \(agreement)")
    self.agreement = agreement
  }

  /// Computes the probability from how often each birth date occurs on the two sides.
  ///
  /// - Parameters:
  ///   - left: the weight of each day, not all 0.
  ///   - right: the weight of each day, the same days in the same order, not all 0.
  public init(left: [Double], right: [Double]) {
    precondition(left.count == right.count, "\(left.count) and \(right.count) days")
    let totals = (left.reduce(0, +), right.reduce(0, +))
    precondition(totals.0 > 0 && totals.1 > 0, "weights without any day")
    let shared = zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    agreement = min(shared / totals.0 / totals.1, 1)
  }

  /// Birth dates uniform over whole years: each year alike, each day of a year alike.
  ///
  /// - Parameter years: the years of birth in the Gregorian calendar, at least one.
  public init(uniformOver years: ClosedRange<Int>) {
    let share = 1 / Double(years.count)
    agreement = years.reduce(0.0) { sum, year in
      let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      return sum + share * share / (isLeap ? 366 : 365)
    }
  }

  /// How many birth dates there effectively are: the inverse of the agreement.
  public var effectiveDates: Double { 1 / agreement }

  /// The expected pairs of different people of one name who share a birth date: a b q.
  public func expectedPairs(left: Int, right: Int) -> Double {
    Double(left) * Double(right) * agreement
  }

  /// The expected pairs over many names, none of which need be shared.
  ///
  /// - Parameter counts: how many records of each name the two sides have.
  public func expectedPairs(of counts: [(left: Int, right: Int)]) -> Double {
    counts.reduce(0) { $0 + expectedPairs(left: $1.left, right: $1.right) }
  }

  /// The probability that one left record coincides with any of so many right ones of its name.
  ///
  /// Exact where days are uniform; otherwise an upper bound, by Jensen's inequality.
  public func probabilityOfAny(among right: Int) -> Double {
    HomogeneousGrowth.identificationRate(falseMatchRate: agreement, registrySize: right)
  }
}
