import ScrupleScoring

/// The match weights from which pairs are links and possible links.
///
/// **Units**: bits of match weight, without the prior. A pair at a threshold reaches it.
public struct Thresholds: Sendable, Equatable {
  /// Least weight of a link.
  public let link: MatchWeight
  /// Least weight of a possible link, at most `link`.
  public let possible: MatchWeight

  /// Makes thresholds in bits.
  ///
  /// - Throws: `DecisionError.thresholds` if `link` is below `possible`.
  public init(linkBits: Double, possibleBits: Double) throws(DecisionError) {
    guard linkBits >= possibleBits else {
      throw .thresholds(linkBits: linkBits, possibleBits: possibleBits)
    }
    link = MatchWeight(bits: linkBits)
    possible = MatchWeight(bits: possibleBits)
  }

  /// Makes thresholds from match probabilities under a prior.
  ///
  /// - Throws: `DecisionError.thresholds` if `link` is below `possible`.
  public init(
    link: Probability, possible: Probability, prior: Probability
  ) throws(DecisionError) {
    try self.init(
      linkBits: MatchWeight(from: prior, to: link).bits,
      possibleBits: MatchWeight(from: prior, to: possible).bits)
  }

  /// Decides by weight alone.
  public func decision(for weight: MatchWeight) -> PairDecision {
    if weight >= link { return .link }
    return weight >= possible ? .possible : .nonLink
  }
}

extension Thresholds: Codable {
  private enum CodingKeys: String, CodingKey {
    case link, possible
  }

  /// Reads both thresholds and checks their order.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      linkBits: container.decode(Double.self, forKey: .link),
      possibleBits: container.decode(Double.self, forKey: .possible))
  }

  /// Writes both thresholds in bits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(link.bits, forKey: .link)
    try container.encode(possible.bits, forKey: .possible)
  }
}
