import ScrupleBlocking
import ScrupleComparison
import ScrupleDecision
import ScrupleNormalization

/// The blocking rules that follow from what deterministic rules require.
///
/// Two records that agree at `exact` have the same value, two that agree at
/// `soundex` the same code: each is a blocking key. A rule's keys together bring
/// every pair together that the rule could link, so that blocking loses none.
/// What gives no key, such as a similarity, is left to the other requirements;
/// a rule without any key is *open*.
public struct RuleBlocking: Sendable {
  /// For each deterministic rule the blocking rules that bring all its pairs
  /// together; none for an open rule.
  public let keys: [[BlockingRule]]

  /// The numbers of the rules whose pairs are found by other blocking rules
  /// only, which may lose some.
  public var openRules: [Int] { keys.indices.filter { keys[$0].isEmpty } }

  /// More alternatives than this for one rule are not worth the looks: a
  /// requirement with several is left out instead, which loses nothing.
  private static let mostAlternatives = 8

  /// Derives the blocking of bound rules.
  public init(rules: [BoundRule], comparisons: [ComparisonRule], records: NormalizedRecords) {
    keys = rules.map { rule in
      var products: [[BlockingKey]] = [[]]
      let alternatives = rule.require.compactMap {
        Self.alternatives($0, comparisons, records)
      }
      for keys in alternatives where products.count * keys.count <= Self.mostAlternatives {
        products = products.flatMap { product in
          keys.map { product.contains($0) ? product : product + [$0] }
        }
      }
      return products == [[]] ? [] : products.map { BlockingRule(keys: $0) }
    }
  }

  /// All blocking rules: those that follow, then others that are not among them.
  public func rules(before others: [BlockingRule]) -> [BlockingRule] {
    var rules: [BlockingRule] = []
    for rule in keys.flatMap({ $0 }) + others where !rules.contains(rule) { rules.append(rule) }
    return rules
  }

  /// Keys of which a pair that meets the requirement shares at least one; nil
  /// where nothing of the kind is known.
  private static func alternatives(
    _ requirement: BoundRule.Requirement, _ comparisons: [ComparisonRule],
    _ records: NormalizedRecords
  ) -> [BlockingKey]? {
    let comparison = comparisons[requirement.comparison]
    let field = comparison.fields[0]
    let admitted = comparison.levels.enumerated().filter {
      comparison.levels.count + 1 - $0.offset >= requirement.atLeast
    }.map(\.element)
    guard requirement.atLeast > 1, comparison.fields.count == 1 else { return nil }
    var transforms: [KeyTransform] = []
    for test in admitted where test != .exact {
      guard let transform = test.sharedKey else { return nil }
      if !transforms.contains(transform) { transforms.append(transform) }
    }
    // Records with the same value share every key of it, if it has one.
    let needsValue =
      transforms.isEmpty
      || records.field(field).map { field in transforms.allSatisfy { $0.hasNoKey(in: field) } }
        == true
    if needsValue { transforms.append(.value) }
    return transforms.map { BlockingKey($0, field) }
  }
}

extension LevelTest {
  /// A key that two different values share whenever the test holds for them;
  /// nil where there is none.
  fileprivate var sharedKey: KeyTransform? {
    switch self {
    case .exact: .value
    case .soundex: .soundex
    case .soundsLike: .doubleMetaphone
    case .sameInitial, .initial: .prefix(1)
    case .prefix: .prefix(3)
    case .sharedToken: .tokens
    case .sameYear: .year
    case .sameMonthDay: .monthDay
    default: nil
    }
  }
}

extension KeyTransform {
  /// Whether some value of a field has no key, so that records with the same
  /// value may share none.
  fileprivate func hasNoKey(in field: NormalizedField) -> Bool {
    (1..<max(1, field.values.count)).contains { code in
      switch self {
      case .soundex:
        field.values.withBytes(of: UInt32(code)) { Phonetics.soundex($0).isEmpty }
      case .doubleMetaphone:
        field.values.withBytes(of: UInt32(code)) { bytes in
          let codes = Phonetics.doubleMetaphone(bytes)
          return codes.primary.isEmpty && codes.alternate.isEmpty
        }
      case .monthDay: !field.dates[code].isComplete
      default: false
      }
    }
  }
}
