/// How it is known to which group a record belongs.
public enum SubgroupBasis: String, Sendable, Codable {
  /// It is true in a corpus.
  case truth = "true"
  /// A column of the file says so.
  case recorded
  /// It was guessed, as from a list of surnames: of the list, never of one person.
  case inferred
  /// It follows from the record as it stands, as the quality of its birth date does.
  case strata
}

/// One way to divide the left records into groups.
///
/// **Shape**: `codes` has an entry for each left record: an index into `values`, or -1 where the
/// group is not known; such records make a group of their own, "not known".
public struct SubgroupDimension: Sendable, Equatable {
  /// What divides the records, such as "name origin".
  public var name: String
  /// How it is known.
  public var basis: SubgroupBasis
  /// Whether its comparisons were declared before the data were seen.
  public var isDeclared: Bool
  /// The names of the groups.
  public var values: [String]
  /// The group of each left record.
  public var codes: [Int32]

  /// Creates a dimension.
  public init(
    name: String, basis: SubgroupBasis, isDeclared: Bool, values: [String], codes: [Int32]
  ) {
    precondition(
      codes.allSatisfy { $0 >= -1 && Int($0) < values.count }, "a code beyond \(values.count)")
    self.name = name
    self.basis = basis
    self.isDeclared = isDeclared
    self.values = values
    self.codes = codes
  }

  /// Creates a dimension from the name of each record's group; nil where it is not known.
  ///
  /// **Shape**: groups in the order of their names.
  public init(name: String, basis: SubgroupBasis, isDeclared: Bool, groups: [String?]) {
    let values = Set(groups.compactMap(\.self)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(values, Int32(0)...))
    self.init(
      name: name, basis: basis, isDeclared: isDeclared, values: values,
      codes: groups.map { $0.flatMap { places[$0] } ?? -1 })
  }
}

/// What the rates of subgroups are made of, besides the links and their truth.
public struct SubgroupInput: Sendable {
  /// The ways to divide the records.
  public var dimensions: [SubgroupDimension]
  /// Strata at which groups are compared as if they had the same mix; nil for none.
  public var standard: SubgroupDimension?
  /// What is true of each booking; nil where nothing is known of persons and flags.
  public var bookings: [BookingTruth?]?
  /// The flags; nil where none were made.
  public var flags: [AuditedFlag]?

  /// Creates the input.
  public init(
    dimensions: [SubgroupDimension], standard: SubgroupDimension? = nil,
    bookings: [BookingTruth?]? = nil, flags: [AuditedFlag]? = nil
  ) {
    self.dimensions = dimensions
    self.standard = standard
    self.bookings = bookings
    self.flags = flags
  }
}
