import ScrupleKernels
import ScrupleNormalization
import ScrupleRecords

/// Compares two values of one field of text: names, identifiers, places.
struct ValueComparator: Sendable {
  let field: NormalizedField
  /// Level tests from best to worst; those that need more than the two values
  /// (`swapped`) are not among them.
  let tests: [(test: LevelTest, level: UInt8)]

  /// The level of two values that are both present.
  func level(_ left: UInt32, _ right: UInt32) -> UInt8 {
    field.values.withBytes(of: left) { mine in
      field.values.withBytes(of: right) { theirs in
        for entry in tests where Self.holds(entry.test, left == right, mine, theirs) {
          return entry.level
        }
        return 1
      }
    }
  }

  private static func holds(
    _ test: LevelTest, _ areEqual: Bool, _ left: UnsafeBufferPointer<UInt8>,
    _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    // Equal values pass every test of likeness.
    if areEqual { return true }
    switch test {
    case .exact: return false
    case .jaroWinkler(let limit): return StringDistance.jaroWinkler(left, right) >= limit
    case .jaro(let limit): return StringDistance.jaro(left, right) >= limit
    case .levenshtein(let limit):
      return isShortEnough(left, right, limit) && StringDistance.levenshtein(left, right) <= limit
    case .optimalStringAlignment(let limit):
      return isShortEnough(left, right, limit)
        && StringDistance.optimalStringAlignment(left, right) <= limit
    case .damerauLevenshtein(let limit):
      return isShortEnough(left, right, limit)
        && StringDistance.damerauLevenshtein(left, right) <= limit
    case .indel(let limit):
      return isShortEnough(left, right, limit) && StringDistance.indel(left, right) <= limit
    case .dice(let limit): return StringDistance.qGramDice(left, right) >= limit
    case .jaccard(let limit): return StringDistance.qGramJaccard(left, right) >= limit
    case .tokenSet(let limit): return StringDistance.tokenSetRatio(left, right) >= limit * 100
    case .sharedToken: return TokenTests.shareToken(left, right)
    case .initial: return TokenTests.isInitial(left, right)
    case .prefix: return TokenTests.isPrefix(left, right)
    case .soundsLike: return TokenTests.soundAlike(left, right)
    case .lastFour:
      return left.count >= 4 && right.count >= 4 && left.suffix(4).elementsEqual(right.suffix(4))
    case .numeric(let limit):
      guard let mine = TokenTests.number(left), let theirs = TokenTests.number(right) else {
        return false
      }
      return abs(mine - theirs) <= limit
    case .near: return Likeness.isNear(left, right)
    case .similar: return Likeness.isSimilar(left, right)
    case .sameInitial: return left.first == right.first
    case .swapped, .crossed, .dayMonthSwap, .oneDigit, .dateParts, .withinDays, .sameYear,
      .withinYears, .address:
      return false
    }
  }

  /// A distance is at least the difference of the lengths.
  @inline(__always)
  private static func isShortEnough(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, _ limit: Int
  ) -> Bool {
    abs(left.count - right.count) <= limit
  }

  /// Whether a test can be made of two values of this kind.
  static func fits(_ test: LevelTest, _ kind: FieldKind) -> Bool {
    switch test {
    case .dayMonthSwap, .oneDigit, .dateParts, .withinDays, .sameYear, .withinYears:
      kind == .date
    case .address: false
    default: kind != .date || test == .exact
    }
  }
}
