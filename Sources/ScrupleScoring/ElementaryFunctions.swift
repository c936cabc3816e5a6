#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The transcendental functions that scoring needs, taken from the C library.
///
/// They stand in one place so that no other file imports a platform's C library.
package enum ElementaryFunctions {
  /// Returns the logarithm to base 2.
  package static func binaryLogarithm(_ x: Double) -> Double { log2(x) }

  /// Returns the logarithm to base e.
  package static func naturalLogarithm(_ x: Double) -> Double { log(x) }

  /// Returns 2 to the power x.
  package static func binaryExponential(_ x: Double) -> Double { exp2(x) }

  /// Returns e to the power x.
  package static func naturalExponential(_ x: Double) -> Double { exp(x) }
}
