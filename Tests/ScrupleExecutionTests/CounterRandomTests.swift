import ScrupleExecution
import Testing

struct CounterRandomTests {
  /// Computed from the definition with integers of any length.
  @Test(
    arguments: [
      (0, 0, 0, 0x568A_9B0B_1A2C_05EC), (1, 1, 0, 0x3203_1582_160B_9745),
      (1, 1, 1, 0x5BF8_1AD0_298A_45B5), (1, 2, 0, 0xACE3_1FB1_DAF5_48C7),
      (42, 7, 1_000_000, 0xA113_2199_5EF9_B7BE),
      (.max, .max, .max, 0x5158_6113_07C2_D2B9),
    ] as [(UInt64, UInt64, UInt64, UInt64)])
  func numbersAreThoseOfTheDefinition(
    seed: UInt64, stream: UInt64, index: UInt64, expected: UInt64
  ) {
    #expect(CounterRandom(seed: seed, stream: stream).value(at: index) == expected)
  }

  @Test func numbersDoNotDependOnTheOrderOfAsking() {
    let random = CounterRandom(seed: 9, stream: 4)
    let forward = (0..<1_000).map { random.value(at: UInt64($0)) }
    let backward = (0..<1_000).reversed().map { random.value(at: UInt64($0)) }
    #expect(forward == backward.reversed())
    let threaded = Parallelism(threadCount: 4).map(1_000) { random.value(at: UInt64($0)) }
    #expect(threaded == forward)
  }

  @Test func streamsAndSeedsShareNoNumber() {
    var seen = Set<UInt64>()
    for seed in 0..<10 as Range<UInt64> {
      for stream in 0..<10 as Range<UInt64> {
        let random = CounterRandom(seed: seed, stream: stream)
        for index in 0..<100 as Range<UInt64> { seen.insert(random.value(at: index)) }
      }
    }
    #expect(seen.count == 10_000)
  }

  @Test(arguments: [1, 2, 3, 7, 10, 1_000])
  func numbersBelowABoundAreUniform(bound: Int) {
    let random = CounterRandom(seed: 17, stream: 3)
    let draws = 100_000
    var counts = [Int](repeating: 0, count: bound)
    for index in 0..<draws { counts[random.value(at: UInt64(index), below: bound)] += 1 }
    let expected = Double(draws) / Double(bound)
    let chiSquare = counts.reduce(0.0) { sum, count in
      sum + (Double(count) - expected) * (Double(count) - expected) / expected
    }
    // Mean bound - 1 and variance 2 (bound - 1): six standard deviations.
    let degrees = Double(bound - 1)
    #expect(chiSquare <= degrees + 6 * (2 * degrees).squareRoot(), "chi-square \(chiSquare)")
  }

  @Test func everyBitIsSetAboutHalfTheTime() {
    let random = CounterRandom(seed: 0, stream: 0)
    for bit in 0..<64 as Range<UInt64> {
      let ones = (0..<10_000).count { random.value(at: UInt64($0)) >> bit & 1 == 1 }
      #expect(abs(ones - 5_000) < 300, "bit \(bit): \(ones) of 10,000")
    }
  }

  @Test func neighboursInACounterAreUncorrelated() {
    let random = CounterRandom(seed: 5, stream: 8)
    var counts = [Int](repeating: 0, count: 16)
    for index in 0..<64_000 {
      let one = random.value(at: UInt64(index), below: 4)
      let next = random.value(at: UInt64(index + 1), below: 4)
      counts[one * 4 + next] += 1
    }
    // 4,000 are expected in each of 16 parts, with a standard deviation of 61.
    #expect(counts.allSatisfy { abs($0 - 4_000) < 370 }, "\(counts)")
  }
}
