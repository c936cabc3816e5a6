import ScrupleStatistics

/// How many labels a claim needs if so many errors may occur among them.
public struct AcceptanceSize: Sendable, Codable, Equatable {
  /// How many errors may occur.
  public let allowedErrors: Int
  /// How many independent units must be labelled.
  public let units: Int
  /// The same times the design effect.
  public let unitsInClusters: Int
  /// The probability of passing if the true rate is a third of the one to be ruled out.
  public let passIfThird: Double
  /// The probability of passing if the true rate is a tenth of it.
  public let passIfTenth: Double

  /// The usual sizes for a claim: 0, 1, 2, 5 and 10 errors allowed.
  ///
  /// - Parameters:
  ///   - rate: to be ruled out, in 0..<1, open at 0.
  ///   - confidence: in 0..<1, open at 0.
  ///   - designEffect: 1 or more.
  public static func all(
    rulingOut rate: Double, confidence: Double, designEffect: Double = 1
  ) -> [AcceptanceSize] {
    [0, 1, 2, 5, 10].map { errors in
      let plan = AcceptancePlan(rulingOut: rate, level: confidence, allowedErrors: errors)
      return AcceptanceSize(
        allowedErrors: errors, units: plan.units,
        unitsInClusters: plan.units(designEffect: designEffect),
        passIfThird: plan.passProbability(trueRate: rate / 3),
        passIfTenth: plan.passProbability(trueRate: rate / 10))
    }
  }
}
