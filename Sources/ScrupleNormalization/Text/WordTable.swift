/// A small read-only table from words to words.
///
/// Most lookups miss, so it is a hash table with open addressing at most half full: a miss usually
/// costs one pass over the word and one empty slot. The keys are our own, so the hash (FNV-1a,
/// Fowler, Noll and Vo 1991) needs no secret seed.
struct WordTable: Sendable {
  private var keys: [[UInt8]] = []
  private var values: [[UInt8]] = []
  /// One more than the index of the key that lives here, or zero.
  private var slots: [UInt16]
  /// For each first byte (its lower six bits) the lengths of the words that
  /// begin with it, a bit each: most look-ups end here.
  private var shapes = [UInt32](repeating: 0, count: 64)

  /// Makes a table of lines "canonical other other": every word maps to the first of its line.
  init(groups: String) {
    let lines = groups.split(separator: "\n").map { line in
      line.split(separator: " ").map { Array($0.utf8) }
    }
    let count = lines.reduce(0) { $0 + $1.count }
    let size = 1 << (Int.bitWidth - (2 * count).leadingZeroBitCount)
    slots = Array(repeating: 0, count: size)
    for line in lines {
      for word in line { insert(word, value: line[0]) }
    }
  }

  /// Makes a set: every word of the text maps to itself.
  init(words: String) {
    self.init(groups: words.split(whereSeparator: \.isWhitespace).joined(separator: "\n"))
  }

  /// All words of the table.
  var words: [String] { keys.map { String(decoding: $0, as: UTF8.self) } }

  /// The word's canonical form, or nil when it is not in the table.
  func callAsFunction(_ word: some Collection<UInt8>) -> [UInt8]? {
    index(of: word).map { values[$0] }
  }

  func contains(_ word: some Collection<UInt8>) -> Bool { index(of: word) != nil }

  @inline(__always)
  private func index(of word: some Collection<UInt8>) -> Int? {
    guard let first = word.first, word.count < 32,
      shapes[Int(first & 63)] >> UInt32(word.count) & 1 == 1
    else { return nil }
    var slot = home(of: word)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if keys[index].elementsEqual(word) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  @inline(__always)
  private func home(of word: some Collection<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ hash >> 15) & (slots.count - 1)
  }

  private mutating func insert(_ word: [UInt8], value: [UInt8]) {
    precondition(!contains(word), "a word stands twice in a table of \(keys.count) words")
    keys.append(word)
    values.append(value)
    precondition(!word.isEmpty && word.count < 32, "a word of \(word.count) bytes")
    shapes[Int(word[0] & 63)] |= 1 << UInt32(word.count)
    var slot = home(of: word)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt16(keys.count)
  }
}
