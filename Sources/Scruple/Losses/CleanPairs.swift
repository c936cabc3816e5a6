import ScrupleAudit
import ScrupleBlocking
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring

/// Some pairs of a run as they would be with clean values: the values of their own records
/// repaired, all other records as the files have them.
public struct CleanPairs {
  private let clean: [UInt64: Judged]

  private struct Judged {
    /// How many bits the clean values weigh more than those of the files; nil where rules decide.
    let gain: Double?
    let isEnough: Bool
    let isAlike: Bool
  }

  /// Judges pairs again.
  ///
  /// - Parameters:
  ///   - pairs: the pairs, by canonical positions.
  ///   - model: the model of the run; nil where rules decided.
  ///   - log: what the corpus says of the errors in the two files.
  /// - Throws: `RepairError` where the log is of other files; what `PreparedLinkage` throws.
  /// - Complexity: that of normalizing both files once more, and of comparing the pairs.
  public init?(
    _ pairs: [(left: Int32, right: Int32)], of prepared: PreparedLinkage,
    model: FellegiSunterModel?, left: RecordTable, right: RecordTable, log: CorruptionLog,
    options: LinkageOptions
  ) throws {
    try log.requireFit(.bookings, left, rows: prepared.left.rows)
    try log.requireFit(.records, right, rows: prepared.right.rows)
    var specification = prepared.specification
    let cells = (
      log.cleanCells(.bookings, at: Set(pairs.map(\.left))).filter {
        specification.left.mapping.holds($0.column)
      },
      log.cleanCells(.records, at: Set(pairs.map(\.right))).filter {
        specification.right.mapping.holds($0.column)
      }
    )
    // No candidates are needed: the pairs are given.
    specification.blocking.rules = []
    let repaired = try PreparedLinkage(
      left: left.replacing(cells.0, rows: prepared.left.rows),
      right: right.replacing(cells.1, rows: prepared.right.rows), specification: specification,
      options: options, repeating: prepared.records, isWithoutCandidates: true)
    guard let before = try PairJudge(prepared, model: model),
      let after = try PairJudge(repaired, model: model)
    else { return nil }
    var clean: [UInt64: Judged] = [:]
    for (pair, patterns) in zip(pairs, zip(before.patterns(pairs), after.patterns(pairs))) {
      let (old, new) = (
        before.bits(patterns.0, pair.left, pair.right),
        after.bits(patterns.1, pair.left, pair.right)
      )
      clean[FlagEvidenceSurvey.key(booking: pair.left, record: pair.right)] = Judged(
        gain: old.flatMap { old in new.map { $0 - old } },
        isEnough: after.isEnough(patterns.1, pair.left, pair.right),
        isAlike: after.isAlike(patterns.1))
    }
    self.clean = clean
  }

  /// Whether a link would still be one with clean values; nil for a pair that was not judged.
  ///
  /// Its weight in the run is changed by what the clean values weigh more or less; the competition
  /// with other pairs stays as it was.
  ///
  /// - Parameter weight: the weight of the pair in the run, a link; nil to judge it by itself.
  public func isLink(left: Int32, right: Int32, weight: Double?, linkBits: Double) -> Bool? {
    clean[FlagEvidenceSurvey.key(booking: left, record: right)].map { judged in
      guard let weight, let gain = judged.gain else { return judged.isEnough }
      return gain >= 0 || weight + gain >= linkBits
    }
  }

  /// Whether all that is compared agrees wholly in clean values; nil where it was not judged.
  func isAlike(left: Int32, right: Int32) -> Bool? {
    clean[FlagEvidenceSurvey.key(booking: left, record: right)]?.isAlike
  }
}

extension SourceMapping {
  /// Whether a column is used for matching.
  fileprivate func holds(_ name: String) -> Bool {
    columns.contains { $0.column == name && $0.role.isUsedForMatching }
  }
}
