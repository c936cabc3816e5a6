/// Finds the order of day, month and year from all the cells of a column.
///
/// A cell votes when it is a plausible date in one order only: 25/12/1982 for day first, 12/25/1982
/// for month first, 1982-02-03 for year first. Cells that fit several orders decide nothing.
public struct DateOrderInference {
  /// Whether the votes decide.
  public enum Certainty: String, Hashable, Sendable, Codable {
    /// Nine in ten votes agree.
    case decided
    /// The votes contradict each other; the majority is taken.
    case conflicting
    /// No cell decides; the default is taken.
    case ambiguous
  }

  /// The order found and how sure it is.
  public struct Decision: Hashable, Sendable, Codable {
    /// The order to read the column in.
    public var order: DateOrder
    /// Whether the votes decide.
    public var certainty: Certainty
    /// Votes for year first, counting cells.
    public var ymd: Int
    /// Votes for month first, counting cells.
    public var mdy: Int
    /// Votes for day first, counting cells.
    public var dmy: Int
    /// Cells that are dates in several orders.
    public var undecided: Int
  }

  private let text: TextNormalizer
  private var folded: [UInt8] = []
  private var votes: [DateOrder: Int] = [:]
  private var undecided = 0

  /// Makes an inference with no cells seen.
  public init(text: TextNormalizer) { self.text = text }

  /// Adds a distinct value and how often it occurs.
  public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, count: Int = 1) {
    if DateReading(plain: bytes) != nil {
      votes[.ymd, default: 0] += count
      return
    }
    text.fold(bytes, into: &folded)
    let tokens = DateTokens(DateParser.withoutMidnight(folded))
    guard tokens.month == nil, tokens.parts.count != 2 else { return }
    let readings = DateOrder.allCases.compactMap { order in
      DateReading(tokens, order: order).flatMap { $0.isPlausible ? (order, $0) : nil }
    }
    guard let first = readings.first, first.1.month != nil else { return }
    let dates = Set(readings.map { [$0.1.year, $0.1.month ?? 0, $0.1.day ?? 0] })
    if readings.count == 1 || !first.1.dependsOnOrder {
      votes[first.0, default: 0] += count
    } else if dates.count > 1 {
      undecided += count
    }
  }

  /// Adds a string, for tests.
  public mutating func add(_ string: String, count: Int = 1) {
    Array(string.utf8).withUnsafeBufferPointer { add($0, count: count) }
  }

  /// The decision so far.
  ///
  /// Year first wins only when it outnumbers all cells with the year behind nine to one, for those
  /// cells are read year first in any column.
  public func decision(default fallback: DateOrder = .mdy) -> Decision {
    let (ymd, mdy, dmy) = (votes[.ymd] ?? 0, votes[.mdy] ?? 0, votes[.dmy] ?? 0)
    var decision = Decision(
      order: fallback, certainty: .ambiguous, ymd: ymd, mdy: mdy, dmy: dmy, undecided: undecided)
    if ymd > 9 * (mdy + dmy + undecided) {
      decision.order = .ymd
      decision.certainty = .decided
    } else if mdy + dmy > 0 {
      decision.order = mdy == dmy ? fallback : mdy > dmy ? .mdy : .dmy
      decision.certainty = max(mdy, dmy) >= 9 * min(mdy, dmy) ? .decided : .conflicting
      // Nothing to choose between day and month first means the fallback must be one of them.
      if mdy == dmy, fallback == .ymd { decision.order = .mdy }
    }
    return decision
  }
}

extension DateRules {
  /// The rules with an inferred order.
  public func reading(_ decision: DateOrderInference.Decision) -> DateRules {
    var rules = self
    rules.order = decision.order
    rules.isOrderAssumed = decision.certainty != .decided
    return rules
  }
}
