/// Texts laid out to be compared with one text after another, many at a time.
///
/// Texts of at most 16 letters are sorted by length and lie position by position in
/// groups of 32; every letter is a code, 0 for the most frequent letter of the slab.
///
///     group     letter 0 of 32 texts | letter 1 of 32 texts | ...   32 bytes a row
///     class     groups of one length; first of texts whose codes are all below 32,
///               which AVX2 looks up, then of the others
///     order     the texts in the order of classes; a class's last group is padded
///
/// Texts of one length need no waiting, no masking and one row of a score table. The
/// price is a partly empty group for each class, so a slab pays from some hundred
/// texts on; fewer are better compared as `TextPairs`.
///
/// Longer texts are kept as they are and compared one at a time; so are texts with one
/// of the rarest letters of a slab of more than 254.
public struct TextSlab: Sendable {
  /// Texts of one length whose codes are all below 32, or not.
  struct Class {
    let length: Int
    let isWide: Bool
    let firstRow: Int
    let texts: Range<Int>
    var groups: Int { (texts.count + 31) / 32 }
  }

  /// The texts of the slab.
  public let count: Int
  let classes: [Class]
  let rows: [SIMD32<UInt8>]
  /// Text numbers in slab order; those from `shortCount` on have no lanes.
  let order: [UInt32]
  let shortCount: Int
  /// The code of each letter, 254 for one that no text in lanes has.
  let codes: [UInt8]
  let long: TextSlots.Long

  /// Lays out texts given end to end.
  ///
  /// - Parameters:
  ///   - bytes: The letters of all texts, one byte each.
  ///   - offsets: Where each text begins, and the end of the last.
  /// - Complexity: O(bytes + texts).
  public init(bytes: [UInt8], offsets: [Int]) {
    precondition(offsets.first == 0 && offsets.last == bytes.count, "offsets must span all bytes")
    count = offsets.count - 1
    let layout = SlabLayout(bytes: bytes, offsets: offsets)
    classes = layout.classes
    rows = layout.rows
    order = layout.order
    shortCount = layout.shortCount
    codes = layout.codes
    long = TextSlots.Long(bytes: bytes, offsets: offsets)
  }

  /// Lays out the UTF-8 bytes of strings, each byte a letter.
  public init(_ texts: some Sequence<String>) {
    let (bytes, offsets) = TextSlots.joined(texts)
    self.init(bytes: bytes, offsets: offsets)
  }
}

/// The making of a slab.
private struct SlabLayout {
  var classes: [TextSlab.Class] = []
  var rows: [SIMD32<UInt8>] = []
  var order: [UInt32] = []
  var shortCount = 0
  var codes: [UInt8]

  init(bytes: [UInt8], offsets: [Int]) {
    codes = SlabLayout.codes(bytes, offsets)
    // Classes 0...16 narrow, 17...33 wide, 34 texts for which there are no lanes.
    var members: [[UInt32]] = Array(repeating: [], count: 35)
    for text in 0..<(offsets.count - 1) {
      let place = offsets[text]..<offsets[text + 1]
      members[classNumber(bytes[place])].append(UInt32(text))
    }
    for (number, texts) in members.enumerated() where number < 34 && !texts.isEmpty {
      let group = TextSlab.Class(
        length: number % 17, isWide: number >= 17, firstRow: rows.count,
        texts: order.count..<(order.count + texts.count))
      classes.append(group)
      order += texts
      appendRows(of: texts, group, bytes, offsets)
    }
    shortCount = order.count
    order += members[34]
  }

  /// The code of letters that no text in lanes has.
  private static let absent: UInt8 = 254

  private func classNumber(_ text: ArraySlice<UInt8>) -> Int {
    let highest = text.lazy.map { codes[Int($0)] }.max() ?? 0
    if text.count > 16 || highest >= SlabLayout.absent { return 34 }
    return text.count + (highest >= 32 ? 17 : 0)
  }

  /// Gives frequent letters small codes: those below 32 are looked up, not compared.
  private static func codes(_ bytes: [UInt8], _ offsets: [Int]) -> [UInt8] {
    var counts = Array(repeating: 0, count: 256)
    for text in 0..<(offsets.count - 1) where offsets[text + 1] - offsets[text] <= 16 {
      for byte in bytes[offsets[text]..<offsets[text + 1]] { counts[Int(byte)] += 1 }
    }
    let byFrequency = (0..<256).sorted { (counts[$0], $1) > (counts[$1], $0) }
    var codes = Array(repeating: absent, count: 256)
    for (rank, byte) in byFrequency.enumerated() where counts[byte] > 0 {
      codes[byte] = UInt8(min(rank, Int(SlabLayout.absent)))
    }
    return codes
  }

  private mutating func appendRows(
    of texts: [UInt32], _ group: TextSlab.Class, _ bytes: [UInt8], _ offsets: [Int]
  ) {
    let padding = SIMD32<UInt8>(repeating: 255)
    rows += Array(repeating: padding, count: group.groups * group.length)
    rows.withUnsafeMutableBytes { memory in
      for (place, text) in texts.enumerated() {
        let first = (group.firstRow + place / 32 * group.length) * 32 + place % 32
        let start = offsets[Int(text)]
        for letter in 0..<group.length {
          memory[first + letter * 32] = codes[Int(bytes[start + letter])]
        }
      }
    }
  }
}
