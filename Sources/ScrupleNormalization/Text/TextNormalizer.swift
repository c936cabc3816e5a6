/// Folds text so that spellings which differ only in case, accents, script or invisible characters
/// become equal bytes.
///
/// ASCII values take a path of their own that never touches ICU. The others go through
/// NFKC_Casefold and `Any-Latin; Latin-ASCII; Lower`, a round at a time until nothing changes, so
/// that folding a folded value returns it. The result does not depend on the process's locale.
///
/// Use one instance per thread. ICU takes a process-wide lock per transliteration, so fold each
/// distinct value once.
public final class TextNormalizer {
  /// The transliteration applied after NFKC_Casefold.
  public static let transliterator = "Any-Latin; Latin-ASCII; Lower"

  /// The most bytes a folded value has; longer ones are cut after folding.
  public let maximumLength: Int

  let unicode: UnicodeFolding
  private var roundInput: [UInt8] = []

  /// Opens the Unicode tables.
  ///
  /// - Throws: `NormalizationError.unicodeUnavailable` when ICU or its data is not there.
  public init(maximumLength: Int = 256) throws(NormalizationError) {
    precondition(maximumLength >= 16, "maximumLength must be at least 16, is \(maximumLength)")
    self.maximumLength = maximumLength
    unicode = try UnicodeFolding(transliterator: Self.transliterator)
  }

  /// Replaces the output with the folded bytes and tells what was done.
  ///
  /// **Shape**: no blank at either end, single blanks inside, at most `maximumLength` bytes of
  /// valid UTF-8, ASCII unless `.residue` is told. Idempotent.
  ///
  /// - Complexity: O(n) in the bytes given.
  @discardableResult
  public func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) -> TextFlags {
    output.removeAll(keepingCapacity: true)
    if let flags = foldASCII(bytes, into: &output) { return flags }
    var flags = foldRound(bytes, into: &output).union(.nonASCII)
    for _ in 0..<Self.maximumRounds where !output.isASCII {
      swap(&output, &roundInput)
      flags.formUnion(roundInput.withUnsafeBufferPointer { foldRound($0, into: &output) })
      if output == roundInput { return flags.union(.residue) }
    }
    if !output.isASCII {
      output.removeAll { $0 >= 0x80 }
      swap(&output, &roundInput)
      output.removeAll(keepingCapacity: true)
      _ = roundInput.withUnsafeBufferPointer { foldASCII($0, into: &output) }
    }
    return flags
  }

  /// Returns the folded bytes of an array.
  public func fold(_ bytes: [UInt8]) -> (bytes: [UInt8], flags: TextFlags) {
    var output: [UInt8] = []
    let flags = bytes.withUnsafeBufferPointer { fold($0, into: &output) }
    return (output, flags)
  }

  /// Returns the folded text of a string, for tests.
  public func fold(_ text: String) -> (text: String, flags: TextFlags) {
    let (bytes, flags) = fold(Array(text.utf8))
    return (String(decoding: bytes, as: UTF8.self), flags)
  }

  /// Rounds after the first before what has no Latin form is given up; two suffice in practice.
  private static let maximumRounds = 4

  /// Folds ASCII, or returns nil at the first byte that is not.
  private func foldASCII(
    _ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) -> TextFlags? {
    var sink = FoldedSink(maximumLength: maximumLength)
    var flags: TextFlags = []
    output.reserveCapacity(min(bytes.count, maximumLength))
    for byte in bytes {
      guard byte < 0x80 else {
        output.removeAll(keepingCapacity: true)
        return nil
      }
      switch byte {
      case 0x21...0x7E: sink.append(byte.asciiLowercased, to: &output)
      case 0x20, 0x09...0x0D: sink.blank(after: output)
      default: flags.insert(.controls)
      }
    }
    return sink.isTruncated ? flags.union(.truncated) : flags
  }

  private func foldRound(
    _ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) -> TextFlags {
    var flags = unicode.load(bytes, maximumScalars: 16 * maximumLength)
    output.removeAll(keepingCapacity: true)
    var sink = FoldedSink(maximumLength: maximumLength)
    flags.formUnion(unicode.write(to: &output, through: &sink))
    return sink.isTruncated ? flags.union(.truncated) : flags
  }
}

/// Appends folded bytes with single blanks between words, up to a length.
struct FoldedSink {
  let maximumLength: Int
  private var owesBlank = false
  private(set) var isTruncated = false

  init(maximumLength: Int) { self.maximumLength = maximumLength }

  mutating func blank(after output: [UInt8]) { owesBlank = !output.isEmpty }

  @inline(__always)
  mutating func append(_ byte: UInt8, to output: inout [UInt8]) {
    // People type the grave accent for the apostrophe.
    let byte = byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte
    if !owesBlank && !isTruncated && output.count < maximumLength {
      output.append(byte)
    } else {
      append(CollectionOfOne(byte), to: &output)
    }
  }

  /// Appends the bytes of one character, or none of them when they do not fit.
  mutating func append(_ character: some Collection<UInt8>, to output: inout [UInt8]) {
    let needed = character.count + (owesBlank ? 1 : 0)
    guard !isTruncated, output.count + needed <= maximumLength else {
      isTruncated = true
      return
    }
    if owesBlank { output.append(0x20) }
    owesBlank = false
    output.append(contentsOf: character)
  }
}
