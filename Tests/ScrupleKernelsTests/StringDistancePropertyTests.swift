import ScrupleKernels
import Testing

/// The algebra that the documentation promises.
@Suite struct StringDistancePropertyTests {
  static let texts = allTexts(letters: 3, upTo: 3)
  static let pairs = TwinTests.smallPairs + randomPairs(seed: 41, count: 300, longest: 140)

  static let metrics: [TwinTests.IntegerCase] = TwinTests.integers.filter {
    ["levenshtein", "damerau-levenshtein", "indel", "hamming"].contains($0.testDescription)
  }
  static let symmetric: [TwinTests.IntegerCase] = TwinTests.integers.filter {
    $0.testDescription != "weighted levenshtein"
  }

  @Test(arguments: symmetric)
  func distancesAreSymmetric(_ kernel: TwinTests.IntegerCase) {
    for (a, b) in Self.pairs where withBytes(a, b, kernel.bytes) != withBytes(b, a, kernel.bytes) {
      Issue.record("seed 41: \(spelled(a)) | \(spelled(b))")
    }
  }

  @Test(
    arguments: SimilarityTwinTests.whole + [SimilarityTwinTests.partial]
      + SimilarityTwinTests.grams)
  func similaritiesAreSymmetricAndInRange(_ kernel: SimilarityTwinTests.Case) {
    let top = kernel.testDescription.contains("ratio") ? 100.0 : 1.0
    let pairs = Self.texts.flatMap { a in Self.texts.map { (a, $0) } }
    for (a, b) in pairs + randomPairs(seed: 43, count: 40, longest: 90) {
      let there = withBytes(a, b, kernel.bytes)
      let back = withBytes(b, a, kernel.bytes)
      if there != back || !(0...top).contains(there) {
        Issue.record("seed 43: \(spelled(a)) | \(spelled(b)): \(there) \(back)")
      }
    }
  }

  @Test(arguments: metrics)
  func distanceIsZeroOnlyForEqualTexts(_ kernel: TwinTests.IntegerCase) {
    for (a, b) in Self.pairs where (withBytes(a, b, kernel.bytes) == 0) != (a == b) {
      Issue.record("seed 41: \(spelled(a)) | \(spelled(b))")
    }
  }

  @Test func jaroIsOneOnlyForEqualTexts() {
    for (a, b) in Self.pairs {
      let isOne = withBytes(a, b) { StringDistance.jaro($0, $1) } == 1
      if isOne == (a == b) { continue }
      Issue.record("seed 41: \(spelled(a)) | \(spelled(b))")
    }
  }

  @Test(arguments: metrics)
  func metricsObeyTheTriangleInequality(_ kernel: TwinTests.IntegerCase) {
    let distances = Self.texts.map { a in Self.texts.map { withBytes(a, $0, kernel.bytes) } }
    for i in Self.texts.indices {
      for j in Self.texts.indices {
        for k in Self.texts.indices where distances[i][k] > distances[i][j] + distances[j][k] {
          let trail = [i, j, k].map { spelled(Self.texts[$0]) }
          Issue.record("\(trail)")
        }
      }
    }
  }

  @Test func optimalStringAlignmentIsNoMetric() {
    let distance = { (a: String, b: String) in
      withScalars(scalars(a), scalars(b)) { StringDistance.optimalStringAlignment($0, $1) }
    }
    #expect(distance("CA", "AC") + distance("AC", "ABC") < distance("CA", "ABC"))
  }

  @Test func freerEditsNeverCostMore() {
    for (a, b) in Self.pairs {
      let isOrdered = withBytes(a, b) { x, y in
        let damerau = StringDistance.damerauLevenshtein(x, y)
        let alignment = StringDistance.optimalStringAlignment(x, y)
        let levenshtein = StringDistance.levenshtein(x, y)
        let indel = StringDistance.indel(x, y)
        let hamming = StringDistance.hamming(x, y)
        return damerau <= alignment && alignment <= levenshtein && levenshtein <= indel
          && levenshtein <= hamming && levenshtein >= abs(x.count - y.count)
          && hamming <= max(x.count, y.count)
      }
      if !isOrdered { Issue.record("seed 41: \(spelled(a)) | \(spelled(b))") }
    }
  }

  @Test func jaroWinklerNeverLowersJaro() {
    for (a, b) in Self.pairs {
      let (jaro, winkler) = withBytes(a, b) {
        (StringDistance.jaro($0, $1), StringDistance.jaroWinkler($0, $1))
      }
      if winkler < jaro { Issue.record("seed 41: \(spelled(a)) | \(spelled(b))") }
    }
  }

  @Test func normalizedSimilaritiesFollowFromTheDistances() {
    let a = scalars("kitten")
    let b = scalars("sitting")
    let found = withBytes(a, b) { x, y in
      [
        StringDistance.normalizedLevenshtein(x, y),
        StringDistance.normalizedOptimalStringAlignment(x, y),
        StringDistance.normalizedDamerauLevenshtein(x, y),
        StringDistance.normalizedIndel(x, y),
        StringDistance.normalizedLongestCommonSubsequence(x, y),
      ]
    }
    let expected = [1 - 3.0 / 7, 1 - 3.0 / 7, 1 - 3.0 / 7, 1 - 5.0 / 13, 1 - 3.0 / 7]
    #expect(found == expected)
    #expect(StringDistance.normalizedSimilarity(distance: 0, maximum: 0) == 1)
  }
}
