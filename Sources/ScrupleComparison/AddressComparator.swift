import ScrupleNormalization
import ScrupleRecords

/// Compares two addresses as one piece of evidence; see `AddressAgreement`.
///
/// Each part that agrees sets a bit, and the bits of a pair give its level by a
/// table of 64 entries.
struct AddressComparator: Sendable {
  private let parts: [Part]
  /// The texts of each part; nil where only equality counts.
  private let texts: [SketchedTexts?]
  /// Street and second line, each of which may hold what the other side has in
  /// the other.
  private let lines: SlottedCrossing?
  /// The level of each set of agreeing parts.
  private let levels: [UInt8]

  private struct Part: Sendable {
    let slot: Int
    let role: Role
  }

  private enum Role: UInt8, Sendable {
    case street = 1
    case number = 2
    case town = 4
    case postcode = 8
    case state = 16

    /// Whether the part alone makes two addresses comparable.
    var isTelling: Bool { self == .street || self == .town || self == .postcode }
  }

  /// Set where a telling part is on both sides.
  private static let comparable: UInt8 = 32

  private static let roles: [String: Role] = [
    "street-number": .number, "street": .street, "address-line-2": .street, "city": .town,
    "postcode": .postcode, "state": .state,
  ]

  init(
    fields: [NormalizedField], levels: [(agreement: AddressAgreement, level: UInt8)],
    slots: inout CodeSlots
  ) {
    var parts: [Part] = []
    var texts: [SketchedTexts?] = []
    for field in fields {
      guard let role = Self.roles[field.name] else { continue }
      parts.append(Part(slot: slots.slot(field), role: role))
      texts.append(role.isTelling ? SketchedTexts(field.values) : nil)
    }
    self.parts = parts
    self.texts = texts
    let street = fields.first { $0.name == "street" }
    let line = fields.first { $0.name == "address-line-2" }
    if let street, let line {
      lines = slots.crossing(first: street, second: line)
    } else {
      lines = nil
    }
    self.levels = (UInt8(0)..<64).map { Self.level($0, levels) }
  }

  private static func level(
    _ bits: UInt8, _ levels: [(agreement: AddressAgreement, level: UInt8)]
  ) -> UInt8 {
    if bits & comparable == 0 { return 0 }
    func has(_ role: Role) -> Bool { bits & role.rawValue != 0 }
    let agreement = AddressAgreement(
      street: has(.street), number: has(.number), town: has(.town), postcode: has(.postcode),
      state: has(.state))
    guard let agreement else { return 1 }
    return levels.first { agreement >= $0.agreement }?.level ?? 1
  }

  /// How many memos `fill` needs.
  var memoCount: Int { parts.count }

  /// Fills in the levels of pairs; 0 where street, town and postcode are
  /// missing on either side.
  func fill(
    _ pairs: PairRows, shift: UInt64, memos: [PairMemo],
    patterns: UnsafeMutableBufferPointer<UInt64>
  ) {
    parts.withUnsafeBufferPointer { parts in
      levels.withUnsafeBufferPointer { levels in
        for index in 0..<pairs.count {
          let (mine, theirs) = (pairs.leftRow(index), pairs.rightRow(index))
          var bits: UInt8 = 0
          for number in parts.indices {
            let part = parts[number]
            let (one, other) = (mine[part.slot], theirs[part.slot])
            if one == ValueDictionary.missing || other == ValueDictionary.missing { continue }
            let bit = part.role.rawValue
            if part.role.isTelling { bits |= Self.comparable }
            if one == other {
              bits |= bit
            } else if part.role.isTelling && bits & bit == 0
              && isAlike(number, part.role, one, other, memos)
            {
              bits |= bit
            }
          }
          if let lines, bits & (Role.street.rawValue | Self.comparable) == Self.comparable,
            lines.cross(mine, theirs)
          {
            bits |= Role.street.rawValue
          }
          patterns[index] |= UInt64(levels[Int(bits)]) << shift
        }
      }
    }
  }

  @inline(__always)
  private func isAlike(
    _ number: Int, _ role: Role, _ left: UInt32, _ right: UInt32, _ memos: [PairMemo]
  ) -> Bool {
    guard let texts = texts[number] else { return false }
    let (mine, theirs) = (texts.sketches[Int(left)], texts.sketches[Int(right)])
    let bounds = LikenessBounds(mine, theirs)
    let mayBeAlike =
      role == .postcode
      ? bounds.fewestEdits <= 1
      : bounds.fewestEdits <= 2 || bounds.largestJaroWinkler >= 0.93 || mine.hasBlank
        || theirs.hasBlank
    guard mayBeAlike else { return false }
    return memos[number].level(left, right) {
      texts.withPair(mine, theirs) { Self.areAlike($0, role) ? 2 : 1 }
    } == 2
  }

  @inline(never)
  private static func areAlike(_ pair: TextPair, _ role: Role) -> Bool {
    role == .postcode ? pair.isOneEdit : pair.isNear(similarity: 0.93, fromLength: 3)
  }
}
