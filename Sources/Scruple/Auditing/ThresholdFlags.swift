import ScrupleFlagging
import ScrupleNormalization
import ScrupleRecords

/// The flags a run would make with links at or above other thresholds.
///
/// The rule is run again for each threshold on the run's links at or above it: fewer links can
/// also mean more flags, where the link to a clearing record is lost.
public struct ThresholdFlags: Sendable {
  private let rule: FlagRule
  private let bookings: [BookingFacts]
  private let records: [StatusRecord]
  private let history: RecordHistory
  private let links: [RecordLink]
  private let weights: [Double]

  /// Prepares a run; nil where it makes no flags, or its links have no weights.
  ///
  /// - Throws: `NormalizationError`, or `ScoringError` where the model does not fit.
  public init?(_ result: LinkedPairs, left: RecordTable, right: RecordTable) throws {
    let specification = result.prepared.specification
    guard let rule = specification.flags, rule.isEnabled,
      FlagRule.applies(left: specification.left.mapping, right: specification.right.mapping),
      result.links.allSatisfy({ $0.matchWeight != nil })
    else { return nil }
    self.rule = rule
    bookings = try BookingFacts.read(
      SourceColumns(
        table: left, mapping: specification.left.mapping, rows: result.prepared.left.rows))
    records = try StatusRecord.read(
      SourceColumns(
        table: right, mapping: specification.right.mapping, rows: result.prepared.right.rows))
    history = RecordHistory(records)
    links = try RecordLink.links(of: result)
    weights = result.links.map { $0.matchWeight ?? 0 }
  }

  /// How many bookings there are.
  public var bookingCount: Int { bookings.count }

  /// The positions of the bookings that are flagged with links at or above a weight in bits;
  /// ascending. Links below it are taken as possible links.
  public func flagged(atLeast bits: Double) -> [Int] {
    let kept = zip(links, weights).map { link, weight in
      var link = link
      if link.standing == .link && weight < bits { link.standing = .possible }
      return link
    }
    return rule.flags(bookings: bookings, records: records, links: kept, history: history)
      .flags.map(\.booking)
  }
}

extension LinkedPairs {
  /// The same pairs with links below a weight in bits as possible links, as a certificate has it.
  public func linking(atLeast bits: Double) -> LinkedPairs {
    let kept = links.map { link in
      guard link.decision == .link, let weight = link.matchWeight, weight < bits else {
        return link
      }
      return Link(
        left: link.left, right: link.right, matchWeight: weight,
        matchProbability: link.matchProbability, decision: .possible, reason: .weight,
        blockingRule: link.blockingRule, pattern: link.pattern, rule: link.rule)
    }
    var counts = counts
    counts.links = kept.count { $0.decision == .link }
    counts.possibleLinks = kept.count - counts.links
    return LinkedPairs(
      prepared: prepared, links: kept, counts: counts, timings: timings, model: model,
      rules: rules)
  }
}
