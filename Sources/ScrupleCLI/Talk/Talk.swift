#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the program says to a person: on standard error, never on standard output.
struct Talk: Sendable {
  /// Whether only errors are said.
  let isQuiet: Bool

  /// Says lines; control characters are made visible.
  func say(_ lines: [String]) {
    if isQuiet { return }
    for line in lines { Self.write(TerminalText.safe(line) + "\n") }
  }

  /// Says one line.
  func say(_ line: String) { say([line]) }

  /// Writes text to standard error as it is.
  static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { put($0) }
      if count < 0 && errno == EINTR { continue }
      // Nobody listens: there is nothing better to do than to go on.
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// The system's `write`, which the name above hides.
  private static func put(_ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    #endif
  }
}
