import ScrupleFormats

/// How much memory a run takes, told from the sizes of its files before anything is read.
///
/// The files' columns decide, so that this is right within a third or so: a file of few distinct
/// values takes less than one of ids.
public struct MemoryNeed: Sendable, Equatable {
  /// The text of both files, in bytes.
  public let textBytes: Int
  /// The process's peak where everything stays in memory.
  public let whole: Int
  /// The least that is enough where tables go to disk.
  public let spilled: Int

  /// Tells what files of so many bytes need.
  ///
  /// The factors were measured on made-up people with eleven fields (docs/PERFORMANCE.md); the
  /// constant is the program with its libraries.
  public init(textBytes: Int) {
    self.textBytes = textBytes
    whole = 60_000_000 + textBytes * 6
    spilled = 55_000_000 + textBytes * 34 / 10
  }

  /// What two files need; nil where the size of one cannot be told.
  public init?(left: String, right: String) {
    guard let left = InputSize.bytes(of: left), let right = InputSize.bytes(of: right) else {
      return nil
    }
    self.init(textBytes: left + right)
  }
}
