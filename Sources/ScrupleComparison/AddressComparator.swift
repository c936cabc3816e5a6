import ScrupleNormalization
import ScrupleRecords

/// Compares two addresses as one piece of evidence; see `AddressAgreement`.
///
/// Works part by part over all pairs of a batch: each part that agrees sets a
/// bit, and the bits of a pair give its level by a table of 64 entries.
struct AddressComparator: Sendable {
  private let parts: [Part]
  /// Street and second line, each of which may hold what the other side has in
  /// the other.
  private let lines: SlottedCrossing?
  /// The level of each set of agreeing parts.
  private let levels: [UInt8]
  /// How alike streets and towns are that count as the same.
  private let near = JaroWinklerLimit(0.93)

  private struct Part: Sendable {
    let slot: Int
    let role: Role
    /// nil where only equality counts.
    let values: ValueDictionary?
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
    for field in fields {
      guard let role = Self.roles[field.name] else { continue }
      parts.append(
        Part(
          slot: role.isTelling ? slots.slot(field) : slots.codeSlot(field), role: role,
          values: role.isTelling ? field.values : nil))
    }
    self.parts = parts
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
    _ pairs: PairRows, shift: UInt64, memos: [PairMemo], _ selection: PairSelection,
    patterns: UnsafeMutableBufferPointer<UInt64>
  ) {
    let flags = selection.flags
    for index in 0..<pairs.count { flags[index] = 0 }
    for (number, part) in parts.enumerated() {
      mark(part, pairs, memos[number], selection, flags)
    }
    if let lines {
      for index in 0..<pairs.count {
        let mayCross = flags[index] & (Role.street.rawValue | Self.comparable) == Self.comparable
        let cross = lines.cross(pairs.leftRow(index), pairs.rightRow(index))
        flags[index] |= mayCross && cross ? Role.street.rawValue : 0
      }
    }
    levels.withUnsafeBufferPointer { levels in
      for index in 0..<pairs.count {
        patterns[index] |= UInt64(levels[Int(flags[index])]) << shift
      }
    }
  }

  private func mark(
    _ part: Part, _ pairs: PairRows, _ memo: PairMemo, _ selection: PairSelection,
    _ flags: UnsafeMutablePointer<UInt8>
  ) {
    let bit = part.role.rawValue
    let presence = part.role.isTelling ? Self.comparable : 0
    var different = selection.selectDifferent(pairs, slot: part.slot) { index, isPresent, isEqual in
      flags[index] |= (isPresent ? presence : 0) | (isPresent && isEqual ? bit : 0)
    }
    guard let values = part.values else { return }
    different = selection.keep(different) { index in
      let mine = TextSketch(pairs.leftRow(index) + part.slot + 1)
      let theirs = TextSketch(pairs.rightRow(index) + part.slot + 1)
      return flags[index] & bit == 0 && mayBeAlike(mine, theirs, part.role)
    }
    for place in 0..<different {
      let index = Int(selection.indices[place])
      let mine = SketchedText(pairs.leftRow(index) + part.slot)
      let theirs = SketchedText(pairs.rightRow(index) + part.slot)
      let level = memo.level(mine.code, theirs.code) {
        values.withPair(mine, theirs) { Self.areAlike($0, part.role) ? 2 : 1 }
      }
      if level == 2 { flags[index] |= bit }
    }
  }

  /// False only where two different values are not alike.
  @inline(__always)
  private func mayBeAlike(_ left: TextSketch, _ right: TextSketch, _ role: Role) -> Bool {
    let bounds = LikenessBounds(left, right)
    let mostEdits = role == .postcode ? 1 : 2
    let isLoose = role == .postcode ? 0 : 1
    return (bounds.fewestEdits <= mostEdits ? 1 : 0)
      | isLoose
      & ((bounds.mayReach(near) ? 1 : 0) | (left.maySpellTheSame(right) ? 1 : 0)) != 0
  }

  @inline(never)
  private static func areAlike(_ pair: TextPair, _ role: Role) -> Bool {
    role == .postcode ? pair.isOneEdit : pair.isNear(similarity: 0.93, fromLength: 3)
  }
}
