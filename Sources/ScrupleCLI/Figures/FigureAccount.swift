import Scruple
import ScrupleAudit

/// A figure of an audit with all that it rests on: `scruple explain --figure`.
struct FigureAccount: Encodable {
  /// What became of a figure that was made again.
  struct Check: Encodable {
    /// From what it was made again.
    let from: String
    /// Whether it came out the same; nil where it could not be made.
    let isSame: Bool?
    /// What differs, or why it could not be made; empty where it is the same.
    let differences: [String]
  }

  /// A file with what is there now.
  struct SourceFile: Encodable {
    let role: String
    let path: String
    let sha256: String
    /// `same`, `changed` or `not there`; nil where nobody looked.
    let now: String?
  }

  let figure: String
  let name: String?
  let basis: String?
  let numerator: Int?
  let denominator: Int?
  let estimate: Double?
  let lower: Double?
  let upper: Double?
  let level: Double?
  let method: String?
  let designEffect: Double?
  /// The number, for a figure that is no rate.
  let value: Double?
  let auditSHA256: String
  let version: String?
  let commit: String?
  let command: [String]?
  let files: [SourceFile]
  private(set) var checks: [Check]

  init(_ figure: AuditFigures.Figure, audit: AuditDocument, files: [SourceFile]) {
    let tree = figure.value
    self.figure = figure.id
    let meaning = FigureMeaning.of(figure.path)
    name = tree["name"]?.text ?? meaning?.words
    basis = tree["basis"]?.text
    numerator = tree["count"]?.number.map { Int($0) }
    denominator = tree["total"]?.number.map { Int($0) }
    estimate = tree["estimate"]?.number
    lower = tree["lower"]?.number
    upper = tree["upper"]?.number
    level = tree["level"]?.number
    method = tree["method"]?.text ?? meaning?.method
    designEffect = tree["designEffect"]?.number
    value = tree.number
    auditSHA256 = audit.sha256
    let source = audit.source(of: figure)
    version = source?.version
    commit = source?.commit
    command = source?.command
    self.files = files
    checks = figure.isRate ? [Self.recomputation(tree)] : []
  }

  mutating func add(_ check: Check) { checks.append(check) }

  /// Whether no check found a difference.
  var isReproduced: Bool { checks.allSatisfy { $0.isSame != false } }

  /// The rate from its count and total, by the method that it names.
  private static func recomputation(_ tree: JSONTree) -> Check {
    let from = "count and total, by the named method"
    guard let rate = rate(tree) else {
      return Check(from: from, isSame: nil, differences: ["the rate has a form unknown here"])
    }
    guard let again = rate.recomputed() else {
      return Check(
        from: from, isSame: nil, differences: ["the method is not known to this version"])
    }
    let found = differences(
      [
        ("estimate", tree["estimate"]?.number), ("lower", rate.lower), ("upper", rate.upper),
      ],
      [again.estimate, again.lower, again.upper])
    return Check(from: from, isSame: found.isEmpty, differences: found)
  }

  /// What differs between two trees of one figure.
  static func comparison(_ old: JSONTree, _ new: JSONTree?, from: String) -> Check {
    guard let new else {
      return Check(from: from, isSame: false, differences: ["the audit has no such figure now"])
    }
    let keys = ["count", "total", "estimate", "lower", "upper"]
    let found =
      old.number != nil
      ? differences([("value", old.number)], [new.number])
      : differences(keys.map { ($0, old[$0]?.number) }, keys.map { new[$0]?.number })
    return Check(from: from, isSame: found.isEmpty, differences: found)
  }

  /// Numbers may differ in the last digits between machines, not beyond.
  private static func differences(
    _ old: [(name: String, value: Double?)], _ new: [Double?]
  ) -> [String] {
    zip(old, new).compactMap { entry, now in
      let (name, was) = entry
      if was == now { return nil }
      if let was, let now, abs(was - now) <= 1e-12 * max(abs(was), abs(now)) { return nil }
      let text = { (number: Double?) in number.map(JSONTree.digits) ?? "nothing" }
      return "\(name): \(text(was)) in the audit, \(text(now)) now"
    }
  }

  private static func rate(_ tree: JSONTree) -> Rate? {
    guard let name = tree["name"]?.text, let method = tree["method"]?.text,
      let basis = tree["basis"]?.text.flatMap(RateBasis.init(rawValue:)),
      let count = tree["count"]?.number, let total = tree["total"]?.number,
      let level = tree["level"]?.number, count >= 0, count <= total
    else { return nil }
    let limits = tree["lower"]?.number.flatMap { lower in
      tree["upper"]?.number.map { (lower, $0) }
    }
    return Rate(
      name, of: basis, count: Int(count), total: Int(total), limits: limits, level: level,
      method: method, designEffect: tree["designEffect"]?.number,
      degreesOfFreedom: tree["degreesOfFreedom"]?.number.map { Int($0) })
  }
}
