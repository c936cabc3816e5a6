/// The text of an input as UTF-8 bytes: decompressed and transcoded on the way.
final class ByteSource {
  let file: RawFile
  private var prefix: [UInt8] = []
  private var decoder: GzipDecoder?
  private let coding: SingleByteEncoding?
  private var scratch: [UInt8] = []

  /// True where the input is gzip.
  var isCompressed: Bool { decoder != nil }

  /// The single-byte encoding the text came in, if it did.
  var singleByteEncoding: SingleByteEncoding? { coding }

  /// Opens an input and looks at its first bytes.
  init(path: String, options: ReadOptions) throws(FormatError) {
    file = try RawFile(path)
    coding = SingleByteEncoding(options.encoding)
    var first = [UInt8](repeating: 0, count: 1)
    while prefix.count < 8, try file.read(into: &first) == 1 { prefix.append(first[0]) }
    if prefix.starts(with: GzipDecoder.signature) {
      decoder = try GzipDecoder(file, prefix: prefix, options: options)
      prefix = []
    } else if let content = UnsupportedContent(signature: prefix) {
      throw .unsupported(content, file: path)
    }
  }

  /// Fills a buffer from its beginning; gives less than its size only at the end.
  func fill(_ room: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    var filled = 0
    // A transcoded byte may need three: stop when there might be no room.
    let reserve = coding == nil ? 1 : 3
    while room.count - filled >= reserve {
      let count = try some(UnsafeMutableRawBufferPointer(rebasing: room[filled...]))
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Whether `fill` of this much room that gave this much has reached the end.
  func isEnd(filled: Int, of room: Int) -> Bool {
    room - filled >= (coding == nil ? 1 : 3)
  }

  private func some(_ room: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    guard let coding else { return try decoded(room) }
    let part = UnsafeMutableRawBufferPointer.allocate(byteCount: room.count / 3, alignment: 1)
    defer { part.deallocate() }
    let count = try decoded(part)
    guard let output = room.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
    return coding.decode(UnsafeRawBufferPointer(rebasing: part[..<count]), to: output)
  }

  private func decoded(_ room: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    if let decoder { return try decoder.read(into: room) }
    if prefix.isEmpty { return try file.read(into: room) }
    let count = min(prefix.count, room.count)
    for index in 0..<count { room[index] = prefix[index] }
    prefix.removeFirst(count)
    return count
  }
}

extension UnsupportedContent {
  /// Knows a refused kind of file by its first bytes.
  init?(signature bytes: [UInt8]) {
    let signatures: [([UInt8], UnsupportedContent)] = [
      ([0xFF, 0xFE, 0, 0], .utf32), ([0, 0, 0xFE, 0xFF], .utf32),
      ([0xFF, 0xFE], .utf16), ([0xFE, 0xFF], .utf16),
      ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x28, 0xB5, 0x2F, 0xFD], .zstandard),
      ([0x42, 0x5A, 0x68, 0x31], .bzip2), ([0x42, 0x5A, 0x68, 0x39], .bzip2),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .xz), ([0x50, 0x41, 0x52, 0x31, 0x15], .parquet),
    ]
    guard let found = signatures.first(where: { bytes.starts(with: $0.0) }) else { return nil }
    self = found.1
  }
}
