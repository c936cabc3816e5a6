import ScrupleNormalization
import ScrupleRecords

/// Compares two addresses as one piece of evidence; see `AddressAgreement`.
struct AddressComparator: Sendable {
  private let parts: [Part]
  /// The level of each agreement, from most to least.
  private let levels: [(agreement: AddressAgreement, level: UInt8)]
  /// Street and second line, each of which may hold what the other side has in
  /// the other.
  private let lines: NameCrossing?

  private struct Part: Sendable {
    let field: NormalizedField
    let role: Role
  }

  private enum Role: Sendable { case number, street, town, postcode, state }

  private static let roles: [String: Role] = [
    "street-number": .number, "street": .street, "address-line-2": .street, "city": .town,
    "postcode": .postcode, "state": .state,
  ]

  init(
    fields: [NormalizedField], levels: [(agreement: AddressAgreement, level: UInt8)]
  ) {
    parts = fields.compactMap { field in
      Self.roles[field.name].map { Part(field: field, role: $0) }
    }
    self.levels = levels
    let street = fields.first { $0.name == "street" }
    let line = fields.first { $0.name == "address-line-2" }
    if let street, let line {
      lines = NameCrossing(first: street, second: line)
    } else {
      lines = nil
    }
  }

  /// How many memos `level` needs.
  var memoCount: Int { parts.count }

  /// The level of two records' addresses; 0 where no part but a house number or
  /// a state is on both sides.
  func level(left: Int, right: Int, memos: inout [PairMemo]) -> UInt8 {
    var isComparable = false
    var agrees = (street: false, number: false, town: false, postcode: false, state: false)
    for (index, part) in parts.enumerated() {
      let mine = part.field.left.first[left]
      let theirs = part.field.right.first[right]
      if mine == ValueDictionary.missing || theirs == ValueDictionary.missing { continue }
      switch part.role {
      case .number: agrees.number = mine == theirs
      case .state: agrees.state = mine == theirs
      case .street:
        isComparable = true
        agrees.street = agrees.street || isAlike(part, mine, theirs, &memos[index])
      case .town:
        isComparable = true
        agrees.town = isAlike(part, mine, theirs, &memos[index])
      case .postcode:
        isComparable = true
        agrees.postcode = isAlike(part, mine, theirs, &memos[index])
      }
    }
    if !isComparable { return 0 }
    if !agrees.street, let lines { agrees.street = lines.cross(left: left, right: right) }
    let agreement = AddressAgreement(
      street: agrees.street, number: agrees.number, town: agrees.town, postcode: agrees.postcode,
      state: agrees.state)
    guard let agreement else { return 1 }
    for entry in levels where agreement >= entry.agreement { return entry.level }
    return 1
  }

  private func isAlike(
    _ part: Part, _ left: UInt32, _ right: UInt32, _ memo: inout PairMemo
  ) -> Bool {
    if left == right { return true }
    let level = memo.level(left, right) {
      part.field.values.withBytes(of: left) { mine in
        part.field.values.withBytes(of: right) { theirs in
          let pair = TextPair(mine, theirs)
          let isAlike =
            part.role == .postcode
            ? pair.isOneEdit : pair.isNear(similarity: 0.93, fromLength: 3)
          return isAlike ? 2 : 1
        }
      }
    }
    return level == 2
  }
}
