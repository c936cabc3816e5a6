import ScrupleKernels

/// A function of one pair, its result as an integer that sums without rounding.
enum ScalarKernel: String {
  case jaro, jaroWinkler, levenshtein, optimalStringAlignment, damerauLevenshtein, indel
  case qGramDice, tokenSet

  init?(_ name: String) { self.init(rawValue: name) }

  func callAsFunction(_ a: StringDistance.Bytes, _ b: StringDistance.Bytes) -> UInt64 {
    switch self {
    case .jaro: bits(StringDistance.jaro(a, b))
    case .jaroWinkler: bits(StringDistance.jaroWinkler(a, b))
    case .levenshtein: UInt64(StringDistance.levenshtein(a, b))
    case .optimalStringAlignment: UInt64(StringDistance.optimalStringAlignment(a, b))
    case .damerauLevenshtein: UInt64(StringDistance.damerauLevenshtein(a, b))
    case .indel: UInt64(StringDistance.indel(a, b))
    case .qGramDice: bits(StringDistance.qGramDice(a, b))
    case .tokenSet: bits(StringDistance.tokenSetRatio(a, b))
    }
  }

  private func bits(_ value: Double) -> UInt64 { UInt64(Float(value).bitPattern) }
}
