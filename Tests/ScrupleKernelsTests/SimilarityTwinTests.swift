import ScrupleKernels
import ScrupleReferenceKernels
import Testing

/// The similarities against their plain twins, over bytes and over scalars.
@Suite struct SimilarityTwinTests {
  typealias Text = [UInt32]

  /// A similarity in both widths beside its twin.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// 0 where the same operations in the same order must give the same bits.
    let tolerance: Double
    let bytes: @Sendable (StringDistance.Bytes, StringDistance.Bytes) -> Double
    let scalars: @Sendable (StringDistance.Scalars, StringDistance.Scalars) -> Double
    let twin: @Sendable (Text, Text) -> Double
  }

  static let whole: [Case] = [
    Case(
      testDescription: "jaro", tolerance: 0,
      bytes: { StringDistance.jaro($0, $1) }, scalars: { StringDistance.jaro($0, $1) },
      twin: { Reference.jaro($0, $1) }),
    Case(
      testDescription: "jaro-winkler", tolerance: 0,
      bytes: { StringDistance.jaroWinkler($0, $1) },
      scalars: { StringDistance.jaroWinkler($0, $1) },
      twin: { Reference.jaroWinkler($0, $1) }),
    Case(
      testDescription: "ratio", tolerance: 1e-12,
      bytes: { StringDistance.ratio($0, $1) }, scalars: { StringDistance.ratio($0, $1) },
      twin: { Reference.ratio($0, $1) }),
    Case(
      testDescription: "token sort ratio", tolerance: 1e-12,
      bytes: { StringDistance.tokenSortRatio($0, $1) },
      scalars: { StringDistance.tokenSortRatio($0, $1) },
      twin: { Reference.tokenSortRatio($0, $1) }),
    Case(
      // The kernel multiplies by 100 before it divides, as RapidFuzz does here.
      testDescription: "token set ratio", tolerance: 1e-12,
      bytes: { StringDistance.tokenSetRatio($0, $1) },
      scalars: { StringDistance.tokenSetRatio($0, $1) },
      twin: { Reference.tokenSetRatio($0, $1) }),
    Case(
      testDescription: "word jaccard", tolerance: 0,
      bytes: { StringDistance.wordJaccard($0, $1) },
      scalars: { StringDistance.wordJaccard($0, $1) },
      twin: { a, b in
        Reference.jaccard(Reference.words(a), Reference.words(b), isDistinct: true) ?? 1
      }),
  ]

  static let partial = Case(
    testDescription: "partial ratio", tolerance: 1e-12,
    bytes: { StringDistance.partialRatio($0, $1) },
    scalars: { StringDistance.partialRatio($0, $1) },
    twin: { Reference.partialRatio($0, $1) })

  static let grams: [Case] = (1...3).flatMap { size in
    [QGrams.Cutting.sliding, .padded, .consecutive].flatMap { cutting in
      [QGrams.Counting.distinct, .repeated].flatMap { counting in
        cases(QGrams(size: size, cutting: cutting, counting: counting))
      }
    }
  }

  static func cases(_ cut: QGrams) -> [Case] {
    let pieces: @Sendable (Text) -> [Text] = {
      switch cut.cutting {
      case .sliding: Reference.grams($0, size: cut.size)
      case .padded: Reference.paddedGrams($0, size: cut.size)
      case .consecutive: Reference.consecutiveGrams($0, size: cut.size)
      }
    }
    let isDistinct = cut.counting == .distinct
    return [
      Case(
        testDescription: "dice \(cut)", tolerance: 0,
        bytes: { StringDistance.qGramDice($0, $1, cut) },
        scalars: { StringDistance.qGramDice($0, $1, cut) },
        twin: { a, b in
          Reference.dice(pieces(a), pieces(b), isDistinct: isDistinct) ?? (a == b ? 1 : 0)
        }),
      Case(
        testDescription: "jaccard \(cut)", tolerance: 0,
        bytes: { StringDistance.qGramJaccard($0, $1, cut) },
        scalars: { StringDistance.qGramJaccard($0, $1, cut) },
        twin: { a, b in
          Reference.jaccard(pieces(a), pieces(b), isDistinct: isDistinct) ?? (a == b ? 1 : 0)
        }),
    ]
  }

  private func check(_ kernel: Case, on pairs: [(Text, Text)], inBytes: Bool = true) {
    for (a, b) in pairs {
      let expected = kernel.twin(a, b)
      var found = [withScalars(a, b, kernel.scalars)]
      if inBytes { found.append(withBytes(a, b, kernel.bytes)) }
      if !found.allSatisfy({ abs($0 - expected) <= kernel.tolerance }) {
        Issue.record("\(spelled(a)) | \(spelled(b)): \(found) not \(expected)")
      }
    }
  }

  /// All small texts with one of the three letters made a space.
  static let spaced: [(Text, Text)] = {
    let texts = allTexts(letters: 3, upTo: 4).map { $0.map { $0 == 99 ? 32 : $0 } }
    return texts.flatMap { a in texts.map { (a, $0) } }
  }()

  @Test(arguments: whole + [partial])
  func similaritiesEqualTheirTwinsOnAllSmallTexts(_ kernel: Case) {
    let isAboutWords =
      kernel.testDescription.contains("token")
      || kernel.testDescription.contains("word")
    check(kernel, on: isAboutWords ? Self.spaced : TwinTests.smallPairs)
  }

  @Test(arguments: whole)
  func similaritiesEqualTheirTwinsAcrossTheWordBorder(_ kernel: Case) {
    check(kernel, on: randomPairs(seed: 19, count: 250))
  }

  @Test func partialRatioEqualsItsTwinAcrossTheWordBorder() {
    check(Self.partial, on: randomPairs(seed: 23, count: 40, longest: 70))
  }

  @Test(arguments: whole)
  func similaritiesEqualTheirTwinsInAnyScript(_ kernel: Case) {
    let pairs = randomPairs(seed: 29, count: 150, longest: 80, alphabet: manyScripts)
    check(kernel, on: pairs, inBytes: false)
  }

  @Test(arguments: grams)
  func qGramsEqualTheirTwins(_ kernel: Case) {
    let texts = allTexts(letters: 2, upTo: 4)
    check(kernel, on: texts.flatMap { a in texts.map { (a, $0) } })
    check(kernel, on: randomPairs(seed: 31, count: 40))
  }

  @Test func atLeastAgreesWithTheSimilarity() {
    for (a, b) in TwinTests.smallPairs + randomPairs(seed: 37, count: 300, longest: 70) {
      let similarity = Reference.jaroWinkler(a, b)
      for threshold in [0, 0.5, 0.7, 0.85, 0.9, 0.95, 1, similarity, similarity.nextUp] {
        let bytes = withBytes(a, b) { StringDistance.jaroWinklerIsAtLeast(threshold, $0, $1) }
        let scalars = withScalars(a, b) {
          StringDistance.jaroWinklerIsAtLeast(threshold, $0, $1)
        }
        let expected = similarity >= threshold
        if bytes != expected || scalars != expected {
          Issue.record("seed 37: \(spelled(a)) | \(spelled(b)) at \(threshold)")
        }
      }
    }
  }
}
