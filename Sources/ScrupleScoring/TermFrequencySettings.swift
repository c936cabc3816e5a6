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

  /// The share of the adjustment that a near-agreement receives, in 0...1.
  public var fuzzyShare: Double

  /// Makes settings; the defaults are a floor of 1e-5, at most 8 bits, and half for
  /// near-agreement.
  public init(
    minimumFrequency: Double = 1e-5, maximumAdjustmentBits: Double = 8,
    fuzzyShare: Double = 0.5
  ) {
    self.minimumFrequency = minimumFrequency
    self.maximumAdjustmentBits = maximumAdjustmentBits
    self.fuzzyShare = fuzzyShare
  }

  var settingsOutOfRange: [(String, Double)] {
    var found: [(String, Double)] = []
    if !(minimumFrequency > 0 && minimumFrequency <= 1) {
      found.append(("minimumFrequency", minimumFrequency))
    }
    if !(maximumAdjustmentBits >= 0) {
      found.append(("maximumAdjustmentBits", maximumAdjustmentBits))
    }
    if !(fuzzyShare >= 0 && fuzzyShare <= 1) { found.append(("fuzzyShare", fuzzyShare)) }
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

  /// Returns the bits to add when two records nearly agree, on values a and b.
  ///
  /// min(exact(g), s log2(G / g)) with g = max(f(a), f(b)) floored, G the average of g over
  /// non-match pairs at this level, and s = `fuzzyShare`. The larger frequency is taken
  /// because the rarer value may be the commoner one misspelled: its rarity is then that
  /// of the slip, not of the name. Symmetric in a and b; never rises with either
  /// frequency; never more than `exactAdjustment` of either value.
  ///
  /// - Parameters:
  ///   - averageLargerFrequency: G, in (0, 1]; see `TermFrequencies.averageLargerFrequency`.
  ///   - averageUProbability: the u probability of the *exact* level.
  public func fuzzyAdjustment(
    frequencies: (Double, Double), averageLargerFrequency: Double,
    averageUProbability: Double
  ) -> Double {
    precondition(averageLargerFrequency > 0, "average is \(averageLargerFrequency)")
    let larger = max(frequencies.0, frequencies.1, minimumFrequency)
    let exact = exactAdjustment(frequency: larger, averageUProbability: averageUProbability)
    let bits =
      ElementaryFunctions.binaryLogarithm(averageLargerFrequency)
      - ElementaryFunctions.binaryLogarithm(larger)
    return min(exact, fuzzyShare * bits)
  }
}
