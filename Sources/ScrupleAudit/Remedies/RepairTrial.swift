/// The flags of a run that was repeated with some repairs, as plain positions.
public struct RepairTrial: Sendable, Equatable {
  /// What came of the wish to repair.
  public enum Standing: String, Sendable, Codable, CaseIterable {
    /// The run was repeated with the repairs.
    case applied
    /// What the repair would do is part of the run already.
    case alreadyPartOfRun = "already-part-of-run"
    /// There is nothing in the run that the repair could change.
    case nothingToRepair = "nothing-to-repair"
  }

  /// The repairs, in order, each once.
  public var repairs: [Repair]
  /// Whether the run was repeated at all.
  public var standing: Standing
  /// The positions of the bookings flagged by the repeated run; empty where it was not repeated.
  public var flagged: Set<Int32>

  /// Creates a trial.
  public init(repairs: [Repair], standing: Standing = .applied, flagged: Set<Int32> = []) {
    self.repairs = repairs
    self.standing = standing
    self.flagged = flagged
  }
}

/// The flags of a run beside those of its repetitions.
public struct RemedyInput: Sendable {
  /// What is true of each booking, by position; nil where nothing is known.
  public var bookings: [BookingTruth?]
  /// The positions of the bookings that the run flagged.
  public var flagged: Set<Int32>
  /// Single repairs first, in order, then sets of two; no set twice.
  public var trials: [RepairTrial]
  /// The confidence level of every interval.
  public var level: Double

  /// Creates the input.
  public init(
    bookings: [BookingTruth?], flagged: Set<Int32>, trials: [RepairTrial], level: Double = 0.95
  ) {
    self.bookings = bookings
    self.flagged = flagged
    self.trials = trials
    self.level = level
  }

  /// The positions of the wrong flags, ascending.
  public var wrongFlags: [Int32] {
    flagged.filter { bookings[Int($0)].map { !$0.isFlaggable } ?? false }.sorted()
  }

  /// The wrong flags that no single repair of the trials removes, ascending.
  public var wrongFlagsLeftBySingleRepairs: [Int32] {
    let singles = trials.filter { $0.standing == .applied && $0.repairs.count == 1 }
    return wrongFlags.filter { flag in singles.allSatisfy { $0.flagged.contains(flag) } }
  }
}
