/// A stretch of the text that slides over it: what is not yet read out moves
/// to the front, and the rest of the buffer is filled again.
///
///     base ─►  [ kept | filled ............ | 64 zero bytes ]
///                0      kept          count   capacity
///
/// The zero bytes after the text let a scan read whole blocks of 64.
/// The window doubles where one row does not fit, up to the limit of a row.
final class ByteWindow {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private(set) var isAtEnd = false
  /// The offset in the original text of the window's first byte.
  private(set) var base = 0
  let source: ByteSource
  private var capacity: Int
  private let maximumCapacity: Int

  static let padding = 64

  init(_ source: ByteSource, options: ReadOptions) {
    self.source = source
    capacity = max(64, min(options.windowBytes, options.maximumRecordBytes))
    // Room for a row at the limit, its line break, and one byte to see that it is over.
    maximumCapacity = max(64, options.maximumRecordBytes + 8)
    bytes = .allocate(capacity: capacity + Self.padding)
    bytes.initialize(repeating: 0, count: capacity + Self.padding)
  }

  deinit { bytes.deallocate() }

  /// Drops the bytes before `start` and fills up; false where a row that begins
  /// at `start` is longer than the limit.
  func advance(to start: Int) throws(FormatError) -> Bool {
    base += originalCount(from: 0, to: start)
    let kept = count - start
    if start > 0 { bytes.update(from: bytes + start, count: kept) }
    if kept == capacity || (capacity - kept < 3 && !isAtEnd) {
      guard capacity < maximumCapacity else { return false }
      grow(keeping: kept)
    }
    let room = capacity - kept
    let filled = try source.fill(UnsafeMutableRawBufferPointer(start: bytes + kept, count: room))
    isAtEnd = source.isEnd(filled: filled, of: room)
    count = kept + filled
    (bytes + count).update(repeating: 0, count: Self.padding)
    return true
  }

  /// Some of the text.
  func text(from start: Int, to end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + start, count: end - start)
  }

  /// The offset in the original text of a byte of the window.
  func offset(of position: Int) -> Int { base + originalCount(from: 0, to: position) }

  /// The bytes of a stretch as the original text has them.
  func original(from start: Int, to end: Int) -> [UInt8] {
    source.singleByteEncoding?.encode(text(from: start, to: end))
      ?? Array(text(from: start, to: end))
  }

  private func originalCount(from start: Int, to end: Int) -> Int {
    guard source.singleByteEncoding != nil else { return end - start }
    return SingleByteEncoding.originalCount(of: text(from: start, to: end))
  }

  private func grow(keeping kept: Int) {
    let larger = min(capacity * 2, maximumCapacity)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.padding)
    moved.initialize(repeating: 0, count: larger + Self.padding)
    moved.update(from: bytes, count: kept)
    bytes.deallocate()
    bytes = moved
    capacity = larger
  }
}
