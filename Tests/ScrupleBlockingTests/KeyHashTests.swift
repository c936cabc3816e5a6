import ScrupleNormalization
import Testing

@testable import ScrupleBlocking

/// All strings over an alphabet with lengths in a range.
private func allStrings(over alphabet: [UInt8], lengths: ClosedRange<Int>) -> [[UInt8]] {
  var all: [[UInt8]] = []
  var ofLength: [[UInt8]] = [[]]
  for length in 0...lengths.upperBound {
    if length > 0 { ofLength = ofLength.flatMap { word in alphabet.map { word + [$0] } } }
    if lengths.contains(length) { all += ofLength }
  }
  return all
}

/// Every string that one edit (optimal string alignment) makes of another.
private func neighbours(of word: [UInt8], over alphabet: [UInt8]) -> Set<[UInt8]> {
  var found: Set<[UInt8]> = [word]
  for place in word.indices {
    var shorter = word
    shorter.remove(at: place)
    found.insert(shorter)
    for letter in alphabet {
      var other = word
      other[place] = letter
      found.insert(other)
    }
    if place + 1 < word.count {
      var exchanged = word
      exchanged.swapAt(place, place + 1)
      found.insert(exchanged)
    }
  }
  for place in 0...word.count {
    for letter in alphabet {
      var longer = word
      longer.insert(letter, at: place)
      found.insert(longer)
    }
  }
  return found
}

struct DeletionKeyTests {
  private func keys(_ word: [UInt8]) -> [UInt64] {
    var keys: [UInt64] = []
    word.withUnsafeBufferPointer { KeyHash.append(keysOf: $0, .deletions, to: &keys) }
    return keys
  }

  @Test(arguments: [("ab", 4...8), ("abc", 4...5), ("abcd", 4...4)])
  func stringsOneEditApartShareAKey(alphabet: String, lengths: ClosedRange<Int>) {
    let letters = Array(alphabet.utf8)
    for word in allStrings(over: letters, lengths: lengths) {
      let mine = Set(keys(word))
      for other in neighbours(of: word, over: letters) {
        #expect(!mine.isDisjoint(with: keys(other)), "\(word) and \(other)")
      }
    }
  }

  @Test func keysAreSharedOnlyWhereTheStringsShareADeletion() {
    let words = allStrings(over: Array("abc".utf8), lengths: 3...5)
    let hashed = words.map { Set(keys($0)) }
    let plain = words.map { word -> Set<[UInt8]> in
      guard word.count >= 4 else { return [word] }
      return Set(
        word.indices.map { place in
          var shorter = word
          shorter.remove(at: place)
          return shorter
        } + [word])
    }
    for one in words.indices {
      #expect(hashed[one].count == plain[one].count)
      for other in one..<words.count {
        let isShared = !plain[one].isDisjoint(with: plain[other])
        if hashed[one].isDisjoint(with: hashed[other]) == isShared {
          Issue.record("\(words[one]) and \(words[other])")
        }
      }
    }
  }

  @Test func keysAreDistinctAndNeverZero() {
    for word in allStrings(over: Array("ab".utf8), lengths: 0...7) {
      let list = keys(word)
      #expect(Set(list).count == list.count)
      #expect(!list.contains(0))
    }
  }

  @Test func shortAndVeryLongStringsGiveOnlyThemselves() {
    #expect(keys(Array("abc".utf8)).count == 1)
    #expect(keys(Array("abcd".utf8)).count == 5)
    let long = (0..<65).map { UInt8($0) }
    #expect(keys(Array(long.dropLast())).count == 65)
    #expect(keys(long).count == 1)
  }
}

struct KeyTransformTests {
  private func keys(_ text: String, _ transform: KeyTransform) -> Set<UInt64> {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var keys: [UInt64] = []
      if transform.givesSeveral {
        KeyHash.append(keysOf: bytes, transform, to: &keys)
      } else if KeyHash.key(of: bytes, transform) != 0 {
        keys = [KeyHash.key(of: bytes, transform)]
      }
      #expect(Set(keys).count == keys.count, "a key stands twice")
      return Set(keys)
    }
  }

  @Test(
    arguments: [.value, .prefix(3), .soundex, .doubleMetaphone, .tokens, .deletions]
      as [KeyTransform])
  func theMissingValueHasNoKey(transform: KeyTransform) {
    #expect(keys("", transform).isEmpty)
  }

  @Test func aValueShorterThanThePrefixIsItsOwnPrefix() {
    #expect(keys("li", .prefix(3)) == keys("li", .value))
    #expect(keys("lind", .prefix(3)) == keys("lin", .value))
    #expect(keys("lind", .prefix(3)) != keys("lind", .value))
  }

  @Test func everyTokenIsAKey() {
    #expect(keys("maria de la cruz", .tokens).count == 4)
    #expect(keys("cruz cruz", .tokens) == keys("cruz", .tokens))
    #expect(keys("cruz", .tokens) == keys("cruz", .value))
  }

  @Test func soundexAgreesWhereTheCodesAgree() {
    #expect(keys("robert", .soundex) == keys("rupert", .soundex))
    #expect(keys("robert", .soundex) != keys("rubin", .soundex))
  }

  @Test func doubleMetaphoneHasUpToTwoKeys() {
    #expect(keys("smith", .doubleMetaphone).count == 2)
    #expect(!keys("smith", .doubleMetaphone).isDisjoint(with: keys("schmidt", .doubleMetaphone)))
  }

  @Test func partsOfDatesAreNotMistakenForEachOther() {
    let date = CivilDate(year: 1984, month: 3, day: 5)!
    let keys = [KeyTransform.year, .yearMonth, .monthDay].map { KeyHash.date(date, $0) }
    #expect(Set(keys).count == 3)
    #expect(!keys.contains(nil))
    let year = CivilDate(year: 1984)!
    #expect(KeyHash.date(year, .year) == keys[0])
    #expect(KeyHash.date(year, .yearMonth) == nil)
    #expect(KeyHash.date(year, .monthDay) == nil)
    let month = CivilDate(year: 1984, month: 3)!
    #expect(KeyHash.date(month, .yearMonth) == keys[1])
    #expect(KeyHash.date(month, .monthDay) == nil)
  }

  @Test func everyDayOfTheYearHasItsOwnKey() {
    var seen = Set<UInt64>()
    for month in 1...12 {
      for day in 1...CivilDate.dayCount(year: 2000, month: month) {
        seen.insert(KeyHash.date(CivilDate(year: 2000, month: month, day: day)!, .monthDay)!)
      }
    }
    #expect(seen.count == 366)
  }
}
