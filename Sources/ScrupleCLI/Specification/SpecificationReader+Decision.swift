import Scruple

extension SpecificationReader {
  static let rootKeys = [
    "version", "left", "right", "blocking", "comparisons", "scoring", "decision", "rules", "flags",
  ]
  static let scoringKeys = ["random-pair-count", "training-pair-count"]
  static let decisionKeys = [
    "link-probability", "possible-probability", "link-weight", "possible-weight",
    "ambiguity-margin", "assignment",
  ]

  /// Reads a whole specification; what is missing or wrong has its default.
  mutating func specification(_ node: SpecificationNode) -> LinkageSpecification? {
    guard let root = table(node, "", keys: Self.rootKeys) else { return nil }
    checkVersion(in: root)
    var specification = LinkageSpecification(
      left: source("left", in: root), right: source("right", in: root))
    specification.blocking = blocking(in: root)
    specification.comparisons = comparisons(in: root)
    specification.scoring = scoring(in: root)
    specification.decision = decision(in: root)
    specification.flags = flags(in: root)
    specification.rules = deterministicRules(in: root)
    return specification
  }

  private mutating func checkVersion(in root: Table) {
    guard root.entries["version"] != nil, let version = count("version", in: root) else { return }
    let current = LinkageSpecification.currentVersion
    if version != current {
      fault("version", "This is version \(version) of the format; this program reads \(current).")
    }
  }

  private mutating func scoring(in root: Table) -> ScoringSpecification {
    var scoring = ScoringSpecification()
    guard let table = table("scoring", in: root, keys: Self.scoringKeys) else { return scoring }
    scoring.randomPairCount = count("random-pair-count", in: table) ?? scoring.randomPairCount
    scoring.trainingPairCount = count("training-pair-count", in: table) ?? scoring.trainingPairCount
    return scoring
  }

  private mutating func decision(in root: Table) -> DecisionSpecification {
    var decision = DecisionSpecification()
    guard let table = table("decision", in: root, keys: Self.decisionKeys) else { return decision }
    let weights = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    decision.linkProbability =
      probability("link-probability", in: table) ?? decision.linkProbability
    decision.possibleProbability =
      probability("possible-probability", in: table) ?? decision.possibleProbability
    decision.linkWeight = number(
      "link-weight", in: table, range: weights, called: "a number of bits")
    decision.possibleWeight = number(
      "possible-weight", in: table, range: weights, called: "a number of bits")
    let margins = 0...Double.greatestFiniteMagnitude
    decision.ambiguityMargin =
      number("ambiguity-margin", in: table, range: margins, called: "a number of bits, 0 or more")
      ?? decision.ambiguityMargin
    if let text = text("assignment", in: table) {
      decision.assignment =
        choice("assignment", text, table.path(of: "assignment")) ?? decision.assignment
    }
    checkOrder(decision, in: table)
    return decision
  }

  private mutating func probability(_ key: String, in table: Table) -> Double? {
    number(key, in: table, range: 0...1, called: "a probability in 0...1")
  }

  private mutating func checkOrder(_ decision: DecisionSpecification, in table: Table) {
    if decision.possibleProbability > decision.linkProbability {
      fault(
        table.path(of: "possible-probability"),
        "A possible link needs no more than a link: this must not exceed 'link-probability', "
          + "\(decision.linkProbability).")
    }
    if let link = decision.linkWeight, let possible = decision.possibleWeight, possible > link {
      fault(
        table.path(of: "possible-weight"),
        "A possible link needs no more than a link: this must not exceed 'link-weight', \(link).")
    }
  }
}
