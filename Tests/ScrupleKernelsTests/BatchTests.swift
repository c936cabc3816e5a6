import ScrupleKernels
import Testing

/// Batches against one pair at a time, with every instruction set this machine has.
@Suite struct BatchTests {
  static let sets = InstructionSet.available
  static let small = allTexts(letters: 3, upTo: 4)

  /// The bytes and offsets of texts.
  static func joined(_ texts: [[UInt32]]) -> (bytes: [UInt8], offsets: [Int]) {
    (
      texts.flatMap { $0.map { UInt8($0) } },
      texts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    )
  }

  static func slab(_ texts: [[UInt32]]) -> TextSlab {
    let (bytes, offsets) = joined(texts)
    return TextSlab(bytes: bytes, offsets: offsets)
  }

  static func slots(_ texts: [[UInt32]]) -> TextSlots {
    let (bytes, offsets) = joined(texts)
    return TextSlots(bytes: bytes, offsets: offsets)
  }

  /// Texts of 0 to 20 letters over an alphabet, each beside some edited copies.
  static func texts(seed: UInt64, count: Int, over alphabet: [UInt32]) -> [[UInt32]] {
    var random = SplitMix(state: seed)
    return (0..<count).flatMap { _ in
      let text = random.text(Int.random(in: 0...20, using: &random), over: alphabet)
      return [text, random.edited(text, times: 2, over: alphabet)]
    }
  }

  static let manyTexts: [[[UInt32]]] = [
    texts(seed: 3, count: 60, over: Array(97...102)),
    texts(seed: 5, count: 60, over: Array(97...122) + [32, 39, 45]),
    texts(seed: 7, count: 60, over: Array(0...255)),
  ]

  // MARK: One against many

  private func checkSlab(
    _ slab: TextSlab, of texts: [[UInt32]], from queries: [[UInt32]], _ set: InstructionSet
  ) {
    let table = JaroTable<Double>.similarities()
    for query in queries {
      for kind in EditDistance.allCases {
        var found = Array(repeating: UInt16(9999), count: texts.count)
        withBytes(query, []) { text, _ in
          found.withUnsafeMutableBufferPointer {
            slab.write(kind, from: text, into: $0, using: set)
          }
        }
        let expected = texts.map { withBytes(query, $0) { kind($0, $1) } }
        if found != expected { Issue.record("\(kind) \(set) from \(spelled(query))") }
      }
      var found = Array(repeating: -1.0, count: texts.count)
      withBytes(query, []) { text, _ in
        found.withUnsafeMutableBufferPointer { slab.write(table, from: text, into: $0, using: set) }
      }
      let expected = texts.map { withBytes(query, $0) { StringDistance.jaroWinkler($0, $1) } }
      if found != expected { Issue.record("jaro-winkler \(set) from \(spelled(query))") }
    }
  }

  @Test(arguments: sets)
  func aSlabGivesTheSameBitsOnAllSmallTexts(_ set: InstructionSet) {
    checkSlab(Self.slab(Self.small), of: Self.small, from: Self.small, set)
  }

  @Test(arguments: sets, manyTexts)
  func aSlabGivesTheSameBitsOnTextsOfAnyLengthAndAlphabet(
    _ set: InstructionSet, _ texts: [[UInt32]]
  ) {
    let strangers: [[UInt32]] = [[1, 2, 3], [200, 97, 201], Array(repeating: 250, count: 16)]
    checkSlab(Self.slab(texts), of: texts, from: Array(texts.prefix(40)) + strangers, set)
  }

  @Test(arguments: sets)
  func lettersBeyondTheCodesOfASlabAreStillTold(_ set: InstructionSet) {
    // 255 letters, so that the rarest have no code, and a query with the one left out.
    let texts: [[UInt32]] = (0..<255).map { [$0, ($0 * 7) % 255, 97] }
    checkSlab(
      Self.slab(texts), of: texts, from: [[255, 97], [254, 97], [0, 253, 254, 255]], set)
  }

  @Test(arguments: sets)
  func anEmptySlabTakesAnyText(_ set: InstructionSet) {
    checkSlab(Self.slab([]), of: [], from: [[], [97]], set)
  }

