import ScrupleKernels
import ScrupleMadeUpRecords
import ScrupleRecords
import Testing

@testable import ScrupleComparison

/// Short texts of few letters, digits and blanks, so that many pairs are alike.
private func texts(seed: UInt64, count: Int, letters: String = "ab s3") -> [[UInt8]] {
  var dice = Dice(seed: seed)
  return (0..<count).map { _ in Array(dice.word(letters, 1...9).utf8) }
}

private func sketch(_ text: [UInt8]) -> TextSketch {
  text.withUnsafeBufferPointer { TextSketch($0) }
}

struct TextSketchTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func theBeginningIsNeverShorterThanItIs(seed: UInt64) {
    let all = texts(seed: seed, count: 400)
    var exact = 0
    for (one, other) in zip(all, all.reversed()) {
      let common = min(4, zip(one, other).prefix { $0 == $1 }.count)
      let said = sketch(one).commonBeginning(sketch(other))
      #expect(said >= common && said <= min(one.count, other.count, 4))
      exact += said == common ? 1 : 0
    }
    // Only `3` and `s` are mixed up.
    #expect(exact > 250)
  }

  @Test func lettersThatShareNoFiveBitsAreToldApart() {
    for first in UInt8(ascii: "a")...UInt8(ascii: "z") {
      for second in UInt8(ascii: "a")...UInt8(ascii: "z") {
        let common = sketch([first, 0x61, 0x62]).commonBeginning(sketch([second, 0x61, 0x62]))
        #expect(common == (first == second ? 3 : 0))
        let bounds = LikenessBounds(sketch([first]), sketch([second]))
        #expect(bounds.fewestEdits == (first == second ? 0 : 1))
      }
    }
  }

  @Test func textsThatSpellTheSameButForBlanksAreNeverRefused() {
    for text in texts(seed: 5, count: 500) where text.contains(0x20) {
      let joined = text.filter { $0 != 0x20 }
      if joined.isEmpty { continue }
      #expect(sketch(text).maySpellTheSame(sketch(joined)))
    }
    #expect(!sketch(Array("ab c".utf8)).maySpellTheSame(sketch(Array("abd".utf8))))
    #expect(!sketch(Array("abc".utf8)).maySpellTheSame(sketch(Array("cab".utf8))))
  }

  @Test(arguments: [(2_046, false), (2_047, false), (2_048, true)])
  func longTextsHaveNoBounds(length: Int, isUnbounded: Bool) {
    let long = sketch([UInt8](repeating: 0x61, count: length))
    #expect(long.isUnbounded == isUnbounded)
    #expect(long.count == min(length, 2_047))
    let bounds = LikenessBounds(long, sketch([0x62]))
    #expect((bounds.fewestEdits == 0) == isUnbounded)
    #expect(bounds.mayReach(JaroWinklerLimit(0.99)) == isUnbounded)
  }

  @Test func otherAlphabetsHaveNoBounds() {
    let bounds = LikenessBounds(sketch(Array("é".utf8)), sketch(Array("x".utf8)))
    #expect(bounds.fewestEdits == 0)
    #expect(bounds.mayReach(JaroWinklerLimit(1)))
  }

  @Test func wordsOfARowAreTheSketch() {
    var values = ValueDictionary()
    for text in texts(seed: 9, count: 100) {
      _ = text.withUnsafeBufferPointer { values.code(of: $0) }
    }
    let words = TextSketch.words(of: values)
    #expect(words.count == 2 * values.count)
    for code in 0..<values.count {
      words.withUnsafeBufferPointer {
        #expect(TextSketch($0.baseAddress! + 2 * code) == sketch(values.bytes(of: UInt32(code))))
      }
    }
  }
}

struct LikenessBoundsTests {
  @Test(arguments: [11, 12, 13] as [UInt64])
  func noDistanceIsSmallerAndNoSimilarityLarger(seed: UInt64) {
    let all = texts(seed: seed, count: 700)
    let limits = [0, 0.3, 0.5, 0.7, 0.82, 0.92, 0.93, 0.99, 1]
    for (place, one) in all.enumerated() {
      for other in all[max(0, place - 20)...place] {
        let bounds = LikenessBounds(sketch(one), sketch(other))
        one.withUnsafeBufferPointer { one in
          other.withUnsafeBufferPointer { other in
            #expect(bounds.fewestEdits <= StringDistance.optimalStringAlignment(one, other))
            let similarity = StringDistance.jaroWinkler(one, other)
            for limit in limits + [similarity] where similarity >= limit {
              #expect(bounds.mayReach(JaroWinklerLimit(limit)))
            }
          }
        }
        #expect(!bounds.mayReach(JaroWinklerLimit(1.01)))
      }
    }
  }

  /// The bound in divisions, as it is written in books.
  @Test func theLimitIsThatOfThePlainFormula() {
    let all = texts(seed: 21, count: 300, letters: "abcdefg")
    var refused = 0
    for (one, other) in zip(all, all.dropFirst()) {
      let onlyOne = Set(one).subtracting(other).count
      let onlyOther = Set(other).subtracting(one).count
      let matched = Double(max(0, min(one.count - onlyOne, other.count - onlyOther)))
      let jaro = (matched / Double(one.count) + matched / Double(other.count) + 1) / 3
      let common = Double(min(4, zip(one, other).prefix { $0 == $1 }.count))
      let largest = jaro + 0.1 * common * (1 - jaro)
      let bounds = LikenessBounds(sketch(one), sketch(other))
      #expect(bounds.mayReach(JaroWinklerLimit(largest - 1e-5)))
      #expect(!bounds.mayReach(JaroWinklerLimit(largest + 1e-5)) || largest + 1e-5 > 1)
      refused += bounds.mayReach(JaroWinklerLimit(0.92)) ? 0 : 1
    }
    #expect(refused > 100)
  }
}
