import ScrupleGroundTruth

@testable import ScrupleAudit

/// A small random linkage with its truth, and the naive facts about it.
struct MadeUpLinkage {
  let leftCount: Int
  let rightCount: Int
  /// Entity codes, -1 where a record has no label.
  let left: [Int32]
  let right: [Int32]
  let links: [ScoredLink]

  /// - Parameter unlabelled: one record in this many has no label; 0 for none.
  init(seed: UInt64, size: Int, unlabelled: Int = 0) {
    var generator = SeededGenerator(state: seed)
    let n = Int.random(in: 1...size, using: &generator)
    let m = Int.random(in: 1...size, using: &generator)
    let entities = Int32(size)
    let draw = { (generator: inout SeededGenerator) -> Int32 in
      let isMissing = unlabelled > 0 && Int.random(in: 0..<unlabelled, using: &generator) == 0
      return isMissing ? -1 : Int32.random(in: 0..<entities, using: &generator)
    }
    left = (0..<n).map { _ in draw(&generator) }
    right = (0..<m).map { _ in draw(&generator) }
    var links: [ScoredLink] = []
    for i in 0..<n {
      for j in 0..<m {
        let isSame = left[i] >= 0 && left[i] == right[j]
        let chance = isSame ? 0.8 : 2 / Double(size)
        guard Double.random(in: 0..<1, using: &generator) < chance else { continue }
        // Coarse weights, so that ties occur.
        let weight = Double(Int.random(in: -20...40, using: &generator)) / 4
        links.append(
          ScoredLink(
            left: Int32(i), right: Int32(j), weight: weight,
            probability: Double(Int.random(in: 0...1000, using: &generator)) / 1000,
            decision: weight >= 2 ? .link : .possible,
            blockingRule: Int.random(in: 0...2, using: &generator)))
      }
    }
    leftCount = n
    rightCount = m
    self.links = links
  }

  var truth: GroundTruth { GroundTruth(leftEntities: left, rightEntities: right) }

  /// The same truth as a list of pairs; only the same where every record has a label.
  var pairTruth: GroundTruth {
    var pairs: [(Int32, Int32)] = []
    for i in 0..<leftCount {
      for j in 0..<rightCount where left[i] == right[j] && left[i] >= 0 {
        pairs.append((Int32(i), Int32(j)))
      }
    }
    return GroundTruth(
      pairs: TruePairs(
        left: pairs.map(\.0), right: pairs.map(\.1), leftCount: leftCount, rightCount: rightCount))
  }

  func report(links other: [ScoredLink]? = nil) throws -> AuditReport {
    try AuditReport(auditing: AuditInput(links: other ?? links, truth: truth))
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
