/// A small read-only table from words to words, kept sorted for binary search.
struct WordTable: Sendable {
  private let keys: [[UInt8]]
  private let values: [[UInt8]]

  /// Makes a table of groups "canonical form one other": every word maps to the first of its line.
  init(groups: String) {
    var entries: [(key: [UInt8], value: [UInt8])] = []
    for line in groups.split(separator: "\n") {
      let words = line.split(separator: " ").map { Array($0.utf8) }
      guard let canonical = words.first else { continue }
      entries += words.map { (key: $0, value: canonical) }
    }
    entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
    keys = entries.map(\.key)
    values = entries.map(\.value)
  }

  /// Makes a set: every word of the text maps to itself.
  init(words: String) {
    self.init(groups: words.split(whereSeparator: \.isWhitespace).joined(separator: "\n"))
  }

  /// The word's canonical form, or nil when it is not in the table.
  func callAsFunction(_ word: some Collection<UInt8>) -> [UInt8]? {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle].lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low].elementsEqual(word) ? values[low] : nil
  }

  func contains(_ word: some Collection<UInt8>) -> Bool { self(word) != nil }

  var all: [[UInt8]] { keys }
}
