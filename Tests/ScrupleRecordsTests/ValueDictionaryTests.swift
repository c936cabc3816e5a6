import ScrupleMadeUpRecords
import ScrupleRecords
import Testing

/// Values of every length around the edges of the hash's words, some of them
/// the same but for one byte.
private func manyValues(seed: UInt64, count: Int) -> [[UInt8]] {
  var dice = Dice(seed: seed)
  var values: [[UInt8]] = []
  while values.count < count {
    var value = (0..<dice.below(40)).map { _ in UInt8(dice.below(3)) }
    values.append(value)
    if !value.isEmpty {
      value[dice.below(value.count)] = 255
      values.append(value)
    }
  }
  return values
}

struct ValueDictionaryTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func codesAreThoseOfANaiveDictionary(seed: UInt64) {
    var dictionary = ValueDictionary()
    var twin: [[UInt8]: UInt32] = [[]: 0]
    for value in manyValues(seed: seed, count: 20_000) {
      let expected = twin[value] ?? UInt32(twin.count)
      twin[value] = expected
      let code = value.withUnsafeBufferPointer { dictionary.code(of: $0) }
      #expect(code == expected, "seed \(seed), length \(value.count)")
    }
    #expect(dictionary.count == twin.count)
    #expect(dictionary.byteCount == twin.keys.reduce(0) { $0 + $1.count })
    for (value, code) in twin { #expect(dictionary.bytes(of: code) == value) }
  }

  @Test(arguments: [0, 5_000])
  func aClosedDictionaryKeepsItsCodesAndTakesFurtherValues(later: Int) {
    var dictionary = ValueDictionary()
    let values = manyValues(seed: 4, count: 10_000)
    for value in values.dropLast(later) {
      value.withUnsafeBufferPointer { _ = dictionary.code(of: $0) }
    }
    var closed = dictionary.closed()
    #expect(closed.count == dictionary.count)
    for code in 0..<UInt32(dictionary.count) {
      #expect(closed.bytes(of: code) == dictionary.bytes(of: code))
    }
    let (opened, before) = (closed.opened(), dictionary)
    for value in values {
      value.withUnsafeBufferPointer { value in
        #expect(opened.existingCode(of: value) == before.existingCode(of: value))
        #expect(closed.code(of: value) == dictionary.code(of: value))
      }
    }
  }

  @Test func aClosedDictionaryCodesManyValuesAtOnce() {
    let values = manyValues(seed: 5, count: 300)
    var dictionary = ValueDictionary()
    let expected = values.map { $0.withUnsafeBufferPointer { dictionary.code(of: $0) } }
    var codes: [UInt32] = []
    for value in values {
      value.withUnsafeBufferPointer { value in
        var closed = dictionary.closed()
        [value].withUnsafeBufferPointer { closed.appendCodes(of: $0, to: &codes) }
      }
    }
    #expect(codes == expected)
  }

  @Test func allStringsOfUpToSevenBitsAreToldApart() {
    var dictionary = ValueDictionary()
    var expected: UInt32 = 0
    for length in 0...7 {
      for bits in 0..<(1 << length) {
        let value = (0..<length).map { UInt8(bits >> $0 & 1) }
        #expect(value.withUnsafeBufferPointer { dictionary.code(of: $0) } == expected)
        expected += 1
      }
    }
    #expect(dictionary.count == 255)
  }

  @Test(arguments: [7, 8, 9, 15, 16, 17, 31, 32, 33, 100])
  func valuesThatDifferInOneByteAreToldApart(length: Int) {
    var dictionary = ValueDictionary()
    let base = [UInt8](repeating: 0x61, count: length)
    #expect(base.withUnsafeBufferPointer { dictionary.code(of: $0) } == 1)
    for place in 0..<length {
      var other = base
      other[place] = 0x62
      #expect(other.withUnsafeBufferPointer { dictionary.code(of: $0) } == UInt32(place + 2))
    }
    #expect(base.withUnsafeBufferPointer { dictionary.existingCode(of: $0) } == 1)
  }

  @Test func theEmptyValueIsMissingAndHasCodeZero() {
    var dictionary = ValueDictionary()
    #expect(dictionary.count == 1)
    #expect(dictionary.code(of: "") == ValueDictionary.missing)
    #expect(dictionary.existingCode(of: "") == 0)
    #expect(dictionary.bytes(of: 0).isEmpty)
    #expect(dictionary.text(of: 0).isEmpty)
    #expect(dictionary.count == 1)
  }

