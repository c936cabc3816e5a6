#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The number of processors this process may run on, at least 1.
func activeProcessorCount() -> Int {
  max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}

/// What the process has used so far.
public enum ProcessResources {
  /// Seconds on a clock that never goes back; only differences mean anything.
  public static func monotonicSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// CPU seconds of all threads of this process together.
  public static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Bytes of memory that the process holds now, and how many of them are pages of files.
  public static func residentBytes() -> (all: Int, mapped: Int) {
    let file = open("/proc/self/statm", O_RDONLY)
    // Elsewhere only the peak is known.
    guard file >= 0 else { return (peakResidentBytes(), 0) }
    defer { close(file) }
    let pages = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { text -> [Int] in
      let length = max(0, read(file, text.baseAddress, text.count))
      return text[..<length].split(separator: UInt8(ascii: " ")).map { digits in
        digits.reduce(0) { 10 * $0 + Int($1 & 15) }
      }
    }
    // Size, resident, and of these those of files.
    guard pages.count >= 3 else { return (peakResidentBytes(), 0) }
    let page = sysconf(Int32(_SC_PAGESIZE))
    return (pages[1] * page, pages[2] * page)
  }

  /// The largest resident size so far, in bytes.
  public static func peakResidentBytes() -> Int {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return Int(usage.ru_maxrss) * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss)
    #endif
  }
}
