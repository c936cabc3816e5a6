/// The true statuses of persons over time.
///
/// **Shape**: half-open intervals, those of one person side by side in order of time and disjoint.
/// Days are counted from 1970-01-01; persons are small codes.
public struct StatusHistories: Sendable {
  /// A status and the time in which it was true.
  public struct Interval: Sendable, Equatable {
    public var status: TrueStatus
    public var from: Int32
    /// The first day on which it no longer was true; `Int32.max` while it is.
    public var to: Int32

    /// Creates an interval.
    public init(status: TrueStatus, from: Int32, to: Int32 = .max) {
      self.status = status
      self.from = from
      self.to = to
    }
  }

  private let starts: [Int32]
  private let intervals: [Interval]

  /// Creates the histories of persons 0..<count from intervals in any order.
  ///
  /// - Throws: `StatusHistoryError` for an interval that ends before it begins, a person out of
  ///   range, or two intervals of one person that overlap.
  /// - Complexity: O(intervals log intervals).
  public init(
    personCount: Int, intervals: [(person: Int32, interval: Interval)]
  ) throws(StatusHistoryError) {
    for (row, entry) in intervals.enumerated() {
      guard entry.person >= 0, Int(entry.person) < personCount else {
        throw .personOutOfRange(row: row + 1)
      }
      guard entry.interval.from < entry.interval.to else { throw .endsBeforeItBegins(row: row + 1) }
    }
    let order = intervals.indices.sorted {
      (intervals[$0].person, intervals[$0].interval.from, $0)
        < (intervals[$1].person, intervals[$1].interval.from, $1)
    }
    for (one, next) in zip(order, order.dropFirst())
    where intervals[one].person == intervals[next].person
      && intervals[next].interval.from < intervals[one].interval.to
    {
      throw .overlap(row: next + 1, earlier: one + 1)
    }
    var starts = [Int32](repeating: 0, count: personCount + 1)
    for entry in intervals { starts[Int(entry.person) + 1] += 1 }
    for person in 0..<personCount { starts[person + 1] += starts[person] }
    self.starts = starts
    self.intervals = order.map { intervals[$0].interval }
  }

  /// How many persons there are.
  public var personCount: Int { starts.count - 1 }

  /// A person's intervals in order of time.
  public func intervals(of person: Int32) -> ArraySlice<Interval> {
    intervals[Int(starts[Int(person)])..<Int(starts[Int(person) + 1])]
  }

  /// What was true of a person on a day; nil where nothing is known.
  public func status(of person: Int32, on day: Int32) -> TrueStatus? {
    intervals(of: person).last { $0.from <= day && day < $0.to }?.status
  }

  /// Whether a status was true of a person on the day or before.
  public func wasEver(_ status: TrueStatus, person: Int32, until day: Int32) -> Bool {
    intervals(of: person).contains { $0.status == status && $0.from <= day }
  }
}

/// Status intervals that cannot be; rows are counted from 1.
public enum StatusHistoryError: Error, Equatable, Sendable {
  case personOutOfRange(row: Int)
  case endsBeforeItBegins(row: Int)
  case overlap(row: Int, earlier: Int)
}

extension StatusHistoryError: CustomStringConvertible {
  /// What is wrong, where, and what was expected.
  public var description: String {
    switch self {
    case .personOutOfRange(let row):
      "Status interval \(row) names a person that the truth does not have."
    case .endsBeforeItBegins(let row):
      "Status interval \(row) ends before it begins."
    case .overlap(let row, let earlier):
      "Status interval \(row) overlaps interval \(earlier) of the same person."
    }
  }
}
