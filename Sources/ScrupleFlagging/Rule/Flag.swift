import ScrupleNormalization

/// A booking that a person should look at, and why.
public struct Flag: Sendable, Equatable {
  /// The position of the booking.
  public var booking: Int
  /// The positions of the records that give the status, ascending; empty where
  /// the flag rests on no record.
  public var records: [Int]
  /// On what it rests.
  public var basis: FlagBasis
  /// The status used; nil where the flag rests on no record.
  public var status: RecordedStatus?
  /// The day of which the status is told.
  public var asOf: CivilDate?
  /// Days from the as-of date to the booking, the oldest the date allows.
  public var ageDays: Int?
  /// Whether the status is older than the limit and flags only beside a stated
  /// citizenship.
  public var isStale: Bool
  /// Signs of citizenship, vetoes left out since they allow no flag; in the
  /// order of the cases.
  public var indicia: [CitizenshipIndicium]
  /// Contradictions with the records, in the order of the cases.
  public var contradictions: [Contradiction]
  /// All that it rests on.
  public var restsOn: [FlagSupport]
  /// The positions of the files of parents, as the records name them, that show no citizenship;
  /// ascending. They never make a flag; they are why nothing of a parent forbade it.
  public var supporting: [Int]

  /// Creates a flag.
  public init(
    booking: Int, records: [Int], basis: FlagBasis, status: RecordedStatus? = nil,
    asOf: CivilDate? = nil, ageDays: Int? = nil, isStale: Bool = false,
    indicia: [CitizenshipIndicium] = [], contradictions: [Contradiction] = [],
    restsOn: [FlagSupport] = [], supporting: [Int] = []
  ) {
    self.booking = booking
    self.records = records
    self.basis = basis
    self.status = status
    self.asOf = asOf
    self.ageDays = ageDays
    self.isStale = isStale
    self.indicia = indicia
    self.contradictions = contradictions
    self.restsOn = restsOn
    self.supporting = supporting
  }

  /// The only thing that may be made of a flag.
  public static let action = "review"
}

/// What became of every booking.
public struct FlagDecisions: Sendable, Equatable {
  /// The flags, ascending by booking; a booking has at most one.
  public var flags: [Flag]
  /// Why each booking has no flag, by position; nil where it has one.
  public var withheld: [WithheldReason?]
  /// Links to records dated after their booking, which gave no status.
  public var lookAheadLinks: Int

  /// The flag of a booking.
  ///
  /// - Complexity: O(log n) in the flags.
  public func flag(of booking: Int) -> Flag? {
    var (low, high) = (0, flags.count)
    while low < high {
      let middle = (low + high) / 2
      if flags[middle].booking < booking { low = middle + 1 } else { high = middle }
    }
    return low < flags.count && flags[low].booking == booking ? flags[low] : nil
  }
}

/// Counts of what became of bookings; they reconcile.
public struct FlagCounts: Sendable, Equatable, Codable {
  /// All bookings: flags plus those without one.
  public var bookings: Int
  /// Bookings with a flag.
  public var flags: Int
  /// Flags by basis; no entry where none.
  public var flagsByBasis: [String: Int]
  /// Flags by status; no entry where none.
  public var flagsByStatus: [String: Int]
  /// Flags whose status is older than the limit.
  public var staleFlags: Int
  /// Flags beside a sign of citizenship.
  public var flagsWithIndicia: Int
  /// Flags beside a contradiction.
  public var flagsWithContradictions: Int
  /// Bookings without a flag, by reason; no entry where none.
  public var withheld: [String: Int]
  /// Links to records dated after their booking, which gave no status.
  public var lookAheadLinks: Int

  /// Counts decisions.
  public init(_ decisions: FlagDecisions) {
    func count(_ names: some Sequence<String>) -> [String: Int] {
      names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    let flags = decisions.flags
    bookings = decisions.withheld.count
    self.flags = flags.count
    flagsByBasis = count(flags.map(\.basis.rawValue))
    flagsByStatus = count(flags.compactMap(\.status?.rawValue))
    staleFlags = flags.count { $0.isStale }
    flagsWithIndicia = flags.count { !$0.indicia.isEmpty }
    flagsWithContradictions = flags.count { !$0.contradictions.isEmpty }
    withheld = count(decisions.withheld.compactMap { $0?.rawValue })
    lookAheadLinks = decisions.lookAheadLinks
  }
}
