import ScrupleKernels
import ScrupleReferenceKernels
import Testing

/// The kernels against their plain twins, over bytes and over scalars.
@Suite struct TwinTests {
  typealias Text = [UInt32]

  static let smallPairs: [(Text, Text)] = {
    let wide = allTexts(letters: 3, upTo: 4)
    let narrow = allTexts(letters: 2, upTo: 5)
    return wide.flatMap { a in wide.map { (a, $0) } }
      + narrow.flatMap { a in narrow.map { (a, $0) } }
  }()

  /// An integer kernel in both widths beside its twin.
  struct IntegerCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: @Sendable (StringDistance.Bytes, StringDistance.Bytes) -> Int
    let scalars: @Sendable (StringDistance.Scalars, StringDistance.Scalars) -> Int
    let twin: @Sendable (Text, Text) -> Int
    var twinOfLongTexts: (@Sendable (Text, Text) -> Int)?
  }

  static let integers = [
    IntegerCase(
      testDescription: "levenshtein",
      bytes: { StringDistance.levenshtein($0, $1) },
      scalars: { StringDistance.levenshtein($0, $1) },
      twin: { Reference.levenshtein($0, $1) }),
    IntegerCase(
      testDescription: "levenshtein within 2",
      bytes: { StringDistance.levenshtein($0, $1, limit: 2) },
      scalars: { StringDistance.levenshtein($0, $1, limit: 2) },
      twin: { min(3, Reference.levenshtein($0, $1)) }),
    IntegerCase(
      testDescription: "levenshtein within 0",
      bytes: { StringDistance.levenshtein($0, $1, limit: 0) },
      scalars: { StringDistance.levenshtein($0, $1, limit: 0) },
      twin: { min(1, Reference.levenshtein($0, $1)) }),
    IntegerCase(
      testDescription: "weighted levenshtein",
      bytes: {
        StringDistance.weightedLevenshtein($0, $1, insertion: 2, deletion: 3, substitution: 4)
      },
      scalars: {
        StringDistance.weightedLevenshtein($0, $1, insertion: 2, deletion: 3, substitution: 4)
      },
      twin: {
        Reference.weightedLevenshtein($0, $1, insertion: 2, deletion: 3, substitution: 4)
      }),
    IntegerCase(
      testDescription: "optimal string alignment",
      bytes: { StringDistance.optimalStringAlignment($0, $1) },
      scalars: { StringDistance.optimalStringAlignment($0, $1) },
      twin: { Reference.optimalStringAlignment($0, $1) }),
    IntegerCase(
      testDescription: "optimal string alignment within 3",
      bytes: { StringDistance.optimalStringAlignment($0, $1, limit: 3) },
      scalars: { StringDistance.optimalStringAlignment($0, $1, limit: 3) },
      twin: { min(4, Reference.optimalStringAlignment($0, $1)) }),
    IntegerCase(
      testDescription: "damerau-levenshtein",
      bytes: { StringDistance.damerauLevenshtein($0, $1) },
      scalars: { StringDistance.damerauLevenshtein($0, $1) },
      twin: { Reference.damerauLevenshtein($0, $1) },
      twinOfLongTexts: { Reference.damerauLevenshteinOfLongTexts($0, $1) }),
    IntegerCase(
      testDescription: "longest common subsequence",
      bytes: { StringDistance.longestCommonSubsequence($0, $1) },
      scalars: { StringDistance.longestCommonSubsequence($0, $1) },
      twin: { Reference.longestCommonSubsequence($0, $1) }),
    IntegerCase(
      testDescription: "indel",
      bytes: { StringDistance.indel($0, $1) },
      scalars: { StringDistance.indel($0, $1) },
      twin: { Reference.indel($0, $1) }),
    IntegerCase(
      testDescription: "hamming",
      bytes: { StringDistance.hamming($0, $1) },
      scalars: { StringDistance.hamming($0, $1) },
      twin: { Reference.hamming($0, $1) }),
  ]

  @Test(arguments: integers)
  func integerKernelsEqualTheirTwinsOnAllSmallTexts(_ kernel: IntegerCase) {
    for (a, b) in Self.smallPairs {
      let expected = kernel.twin(a, b)
      let bytes = withBytes(a, b, kernel.bytes)
      let scalars = withScalars(a, b, kernel.scalars)
      if bytes != expected || scalars != expected {
        Issue.record("\(spelled(a)) \(spelled(b)): \(bytes) \(scalars) not \(expected)")
      }
    }
  }

  @Test(arguments: integers)
  func integerKernelsEqualTheirTwinsAcrossTheWordBorder(_ kernel: IntegerCase) {
    for (a, b) in randomPairs(seed: 7, count: 250) {
      let expected = (kernel.twinOfLongTexts ?? kernel.twin)(a, b)
      let bytes = withBytes(a, b, kernel.bytes)
      let scalars = withScalars(a, b, kernel.scalars)
      if bytes != expected || scalars != expected {
        Issue.record(
          "seed 7: \(spelled(a)) | \(spelled(b)): \(bytes) \(scalars) not \(expected)")
      }
    }
  }

  @Test(arguments: integers)
  func integerKernelsEqualTheirTwinsInAnyScript(_ kernel: IntegerCase) {
    for (a, b) in randomPairs(seed: 11, count: 150, longest: 80, alphabet: manyScripts) {
      let expected = (kernel.twinOfLongTexts ?? kernel.twin)(a, b)
      #expect(withScalars(a, b, kernel.scalars) == expected, "seed 11")
    }
  }

  @Test(arguments: integers)
  func byteKernelsTakeAnyByte(_ kernel: IntegerCase) {
    let alphabet: [UInt32] = Array(0...255)
    for (a, b) in randomPairs(seed: 13, count: 150, longest: 80, alphabet: alphabet) {
      let expected = (kernel.twinOfLongTexts ?? kernel.twin)(a, b)
      #expect(withBytes(a, b, kernel.bytes) == expected, "seed 13")
    }
  }

  @Test func bothTwinsOfDamerauLevenshteinAgreeOnAllSmallTexts() {
    for (a, b) in Self.smallPairs {
      let definition = Reference.damerauLevenshtein(a, b)
      if Reference.damerauLevenshteinOfLongTexts(a, b) != definition {
        Issue.record("\(spelled(a)) \(spelled(b))")
      }
    }
  }

  @Test func everyLimitGivesTheDistanceOrOneMore() {
    for (a, b) in randomPairs(seed: 17, count: 120, longest: 130) {
      let distance = Reference.levenshtein(a, b)
      let alignment = Reference.optimalStringAlignment(a, b)
      for limit in [0, 1, 2, 3, 5, 8, 40, 64, 200, Int.max] {
        let expected = distance <= limit ? distance : limit + 1
        let aligned = alignment <= limit ? alignment : limit + 1
        let actual = withBytes(a, b) { x, y in
          [
            StringDistance.levenshtein(x, y, limit: limit),
            StringDistance.optimalStringAlignment(x, y, limit: limit),
          ]
        }
        #expect(actual == [expected, aligned], "seed 17, limit \(limit)")
      }
    }
  }
}
