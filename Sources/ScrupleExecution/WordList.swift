/// Words of 32 bits that are written once and then only read: in memory, or on disk where a cap
/// says so.
public struct WordList: Sendable {
  private let storage: Storage
  public let count: Int

  private enum Storage: Sendable {
    case array([UInt32])
    case disk(MappedWords)
  }

  /// Takes over an array.
  public init(_ words: [UInt32] = [], within cap: MemoryCap? = nil) {
    count = words.count
    guard let mapped = cap.flatMap({ MappedWords(count: words.count, $0) }) else {
      storage = .array(words)
      return
    }
    _ = mapped.buffer.update(fromContentsOf: words)
    storage = .disk(mapped)
  }

  /// Makes so many words.
  ///
  /// - Parameter fill: writes all of them; what they are before is not defined.
  public init(
    count: Int, within cap: MemoryCap?, _ fill: (UnsafeMutableBufferPointer<UInt32>) -> Void
  ) {
    self.count = count
    if let mapped = cap.flatMap({ MappedWords(count: count, $0) }) {
      fill(mapped.buffer)
      storage = .disk(mapped)
      return
    }
    storage = .array(
      [UInt32](unsafeUninitializedCapacity: count) { words, used in
        fill(UnsafeMutableBufferPointer(rebasing: words[..<count]))
        used = count
      })
  }

  /// Calls a closure with the words, which live only for the call.
  @inline(__always)
  public func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<UInt32>) throws -> Result
  ) rethrows -> Result {
    switch storage {
    case .array(let words): return try words.withUnsafeBufferPointer(body)
    case .disk(let words):
      defer { withExtendedLifetime(words) {} }
      return try body(UnsafeBufferPointer(words.buffer))
    }
  }
}

/// Words in a file without a name. The first one lies at the beginning of a page.
public final class MappedWords: @unchecked Sendable {
  // Safe to share: whoever makes the words writes them before anyone else sees them.
  public let buffer: UnsafeMutableBufferPointer<UInt32>
  private let cap: MemoryCap

  /// Makes so many words; nil where the cap puts nothing on disk, or there is none.
  public init?(count: Int, _ cap: MemoryCap) {
    guard let start = cap.table(byteCount: 4 * count) else { return nil }
    // SAFETY: the table has four bytes for each word and is bound to nothing else.
    buffer = UnsafeMutableBufferPointer(
      start: start.bindMemory(to: UInt32.self, capacity: count), count: count)
    self.cap = cap
  }

  deinit { if let start = buffer.baseAddress { cap.remove(UnsafeMutableRawPointer(start)) } }
}
