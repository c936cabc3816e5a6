/// What a comparison says of pairs whose values stand in each other's columns.
struct CrossingLevels: Sendable {
  private let crossing: SlottedCrossing
  /// The level of values that are swapped; nil where the comparison has none.
  private let swapped: UInt8?
  /// The level where one value stands in the other column.
  private let crossed: UInt8?

  init(_ crossing: SlottedCrossing, swapped: UInt8?, crossed: UInt8?) {
    self.crossing = crossing
    self.swapped = swapped
    self.crossed = crossed
  }

  /// Replaces the level of pairs whose values are swapped or crossed.
  ///
  /// A pair counts as crossed only where neither field has an agreement of its
  /// own, so that both comparisons of the two fields decide alike.
  func mark(
    _ pairs: PairRows, _ shift: UInt64, _ mask: UInt64,
    _ patterns: UnsafeMutableBufferPointer<UInt64>
  ) {
    for index in 0..<pairs.count {
      let (mine, theirs) = (pairs.leftRow(index), pairs.rightRow(index))
      guard crossing.cross(mine, theirs) else { continue }
      let codes = crossing.codes(mine, theirs)
      if let swapped, crossing.crossing.isSwapped(codes) {
        patterns[index] = patterns[index] & ~(mask << shift) | UInt64(swapped) << shift
      } else if let crossed, crossing.crossing.isCrossed(codes) {
        patterns[index] = patterns[index] & ~(mask << shift) | UInt64(crossed) << shift
      }
    }
  }
}

extension LevelTest {
  var isAddressTest: Bool {
    if case .address = self { return true }
    return false
  }

  var isSwapped: Bool {
    if case .swapped = self { return true }
    return false
  }

  var isCrossed: Bool {
    if case .crossed = self { return true }
    return false
  }

  /// Whether the test looks at another field than its own.
  var looksAcross: Bool { crossedField != nil }

  /// The other field of a test that looks across columns.
  var crossedField: String? {
    switch self {
    case .swapped(let field), .crossed(let field): field
    default: nil
    }
  }
}
