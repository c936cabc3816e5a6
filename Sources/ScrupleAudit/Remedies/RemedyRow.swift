import ScrupleGroundTruth
import ScrupleStatistics

/// What one repair, or two together, would do to the flags of a run.
public struct RemedyRow: Sendable, Equatable, Codable {
  /// The repairs, in order.
  public let repairs: [Repair]
  /// Their codes joined, such as `R1` or `R1+R2`.
  public let code: String
  /// What is done, in plain words.
  public let meaning: String
  /// Whether the run was repeated, or why there was no need.
  public let standing: RepairTrial.Standing
  /// Wrong flags that are gone, among all wrong flags, with persons as clusters; nil where the run
  /// was not repeated.
  @NullEncoded public private(set) var removed: Rate?
  /// The same by how grave the wrong flags are; S1 are citizens.
  public let severity: [RemedySeverity]
  /// Wrong flags on bookings that had none.
  public let newWrongFlags: Int
  /// Right flags that are gone.
  public let rightFlagsLost: Int
  /// Right flags on bookings that had none.
  public let newRightFlags: Int
  /// Flags after the repair on bookings whose truth is known.
  public let flags: Int
}

/// What a repair does to the wrong flags of one severity.
public struct RemedySeverity: Sendable, Equatable, Codable {
  /// S1 to S3; nil for persons who were neither citizens, nor lawful, nor protected.
  @NullEncoded public private(set) var severity: WrongFlagSeverity?
  /// Wrong flags of the run.
  public let wrongFlags: Int
  /// Those that are gone.
  public let removed: Int
  /// New ones.
  public let newWrongFlags: Int
}

extension RemedyRow {
  /// One row for each trial, in their order.
  ///
  /// - Complexity: O(bookings × trials).
  static func all(_ input: RemedyInput) -> [RemedyRow] {
    input.trials.map { RemedyRow($0, input) }
  }

  private init(_ trial: RepairTrial, _ input: RemedyInput) {
    let before = FlagSplit(input.flagged, input.bookings)
    let after = trial.standing == .applied ? FlagSplit(trial.flagged, input.bookings) : before
    repairs = trial.repairs
    code = trial.repairs.code
    meaning = trial.repairs.meaning
    standing = trial.standing
    newWrongFlags = after.wrong.subtracting(before.wrong).count
    rightFlagsLost = before.right.subtracting(after.right).count
    newRightFlags = after.right.subtracting(before.right).count
    flags = after.wrong.count + after.right.count
    severity = RemedySeverity.all(before, after, input.bookings)
    removed =
      trial.standing == .applied
      ? Rate(
        "removedWrongFlags", of: .wrongFlags,
        clustered: input.share(of: before.wrong) { !after.wrong.contains($0) },
        level: input.level, by: .persons) : nil
  }
}

extension RemedySeverity {
  fileprivate static func all(
    _ before: FlagSplit, _ after: FlagSplit, _ bookings: [BookingTruth?]
  ) -> [RemedySeverity] {
    func counts(_ flags: Set<Int32>) -> [WrongFlagSeverity?: Int] {
      flags.reduce(into: [:]) { $0[bookings[Int($1)]?.status.severity, default: 0] += 1 }
    }
    let wrong = counts(before.wrong)
    let gone = counts(before.wrong.subtracting(after.wrong))
    let new = counts(after.wrong.subtracting(before.wrong))
    let known: [WrongFlagSeverity?] = WrongFlagSeverity.allCases + [nil]
    return known.map {
      RemedySeverity(
        severity: $0, wrongFlags: wrong[$0] ?? 0, removed: gone[$0] ?? 0,
        newWrongFlags: new[$0] ?? 0)
    }
  }
}

extension RemedyInput {
  /// The share of some flags that have a property, with their persons as clusters.
  func share(of flags: Set<Int32>, where isMarked: (Int32) -> Bool) -> ClusteredProportion {
    var persons: [Int32: (marked: Int, units: Int)] = [:]
    for flag in flags {
      guard let person = bookings[Int(flag)]?.person else { continue }
      persons[person, default: (0, 0)].units += 1
      if isMarked(flag) { persons[person, default: (0, 0)].marked += 1 }
    }
    return ClusteredProportion(clusters: persons.sorted { $0.key < $1.key }.map(\.value))
  }
}

/// Flagged bookings whose truth is known, by whether the flag is right.
private struct FlagSplit {
  var wrong: Set<Int32> = []
  var right: Set<Int32> = []

  init(_ flagged: Set<Int32>, _ bookings: [BookingTruth?]) {
    for flag in flagged {
      switch bookings[Int(flag)]?.isFlaggable {
      case true?: right.insert(flag)
      case false?: wrong.insert(flag)
      case nil: break
      }
    }
  }
}

extension RemedyRow {
  /// Whether one of the row's counts has a property.
  func tells(_ isSmall: (Int) -> Bool) -> Bool {
    let counts = [removed?.count ?? 0, newWrongFlags, rightFlagsLost, newRightFlags, flags]
    return counts.contains(where: isSmall)
      || severity.contains {
        isSmall($0.wrongFlags) || isSmall($0.removed) || isSmall($0.newWrongFlags)
      }
  }
}
