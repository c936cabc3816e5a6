#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a rate of false links per pair becomes a rate of persons with any false link, as the
/// registry grows, if pairs were alike and independent.
///
/// It overstates how many people are hit when hits concentrate on common names, and hides that
/// those few are hit over and over; ``Rarefaction`` and ``StratifiedProjection`` do not.
public enum HomogeneousGrowth {
  /// The probability of at least one false link against a registry: 1 - (1 - r)^M.
  ///
  /// Keeps its relative precision for rates down to 1e-300.
  /// - Parameters:
  ///   - falseMatchRate: the rate per pair, in 0...1.
  ///   - registrySize: how many records are searched, 0 or more.
  /// - Source: ISO/IEC 19795-1, relation of FPIR and FMR.
  public static func identificationRate(falseMatchRate: Double, registrySize: Int) -> Double {
    precondition(falseMatchRate >= 0 && falseMatchRate <= 1, "a rate of \(falseMatchRate)")
    precondition(registrySize >= 0, "a registry of \(registrySize)")
    if registrySize == 0 { return 0 }
    return -expm1(Double(registrySize) * log1p(-falseMatchRate))
  }

  /// The expected number of false links of one search: M r, an upper bound of the rate above.
  ///
  /// Holds whatever the dependence between pairs; may exceed 1.
  public static func expectedFalseLinks(falseMatchRate: Double, registrySize: Int) -> Double {
    Double(registrySize) * falseMatchRate
  }
}
