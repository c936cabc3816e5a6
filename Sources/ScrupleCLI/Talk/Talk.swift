import Glibc

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
      let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      // Nobody listens: there is nothing better to do than to go on.
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
