import ScrupleCorpus
import Testing

@Suite struct NumberPermutationTests {
  @Test func everyNumberComesUpOnce() {
    for count in [1, 2, 3, 7, 64, 65, 1000, 4097] as [UInt64] {
      let permutation = NumberPermutation(count: count, seed: 5, series: count)
      var seen = Set<UInt64>()
      for place in 0..<count { seen.insert(permutation[place]) }
      #expect(seen.count == Int(count))
      #expect(seen.allSatisfy { $0 < count })
    }
  }

  @Test func anotherSeedGivesAnotherOrder() {
    let one = NumberPermutation(count: 1000, seed: 1, series: 1)
    let other = NumberPermutation(count: 1000, seed: 2, series: 1)
    #expect((0..<1000 as Range<UInt64>).contains { one[$0] != other[$0] })
  }
}
