import Scruple
import ScrupleExecution
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Progress on standard error: a bar on a terminal, else a line for each tenth.
///
/// Nothing is shown for a stage that is done within a second.
final class ProgressTalk: Sendable {
  private struct State {
    var stage: String?
    var started = 0.0
    var tenth = 0
    var hasBar = false
  }

  private let isQuiet: Bool
  private let showsBar: Bool
  private let state = Mutex(State())

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    let isPlain = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    showsBar = isatty(STDERR_FILENO) == 1 && !isPlain && !isDumb
  }

  /// Takes note of the share of a stage that is done, in 0...1.
  func report(_ stage: LinkageStage, _ share: Double) { report(stage.rawValue, share) }

  /// Takes note of the share of a named stage that is done, in 0...1.
  func report(_ stage: String, _ share: Double) {
    if isQuiet { return }
    let now = ProcessResources.monotonicSeconds()
    state.withLock { state in
      if state.stage != stage {
        Self.endBar(&state)
        state = State(stage: stage, started: now)
      }
      let tenth = Int(share * 10)
      guard now - state.started > 1 else {
        state.tenth = max(state.tenth, tenth)
        return
      }
      if showsBar {
        let done = Int(share * 30)
        let bar = String(repeating: "#", count: done) + String(repeating: ".", count: 30 - done)
        Talk.write("\r\(stage) [\(bar)] \(Int(share * 100)) %")
        state.hasBar = true
      } else if tenth > state.tenth {
        state.tenth = tenth
        Talk.write("\(stage): \(tenth * 10) %\n")
      }
    }
  }

  /// Removes the bar, so that other lines can follow.
  func end() { state.withLock { Self.endBar(&$0) } }

  private static func endBar(_ state: inout State) {
    if state.hasBar { Talk.write("\r\u{1B}[K") }
    state.hasBar = false
  }
}
