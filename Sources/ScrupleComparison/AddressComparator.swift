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
  private let lines: NameCrossing?
  /// The level of each set of agreeing parts.
  private let levels: [UInt8]

  private struct Part: Sendable {
    let field: NormalizedField
    let role: Role
    /// The letters of each code's value; none where only equality counts.
    let letters: [LetterSet]
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
    fields: [NormalizedField], levels: [(agreement: AddressAgreement, level: UInt8)]
  ) {
    parts = fields.compactMap { field in
      Self.roles[field.name].map { role in
        Part(
          field: field, role: role,
          letters: role.isTelling ? LetterSet.all(of: field.values) : [])
      }
    }
    let street = fields.first { $0.name == "street" }
    let line = fields.first { $0.name == "address-line-2" }
    if let street, let line {
      lines = NameCrossing(first: street, second: line)
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
    _ left: [UInt32], _ right: [UInt32], shift: UInt64, memos: inout [PairMemo],
    flags: inout [UInt8], patterns: inout [UInt64]
  ) {
    flags.removeAll(keepingCapacity: true)
    flags.append(contentsOf: repeatElement(0, count: left.count))
    for (index, part) in parts.enumerated() {
      mark(part, left, right, memo: &memos[index], flags: &flags)
    }
    if let lines {
      for index in left.indices
      where flags[index] & (Role.street.rawValue | Self.comparable) == Self.comparable {
        if lines.cross(left: Int(left[index]), right: Int(right[index])) {
          flags[index] |= Role.street.rawValue
        }
      }
    }
    for index in left.indices {
      patterns[index] |= UInt64(levels[Int(flags[index])]) << shift
    }
  }

  private func mark(
    _ part: Part, _ left: [UInt32], _ right: [UInt32], memo: inout PairMemo,
    flags: inout [UInt8]
  ) {
    let bit = part.role.rawValue
    let presence = part.role.isTelling ? Self.comparable : 0
    part.field.left.first.withUnsafeBufferPointer { lefts in
      part.field.right.first.withUnsafeBufferPointer { rights in
        for index in left.indices {
          let mine = lefts[Int(left[index])]
          let theirs = rights[Int(right[index])]
          if mine == ValueDictionary.missing || theirs == ValueDictionary.missing { continue }
          flags[index] |= presence
          if mine == theirs {
            flags[index] |= bit
          } else if part.role.isTelling && flags[index] & bit == 0 {
            let level = memo.level(mine, theirs) { isAlike(part, mine, theirs) ? 2 : 1 }
            if level == 2 { flags[index] |= bit }
          }
        }
      }
    }
  }

  private func isAlike(_ part: Part, _ left: UInt32, _ right: UInt32) -> Bool {
    part.field.values.withAllBytes { arena, offsets in
      let pair = TextPair(
        left: UnsafeBufferPointer(rebasing: arena[offsets[Int(left)]..<offsets[Int(left) + 1]]),
        leftLetters: part.letters[Int(left)],
        right: UnsafeBufferPointer(
          rebasing: arena[offsets[Int(right)]..<offsets[Int(right) + 1]]),
        rightLetters: part.letters[Int(right)])
      return part.role == .postcode
        ? pair.isOneEdit : pair.isNear(similarity: 0.93, fromLength: 3)
    }
  }
}
