import ScrupleKernels
import ScrupleReferenceKernels
import Testing

/// Texts of several blocks of 64 symbols.
@Suite struct LongTextTests {
  static let pairs = randomPairs(seed: 53, count: 60, longest: 400) + twins

  /// Texts whose lengths are whole blocks, and one beside them that is nearly the same.
  static let twins: [([UInt32], [UInt32])] = {
    var random = SplitMix(state: 59)
    return [64, 65, 127, 128, 129, 192, 193, 256, 320].map { length in
      let text = random.text(length, over: [97, 98])
      return (text, random.edited(text, times: 9, over: [97, 98]))
    }
  }()

  @Test func blocksGiveTheDistancesOfTheMatrix() {
    for (a, b) in Self.pairs {
      let expected = [
        Reference.levenshtein(a, b), Reference.optimalStringAlignment(a, b),
        Reference.longestCommonSubsequence(a, b),
      ]
      let bytes = withBytes(a, b) {
        [
          StringDistance.levenshtein($0, $1), StringDistance.optimalStringAlignment($0, $1),
          StringDistance.longestCommonSubsequence($0, $1),
        ]
      }
      let scalars = withScalars(a, b) {
        [
          StringDistance.levenshtein($0, $1), StringDistance.optimalStringAlignment($0, $1),
          StringDistance.longestCommonSubsequence($0, $1),
        ]
      }
      #expect(bytes == expected && scalars == expected, "seeds 53, 59: \(a.count), \(b.count)")
      let jaro = Reference.jaro(a, b)
      #expect(withBytes(a, b) { StringDistance.jaro($0, $1) } == jaro, "\(a.count), \(b.count)")
      #expect(withScalars(a, b) { StringDistance.jaro($0, $1) } == jaro)
    }
  }

  @Test func textsOfDistinctSymbolsAreComparedWithoutMasks() {
    // 9,000 distinct symbols would need 1.3 million words of masks.
    let a = (0..<9000).map { UInt32($0) + 0x1_0000 }
    let b = a.map { $0 + 9000 }
    #expect(withScalars(a, b) { StringDistance.levenshtein($0, $1, limit: 10) } == 11)
  }

  @Test func tenThousandLettersAreNotTooMany() {
    let a: [UInt32] = (0..<10_000).map { [97, 98, 99, 100, 98][$0 % 5] }
    let b: [UInt32] = [120] + Array(a.dropLast(2))
    #expect(withBytes(a, b) { StringDistance.levenshtein($0, $1) } == 3)
    #expect(withBytes(a, b) { StringDistance.indel($0, $1) } == 3)
    #expect(withBytes(a, b) { StringDistance.jaroWinkler($0, $1) } > 0.9)
  }
}
