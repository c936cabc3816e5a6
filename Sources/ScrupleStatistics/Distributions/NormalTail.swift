#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The probability that a standard normal value lies above a point, precise in the far tail.
package func normalUpperTail(_ z: Double) -> Double {
  0.5 * erfc(z * 0.5.squareRoot())
}

/// The probability that a standard normal value lies at least as far from 0 as a point.
package func normalTwoSidedTail(_ z: Double) -> Double {
  erfc(abs(z) * 0.5.squareRoot())
}

/// Finds the point of a bracket at which a decreasing function crosses 0, by bisection to the
/// last bit.
///
/// - Parameters:
///   - low: a point where the function is positive or its left limit.
///   - high: a point where it is negative or its right limit.
///   - function: decreasing in between; never called at the two ends.
/// - Complexity: at most 1,100 calls, about 60 where the root is not near 0.
func crossing(_ low: Double, _ high: Double, of function: (Double) -> Double) -> Double {
  var (low, high) = (low, high)
  for _ in 0..<1100 {
    let middle = low + (high - low) / 2
    guard middle > low && middle < high else { break }
    if function(middle) > 0 { low = middle } else { high = middle }
  }
  return low + (high - low) / 2
}
