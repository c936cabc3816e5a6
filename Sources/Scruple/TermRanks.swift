/// How common the values of a pair are that agree, or nearly do: their places among the frequencies
/// that occur in the field, see `FieldFrequencies`. One word, so that it can be kept for many pairs.
struct TermRanks: Sendable, Equatable {
  private let word: UInt32

  /// Frequencies say nothing of the pair.
  static let none = TermRanks(word: .max)
  /// One rank more than there may be.
  static let limit = 1 << 16 - 1

  private init(word: UInt32) { self.word = word }

  /// The ranks of the left and the right value, below `limit`.
  @inline(__always)
  init(_ first: UInt32, _ second: UInt32) { word = first << 16 | second }

  @inline(__always)
  var first: Int { Int(word >> 16) }
  @inline(__always)
  var second: Int { Int(word & 0xFFFF) }
}
