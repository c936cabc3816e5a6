import ScrupleRecords

/// What kind of values a normalized field holds; it decides how values are
/// compared and which blocking keys make sense.
public enum FieldKind: String, Codable, Sendable {
  case name
  case suffix
  case date
  case year
  case sex
  case identifier
  case phone
  case email
  case address
  case postcode
  case place
  case text
}

/// One side's values of a field: codes into the field's dictionary.
///
/// **Shape**: `first` has one code per record (0 is missing). Records with more
/// than one value (aliases, second birth dates) have the rest in `others`.
public struct FieldColumn: Sendable {
  /// The first value of each record.
  public let first: [UInt32]
  /// Further values: those of record `r` are
  /// `others[otherOffsets[r]..<otherOffsets[r + 1]]`. Empty arrays where every
  /// record has at most one value.
  public let others: [UInt32]
  public let otherOffsets: [UInt32]

  /// Creates a column with at most one value a record.
  public init(first: [UInt32]) {
    self.first = first
    others = []
    otherOffsets = []
  }

  /// Creates a column with further values in compressed rows.
  public init(first: [UInt32], others: [UInt32], otherOffsets: [UInt32]) {
    precondition(
      otherOffsets.count == first.count + 1,
      "\(otherOffsets.count) offsets for \(first.count) records")
    self.first = first
    self.others = others
    self.otherOffsets = otherOffsets
  }

  /// Whether some record has more than one value.
  public var isMultiValued: Bool { !others.isEmpty }

  /// The number of records.
  public var count: Int { first.count }

  /// The range of a record's further values in `others`.
  @inline(__always)
  package func otherRange(of record: Int) -> Range<Int> {
    otherOffsets.isEmpty
      ? 0..<0 : Int(otherOffsets[record])..<Int(otherOffsets[record + 1])
  }

  /// Whether any record has a value.
  public var hasValues: Bool { first.contains { $0 != ValueDictionary.missing } }

  /// How many records have a value, missing ones not counted.
  public var presentCount: Int {
    var count = 0
    for code in first where code != ValueDictionary.missing { count += 1 }
    return count
  }
}

/// One normalized field of both sides, coded by one dictionary.
///
/// Two records agree exactly on the field when their codes are equal and not
/// `ValueDictionary.missing`.
public struct NormalizedField: Sendable {
  /// The field's name in rules, such as `surname` or `ssn`.
  public let name: String
  public let kind: FieldKind
  /// The distinct normalized values of both sides.
  public let values: ValueDictionary
  public let left: FieldColumn
  public let right: FieldColumn
  /// For dates: the value of each code; empty for other kinds.
  public let dates: [CivilDate]
  /// Codes that carry less evidence than others of their kind: 1 January of a
  /// year and the like. Indexed by code; empty where no code is.
  public let isHeaped: [Bool]

  public init(
    name: String, kind: FieldKind, values: ValueDictionary, left: FieldColumn,
    right: FieldColumn, dates: [CivilDate] = [], isHeaped: [Bool] = []
  ) {
    self.name = name
    self.kind = kind
    self.values = values
    self.left = left
    self.right = right
    self.dates = dates
    self.isHeaped = isHeaped
  }

  /// Whether some record of each side has a value.
  public var hasValuesOnBothSides: Bool { left.hasValues && right.hasValues }
}

/// Both sides after normalization: fields of equal length per side.
///
/// Records stand in canonical order, ascending by id, whatever the order of the
/// files, so that nothing after this stage depends on it.
public struct NormalizedRecords: Sendable {
  public let leftCount: Int
  public let rightCount: Int
  public let fields: [NormalizedField]

  public init(leftCount: Int, rightCount: Int, fields: [NormalizedField]) {
    self.leftCount = leftCount
    self.rightCount = rightCount
    self.fields = fields
  }

  /// The position of a field by name.
  public func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }

  /// The field with this name.
  public func field(_ name: String) -> NormalizedField? { fields.first { $0.name == name } }
}
