#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Double {
  /// The logarithm to base 2.
  var binaryLogarithm: Double { log2(self) }
}
