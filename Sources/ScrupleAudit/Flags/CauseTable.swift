import ScrupleStatistics

/// How many wrong flags have one primary cause.
public struct CauseCount: Sendable, Equatable, Codable {
  /// The cause's code, such as `W2a`.
  public let cause: WrongFlagCause
  /// What it is, in plain words.
  public let meaning: String
  /// Wrong flags of this cause among all wrong flags, with persons as clusters.
  public let share: Rate
  /// Those of them on citizens.
  public let onCitizens: Int
}

extension CauseCount {
  /// Counts causes, those with wrong flags only, the most frequent first.
  ///
  /// - Parameter flags: each wrong flag's cause, person, and whether the person is a citizen.
  /// - Complexity: O(flags log flags).
  public static func table(
    _ flags: [(cause: WrongFlagCause, person: Int32, isCitizen: Bool)], level: Double
  ) -> [CauseCount] {
    let byPerson = Dictionary(grouping: flags, by: \.person).sorted { $0.key < $1.key }
    return WrongFlagCause.allCases.compactMap { cause in
      let own = flags.filter { $0.cause == cause }
      guard !own.isEmpty else { return nil }
      let share = ClusteredProportion(
        clusters: byPerson.lazy.map { entry in
          (entry.value.count { $0.cause == cause }, entry.value.count)
        })
      return CauseCount(
        cause: cause, meaning: cause.meaning,
        share: Rate(cause.rawValue, of: .wrongFlags, clustered: share, level: level, by: .persons),
        onCitizens: own.count(where: \.isCitizen))
    }.sorted { ($1.share.count, $0.cause.rawValue) < ($0.share.count, $1.cause.rawValue) }
  }
}