  // MARK: Arbitrary pairs

  private func checkPairs(
    _ left: [[UInt32]], _ right: [[UInt32]], _ pairs: [(Int, Int)], _ set: InstructionSet
  ) {
    let compared = TextPairs(Self.slots(left), Self.slots(right), using: set)
    let table = JaroTable<Double>.similarities()
    let a = pairs.map { UInt32($0.0) }
    let b = pairs.map { UInt32($0.1) }
    for kind in EditDistance.allCases {
      var found = Array(repeating: UInt16(9999), count: pairs.count)
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          found.withUnsafeMutableBufferPointer { compared.write(kind, of: a, b, into: $0) }
        }
      }
      let expected = pairs.map { withBytes(left[$0.0], right[$0.1]) { kind($0, $1) } }
      if found != expected { Issue.record("\(kind) \(set)") }
    }
    var found = Array(repeating: -1.0, count: pairs.count)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        found.withUnsafeMutableBufferPointer { compared.write(table, of: a, b, into: $0) }
      }
    }
    let expected = pairs.map {
      withBytes(left[$0.0], right[$0.1]) { StringDistance.jaroWinkler($0, $1) }
    }
    if found != expected { Issue.record("jaro-winkler \(set)") }
  }

  @Test(arguments: sets)
  func pairsGiveTheSameBitsOnAllSmallTexts(_ set: InstructionSet) {
    let all = Self.small.indices.flatMap { a in Self.small.indices.map { (a, $0) } }
    checkPairs(Self.small, Self.small, all, set)
  }

  @Test(arguments: sets, manyTexts)
  func pairsGiveTheSameBitsOnTextsOfAnyLengthAndAlphabet(
    _ set: InstructionSet, _ texts: [[UInt32]]
  ) {
    let all = texts.indices.flatMap { a in texts.indices.map { (a, $0) } }
    checkPairs(texts, texts, all.shuffled(), set)
  }

  @Test(arguments: sets)
  func noPairsAreFine(_ set: InstructionSet) {
    checkPairs([[97]], [], [], set)
  }

  // MARK: Pieces

  @Test(arguments: [PieceSimilarity.qGramDice(QGrams()), .qGramJaccard(QGrams()), .tokenSet])
  func piecesAreComparedAsOnePairAtATime(_ similarity: PieceSimilarity) {
    let texts = Self.texts(seed: 61, count: 10, over: [97, 98, 99, 32])
    let compared = TextPairs(Self.slots(texts), Self.slots(texts))
    let slab = Self.slab(texts)
    for (number, text) in texts.enumerated() {
      let expected = texts.map { withBytes(text, $0) { similarity($0, $1) } }
      var found = (
        Array(repeating: -1.0, count: texts.count), Array(repeating: -1.0, count: texts.count)
      )
      withBytes(text, []) { query, _ in
        found.0.withUnsafeMutableBufferPointer { slab.write(similarity, from: query, into: $0) }
      }
      let (a, b) = (texts.map { _ in UInt32(number) }, texts.indices.map { UInt32($0) })
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          found.1.withUnsafeMutableBufferPointer { compared.write(similarity, of: a, b, into: $0) }
        }
      }
      #expect(found.0 == expected && found.1 == expected, "seed 61: \(spelled(text))")
    }
  }

  // MARK: Tables

  @Test func levelsCountTheLimitsNotReached() {
    let table = JaroTable<UInt8>.levels([0.95, 0.85])
    for (a, b) in randomPairs(seed: 47, count: 300, longest: 20) {
      let similarity = withBytes(a, b) { StringDistance.jaroWinkler($0, $1) }
      let expected: UInt8 = similarity >= 0.95 ? 0 : similarity >= 0.85 ? 1 : 2
      #expect(withBytes(a, b) { table($0, $1) } == expected)
      let slab = Self.slab([b])
      var found: [UInt8] = [9]
      withBytes(a, b) { text, _ in
        found.withUnsafeMutableBufferPointer { slab.write(table, from: text, into: $0) }
      }
      #expect(found == [expected], "seed 47: \(spelled(a)) | \(spelled(b))")
    }
  }
}
