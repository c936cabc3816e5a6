/// Whom the flags fall on: the same rates seen per person searched and per person flagged.
///
/// One wrong flag in a thousand people searched can be one in ten of the people flagged, where
/// most of those searched should not be flagged. Both figures are printed, each in words.
/// - Source: Bayes' theorem.
public struct FlagMix: Sendable, Equatable, Codable {
  /// The flags expected on people who should not be flagged.
  public let wrongFlags: Double
  /// The flags expected on people who should be.
  public let rightFlags: Double

  /// Computes the expected flags.
  ///
  /// - Parameters:
  ///   - wrongly: how many people are searched who should not be flagged, and their flag rate.
  ///   - rightly: how many are searched who should be, and theirs.
  public init(
    wrongly: (searched: Int, flagRate: Double), rightly: (searched: Int, flagRate: Double)
  ) {
    for part in [wrongly, rightly] {
      precondition(part.searched >= 0, "\(part.searched) people")
      precondition(part.flagRate >= 0 && part.flagRate <= 1, "a rate of \(part.flagRate)")
    }
    wrongFlags = Double(wrongly.searched) * wrongly.flagRate
    rightFlags = Double(rightly.searched) * rightly.flagRate
  }

  /// The share of flags that are wrong, out of the people flagged; nil where no flag is expected.
  public var wrongShare: Double? {
    let all = wrongFlags + rightFlags
    return all > 0 ? wrongFlags / all : nil
  }
}
