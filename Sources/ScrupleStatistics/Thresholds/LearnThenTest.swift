/// The laxest of several settings whose true risk is at most a limit, with a promised confidence.
///
/// The settings are fixed before the labels are seen and stand from strict to lax. They are tested
/// in that order at the whole error budget, and the first that fails ends the testing: so the
/// probability that any accepted setting breaks the limit is at most the budget. Choosing the
/// laxest setting whose *observed* rate is low enough breaks it more often than not.
/// - Source: Angelopoulos, Bates, Candes, Jordan & Lei 2021, "Learn then Test" (fixed
///   sequence testing).
public struct LearnThenTest: Sendable, Equatable {
  /// What became of one setting.
  public enum Outcome: String, Sendable, Codable {
    /// Its risk is within the limit, with the promised confidence.
    case certified
    /// The test failed here, and testing ended.
    case stopped
    /// It was not tested, because a stricter one had failed.
    case untested
  }

  /// The p-value of each setting, strict to lax; untested ones have theirs too, for the table.
  public let pValues: [Double]
  /// What became of each setting.
  public let outcomes: [Outcome]
  /// The error budget: the promise is broken with at most this probability.
  public let errorBudget: Double

  /// Tests settings from strict to lax.
  ///
  /// - Parameters:
  ///   - pValues: of "the risk of this setting is above the limit", strict to lax.
  ///   - errorBudget: in 0..<1, open at 0.
  public init(pValues: [Double], errorBudget: Double) {
    precondition(errorBudget > 0 && errorBudget < 1, "a budget of \(errorBudget)")
    self.pValues = pValues
    self.errorBudget = errorBudget
    let passed = pValues.prefix { $0 <= errorBudget }.count
    outcomes = pValues.indices.map {
      $0 < passed ? .certified : $0 == passed ? .stopped : .untested
    }
  }

  /// Tests settings by their error counts among independent units, with exact p-values.
  ///
  /// - Parameters:
  ///   - errors: the count of each setting, strict to lax.
  ///   - total: how many units were labelled.
  ///   - limit: the rate to be promised, in 0...1.
  ///   - errorBudget: in 0..<1, open at 0.
  public init(errors: [Int], total: Int, limit: Double, errorBudget: Double) {
    self.init(
      pValues: errors.map { RiskPValue.binomialTail(errors: $0, total: total, limit: limit) },
      errorBudget: errorBudget)
  }

  /// Tests settings that must keep the limit in every group at once.
  ///
  /// Each group is tested at the budget over the number of groups (Bonferroni), which a setting's
  /// greatest p-value times the number of groups does. A group without units certifies nothing.
  /// - Parameters:
  ///   - groups: for each group the error counts, strict to lax, and how many units it has.
  ///   - limit: the rate to be promised in each.
  ///   - errorBudget: in 0..<1, open at 0.
  public init(
    groups: [(errors: [Int], total: Int)], limit: Double, errorBudget: Double
  ) {
    let settings = groups.first?.errors.count ?? 0
    precondition(groups.allSatisfy { $0.errors.count == settings }, "groups differ in settings")
    let pValues = (0..<settings).map { setting -> Double in
      let greatest = groups.reduce(0.0) {
        max($0, RiskPValue.binomialTail(errors: $1.errors[setting], total: $1.total, limit: limit))
      }
      return min(greatest * Double(groups.count), 1)
    }
    self.init(pValues: pValues, errorBudget: errorBudget)
  }

  /// The index of the laxest certified setting; nil where none is, and then there is no default.
  public var laxestCertified: Int? { outcomes.lastIndex(of: .certified) }
}

/// The laxest setting whose risk is at most a limit *on average over calibrations*.
///
/// (n R + B) / (n + 1) <= limit for losses bounded by B controls the expected risk only, not the
/// risk with a confidence: it never stands in for a certificate.
/// - Source: Angelopoulos, Bates, Fisch, Lei & Schuster 2022.
public struct ConformalRiskControl: Sendable, Equatable {
  /// (n R + B) / (n + 1) of each setting, strict to lax.
  public let bounds: [Double]
  /// The index of the laxest setting that keeps the limit together with all stricter ones; nil
  /// where even the strictest does not.
  public let laxestWithinLimit: Int?

  /// Applies the rule.
  ///
  /// - Parameters:
  ///   - losses: the mean loss of each setting, strict to lax, in 0...greatestLoss and not falling.
  ///   - total: how many units were labelled, 0 or more.
  ///   - limit: the expected loss to be kept.
  ///   - greatestLoss: the bound B of a single loss.
  public init(losses: [Double], total: Int, limit: Double, greatestLoss: Double = 1) {
    precondition(total >= 0 && greatestLoss > 0, "\(total) units, losses up to \(greatestLoss)")
    let n = Double(total)
    bounds = losses.map { (n * $0 + greatestLoss) / (n + 1) }
    let passed = bounds.prefix { $0 <= limit }.count
    laxestWithinLimit = passed > 0 ? passed - 1 : nil
  }
}
