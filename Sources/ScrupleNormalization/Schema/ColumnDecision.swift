/// How sure a guess of a column's role is.
public enum InferenceConfidence: String, Codable, Sendable, Comparable, CaseIterable {
  /// Told from content alone, or from a name with a doubt.
  case low
  /// A name close to a known one, with fitting content.
  case medium
  /// A known name with fitting content.
  case high

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}

/// What was decided about one column, and why.
public struct ColumnDecision: Codable, Sendable, Equatable {
  /// The column's name in the file's header.
  public var column: String
  /// The role it is given; `ignore` for columns that take no part.
  public var role: ColumnRole
  /// Why, in words; never holds a value of the column.
  public var reason: String
  public var confidence: InferenceConfidence
  /// What divides several values in one cell; nil for one value.
  public var separator: String?
  /// The label of a generic identifier or text; nil for other roles.
  public var label: String?

  /// Creates a decision.
  public init(
    column: String, role: ColumnRole, reason: String, confidence: InferenceConfidence,
    separator: String? = nil, label: String? = nil
  ) {
    self.column = column
    self.role = role
    self.reason = reason
    self.confidence = confidence
    self.separator = separator
    self.label = label
  }

  /// The name of the field that the column feeds: its label or its role.
  public var fieldName: String { label ?? role.rawValue }

  mutating func turnDown(_ reason: String) {
    role = .ignore
    label = nil
    separator = nil
    self.reason = reason
  }
}
