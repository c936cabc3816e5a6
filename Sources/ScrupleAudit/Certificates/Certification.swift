import ScrupleStatistics

/// What was seen of the citizens of a calibration, and what is to be promised.
///
/// The thresholds were fixed before the labels were looked at and stand from strict to lax.
public struct Certification: Sendable {
  /// One citizen: the unit, however many bookings.
  public struct Person: Sendable, Equatable {
    /// Whether the person is flagged at each threshold, at a booking at which they were a citizen.
    public var flagged: [Bool]
    /// The groups the person belongs to, by number; those beyond the declared ones do not count.
    public var groups: [Int]

    /// Creates a citizen.
    public init(flagged: [Bool], groups: [Int] = []) {
      self.flagged = flagged
      self.groups = groups
    }
  }

  /// The thresholds of match weight in bits, falling.
  public var weights: [Double]
  /// The citizens of the calibration half.
  public var persons: [Person]
  /// The names of the declared groups.
  public var groups: [String]
  /// The citizen flag rate that must not be exceeded, in 0..<1, open at 0.
  public var ceiling: Double
  /// How sure the promise must be, in 0..<1, open at 0.
  public var confidence: Double

  /// Creates what is to be certified.
  public init(
    weights: [Double], persons: [Person], groups: [String] = [], ceiling: Double,
    confidence: Double = 0.95
  ) {
    precondition(zip(weights, weights.dropFirst()).allSatisfy { $0 > $1 }, "weights must fall")
    precondition(ceiling > 0 && ceiling < 1, "a ceiling of \(ceiling)")
    precondition(confidence > 0 && confidence < 1, "a confidence of \(confidence)")
    self.weights = weights
    self.persons = persons
    self.groups = groups
    self.ceiling = ceiling
    self.confidence = confidence
  }

  /// Tests the thresholds from strict to lax and stops at the first that fails.
  ///
  /// All citizens and each declared group are promised at once: each is tested at its share of the
  /// error budget, 1 - confidence over their number.
  /// - Complexity: O(persons * (thresholds + groups)).
  /// - Source: Angelopoulos, Bates, Candes, Jordan & Lei 2021 (Learn then Test, fixed sequence).
  public func outcome() -> CertifiedThresholds {
    var errors = [[Int]](
      repeating: [Int](repeating: 0, count: weights.count), count: groups.count + 1)
    var totals = [Int](repeating: 0, count: groups.count + 1)
    for person in persons {
      precondition(person.flagged.count == weights.count, "other thresholds")
      for place in [0] + person.groups.map({ $0 + 1 }) where place <= groups.count {
        totals[place] += 1
        for index in weights.indices where person.flagged[index] { errors[place][index] += 1 }
      }
    }
    let test = LearnThenTest(
      groups: Array(zip(errors, totals)).map { (errors: $0, total: $1) }, limit: ceiling,
      errorBudget: 1 - confidence)
    return CertifiedThresholds(self, test, errors: errors, totals: totals)
  }
}

/// Which thresholds keep a promise: the steps, the laxest certified one, or what is missing.
public struct CertifiedThresholds: Sendable, Equatable, Codable {
  /// How many citizens of a group are flagged.
  public struct Count: Sendable, Equatable, Codable {
    /// The group; "all citizens" for the first.
    public let group: String
    /// Flagged persons.
    public let flagged: Int
    /// Persons.
    public let persons: Int
    /// The one-sided upper bound of the rate, at the group's share of the error budget.
    public let upper: Double
  }

  /// One threshold.
  public struct Step: Sendable, Equatable, Codable {
    /// Links lie at or above this match weight, in bits.
    public let weight: Double
    /// What became of it.
    public let outcome: LearnThenTest.Outcome
    /// The p-value of "the rate of some group is above the ceiling", for the number of groups.
    public let pValue: Double
    /// All citizens, then each declared group.
    public let counts: [Count]
  }

  /// How many more citizens of a group would have to be labelled.
  public struct Missing: Sendable, Equatable, Codable {
    /// The group.
    public let group: String
    /// The further labels, under stated assumptions.
    public let labels: CertificationPlan
  }

  /// The thresholds from strict to lax.
  public let steps: [Step]
  /// The laxest certified threshold, in bits; nil where none is certified.
  @NullEncoded public private(set) var weight: Double?
  /// What each group lacks at the strictest threshold, where none is certified.
  public let missing: [Missing]

  init(_ asked: Certification, _ test: LearnThenTest, errors: [[Int]], totals: [Int]) {
    let names = ["all citizens"] + asked.groups
    let share = (1 - asked.confidence) / Double(names.count)
    steps = asked.weights.indices.map { index in
      Step(
        weight: asked.weights[index], outcome: test.outcomes[index], pValue: test.pValues[index],
        counts: names.indices.map { group in
          Count(
            group: names[group], flagged: errors[group][index], persons: totals[group],
            upper: totals[group] == 0
              ? 1
              : BinomialInterval.upperBound(
                count: errors[group][index], total: totals[group], level: 1 - share))
        })
    }
    let certified = test.laxestCertified.map { asked.weights[$0] }
    weight = certified
    missing =
      certified != nil || asked.weights.isEmpty
      ? []
      : names.indices.map { group in
        Missing(
          group: names[group],
          labels: CertificationPlan(
            errors: errors[group][0], total: totals[group], limit: asked.ceiling,
            errorBudget: share))
      }
  }

  /// The step of the certified threshold.
  public var certified: Step? { steps.last { $0.outcome == .certified } }
}
