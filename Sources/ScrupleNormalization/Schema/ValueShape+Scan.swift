extension ValueShape {
  /// Looks at one value.
  ///
  /// - Parameter value: UTF-8 without outer blanks; not empty.
  /// - Complexity: O(length).
  package init(of value: some Sequence<UInt8>) {
    self = ShapeScan(value).shape
  }
}

/// One pass over the bytes of a value, and what follows from it.
private struct ShapeScan {
  /// Letters and digits only, lower case; other bytes end a word.
  var plain: [UInt8] = []
  var words: [[UInt8]] = []
  var letterCount = 0
  var digitCount = 0
  var maskCount = 0
  var commas = 0
  var ats = 0
  var colons = 0
  var length = 0
  var dotAfterAt = false
  var startsWithDigit = false
  var hasBlank = false

  init(_ value: some Sequence<UInt8>) {
    var word: [UInt8] = []
    for byte in value {
      if length == 0 { startsWithDigit = Self.isDigit(byte) }
      length += 1
      if let letter = Self.letter(byte) {
        // Only the first byte of a longer scalar counts as a letter.
        if letter & 0xC0 != 0x80 { letterCount += 1 }
        if letter == UInt8(ascii: "x") { maskCount += 1 }
        word.append(letter)
        plain.append(letter)
        continue
      }
      if Self.isDigit(byte) {
        digitCount += 1
        word.append(byte)
        plain.append(byte)
        continue
      }
      note(punctuation: byte)
      if byte != UInt8(ascii: "'") && !word.isEmpty {
        words.append(word)
        word = []
      }
    }
    if !word.isEmpty { words.append(word) }
  }

  private mutating func note(punctuation byte: UInt8) {
    switch byte {
    case UInt8(ascii: ","): commas += 1
    case UInt8(ascii: "@"): ats += 1
    case UInt8(ascii: ":"): colons += 1
    case UInt8(ascii: "*"): maskCount += 1
    case UInt8(ascii: "."): if ats == 1 { dotAfterAt = true }
    case UInt8(ascii: " "): hasBlank = true
    default: break
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static func letter(_ byte: UInt8) -> UInt8? {
    if byte >= 0x80 { return byte }
    let lower = byte | 0x20
    return lower >= 97 && lower <= 122 ? lower : nil
  }

  var shape: ValueShape {
    var shape: ValueShape = []
    if letterCount > 0 { shape.insert(.anyLetter) }
    if digitCount > 0 { shape.insert(.anyDigit) }
    if letterCount > digitCount && ats == 0 { shape.insert(.letters) }
    if digitCount > 0 && letterCount == 0 { shape.insert(.digits) }
    if words.count > 1 { shape.insert(.severalWords) }
    if commas == 1 && words.count > 1 { shape.insert(.comma) }
    if ats == 1 && dotAfterAt && !hasBlank { shape.insert(.email) }
    if colons > 0 && digitCount >= 3 { shape.insert(.timeOfDay) }
    shape.formUnion(numberShape)
    shape.formUnion(codeShape)
    if let date = DateShape(words: words) {
      shape.insert(.date)
      if date == .iso { shape.insert(.isoDate) }
    }
    return shape.union(vocabularyShape)
  }

  private var numberShape: ValueShape {
    var shape: ValueShape = []
    if letterCount == 0, words.count == 1, digitCount <= 4 {
      let number = plain.reduce(0) { $0 * 10 + Int($1 - 48) }
      if digitCount == 4 && number >= 1000 && number <= 2100 { shape.insert(.year) }
      if digitCount <= 3 && number <= 120 { shape.insert(.age) }
      if digitCount <= 2 && number >= 1 && number <= 31 { shape.insert(.dayNumber) }
      if digitCount <= 2 && number >= 1 && number <= 12 { shape.insert(.month) }
    }
    if letterCount == 0 && digitCount >= 7 && digitCount <= 15 { shape.insert(.phone) }
    let masked = digitCount >= 4 && letterCount <= maskCount
    if letterCount == 0 && digitCount == 9 || masked && digitCount + maskCount == 9 {
      shape.insert(.nineDigits)
    }
    return shape
  }

  private var codeShape: ValueShape {
    var shape: ValueShape = []
    let letters = letterCount
    let afterA = plain.first == UInt8(ascii: "a") ? letters - 1 : letters
    if afterA == 0 && digitCount >= 7 && digitCount <= 9 { shape.insert(.aNumber) }
    if plain.count == 11 && digitCount >= 10 { shape.insert(.i94) }
    if plain.count == 13 && digitCount == 10 && plain.prefix(3).allSatisfy({ $0 >= 97 }) {
      shape.insert(.receipt)
    }
    if digitCount > 0 && digitCount <= 9 && plain.count >= 3 && plain.count <= 9 && letters <= 5 {
      shape.insert(.postcode)
    }
    if digitCount > 0 && plain.count <= 8 { shape.insert(.shortNumber) }
    if startsWithDigit && words.count > 1 && letters > 1 { shape.insert(.numberThenWord) }
    if digitCount == 0 && letters >= 1 && letters <= 3 { shape.insert(.abbreviation) }
    if digitCount == 0 && letters == 1 { shape.insert(.initial) }
    return shape
  }

  private var vocabularyShape: ValueShape {
    var shape: ValueShape = []
    let whole = String(decoding: plain, as: UTF8.self)
    if Vocabulary.sexes.contains(whole) { shape.insert(.sex) }
    if Vocabulary.suffixes.contains(whole) { shape.insert(.nameSuffix) }
    if Vocabulary.months.contains(whole) { shape.insert(.month) }
    guard letterCount > 0 else { return shape }
    for word in words {
      let text = String(decoding: word, as: UTF8.self)
      if Vocabulary.races.contains(text) { shape.insert(.race) }
      if Vocabulary.caseStatuses.contains(text) { shape.insert(.caseStatus) }
      if Vocabulary.organizations.contains(text) { shape.insert(.organization) }
    }
    return shape
  }
}
