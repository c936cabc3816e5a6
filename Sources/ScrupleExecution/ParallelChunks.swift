import Dispatch
import Synchronization

/// How many threads a stage may use.
///
/// Results never depend on it: work is cut into the same chunks whatever the
/// count, and every chunk writes to its own place.
public struct Parallelism: Sendable {
  /// The number of threads, at least 1.
  public let threadCount: Int

  /// Creates a limit; 0 or less means one thread per core.
  public init(threadCount: Int = 0) {
    self.threadCount = threadCount > 0 ? threadCount : max(1, activeProcessorCount())
  }

  /// Runs `body` once for each index, on at most `threadCount` threads.
  ///
  /// - Parameters:
  ///   - count: how many chunks there are.
  ///   - body: the work of one chunk; it must write only to its own place.
  public func forEachChunk(_ count: Int, _ body: @Sendable (Int) -> Void) {
    let workers = min(threadCount, count)
    guard workers > 1 else {
      for index in 0..<count { body(index) }
      return
    }
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= count { return }
        body(index)
      }
    }
  }

  /// The results of `body` for each index, in the order of the indices, with
  /// working memory that each thread makes once and uses for all its chunks.
  ///
  /// - Parameter state: makes the working memory; it must not carry
  ///   anything from one chunk to a result of another.
  public func map<State, Result: Sendable>(
    _ count: Int, state makeState: @autoclosure @Sendable () -> State,
    _ body: @Sendable (Int, inout State) -> Result
  ) -> [Result] {
    let results = Mutex<[Result?]>([Result?](repeating: nil, count: count))
    let next = Atomic<Int>(0)
    forEachChunk(min(threadCount, count)) { _ in
      var state = makeState()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= count { return }
        let result = body(index, &state)
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0.map { $0! } }
  }

  /// The results of `body` for each index, in the order of the indices.
  public func map<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    let results = Mutex<[Result?]>([Result?](repeating: nil, count: count))
    forEachChunk(count) { index in
      let result = body(index)
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.map { $0! } }
  }
}

/// Cuts `count` items into ranges of `size`; the last one may be shorter.
public func chunkRanges(count: Int, size: Int) -> [Range<Int>] {
  precondition(size > 0, "chunks need a positive size, got \(size)")
  return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
}
