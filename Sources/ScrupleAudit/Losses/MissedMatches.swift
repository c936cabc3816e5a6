import ScrupleGroundTruth

/// How matches were missed: over pairs, over bookings, and over the flags that the policy would
/// have made. A two-sided audit has this beside the false links.
///
/// Each miss stands in exactly one row of its table; the rows add up to all misses. A booking with
/// several own records is counted by the pair that came nearest to a link.
public struct MissedMatches: Sendable, Equatable, Codable {
  /// True pairs that are not linked.
  public let pairs: [MissRow]
  /// Left records with a true mate that are linked to none: the count of `identification.fnir`.
  public let bookings: [MissRow]
  /// Bookings that the policy would flag and that have no flag: the count of
  /// `flags.missedFlagRate`; nil where flags were not judged.
  @NullEncoded public private(set) var flags: [MissRow]?

  /// Counts misses.
  ///
  /// - Parameters:
  ///   - evidence: one entry for each true pair that is not linked.
  ///   - input: the links that were judged, and the truth.
  ///   - flags: the truth about bookings and their flags, where flags were judged.
  /// - Complexity: O(left records + pairs).
  public init(_ evidence: LossEvidence, _ input: AuditInput, flags: FlagAuditInput? = nil) {
    let level = input.level
    pairs = MissRow.all(
      evidence.missed.map { ($0.code, $0.standing != .unlisted) },
      [.blockedAway, .belowThreshold, .rivals, .deferred], .missedPairs, level)
    let nearest = Self.nearest(evidence)
    let linked = Self.linkedToMate(input)
    let missed = nearest.filter { !linked.contains($0.key) }
    bookings = MissRow.all(
      missed.sorted { $0.key < $1.key }.map { ($0.value.code, $0.value.inReview) },
      [.blockedAway, .belowThreshold, .rivals, .deferred], .missedRecords, level)
    self.flags = flags.map { Self.missedFlags($0, nearest, linked, level) }
  }

  private typealias Nearest = [Int32: (code: MissCode, inReview: Bool)]

  private static func nearest(_ evidence: LossEvidence) -> Nearest {
    evidence.missed.reduce(into: [:]) { nearest, pair in
      let isListed = pair.standing != .unlisted
      let old = nearest[pair.left]
      let isNearer = old.map { $0.code.nearness < pair.code.nearness } ?? true
      nearest[pair.left] = (
        isNearer ? pair.code : old?.code ?? pair.code, isListed || old?.inReview ?? false
      )
    }
  }

  private static func linkedToMate(_ input: AuditInput) -> Set<Int32> {
    Set(
      input.links.lazy.filter {
        $0.decision == .link && input.truth.isMatch(left: $0.left, right: $0.right)
      }.map(\.left))
  }

  private static func missedFlags(
    _ flags: FlagAuditInput, _ nearest: Nearest, _ linked: Set<Int32>, _ level: Double
  ) -> [MissRow] {
    let flagged = Set(flags.flags.map(\.booking))
    var misses: [(code: MissCode, inReview: Bool)] = []
    for (row, booking) in flags.bookings.enumerated() {
      let row = Int32(row)
      guard let booking, booking.isFlaggable, !flagged.contains(row) else { continue }
      if linked.contains(row) {
        misses.append((.withheld, false))
      } else {
        misses.append(nearest[row] ?? (.noRecord, false))
      }
    }
    return MissRow.all(
      misses, [.blockedAway, .belowThreshold, .rivals, .noRecord, .deferred, .withheld],
      .missedFlags, level)
  }
}

/// The misses of one kind.
public struct MissRow: Sendable, Equatable, Codable {
  /// `M1` to `M4`, `deferred` or `withheld`.
  public let code: MissCode
  /// What it is, in plain words.
  public let meaning: String
  /// Misses of the kind among all misses of the table; a full count, without an interval.
  public let share: Rate
  /// Those of them with a true pair among the possible links: a reviewer sees it.
  public let inReview: Int

  static func all(
    _ misses: [(code: MissCode, inReview: Bool)], _ codes: [MissCode], _ basis: RateBasis,
    _ level: Double
  ) -> [MissRow] {
    codes.map { code in
      let own = misses.filter { $0.code == code }
      return MissRow(
        code: code, meaning: code.meaning,
        share: .lost(basis.rawValue, basis, own.count, misses.count, level),
        inReview: own.count(where: \.inReview))
    }
  }
}
