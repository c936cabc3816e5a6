/// One measurement: a kernel in a shape over files of input.
struct Task: Decodable {
  /// `jaroWinkler`, `levenshtein`, `optimalStringAlignment`, `damerauLevenshtein`,
  /// `indel`, `qGramDice`, `tokenSet` or `bloomDice`.
  let kernel: String
  /// `pair`, `oneAgainstMany` or `pairs`.
  let shape: String
  /// An `InstructionSet`, or `best`.
  let instructions: String
  /// One text a line; or, for filters, 128 bytes each.
  let left: String
  let right: String
  /// Two 32-bit numbers for each pair, little-endian; for `pairs`.
  let pairs: String?
  /// How many of the left texts are asked about; for `oneAgainstMany`.
  let queries: Int?
  /// Limits what is counted as a link; for `bloomDice`.
  let threshold: Double?
}

/// What came out, with figures that noise cannot move beside those it can.
struct Answer: Encodable {
  var instructions: String
  /// Pairs compared.
  var pairs: Int
  /// The sum of all results: distances, bits of single-precision similarities, or the
  /// number of pairs that reach the threshold.
  var checksum: UInt64
  /// Of the comparison alone, texts being laid out already.
  var cpuSeconds: Double
  var wallSeconds: Double
  /// Of laying the texts out.
  var layoutCPUSeconds: Double
}
