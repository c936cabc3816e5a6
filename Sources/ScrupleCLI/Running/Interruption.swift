import ScrupleFormats

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ends the program on SIGINT and SIGTERM without leaving anything half-written.
enum Interruption {
  /// Keeps the signals from all threads and waits for them on one of its own,
  /// where, unlike in a signal handler, files can be removed safely.
  ///
  /// Must run before any other thread is made: threads inherit the mask.
  static func prepare() {
    var signals = awaited
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        var signals = Interruption.awaited
        var number: Int32 = 0
        while sigwait(&signals, &number) != 0 { continue }
        Talk.write("\nStopped. Nothing half-written was left.\n")
        UnfinishedOutputs.removeAllAndExit(status: 128 + number)
      }, nil)
    pthread_detach(thread)
  }

  private static var awaited: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    return signals
  }
}
