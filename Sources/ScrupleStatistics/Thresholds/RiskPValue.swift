#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Evidence against "the true rate is above a limit": p-values that are valid for every sample
/// size.
///
/// Each is the greatest probability, over all true rates above the limit, of a result at least
/// this good. A small value speaks for the promise that the rate is at most the limit.
public enum RiskPValue {
  /// The exact p-value for counts: P(X <= errors | n, limit). 1 without units.
  ///
  /// - Parameters:
  ///   - errors: in 0...total.
  ///   - total: how many independent units there are.
  ///   - limit: the rate to be promised, in 0...1.
  /// - Source: Bates et al. 2021; Angelopoulos et al. 2021, for 0/1 losses.
  public static func binomialTail(errors: Int, total: Int, limit: Double) -> Double {
    precondition(errors >= 0 && errors <= total, "\(errors) errors in \(total)")
    return BinomialDistribution(trials: total, probability: limit).probability(atMost: errors)
  }

  /// Hoeffding's bound in its Kullback-Leibler form, exp(-n KL(min(mean, limit), limit)), for the
  /// mean of losses in 0...1.
  ///
  /// - Source: Hoeffding 1963.
  public static func chernoff(mean: Double, total: Int, limit: Double) -> Double {
    checkLoss(mean, total, limit)
    // A limit of 1 promises nothing.
    guard mean < limit && limit < 1 else { return 1 }
    let n = Double(total)
    if mean == 0 { return exp(n * log1p(-limit)) }
    let excess = mean - limit
    let divergence =
      deviance(mean, expected: limit, excess: excess)
      + deviance(1 - mean, expected: 1 - limit, excess: -excess)
    return exp(-n * divergence)
  }

  /// Hoeffding's simple bound, exp(-2 n (limit - mean)^2): valid and weak at small rates.
  ///
  /// - Source: Hoeffding 1963.
  public static func hoeffding(mean: Double, total: Int, limit: Double) -> Double {
    checkLoss(mean, total, limit)
    let gap = max(limit - mean, 0)
    return exp(-2 * Double(total) * gap * gap)
  }

  /// The smaller of the Chernoff form and e times a binomial tail, for the mean of losses in 0...1
  /// that are not just 0 or 1.
  ///
  /// - Source: Bates, Angelopoulos, Lei, Malik & Jordan 2021 (Hoeffding-Bentkus).
  public static func hoeffdingBentkus(mean: Double, total: Int, limit: Double) -> Double {
    checkLoss(mean, total, limit)
    // Rounding up is the cautious side; the slack takes back what the division added.
    let count = Int((Double(total) * mean * (1 - 0x1p-50)).rounded(.up))
    let tail = binomialTail(errors: count, total: total, limit: limit)
    return min(chernoff(mean: mean, total: total, limit: limit), exp(1) * tail, 1)
  }

  private static func checkLoss(_ mean: Double, _ total: Int, _ limit: Double) {
    precondition(mean >= 0 && mean <= 1, "a mean loss of \(mean)")
    precondition(total >= 0, "\(total) units")
    precondition(limit >= 0 && limit <= 1, "a limit of \(limit)")
  }
}
