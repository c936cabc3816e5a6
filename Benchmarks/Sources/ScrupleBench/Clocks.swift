import Foundation

/// CPU and wall time of a piece of work.
struct Clocks {
  var cpu = 0.0
  var wall = 0.0

  /// Returns what `body` took.
  static func time(_ body: () throws -> Void) rethrows -> Clocks {
    let start = (seconds(CLOCK_PROCESS_CPUTIME_ID), seconds(CLOCK_MONOTONIC))
    try body()
    return Clocks(
      cpu: seconds(CLOCK_PROCESS_CPUTIME_ID) - start.0, wall: seconds(CLOCK_MONOTONIC) - start.1)
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
