import CScrupleKernels

/// The machine instructions that a batch of comparisons uses.
///
/// All give the same results to the bit; they differ in speed alone. A batch takes
/// the fastest this machine has unless told otherwise, which tests and benchmarks do;
/// told of one it lacks, it takes the fastest.
public enum InstructionSet: String, Sendable, CaseIterable {
  /// One pair at a time, bit-parallel in a machine word.
  case scalar
  /// Sixteen pairs at a time in Swift's vectors: SSE2 on x86-64, NEON on arm64.
  case portable
  /// Thirty-two pairs at a time in C for AVX2.
  case avx2

  /// The fastest set this machine has.
  public static let best: InstructionSet = scruple_has_avx2() != 0 ? .avx2 : .portable

  /// The sets this machine has, slowest first.
  public static var available: [InstructionSet] {
    best == .avx2 ? [.scalar, .portable, .avx2] : [.scalar, .portable]
  }

  /// This set, or the fastest one where this machine lacks it.
  var orBest: InstructionSet { self == .avx2 ? .best : self }
}
