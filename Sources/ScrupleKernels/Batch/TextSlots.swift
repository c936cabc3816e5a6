/// Texts in slots of 16 bytes, to be compared as arbitrary pairs.
///
///     slots     16 bytes a text, a cache line for four; letters beyond its end are 0
///     lengths   a byte a text, 17 for one that does not fit its slot
///
/// Longer texts are kept as they are as well.
public struct TextSlots: Sendable {
  /// The texts end to end.
  struct Long: Sendable {
    let bytes: [UInt8]
    let offsets: [Int]

    /// Calls `body` with one text.
    @inline(__always)
    func with<Result>(_ text: Int, _ body: (StringDistance.Bytes) -> Result) -> Result {
      bytes.withUnsafeBufferPointer { all in
        body(StringDistance.Bytes(rebasing: all[offsets[text]..<offsets[text + 1]]))
      }
    }
  }

  /// The texts.
  public let count: Int
  let slots: [SIMD16<UInt8>]
  let lengths: [UInt8]
  let long: Long

  /// Lays out texts given end to end.
  ///
  /// - Parameters:
  ///   - bytes: The letters of all texts, one byte each.
  ///   - offsets: Where each text begins, and the end of the last.
  /// - Complexity: O(bytes + texts).
  public init(bytes: [UInt8], offsets: [Int]) {
    precondition(offsets.first == 0 && offsets.last == bytes.count, "offsets must span all bytes")
    precondition(offsets.count - 1 <= Int(UInt32.max), "at most 2^32 - 1 texts")
    count = offsets.count - 1
    var slots = Array(repeating: SIMD16<UInt8>(), count: count)
    lengths = (0..<count).map { UInt8(min(offsets[$0 + 1] - offsets[$0], 17)) }
    slots.withUnsafeMutableBytes { memory in
      for text in 0..<(offsets.count - 1) {
        let length = min(offsets[text + 1] - offsets[text], 16)
        for letter in 0..<length { memory[text * 16 + letter] = bytes[offsets[text] + letter] }
      }
    }
    self.slots = slots
    long = Long(bytes: bytes, offsets: offsets)
  }

  /// Lays out the UTF-8 bytes of strings, each byte a letter.
  public init(_ texts: some Sequence<String>) {
    let (bytes, offsets) = TextSlots.joined(texts)
    self.init(bytes: bytes, offsets: offsets)
  }

  static func joined(_ texts: some Sequence<String>) -> (bytes: [UInt8], offsets: [Int]) {
    var bytes: [UInt8] = []
    var offsets = [0]
    for text in texts {
      bytes += text.utf8
      offsets.append(bytes.count)
    }
    return (bytes, offsets)
  }
}
