import ScrupleMadeUpRecords
import Testing

@testable import ScrupleComparison

struct PairMemoTests {
  private func level(_ left: UInt32, _ right: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: left &* 31 &+ right &* 7 &+ right >> 3)
  }

  @Test(arguments: [10, 1_000, 1_000_000])
  func aMemoNeverChangesALevel(codes: Int) {
    var dice = Dice(seed: UInt64(codes))
    var memo = PairMemo()
    for _ in 0..<60_000 {
      let left = UInt32(1 + dice.below(codes))
      let right = UInt32(1 + dice.below(codes))
      let found = memo.level(left, right) { level(left, right) }
      if found != level(left, right) { Issue.record("\(left), \(right): \(found)") }
    }
  }

  @Test func aPairIsComputedOnceWhileItIsRemembered() {
    var memo = PairMemo()
    var calls = 0
    for _ in 0..<10 {
      _ = memo.level(3, 4) {
        calls += 1
        return 2
      }
    }
    #expect(calls == 1)
  }

  @Test func aPairAndItsMirrorAreRememberedApart() {
    var memo = PairMemo()
    #expect(memo.level(3, 4) { 1 } == 1)
    #expect(memo.level(4, 3) { 2 } == 2)
    #expect(memo.level(3, 4) { 5 } == 1)
  }
}