  @Test func askingForAValueDoesNotAddIt() {
    var dictionary = ValueDictionary()
    #expect(dictionary.existingCode(of: "one") == nil)
    #expect(dictionary.count == 1)
    #expect(dictionary.code(of: "one") == 1)
    #expect(dictionary.existingCode(of: "one") == 1)
    #expect(dictionary.existingCode(of: "two") == nil)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 1_000, 100_000])
  func theExpectedCountChangesNoCode(expected: Int) {
    var sized = ValueDictionary(expectedCount: expected)
    var plain = ValueDictionary()
    for value in manyValues(seed: 5, count: 3_000) {
      value.withUnsafeBufferPointer { #expect(sized.code(of: $0) == plain.code(of: $0)) }
    }
    #expect(sized.count == plain.count)
  }

  @Test func codesOutliveEveryDoublingOfTheTable() {
    var dictionary = ValueDictionary(expectedCount: 0)
    for number in 1...20_000 {
      #expect(dictionary.code(of: "value \(number)") == UInt32(number))
      if number.nonzeroBitCount == 1 {
        for earlier in 1...number {
          #expect(dictionary.existingCode(of: "value \(earlier)") == UInt32(earlier))
        }
      }
    }
  }

  @Test func aCopyIsIndependent() {
    var one = ValueDictionary()
    #expect(one.code(of: "a") == 1)
    var other = one
    #expect(one.code(of: "b") == 2)
    #expect(other.code(of: "c") == 2)
    #expect(one.existingCode(of: "c") == nil)
    #expect(other.text(of: 2) == "c")
  }

  @Test(arguments: [0, 1, 63, 64, 65, 200, 9_000])
  func manyCodesAtOnceAreTheCodesOneByOne(count: Int) {
    let values = Array(manyValues(seed: 11, count: count + 1).prefix(count))
    let arena = values.flatMap { $0 }
    var batch = ValueDictionary()
    var single = ValueDictionary()
    var codes: [UInt32] = [77]
    arena.withUnsafeBufferPointer { bytes in
      var start = 0
      let pieces = values.map { value in
        defer { start += value.count }
        return UnsafeBufferPointer(rebasing: bytes[start..<start + value.count])
      }
      pieces.withUnsafeBufferPointer { batch.appendCodes(of: $0, to: &codes) }
    }
    let expected = values.map { $0.withUnsafeBufferPointer { single.code(of: $0) } }
    #expect(codes == [77] + expected)
    #expect(batch.count == single.count)
  }

  /// Ascending values need no table; one is made when the order breaks, wherever that is.
  @Test(arguments: [0, 1, 2, 3, 63, 64, 65, 130, 700])
  func valuesThatAscendForAWhileHaveTheCodesOfANaiveDictionary(ascending: Int) {
    let ordered = Array(Set(manyValues(seed: 21, count: 3_000)).subtracting([[]]))
      .sorted { $0.lexicographicallyPrecedes($1) }.prefix(ascending)
    let values =
      ordered.flatMap { [$0, $0, []] } + manyValues(seed: 22, count: 300) + Array(ordered)
    var dictionary = ValueDictionary()
    var batch = ValueDictionary()
    var codes: [UInt32] = []
    var twin: [[UInt8]: UInt32] = [[]: 0]
    for (place, value) in values.enumerated() {
      let expected = twin[value] ?? UInt32(twin.count)
      value.withUnsafeBufferPointer { value in
        #expect(dictionary.existingCode(of: value) == twin[Array(value)])
        #expect(dictionary.code(of: value) == expected)
        [value].withUnsafeBufferPointer { batch.appendCodes(of: $0, to: &codes) }
      }
      twin[value] = expected
      #expect(codes[place] == expected)
      if place % 97 == 0 {
        for (known, code) in twin {
          #expect(known.withUnsafeBufferPointer { dictionary.existingCode(of: $0) } == code)
        }
      }
    }
    #expect(dictionary.count == twin.count && batch.count == twin.count)
  }

  @Test func theArenaHoldsEveryValueBetweenItsOffsets() {
    var dictionary = ValueDictionary()
    for value in manyValues(seed: 3, count: 500) {
      _ = value.withUnsafeBufferPointer { dictionary.code(of: $0) }
    }
    dictionary.withAllBytes { arena, offsets in
      #expect(offsets.count == dictionary.count + 1)
      #expect(offsets.last == arena.count)
      for code in 0..<dictionary.count {
        let bytes = Array(arena[offsets[code]..<offsets[code + 1]])
        #expect(bytes == dictionary.bytes(of: UInt32(code)))
        #expect(dictionary.withBytes(of: UInt32(code)) { Array($0) } == bytes)
      }
    }
  }

  @Test func invalidUTF8IsKeptAsBytesAndRepairedAsText() {
    var dictionary = ValueDictionary()
    let bytes: [UInt8] = [0x61, 0xFF]
    let code = bytes.withUnsafeBufferPointer { dictionary.code(of: $0) }
    #expect(dictionary.bytes(of: code) == bytes)
    #expect(dictionary.text(of: code) == "a\u{FFFD}")
  }
}

struct ValueHashTests {
  private func hash(_ text: String) -> UInt64 {
    Array(text.utf8).withUnsafeBufferPointer { ValueDictionary.hash($0) }
  }

  /// The hash decides orders and keys, so it must never change between runs,
  /// machines or versions.
  @Test func theHashIsPinned() {
    #expect(hash("") == 0x6130_02E7_DC92_0986)
    #expect(hash("a") == 0x094D_2056_E4C9_D280)
    #expect(hash("surname") == 0x4ADE_8A30_9B71_4D55)
    #expect(hash("sixteen letters!") == 0xCA45_9869_A158_4AFB)
    #expect(hash("a value of more than thirty-two bytes") == 0x684E_3E40_0DC8_AE52)
  }

  @Test func zerosAtTheEndChangeTheHash() {
    for length in 0...40 {
      let shorter = [UInt8](repeating: 0, count: length)
      let longer = shorter + [0]
      let one = shorter.withUnsafeBufferPointer { ValueDictionary.hash($0) }
      let other = longer.withUnsafeBufferPointer { ValueDictionary.hash($0) }
      #expect(one != other, "length \(length)")
    }
  }

  @Test func aHundredThousandValuesHaveDistinctHashesAndFillTheSlotsEvenly() {
    var seen = Set<UInt64>()
    var counts = [Int](repeating: 0, count: 256)
    for number in 0..<100_000 {
      let value = hash("\(number)")
      seen.insert(value)
      counts[Int(value >> 56)] += 1
    }
    #expect(seen.count == 100_000)
    // 390 are expected in each of 256 parts, with a standard deviation of 20.
    #expect(counts.allSatisfy { abs($0 - 390) < 120 })
  }
}
