/// How many more labels would certify a rate that is not certified yet.
///
/// It looks ahead under a stated assumption and promises nothing: the labels may turn out worse.
/// Adding labels until the test passes and stopping there breaks the promise; a plan is made once,
/// and the larger calibration is then tested once, on new labels.
public struct CertificationPlan: Sendable, Equatable, Codable {
  /// The further labels needed if none of them is an error: the least possible; 0 where the rate
  /// is certified already.
  public let ifErrorFree: Int
  /// The further labels needed if errors go on at the observed rate; nil where that
  /// rate is at or above the limit, or a billion labels would be needed.
  public let atObservedRate: Int?
  /// The further labels needed if errors go on at the upper half of what the data allow (the
  /// one-sided 50 % bound), so that half of all plans suffice; nil as above.
  public let atMedianBound: Int?

  /// Plans ahead.
  ///
  /// - Parameters:
  ///   - errors: in 0...total.
  ///   - total: how many were labelled.
  ///   - limit: the rate to be promised, in 0..<1, open at 0.
  ///   - errorBudget: the probability that the promise may be broken with.
  public init(errors: Int, total: Int, limit: Double, errorBudget: Double) {
    precondition(limit > 0 && limit < 1, "a limit of \(limit)")
    precondition(errorBudget > 0 && errorBudget < 1, "a budget of \(errorBudget)")
    let needed = { (newErrors: Int) -> Int in
      smallestCount(from: newErrors) { more in
        RiskPValue.binomialTail(errors: errors + newErrors, total: total + more, limit: limit)
          <= errorBudget
      }
    }
    ifErrorFree = needed(0)
    let observed = total > 0 ? Double(errors) / Double(total) : 1
    atObservedRate = labels(at: observed, below: limit, needed)
    let median = BinomialInterval.upperBound(count: errors, total: total, level: 0.5)
    atMedianBound = labels(at: median, below: limit, needed)
  }
}

/// The labels for so many further errors that a rate makes no more of them in that many labels.
///
/// The search runs over whole errors, since over labels the tail jumps at every error.
private func labels(at rate: Double, below limit: Double, _ needed: (Int) -> Int) -> Int? {
  guard rate < limit else { return nil }
  let most = 1_000_000_000
  let errors = smallestCount(from: 0) { errors in
    let count = needed(errors)
    return count >= most || rate * Double(count) <= Double(errors)
  }
  let count = needed(errors)
  return count < most ? count : nil
}
