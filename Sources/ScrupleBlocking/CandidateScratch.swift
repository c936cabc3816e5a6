/// Lists the candidate pairs of left records, each pair once. Not shared between threads.
///
/// Most left records meet few right records. Whether one was met before is then asked of 64 bits,
/// which say of most that it was not, and of the list itself; nothing is looked up at a random
/// place. Past 16, an array of stamps for all right records is asked.
package final class CandidateScratch {
  fileprivate private(set) var left: UnsafeMutablePointer<UInt32>
  fileprivate private(set) var right: UnsafeMutablePointer<UInt32>
  fileprivate private(set) var rules: UnsafeMutablePointer<UInt8>
  fileprivate var count = 0
  fileprivate private(set) var capacity = 1024
  /// What was loaded ahead, kept so that the loads are made.
  fileprivate var ahead: UInt32 = 0

  private var stamps: UnsafeMutableBufferPointer<UInt32> = .init(start: nil, count: 0)
  private var stamp: UInt32 = 0

  package init() {
    left = .allocate(capacity: capacity)
    right = .allocate(capacity: capacity)
    rules = .allocate(capacity: capacity)
  }

  deinit {
    left.deallocate()
    right.deallocate()
    rules.deallocate()
    stamps.deallocate()
  }

  /// Begins a list of pairs with the right records of a file.
  func begin(rightCount: Int) {
    count = 0
    if stamps.count == rightCount { return }
    stamps.deallocate()
    stamps = .allocate(capacity: rightCount)
    clearStamps()
  }

  /// Appends the list to a chunk.
  func move(to chunk: inout CandidateChunk) {
    chunk.left.append(contentsOf: UnsafeBufferPointer(start: left, count: count))
    chunk.right.append(contentsOf: UnsafeBufferPointer(start: right, count: count))
    chunk.rule.append(contentsOf: UnsafeBufferPointer(start: rules, count: count))
    count = 0
  }

  private func clearStamps() {
    stamps.initialize(repeating: 0)
    stamp = 0
  }

  /// A stamp that no right record has, and the stamps.
  fileprivate func nextStamp() -> (UInt32, UnsafeMutablePointer<UInt32>?) {
    if stamp == .max { clearStamps() }
    stamp += 1
    return (stamp, stamps.baseAddress)
  }

  /// Makes room for more pairs.
  ///
  /// - Parameter count: how many there are.
  @inline(never)
  fileprivate func grow(count: Int) {
    func grown<Word>(_ words: UnsafeMutablePointer<Word>) -> UnsafeMutablePointer<Word> {
      let larger = UnsafeMutablePointer<Word>.allocate(capacity: 2 * capacity)
      larger.moveInitialize(from: words, count: count)
      words.deallocate()
      return larger
    }
    left = grown(left)
    right = grown(right)
    rules = grown(rules)
    capacity *= 2
  }
}

/// The pairs of one left record while they are listed.
private struct CandidateList {
  private let scratch: CandidateScratch
  private let record: UInt32
  private var left: UnsafeMutablePointer<UInt32>
  private var right: UnsafeMutablePointer<UInt32>
  private var rules: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Where the pairs begin, and end.
  private let first: Int
  private(set) var count: Int
  /// A bit for each right record that was met, which others may share.
  private var filter: UInt64 = 0
  /// Once there are too many for that: the stamp of those that were met.
  private var stamp: UInt32 = 0
  private var stamps: UnsafeMutablePointer<UInt32>?

  private static let mostUnstamped = 16

  init(of record: Int, in scratch: CandidateScratch) {
    self.scratch = scratch
    self.record = UInt32(truncatingIfNeeded: record)
    (left, right, rules) = (scratch.left, scratch.right, scratch.rules)
    (first, count, capacity) = (scratch.count, scratch.count, scratch.capacity)
  }

  /// Lists a right record unless it is there.
  @inline(__always)
  mutating func append(_ other: UInt32, rule: UInt8) {
    if let stamps {
      // SAFETY: blocks hold right records below the count that was asked for.
      if stamps[Int(other)] == stamp { return }
      stamps[Int(other)] = stamp
    } else {
      let bit: UInt64 = 1 &<< UInt64((other &* 0x9E37_79B1) &>> 26)
      if filter & bit != 0 && isListed(other) { return }
      filter |= bit
    }
    if count == capacity { grow() }
    left[count] = record
    right[count] = other
    rules[count] = rule
    count += 1
    if count - first == Self.mostUnstamped { beginStamping() }
  }

  @inline(__always)
  private func isListed(_ other: UInt32) -> Bool {
    for index in first..<count where right[index] == other { return true }
    return false
  }

  @inline(never)
  private mutating func beginStamping() {
    (stamp, stamps) = scratch.nextStamp()
    for index in first..<count { stamps?[Int(right[index])] = stamp }
  }

  @inline(never)
  private mutating func grow() {
    scratch.grow(count: count)
    (left, right, rules) = (scratch.left, scratch.right, scratch.rules)
    capacity = scratch.capacity
  }
}

extension BlockRows.Pointers {
  /// Loads the entries of some left records. Without a branch between them, their cache misses
  /// overlap.
  @inline(__always)
  func warm(_ records: some Sequence<Int>, _ scratch: CandidateScratch) {
    if words.isEmpty { return }
    var ahead: UInt32 = 0
    for left in records {
      // The last records may have no entries, and there is none to load.
      let entry = min(Int(starts[left]), words.count - 1)
      ahead |= words[entry] | UInt32(rules[entry])
    }
    scratch.ahead |= ahead
  }

  /// Lists the right records of a left record's blocks, each once, under the first rule that has it.
  @inline(__always)
  func list(_ left: Int, _ scratch: CandidateScratch) {
    guard let words = words.baseAddress else { return }
    let rows = rows.baseAddress ?? words
    let entries = entries(of: left)
    // The first row of each block is loaded here: blocks do not depend on each other, so that their
    // cache misses overlap.
    var ahead: UInt32 = 0
    for entry in entries { ahead |= Self.firstRow(words + entry, rows).pointee }
    scratch.ahead |= ahead
    var list = CandidateList(of: left, in: scratch)
    for entry in entries {
      let rule = rules[entry]
      var next = Self.firstRow(words + entry, rows)
      while true {
        let row = next.pointee
        list.append(row & ~BlockWord.last, rule: rule)
        if row & BlockWord.last != 0 { break }
        next += 1
      }
    }
    scratch.count = list.count
  }

  /// The first right record of a block; the word itself where it is the only one.
  @inline(__always)
  private static func firstRow(
    _ word: UnsafePointer<UInt32>, _ rows: UnsafePointer<UInt32>
  ) -> UnsafePointer<UInt32> {
    word.pointee & BlockWord.last != 0 ? word : rows + Int(word.pointee)
  }
}
