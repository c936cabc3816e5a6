/// How the frequency of the agreed value changes a comparison's weight.
public struct TermFrequencySettings: Codable, Sendable, Equatable {
  /// Frequencies below this count as this, in (0, 1].
  ///
  /// A value seen once in a file of ten million is no proof of a rarity of 1e-7.
  public var minimumFrequency: Double

  /// The most bits the adjustment may add, at least 0.
  ///
  /// A rare value is often a garbled one, so its evidence has a limit. There is no limit
  /// on what a common value takes away.
  public var maximumAdjustmentBits: Double

  /// How many times rarer than its neighbor a value is where it is as likely a slip of it
  /// as a value of its own, at least 0.
  public var slipRatio: Double

  /// Makes settings; the defaults are a floor of 1e-5, at most 8 bits, and a slip ratio
  /// of 10.
  public init(
    minimumFrequency: Double = 1e-5, maximumAdjustmentBits: Double = 8, slipRatio: Double = 10
  ) {
    self.minimumFrequency = minimumFrequency
    self.maximumAdjustmentBits = maximumAdjustmentBits
    self.slipRatio = slipRatio
  }

  /// Reads settings; a slip ratio that an older file does not have is the default.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      minimumFrequency: try container.decode(Double.self, forKey: .minimumFrequency),
      maximumAdjustmentBits: try container.decode(Double.self, forKey: .maximumAdjustmentBits))
    slipRatio = try container.decodeIfPresent(Double.self, forKey: .slipRatio) ?? slipRatio
  }

  var settingsOutOfRange: [(String, Double)] {
    var found: [(String, Double)] = []
    if !(minimumFrequency > 0 && minimumFrequency <= 1) {
      found.append(("minimumFrequency", minimumFrequency))
    }
    if !(maximumAdjustmentBits >= 0) {
      found.append(("maximumAdjustmentBits", maximumAdjustmentBits))
    }
    if !(slipRatio >= 0 && slipRatio.isFinite) { found.append(("slipRatio", slipRatio)) }
    return found
  }
}

extension TermFrequencySettings {
  /// Returns the bits to add when two records agree exactly on a value.
  ///
  /// log2(u / f), where u is the comparison's average u probability of exact agreement
  /// and f the frequency of the value, floored; at most `maximumAdjustmentBits`. Never
  /// rises with f. Replacing u by f is right because a non-match that shares value v does
  /// so with probability f(v): given that one side holds v, the other holds it by chance.
  ///
  /// - Parameters:
  ///   - frequency: share of the value among the non-missing values of both files.
  ///   - averageUProbability: the u probability of the exact level, in (0, 1].
  /// - Source: Winkler 1988; Splink's documentation for the floor.
  public func exactAdjustment(frequency: Double, averageUProbability: Double) -> Double {
    precondition(averageUProbability > 0, "average u is \(averageUProbability)")
    let floored = max(frequency, minimumFrequency)
    let bits =
      ElementaryFunctions.binaryLogarithm(averageUProbability)
      - ElementaryFunctions.binaryLogarithm(floored)
    return min(bits, maximumAdjustmentBits)
  }

  /// Returns the frequency that counts where two records nearly agree, in (0, 1].
  ///
  /// (larger + k smaller) / (1 + k), both floored, k being `slipRatio`: symmetric, never
  /// falls as either frequency rises. A rare value beside a common one is mostly a slip of
  /// it, and the pair is then as telling as agreement on the common one; a value that is
  /// not so rare is mostly one of its own. With k = 0 the larger frequency alone counts.
  ///
  /// - Source: Winkler 1988 for frequencies of agreement, Splink for the larger of two; the
  ///   part of the smaller one is derived in `docs/METHODS.md`.
  @inlinable
  public func nearFrequency(_ first: Double, _ second: Double) -> Double {
    let first = max(first, minimumFrequency)
    let second = max(second, minimumFrequency)
    return (max(first, second) + slipRatio * min(first, second)) / (1 + slipRatio)
  }

  /// Returns the bits to add when two records nearly agree, as seen among strangers.
  ///
  /// log2(G / g) with g the `nearFrequency` of the two values and G its harmonic mean over
  /// random pairs at this level, so that the factor 2^bits is 1 on average over them
  /// unless the limit holds; at most `maximumAdjustmentBits`.
  public func nearAdjustment(
    frequencies: (Double, Double), typicalFrequency: Double
  ) -> Double {
    precondition(typicalFrequency > 0, "typical frequency is \(typicalFrequency)")
    let bits =
      ElementaryFunctions.binaryLogarithm(typicalFrequency)
      - ElementaryFunctions.binaryLogarithm(nearFrequency(frequencies.0, frequencies.1))
    return min(bits, maximumAdjustmentBits)
  }
}
