/// The surnames beyond the head of a group's table: made up of parts, so that a
/// million people do not share a thousand surnames.
///
/// Ranks beyond the head lie in blocks, each longer than the one before by
/// `growth`, whose masses fall by `ratio`: a power law in steps, drawn without a
/// logarithm, so that every machine draws the same. A rank is scattered over the
/// spellings by a multiplication that is one-to-one, and the spelling is read off
/// in the mixed radix of its parts.
struct SurnameTail: Sendable {
  private let parts: SurnameParts
  private let blocks: RankBlocks
  private let head: Set<String>

  init(parts: SurnameParts, blocks: RankBlocks, head: [String]) {
    self.parts = parts
    self.blocks = blocks
    self.head = Set(head)
  }

  /// Draws a surname that is not in the head.
  func name(_ draw: inout Draw) -> String {
    // The next rank stands in for one whose spelling nobody would bear.
    var rank = blocks.rank(&draw)
    while true {
      let spelling = parts.spelling(at: rank % parts.count)
      if Self.isPronounceable(spelling), !head.contains(spelling) { return spelling }
      rank += 1
    }
  }
}

extension SurnameTail {
  /// No letter three times in a row, at most four consonants and three vowels together.
  static func isPronounceable(_ spelling: String) -> Bool {
    var (last, repeats, vowels, consonants) = (0 as UInt8, 0, 0, 0)
    for byte in spelling.utf8 {
      let letter = byte | 0x20
      repeats = letter == last ? repeats + 1 : 1
      last = letter
      if byte >= 0x80 || isVowel(letter) {
        (vowels, consonants) = (vowels + 1, 0)
      } else {
        (vowels, consonants) = (0, letter >= 97 ? consonants + 1 : 0)
      }
      if byte < 0x80, repeats > 2 || vowels > 3 || consonants > 4 { return false }
    }
    return true
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case 97, 101, 105, 111, 117, 121: true
    default: false
    }
  }
}

/// A power law over ranks, in blocks of growing length.
struct RankBlocks: Sendable {
  private let starts: [Int]
  private let lengths: [Int]
  private let masses: [Double]

  /// Creates the blocks of `count` ranks behind a head of `head` ranks.
  init(count: Int, head: Int, growth: Double, ratio: Double) {
    var starts: [Int] = []
    var lengths: [Int] = []
    var masses: [Double] = []
    var length = max(1, Double(head) * (growth - 1))
    var mass = 1.0
    var sum = 0.0
    var start = 0.0
    while start < Double(count) {
      starts.append(Int(start))
      lengths.append(max(1, Int(min(start + length, Double(count))) - Int(start)))
      sum += mass
      masses.append(sum)
      start += length
      length *= growth
      mass *= ratio
    }
    self.starts = starts
    self.lengths = lengths
    self.masses = masses
  }

  func rank(_ draw: inout Draw) -> Int {
    let block = draw.position(inRunningSums: masses)
    return starts[block] + draw.below(lengths[block])
  }
}

/// Stems and endings that are put together to surnames of one kind.
struct SurnameParts: Sendable {
  private let columns: [[String]]
  /// How many spellings the parts give.
  let count: Int
  private let stride: UInt64

  /// Creates the spellings of one part of each column, in order.
  init(_ columns: [[String]]) {
    self.columns = columns
    let count = columns.reduce(1) { $0 * $1.count }
    self.count = count
    var stride = UInt64(Double(count) * 0.618_033_988) | 1
    while Self.greatestCommonDivisor(stride, UInt64(count)) != 1 { stride += 2 }
    self.stride = stride
  }

  /// The spelling that stands at a place of 0..<count; each place has its own.
  func spelling(at place: Int) -> String {
    var rest = Int(UInt64(place) &* stride % UInt64(count))
    var spelling = ""
    for column in columns {
      spelling += column[rest % column.count]
      rest /= column.count
    }
    return spelling
  }

  private static func greatestCommonDivisor(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var (one, other) = (one, other)
    while other != 0 { (one, other) = (other, one % other) }
    return one
  }
}
