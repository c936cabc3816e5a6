/// The levels that listed pairs reached, as a list of distinct patterns.
///
/// Levels are words such as `exact`, never values of records.
public struct AgreementPatterns: Sendable, Equatable {
  /// The names of the comparisons.
  public var comparisons: [String]
  /// The distinct patterns: a level for each comparison.
  public var levels: [[String]]
  /// The place in `levels` of each listed pair, in the order of the links.
  public var ofLinks: [Int32]

  /// Creates the patterns of a list.
  public init(comparisons: [String], levels: [[String]], ofLinks: [Int32]) {
    precondition(
      levels.allSatisfy { $0.count == comparisons.count }, "not \(comparisons.count) levels each")
    precondition(
      ofLinks.allSatisfy { levels.indices.contains(Int($0)) }, "a pattern beyond \(levels.count)")
    self.comparisons = comparisons
    self.levels = levels
    self.ofLinks = ofLinks
  }
}
