import ScrupleGroundTruth

/// A flag to be judged: the booking it is on and the records it rests on.
public struct AuditedFlag: Sendable, Equatable {
  /// The booking's row, from 0.
  public var booking: Int32
  /// The rows of the records it rests on; empty when it rests on none.
  public var records: [Int32]
  /// The record whose status decided; nil when none did.
  public var deciding: Int32?
  /// What it was drawn from.
  public var basis: Basis

  /// What a flag was drawn from.
  public enum Basis: String, Sendable, CaseIterable, Codable {
    /// A link between the booking and a record.
    case link
    /// An identifier that both carry, alone.
    case identifier
    /// What the booked person is noted to have said.
    case stated
    /// That no record was found.
    case absence
  }

  /// Creates a flag.
  public init(booking: Int32, records: [Int32], deciding: Int32? = nil, basis: Basis) {
    self.booking = booking
    self.records = records
    self.deciding = deciding
    self.basis = basis
  }
}

/// What is true of one booking.
public struct BookingTruth: Sendable, Equatable {
  /// The person's code; bookings of one person share it.
  public var person: Int32
  /// How the person was a citizen on the date of the booking, or that they were none.
  public var citizenClass: CitizenClass
  /// What was true of the person on the date of the booking.
  public var status: TrueStatus
  /// Whether the policy at hand would have a person of this status flagged.
  public var isFlaggable: Bool

  /// Creates the truth about a booking.
  public init(
    person: Int32, citizenClass: CitizenClass, status: TrueStatus, isFlaggable: Bool
  ) {
    self.person = person
    self.citizenClass = citizenClass
    self.status = status
    self.isFlaggable = isFlaggable
  }
}

/// Everything that the rates of flags are made of.
///
/// **Shape**: one truth for each booking, nil where none is known; at most one flag for a booking.
public struct FlagAuditInput: Sendable {
  public var bookings: [BookingTruth?]
  public var flags: [AuditedFlag]
  /// The confidence level of every interval.
  public var level: Double

  /// Creates the input.
  public init(bookings: [BookingTruth?], flags: [AuditedFlag], level: Double = 0.95) {
    self.bookings = bookings
    self.flags = flags
    self.level = level
  }
}

/// Flags that cannot be audited; flags are counted from 1.
public enum FlagAuditError: Error, Equatable, Sendable {
  case bookingOutOfRange(flag: Int)
  case bookingTwice(flag: Int)
}

extension FlagAuditError: CustomStringConvertible {
  /// What is wrong, where, and what was expected.
  public var description: String {
    switch self {
    case .bookingOutOfRange(let flag):
      "Flag \(flag) names a booking that the file does not have."
    case .bookingTwice(let flag):
      "Flag \(flag) is on a booking that an earlier flag is on; one is expected."
    }
  }
}
