/// What is known to be true about the pairs of two tables: which are matches.
///
/// Two forms share one value: a complete list of the true pairs, or an entity for each record of
/// both sides. The entity form never makes its pairs, of which there may be very many. Records are
/// row numbers, from 0. A record without a label (entity form only) takes part in no statement: its
/// pairs are neither matches nor non-matches.
public struct GroundTruth: Sendable, Equatable {
  /// The code that stands for "no label" among entity codes.
  public static let unlabelled: Int32 = -1

  /// What is known of one pair.
  public enum Verdict: Sendable {
    case match
    case nonMatch
    /// One of the two records has no label.
    case unlabelled
  }

  /// The form in which the truth was given.
  public enum Form: String, Sendable, Codable {
    case pairs
    case entities
  }

  enum Storage: Sendable, Equatable {
    case pairs(TruePairs)
    case entities(EntityKey)
  }

  let storage: Storage

  /// Creates the truth from a complete list of true pairs: every other pair is a non-match.
  public init(pairs: TruePairs) {
    storage = .pairs(pairs)
  }

  /// Creates the truth from an entity for each record: two records match when they share one.
  ///
  /// - Parameters:
  ///   - leftEntities: the entity of each left record, a small non-negative code (codes are used as
  ///     array indices), or `unlabelled`.
  ///   - rightEntities: the same for the right records, with the same codes.
  /// - Complexity: O(records + greatest code).
  public init(leftEntities: [Int32], rightEntities: [Int32]) {
    storage = .entities(EntityKey(left: leftEntities, right: rightEntities))
  }
}

// MARK: - Counts

extension GroundTruth {
  /// The form in which the truth was given.
  public var form: Form {
    switch storage {
    case .pairs: .pairs
    case .entities: .entities
    }
  }

  /// How many left records there are, with and without label.
  public var leftCount: Int {
    switch storage {
    case .pairs(let pairs): pairs.leftCount
    case .entities(let key): key.left.count
    }
  }

  /// How many right records there are, with and without label.
  public var rightCount: Int {
    switch storage {
    case .pairs(let pairs): pairs.rightCount
    case .entities(let key): key.right.count
    }
  }

  /// How many left records have a label: all of them in the form of pairs.
  public var labelledLeftCount: Int {
    switch storage {
    case .pairs(let pairs): pairs.leftCount
    case .entities(let key): key.labelledLeft
    }
  }

  /// How many right records have a label: all of them in the form of pairs.
  public var labelledRightCount: Int {
    switch storage {
    case .pairs(let pairs): pairs.rightCount
    case .entities(let key): key.labelledRight
    }
  }

  /// How many pairs are matches.
  ///
  /// - Complexity: O(1).
  public var truePairCount: Int {
    switch storage {
    case .pairs(let pairs): pairs.count
    case .entities(let key): key.truePairs
    }
  }

  /// How many entities have a code, used or not; 0 in the form of pairs.
  public var entityCodeCount: Int {
    switch storage {
    case .pairs: 0
    case .entities(let key): key.codeCount
    }
  }
}

// MARK: - Questions about records

extension GroundTruth {
  /// What is known of a pair.
  ///
  /// - Complexity: O(1) with entities, O(log mates) with pairs.
  public func verdict(left: Int32, right: Int32) -> Verdict {
    switch storage {
    case .pairs(let pairs):
      return pairs.contains(left: left, right: right) ? .match : .nonMatch
    case .entities(let key):
      let (a, b) = (key.left[Int(left)], key.right[Int(right)])
      if a < 0 || b < 0 { return .unlabelled }
      return a == b ? .match : .nonMatch
    }
  }

  /// Whether a pair is known to be a match: false for a non-match and where a label is missing.
  public func isMatch(left: Int32, right: Int32) -> Bool {
    verdict(left: left, right: right) == .match
  }

  /// The right records that match a left record, ascending and without repeats.
  ///
  /// - Complexity: O(1).
  public func mates(ofLeft left: Int32) -> ArraySlice<Int32> {
    switch storage {
    case .pairs(let pairs): pairs.mates(ofLeft: left)
    case .entities(let key): key.mates(ofLeft: left)
    }
  }

  /// Whether a left record has a label: always in the form of pairs.
  public func isLabelled(left: Int32) -> Bool {
    switch storage {
    case .pairs: true
    case .entities(let key): key.left[Int(left)] >= 0
    }
  }

  /// Whether a right record has a label: always in the form of pairs.
  public func isLabelled(right: Int32) -> Bool {
    switch storage {
    case .pairs: true
    case .entities(let key): key.right[Int(right)] >= 0
    }
  }

  /// The entity of a left record; nil without a label and in the form of pairs.
  public func entity(ofLeft left: Int32) -> Int32? {
    guard case .entities(let key) = storage else { return nil }
    let code = key.left[Int(left)]
    return code < 0 ? nil : code
  }

  /// The entity of a right record; nil without a label and in the form of pairs.
  public func entity(ofRight right: Int32) -> Int32? {
    guard case .entities(let key) = storage else { return nil }
    let code = key.right[Int(right)]
    return code < 0 ? nil : code
  }

  /// The same truth with the sides exchanged.
  ///
  /// - Complexity: O(records + pairs).
  public func mirrored() -> GroundTruth {
    switch storage {
    case .pairs(let pairs): GroundTruth(pairs: pairs.mirrored())
    case .entities(let key): GroundTruth(leftEntities: key.right, rightEntities: key.left)
    }
  }
}
