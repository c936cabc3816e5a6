import Testing

@testable import ScrupleGroundTruth

@Suite struct GroundTruthTests {
  /// Small random truths of both forms, with the matches of each as a naive table.
  private func examples() -> [(truth: GroundTruth, isMatch: (Int, Int) -> Bool)] {
    var generator = SeededGenerator(state: 11)
    return (0..<100).flatMap { _ -> [(GroundTruth, (Int, Int) -> Bool)] in
      let n = Int.random(in: 0...8, using: &generator)
      let m = Int.random(in: 0...8, using: &generator)
      let left = (0..<n).map { _ in Int32.random(in: -1...4, using: &generator) }
      let right = (0..<m).map { _ in Int32.random(in: -1...4, using: &generator) }
      var listed: [(Int32, Int32)] = []
      if n > 0 && m > 0 {
        for _ in 0..<6 {
          listed.append(
            (
              Int32.random(in: 0..<Int32(n), using: &generator),
              Int32.random(in: 0..<Int32(m), using: &generator)
            ))
        }
      }
      let pairs = TruePairs(
        left: listed.map(\.0), right: listed.map(\.1), leftCount: n, rightCount: m)
      return [
        (
          GroundTruth(leftEntities: left, rightEntities: right),
          { left[$0] >= 0 && left[$0] == right[$1] }
        ),
        (GroundTruth(pairs: pairs), { i, j in listed.contains { $0 == (Int32(i), Int32(j)) } }),
      ]
    }
  }

  @Test func everyPairIsJudgedAsTheNaiveTableSays() {
    for (truth, isMatch) in examples() {
      var count = 0
      for i in 0..<truth.leftCount {
        let mates = (0..<truth.rightCount).filter { isMatch(i, $0) }
        #expect(truth.mates(ofLeft: Int32(i)).map(Int.init) == mates)
        for j in 0..<truth.rightCount {
          #expect(truth.isMatch(left: Int32(i), right: Int32(j)) == isMatch(i, j))
        }
        count += mates.count
      }
      #expect(truth.truePairCount == count)
    }
  }

  @Test func mirroringExchangesTheSidesAndIsItsOwnInverse() {
    for (truth, isMatch) in examples() {
      let mirror = truth.mirrored()
      #expect(mirror.truePairCount == truth.truePairCount)
      for i in 0..<truth.leftCount {
        for j in 0..<truth.rightCount {
          #expect(mirror.isMatch(left: Int32(j), right: Int32(i)) == isMatch(i, j))
        }
      }
      #expect(mirror.mirrored().truePairCount == truth.truePairCount)
      #expect(mirror.labelledLeftCount == truth.labelledRightCount)
    }
  }

  @Test func unlabelledRecordsAreNeitherMatchesNorNonMatches() {
    let truth = GroundTruth(leftEntities: [0, -1], rightEntities: [0, 1, -1])
    #expect(truth.verdict(left: 0, right: 0) == .match)
    #expect(truth.verdict(left: 0, right: 1) == .nonMatch)
    #expect(truth.verdict(left: 0, right: 2) == .unlabelled)
    #expect(truth.verdict(left: 1, right: 2) == .unlabelled)
    #expect(truth.labelledLeftCount == 1 && truth.labelledRightCount == 2)
    #expect(truth.mates(ofLeft: 1).isEmpty && truth.entity(ofLeft: 1) == nil)
  }

  @Test func aHugeEntityCountsItsPairsWithoutMakingThem() {
    let n = 300_000
    let truth = GroundTruth(
      leftEntities: [Int32](repeating: 0, count: n), rightEntities: [Int32](repeating: 0, count: n))
    #expect(truth.truePairCount == n * n)
    #expect(truth.mates(ofLeft: 5).count == n)
  }
}

/// A small seeded generator (Steele, Lea & Flood 2014), so that failures repeat.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
