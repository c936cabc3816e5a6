import Scruple
import ScrupleAudit

/// A pair, what was decided about it, and its rivals.
struct PairAccount: Encodable {
  /// Another pair of one of the two records.
  struct Rival: Encodable {
    var leftId: String
    var rightId: String
    var matchWeight: Double
    var decision: String
  }

  struct Values: Encodable {
    var field: String
    var left: [String]
    var right: [String]
  }

  /// `link`, `possible` or `non-link`.
  var decision: String
  var explanation: PairExplanation
  /// Why it is no link, in words; empty for a link.
  var whyNot: [String]
  /// What would flip the decision; nil where no small change does.
  var leastChange: LeastChange?
  /// The heaviest listed pairs of the two records, this one apart.
  var rivals: [Rival]
  /// The values compared; only where they were asked for.
  var values: [Values]?

  init(
    _ explanation: PairExplanation, left: Int32, right: Int32, links: [ScoredLink],
    _ prepared: PreparedLinkage
  ) {
    var explanation = explanation
    let own = links.first { $0.left == left && $0.right == right }
    decision = own?.decision.rawValue ?? "non-link"
    if let own { explanation.settle(at: own.weight) }
    self.explanation = explanation
    let others = links.filter { ($0.left == left) != ($0.right == right) }
      .sorted { ($0.weight, $1.left, $1.right) > ($1.weight, $0.left, $0.right) }
    rivals = others.prefix(5).map {
      Rival(
        leftId: prepared.leftId(Int($0.left)), rightId: prepared.rightId(Int($0.right)),
        matchWeight: $0.weight, decision: $0.decision.rawValue)
    }
    whyNot = WhyNot.reasons(explanation, decision, rival: rivals.first)
  }

  mutating func addValues(_ prepared: PreparedLinkage, left: Int, right: Int) {
    var fields: [String] = []
    for field in explanation.steps.flatMap(\.fields) where !fields.contains(field) {
      fields.append(field)
    }
    values = Self.values(of: fields, prepared, left: left, right: right)
  }

  static func values(
    of fields: [String], _ prepared: PreparedLinkage, left: Int, right: Int
  ) -> [Values] {
    fields.compactMap { field in
      PairExplanation.values(of: field, left: left, right: right, in: prepared.records).map {
        Values(field: field, left: $0.left, right: $0.right)
      }
    }
  }
}
