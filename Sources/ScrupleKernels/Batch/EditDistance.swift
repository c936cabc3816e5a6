/// A distance that counts edits and that batches can compute.
public enum EditDistance: String, Sendable, CaseIterable {
  /// Insertions, deletions and substitutions.
  case levenshtein
  /// The same and exchanges of neighbors, no part of a text being edited twice.
  case optimalStringAlignment
  /// The same, exchanged letters being free to have text put between them.
  case damerauLevenshtein
  /// Insertions and deletions alone.
  case indel

  /// Returns the distance of one pair, 65,535 when it is greater.
  ///
  /// - Complexity: As the function of `StringDistance` with this name.
  public func callAsFunction(_ a: StringDistance.Bytes, _ b: StringDistance.Bytes) -> UInt16 {
    switch self {
    case .levenshtein: UInt16(clamping: StringDistance.levenshtein(a, b))
    case .optimalStringAlignment: UInt16(clamping: StringDistance.optimalStringAlignment(a, b))
    case .damerauLevenshtein: UInt16(clamping: StringDistance.damerauLevenshtein(a, b))
    case .indel: UInt16(clamping: StringDistance.indel(a, b))
    }
  }

  /// The kernel for lanes. Damerau-Levenshtein has none: without a bit-parallel form
  /// lanes fill the matrix, which took 590 ns a pair where the scalar function took 220.
  var laneKernel: LaneKernel? {
    switch self {
    case .levenshtein: .levenshtein
    case .optimalStringAlignment: .alignment
    case .damerauLevenshtein: nil
    case .indel: .subsequence
    }
  }
}
