import CScrupleCompression

/// A gzip file (RFC 1952) as the bytes it holds; several members in a row are
/// one text, zero padding after the last is skipped.
///
/// Never expands past the limits: what comes out is counted as it comes.
final class GzipDecoder {
  private let source: RawFile
  private let state: OpaquePointer
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  private var inputStart = 0
  private var inputEnd = 0
  private var isInsideMember = true
  private var isSourceAtEnd = false
  private var expandedCount = 0
  private let maximumBytes: Int
  private let maximumRatio: Int

  /// The bytes that every gzip file begins with.
  static let signature: [UInt8] = [0x1F, 0x8B]

  /// The ratio is not tested before this many bytes: short files of one
  /// repeated row are no attack.
  static let freeExpansion = 1 << 24

  /// Creates a decoder that takes up after `prefix`, already read from `source`.
  init(_ source: RawFile, prefix: [UInt8], options: ReadOptions) throws(FormatError) {
    guard let state = scruple_inflate_open() else {
      throw .inputOutput(path: source.name, operation: "decompress", errorNumber: 12)
    }
    self.state = state
    self.source = source
    maximumBytes = options.maximumExpandedBytes
    maximumRatio = options.maximumExpansionRatio
    for byte in prefix {
      input[inputEnd] = byte
      inputEnd += 1
    }
  }

  deinit { scruple_inflate_close(state) }

  /// Gives some decompressed bytes; 0 means the end.
  func read(into room: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    guard let output = room.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
    while true {
      if inputStart == inputEnd, !isSourceAtEnd { try refill() }
      if !isInsideMember, try !beginMember() { return 0 }
      let made = try inflate(to: output, capacity: room.count)
      if made > 0 {
        try count(made)
        return made
      }
      if isInsideMember, inputStart == inputEnd, isSourceAtEnd {
        throw .damagedGzip(file: source.name)
      }
    }
  }

  private func refill() throws(FormatError) {
    inputStart = 0
    inputEnd = try source.read(into: &input)
    isSourceAtEnd = inputEnd == 0
  }

  /// Looks for a further member; false at the end of the file.
  private func beginMember() throws(FormatError) -> Bool {
    while true {
      while inputStart < inputEnd, input[inputStart] == 0 { inputStart += 1 }
      if inputStart < inputEnd { break }
      if isSourceAtEnd { return false }
      try refill()
    }
    guard scruple_inflate_reset(state) == 0 else { throw .damagedGzip(file: source.name) }
    isInsideMember = true
    return true
  }

  private func inflate(
    to output: UnsafeMutablePointer<UInt8>, capacity: Int
  ) throws(FormatError) -> Int {
    var used = 0
    var made = 0
    let status = input.withUnsafeBufferPointer { bytes -> Int32 in
      guard let start = bytes.baseAddress else { return 2 }
      return scruple_inflate_run(
        state, start + inputStart, inputEnd - inputStart, &used, output, capacity, &made)
    }
    inputStart += used
    switch status {
    case 0: break
    case 1: isInsideMember = false
    case 3: throw .inputOutput(path: source.name, operation: "decompress", errorNumber: 12)
    default: throw .damagedGzip(file: source.name)
    }
    return made
  }

  private func count(_ made: Int) throws(FormatError) {
    expandedCount += made
    let place = FormatPlace(file: source.name, byteOffset: expandedCount)
    if expandedCount > maximumBytes {
      throw .limit(.expandedBytes, allowed: maximumBytes, at: place)
    }
    let allowed = source.byteCount.multipliedReportingOverflow(by: maximumRatio)
    if expandedCount > Self.freeExpansion, !allowed.overflow,
      expandedCount > allowed.partialValue
    {
      throw .limit(.expansionRatio, allowed: maximumRatio, at: place)
    }
  }
}

/// One gzip member that holds some bytes: same input, same output.
package func gzipCompressed(_ bytes: [UInt8]) -> [UInt8] {
  let capacity = scruple_gzip_bound(bytes.count)
  return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
    count = 0
    guard let output = buffer.baseAddress else { return }
    count = bytes.withUnsafeBufferPointer {
      scruple_gzip($0.baseAddress, $0.count, output, capacity)
    }
  }
}
