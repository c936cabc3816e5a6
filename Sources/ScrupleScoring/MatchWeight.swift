/// Evidence for or against a match, in bits.
///
/// **Units**: log2 of the Bayes factor P(observed | match) / P(observed | non-match);
/// 0 bits is no evidence, +10 bits makes a match 1024 times as likely as before.
/// The prior match probability is not part of it.
/// - Source: Fellegi & Sunter 1969; Good 1950 for the unit.
public struct MatchWeight: Sendable, Hashable, Comparable, Codable {
  /// The evidence in bits.
  public var bits: Double

  /// Makes a weight of so many bits.
  public init(bits: Double) {
    self.bits = bits
  }

  /// Makes the weight log2(m / u) of a level with the given probabilities.
  public init(mProbability: Double, uProbability: Double) {
    // Two logarithms, not one quotient: m/u may overflow where the bits do not.
    bits =
      ElementaryFunctions.binaryLogarithm(mProbability)
      - ElementaryFunctions.binaryLogarithm(uProbability)
  }

  /// Makes the weight that lifts a prior probability to a posterior one.
  public init(from prior: Probability, to posterior: Probability) {
    bits = posterior.logOdds - prior.logOdds
  }

  /// Weight in bits written as a bare number.
  public init(from decoder: any Decoder) throws {
    bits = try decoder.singleValueContainer().decode(Double.self)
  }

  /// Writes the weight as a bare number of bits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(bits)
  }

  /// Orders weights by their bits.
  public static func < (left: MatchWeight, right: MatchWeight) -> Bool {
    left.bits < right.bits
  }

  /// Adds independent evidence.
  public static func + (left: MatchWeight, right: MatchWeight) -> MatchWeight {
    MatchWeight(bits: left.bits + right.bits)
  }
}

extension MatchWeight {
  /// The Bayes factor: 2 to the power of the bits.
  public var odds: Double { ElementaryFunctions.binaryExponential(bits) }
}
