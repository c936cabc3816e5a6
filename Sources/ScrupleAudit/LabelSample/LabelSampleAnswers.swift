/// One row of a filled-in sample.
public struct LabelledRow: Sendable, Equatable {
  /// The position of its stratum in the plan.
  public let stratum: Int
  /// The answer of each of the two reviewers; nil where the cell is empty.
  public let reviewers: [LabelAnswer?]
  /// What was decided after both; nil where the cell is empty.
  public let adjudicated: LabelAnswer?
  /// The known answer of a control; nil for all other rows.
  public let known: LabelAnswer?

  /// Creates a row.
  public init(
    stratum: Int, reviewers: [LabelAnswer?], adjudicated: LabelAnswer? = nil,
    known: LabelAnswer? = nil
  ) {
    self.stratum = stratum
    self.reviewers = reviewers
    self.adjudicated = adjudicated
    self.known = known
  }

  /// Whether anybody wrote anything.
  public var isTouched: Bool { adjudicated != nil || reviewers.contains { $0 != nil } }

  /// What the row counts as: the adjudication, else what all reviewers who answered agree on; else
  /// unsure.
  public var final: LabelAnswer {
    if let adjudicated { return adjudicated }
    let given = reviewers.compactMap(\.self)
    guard let first = given.first, given.allSatisfy({ $0 == first }) else { return .unsure }
    return first
  }

  /// Whether reviewers differ and nobody decided.
  var isUnsettled: Bool {
    adjudicated == nil && Set(reviewers.compactMap(\.self)).count > 1
  }
}

/// What became of the rows of a sample.
public struct LabelTally: Sendable, Codable, Equatable {
  /// Rows drawn, controls apart.
  public let drawn: Int
  /// Rows up to the last one that anybody answered; they count.
  public let reached: Int
  /// Rows after it: they are left out, since the order of rows is random.
  public let notReached: Int
  /// Rows before it that nobody answered: they count as unsure.
  public let skipped: Int
  /// Rows that count as unsure, those skipped and unsettled included.
  public let unsure: Int
  /// Rows on which reviewers differ and nobody decided.
  public let unsettled: Int
  /// Rows that were adjudicated.
  public let adjudicated: Int
  /// Rows that both reviewers answered.
  public let reviewedTwice: Int
}

extension LabelTally {
  /// Counts rows in the order of the file; `reached` says how many of all count.
  init(_ rows: [LabelledRow], reached count: Int) {
    let own = rows.filter { $0.known == nil }
    let done = rows.prefix(count).filter { $0.known == nil }
    drawn = own.count
    reached = done.count
    notReached = own.count - done.count
    skipped = done.count { !$0.isTouched }
    unsure = done.count { $0.final == .unsure }
    unsettled = done.count(where: \.isUnsettled)
    adjudicated = done.count { $0.adjudicated != nil }
    reviewedTwice = done.count { $0.reviewers.compactMap(\.self).count > 1 }
  }
}
