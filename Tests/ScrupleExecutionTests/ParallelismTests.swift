import ScrupleExecution
import Synchronization
import Testing

struct ParallelismTests {
  @Test(arguments: [1, 2, 3, 8, 64])
  func resultsStandInTheOrderOfTheIndicesForAnyThreadCount(threads: Int) {
    let parallelism = Parallelism(threadCount: threads)
    for count in [0, 1, 2, 7, 100, 1_000] {
      #expect(parallelism.map(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }
  }

  @Test(arguments: [1, 2, 8])
  func everyChunkIsDoneOnce(threads: Int) {
    let calls = Mutex([Int](repeating: 0, count: 500))
    Parallelism(threadCount: threads).forEachChunk(500) { index in
      calls.withLock { $0[index] += 1 }
    }
    #expect(calls.withLock { $0 } == [Int](repeating: 1, count: 500))
  }

  @Test(arguments: [1, 2, 3])
  func noMoreThreadsWorkThanAllowed(threads: Int) {
    let working = Mutex((now: 0, most: 0))
    Parallelism(threadCount: threads).forEachChunk(200) { _ in
      working.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      working.withLock { $0.now -= 1 }
    }
    #expect(working.withLock { $0.most } <= threads)
  }

  @Test func anUnevenLoadDoesNotChangeTheOrder() {
    let results = Parallelism(threadCount: 4).map(64) { index -> Int in
      var sum = index
      for step in 0..<((64 - index) * 500) { sum = sum &* 31 &+ step }
      return sum
    }
    let expected = Parallelism(threadCount: 1).map(64) { index -> Int in
      var sum = index
      for step in 0..<((64 - index) * 500) { sum = sum &* 31 &+ step }
      return sum
    }
    #expect(results == expected)
  }

  @Test func noneOrFewerThreadsMeanOneForEachCore() {
    #expect(Parallelism(threadCount: 0).threadCount >= 1)
    #expect(Parallelism(threadCount: -3).threadCount == Parallelism().threadCount)
    #expect(Parallelism(threadCount: 5).threadCount == 5)
  }
}

struct ChunkRangesTests {
  @Test func chunksCoverEveryItemOnceInOrder() {
    for count in 0...60 {
      for size in 1...20 {
        let ranges = chunkRanges(count: count, size: size)
        #expect(ranges.flatMap { Array($0) } == Array(0..<count), "\(count) by \(size)")
        #expect(ranges.dropLast().allSatisfy { $0.count == size })
        #expect(ranges.allSatisfy { !$0.isEmpty && $0.count <= size })
      }
    }
  }
}
