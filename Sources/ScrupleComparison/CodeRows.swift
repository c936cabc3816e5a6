import ScrupleExecution
import ScrupleNormalization

/// What comparisons ask of the records of one side, record by record.
///
/// Candidate pairs jump from record to record. All that most of them need, the
/// codes of values and what their sketches say, stands side by side in one cache
/// line or two, where columns would be one or two lines for each field.
///
/// **Shape**: word `s` of record `r` is `words[r * width + s]`. A field's slot is
/// the place of its code, the details of that value after it.
struct CodeRows: Sendable {
  private let words: RowWords
  let width: Int

  /// Lays out columns of one length.
  ///
  /// - Parameters:
  ///   - memory: where the rows go if they are too many.
  ///   - parallelism: how many threads write them.
  init(
    _ columns: [RowColumn], recordCount: Int, memory: MemoryCap?, parallelism: Parallelism
  ) {
    let used = columns.reduce(0) { $0 + 1 + $1.detailWidth }
    // No row lies across one line more than it fills.
    width = used <= 8 ? 8 : (used + 15) & ~15
    words = RowWords(count: recordCount * width, memory)
    for column in columns {
      precondition(
        column.codes.count == recordCount,
        "\(column.codes.count) codes for \(recordCount) records")
    }
    let (words, width) = (words, width)
    let chunks = chunkRanges(count: recordCount, size: Self.recordsPerChunk)
    parallelism.forEachChunk(chunks.count) { number in
      let chunk = chunks[number]
      for start in stride(from: chunk.lowerBound, to: chunk.upperBound, by: Self.stretch) {
        let records = start..<min(start + Self.stretch, chunk.upperBound)
        var slot = 0
        for column in columns {
          column.put(records, words.start + slot, width: width)
          slot += 1 + column.detailWidth
        }
        for record in records {
          for place in used..<width { words.start[record * width + place] = 0 }
        }
      }
    }
    memory?.setAside()
  }

  /// Records that a thread lays out at a time.
  private static let recordsPerChunk = 16_384

  /// Records that are laid out together: their rows stay in the cache.
  private static let stretch = 128

  @inline(__always)
  func withRows<Result>(_ body: (UnsafePointer<UInt32>) -> Result) -> Result {
    withExtendedLifetime(words) { body(UnsafePointer(words.start)) }
  }
}

/// The codes of one field's values, and words that say more of each value.
struct RowColumn: Sendable {
  let codes: [UInt32]
  /// Words of code `c`: `details[c * detailWidth..<(c + 1) * detailWidth]`.
  let details: [UInt32]
  let detailWidth: Int

  /// Writes the words of some records, each `width` words after the one before.
  fileprivate func put(_ records: Range<Int>, _ start: UnsafeMutablePointer<UInt32>, width: Int) {
    codes.withUnsafeBufferPointer { codes in
      details.withUnsafeBufferPointer { details in
        for record in records {
          let row = start + record * width
          let code = codes[record]
          row[0] = code
          for place in 0..<detailWidth {
            row[1 + place] = details[Int(code) * detailWidth + place]
          }
        }
      }
    }
  }
}

/// Words that begin at a cache line. They are written once and then only read.
private final class RowWords: @unchecked Sendable {
  // Safe to share: nothing is written after the rows are laid out.
  let start: UnsafeMutablePointer<UInt32>
  /// The words on disk; nil where they are in memory.
  private let mapped: MappedWords?

  init(count: Int, _ memory: MemoryCap?) {
    mapped = memory.flatMap { MappedWords(count: count, $0) }
    if let mapped = mapped?.buffer.baseAddress {
      start = mapped
      return
    }
    // SAFETY: at least one word, so that there is an address; whoever asked for
    // the words writes all of them before any is read. Plain words need no more.
    start = UnsafeMutableRawPointer.allocate(byteCount: 4 * max(1, count), alignment: 64)
      .bindMemory(to: UInt32.self, capacity: max(1, count))
  }

  deinit { if mapped == nil { start.deallocate() } }
}

/// Pairs that are looked at: record numbers, and the rows they point to.
struct PairRows {
  let left: UnsafeBufferPointer<UInt32>
  let right: UnsafeBufferPointer<UInt32>
  let leftRows: UnsafePointer<UInt32>
  let rightRows: UnsafePointer<UInt32>
  let width: Int

  @inline(__always)
  var count: Int { left.count }

  /// The codes of a pair's left record, by slot.
  @inline(__always)
  func leftRow(_ pair: Int) -> UnsafePointer<UInt32> { leftRows + Int(left[pair]) * width }

  /// The codes of a pair's right record, by slot.
  @inline(__always)
  func rightRow(_ pair: Int) -> UnsafePointer<UInt32> { rightRows + Int(right[pair]) * width }
}

/// Which slot of a row holds what, while comparisons are bound to fields.
struct CodeSlots {
  private(set) var left: [RowColumn] = []
  private(set) var right: [RowColumn] = []
  private var slots: [(name: String, hasDetails: Bool, start: Int)] = []
  private var width = 0
  private var crossings: [NameCrossing] = []

  /// The slot of a field's codes alone.
  mutating func codeSlot(_ field: NormalizedField) -> Int {
    if let known = slots.first(where: { $0.name == field.name }) { return known.start }
    return add(field.name, field.left.first, field.right.first)
  }

  /// The slot of a field's codes, with the sketch of each text (two words) or
  /// the number of each date (one).
  mutating func slot(_ field: NormalizedField) -> Int {
    if let known = slots.first(where: { $0.name == field.name && $0.hasDetails }) {
      return known.start
    }
    let isDate = field.kind == .date
    return add(
      field.name, field.left.first, field.right.first,
      details: isDate
        ? field.dates.map { UInt32(bitPattern: $0.rawValue) } : TextSketch.words(of: field.values),
      detailWidth: isDate ? 1 : 2)
  }

  /// What tells of values of two fields that stand in each other's column.
  mutating func crossing(first: NormalizedField, second: NormalizedField) -> SlottedCrossing {
    let crossing: NameCrossing
    if let known = crossings.first(where: { $0.isOf(first, second) }) {
      crossing = known
    } else {
      crossing = NameCrossing(first: first, second: second)
      crossings.append(crossing)
    }
    return SlottedCrossing(
      crossing: crossing, first: slot(first), second: slot(second),
      moved: movedSlot("\(first.name), \(second.name)") {
        (crossing.moved(second.left.first), crossing.moved(second.right.first))
      })
  }

  private mutating func movedSlot(
    _ name: String, _ columns: () -> (left: [UInt32], right: [UInt32])
  ) -> Int {
    if let known = slots.first(where: { $0.name == name }) { return known.start }
    let columns = columns()
    return add(name, columns.left, columns.right)
  }

  private mutating func add(
    _ name: String, _ left: [UInt32], _ right: [UInt32], details: [UInt32] = [],
    detailWidth: Int = 0
  ) -> Int {
    let start = width
    slots.append((name, detailWidth > 0, start))
    self.left.append(RowColumn(codes: left, details: details, detailWidth: detailWidth))
    self.right.append(RowColumn(codes: right, details: details, detailWidth: detailWidth))
    width += 1 + detailWidth
    return start
  }
}
