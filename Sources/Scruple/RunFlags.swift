import ScrupleDecision
import ScrupleFlagging
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring

/// The flags of a run: the second decision, made from its links.
public struct RunFlags: Sendable {
  /// The rule that made them.
  public let rule: FlagRule
  /// What became of every left record, by canonical position.
  public let decisions: FlagDecisions
  let prepared: PreparedLinkage

  /// Makes the flags of a run; nil where its rule is off or a file lacks the
  /// columns, see `FlagRule.applies`.
  ///
  /// - Parameters:
  ///   - left: the left table, as the run read it.
  ///   - right: the right table.
  /// - Throws: `NormalizationError`, or `ScoringError` where the model does not fit.
  public init?(_ result: LinkedPairs, left: RecordTable, right: RecordTable) throws {
    prepared = result.prepared
    let specification = prepared.specification
    guard let rule = specification.flags, rule.isEnabled,
      FlagRule.applies(left: specification.left.mapping, right: specification.right.mapping)
    else { return nil }
    self.rule = rule
    let bookings = try BookingFacts.read(
      SourceColumns(
        table: left, mapping: specification.left.mapping, rows: prepared.left.rows))
    let records = try StatusRecord.read(
      SourceColumns(
        table: right, mapping: specification.right.mapping, rows: prepared.right.rows))
    decisions = rule.flags(
      bookings: bookings, records: records, links: try RecordLink.links(of: result))
  }
}

extension RecordLink {
  /// The links and possible links of a run, as flagging sees them.
  static func links(of result: LinkedPairs) throws -> [RecordLink] {
    let evidence = try IdentifierEvidence(result)
    return result.links.map { link in
      var seen = RecordLink(booking: Int(link.left), record: Int(link.right))
      guard link.decision == .link else {
        seen.standing = link.reason == .weight ? .possible : .ambiguous
        return seen
      }
      let own = evidence.identifiers(of: link)
      seen.identifiers = own.names
      seen.needsIdentifiers = own.areNeeded
      return seen
    }
  }
}

/// Tells which links would be none without agreement on an identifier.
private struct IdentifierEvidence {
  private let result: LinkedPairs
  private let decider: Decider
  /// Comparisons of identifiers: their place and the name of the field.
  private let comparisons: [(position: Int, name: String, exact: Int)]

  /// What decided the links.
  private enum Decider {
    case rules(PatternRules)
    case model(PairWeigher, PatternProbabilities)
    /// Neither is known: no link is taken to need an identifier.
    case unknown
  }

  init(_ result: LinkedPairs) throws {
    self.result = result
    if let rules = result.prepared.rules {
      decider = .rules(rules)
    } else if let model = result.model {
      let weigher = try PairWeigher(model: model, prepared: result.prepared)
      decider = .model(weigher, PatternProbabilities(classCount: weigher.weights.classCount))
    } else {
      decider = .unknown
    }
    let rules = result.prepared.comparisons.rules
    comparisons = rules.indices.compactMap { position in
      let rule = rules[position]
      guard rule.fields.count == 1,
        let field = result.prepared.records.field(rule.fields[0]), field.kind == .identifier
      else { return nil }
      return (position, field.name, rule.levelCount)
    }
  }

  /// The identifiers that agree exactly, and whether the link needs any of them
  /// or of those that nearly agree.
  func identifiers(of link: Link) -> (names: [String], areNeeded: Bool) {
    let layout = result.prepared.comparisons.layout
    var without = link.pattern
    var names: [String] = []
    for comparison in comparisons {
      let level = layout.level(of: comparison.position, in: link.pattern)
      // Level 1 is disagreement, which takes evidence away.
      guard level > 1 else { continue }
      if level == comparison.exact { names.append(comparison.name) }
      let position = comparison.position
      without &= ~(layout.masks[position] << UInt64(layout.shifts[position]))
    }
    guard without != link.pattern else { return ([], false) }
    return (names, needs(link, without: without))
  }

  private func needs(_ link: Link, without: UInt64) -> Bool {
    switch decider {
    case .rules(let rules): return rules.holding(without) == 0
    case .model(let weigher, let memo):
      guard let weight = link.matchWeight else { return false }
      let (left, right) = (Int(link.left), Int(link.right))
      let given = weigher.ratio(pattern: link.pattern, left: left, right: right, memo: memo)
      let rest = weigher.ratio(pattern: without, left: left, right: right, memo: memo)
      let lost = MatchWeight(mProbability: given, uProbability: rest).bits
      return weight - lost < result.prepared.specification.decision.linkBits
    case .unknown: return false
    }
  }
}
