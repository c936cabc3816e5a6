/// Splits address lines into house number, street, unit and the rest.
public struct AddressNormalizer {
  let text: TextNormalizer

  /// Makes a normalizer on a thread's text normalizer.
  public init(text: TextNormalizer) { self.text = text }

  /// Reads an address line, a street column or a column with street and house number.
  ///
  /// - Complexity: O(n) in the bytes given.
  public func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> AddressParts {
    var folded: [UInt8] = []
    var parts = AddressParts()
    parts.textFlags = text.fold(bytes, into: &folded)
    if MissingMarkers.isMissing(folded) { return parts }
    var rest: [Word] = []
    for segment in folded.split(separator: 0x2C) {
      var words = Self.words(segment)
      takeUnit(from: &words, into: &parts)
      if parts.street.isEmpty {
        takeStreet(from: words, into: &parts)
      } else {
        rest += words
      }
    }
    let limit = text.maximumLength
    parts.rest = [UInt8](joining: rest, maximumLength: limit)
    parts.street.cut(to: limit)
    let isEmpty = parts.number.isEmpty && parts.street.isEmpty && parts.unit.isEmpty
    parts.outcome = isEmpty ? .missing : .valid
    return parts
  }

  /// Reads a unit column: `Apt # 301` is `301`.
  public func unit(_ bytes: UnsafeBufferPointer<UInt8>) -> NormalizedValue {
    var folded: [UInt8] = []
    let flags = text.fold(bytes, into: &folded)
    if MissingMarkers.isMissing(folded) {
      return NormalizedValue(outcome: .missing, textFlags: flags)
    }
    let unit = Self.unit(of: Self.words(folded[...])[...])
    return NormalizedValue(
      bytes: unit, outcome: unit.isEmpty ? .missing : .valid, textFlags: flags)
  }

  /// Reads a string, for tests.
  public func parse(_ string: String) -> AddressParts {
    Array(string.utf8).withUnsafeBufferPointer { parse($0) }
  }

  /// Reads a unit given as a string, for tests.
  public func unit(_ string: String) -> NormalizedValue {
    Array(string.utf8).withUnsafeBufferPointer { unit($0) }
  }

  // MARK: Words

  /// The words of a segment; a number keeps its hyphen or slash, `#` is a word.
  private static func words(_ segment: Word) -> [Word] {
    var words: [Word] = []
    for chunk in segment.split(separator: 0x20) {
      let hash = chunk.prefix { $0 == UInt8(ascii: "#") }
      if !hash.isEmpty { words.append(hash.prefix(1)) }
      let body = chunk.dropFirst(hash.count)
      let isNumber = body.first?.isASCIIDigit == true && body.allSatisfy(isNumberByte)
      words += isNumber ? [body] : FreeTextNormalizer.words(Array(body))
    }
    return words
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    byte.isFoldedLetter || byte.isASCIIDigit || byte == 0x2D || byte == 0x2F
  }

  // MARK: Units

  /// Cuts the unit off the end of the words, or takes all of them in `Apt 5, 123 Main St`.
  private func takeUnit(from words: inout [Word], into parts: inout AddressParts) {
    guard parts.unit.isEmpty, !Self.isBox(words) else { return }
    let start = words.indices.first { index in
      let word = words[index]
      if StreetWords.units.contains(word) {
        return index + 1 < words.count && Self.isUnitNumber(words[index + 1])
      }
      return index > 0 && index + 1 == words.count && StreetWords.bareUnits.contains(word)
    }
    guard let start else { return }
    // "Lot 5 Main Street" in one segment: the unit is the designator and one word.
    let end = start == 0 && words.count > 2 ? 2 : words.count
    parts.unit = Self.unit(of: words[start..<end])
    parts.unit.cut(to: text.maximumLength)
    words.removeSubrange(start..<end)
  }

  /// Whether a word can follow a designator: "flat 3" is a unit, "flat rock" a street.
  private static func isUnitNumber(_ word: Word) -> Bool {
    word.count == 1 || word.contains(where: \.isASCIIDigit) || StreetWords.units.contains(word)
  }

  /// The words of a unit that are not designators, or all when nothing else is there.
  private static func unit(of words: ArraySlice<Word>) -> [UInt8] {
    let named = words.filter { !StreetWords.units.contains($0) }
    return [UInt8](joining: named.isEmpty ? Array(words) : Array(named))
  }

  // MARK: Streets

  private static func isBox(_ words: [Word]) -> Bool {
    boxNumberIndex(words) != nil
  }

  /// Where the number stands in "po box 12", "p o box 12", "pobox 12" and "box 12".
  private static func boxNumberIndex(_ words: [Word]) -> Int? {
    guard let box = words.prefix(3).firstIndex(where: { $0.equals("box") || $0.equals("pobox") })
    else { return nil }
    let front = words[..<box].joined()
    guard front.isEmpty || Array(front).equals("po"), box + 1 < words.count else { return nil }
    return box + 1
  }

  private func takeStreet(from words: [Word], into parts: inout AddressParts) {
    if let number = Self.boxNumberIndex(words) {
      parts.number = Array(words[number])
      parts.street = Array("po box".utf8)
      return
    }
    var street = words[...]
    if parts.number.isEmpty, let first = street.first, Self.isHouseNumber(first),
      !Self.isNumberedStreet(street)
    {
      parts.number = Array(first.drop { $0 == 0x30 })
      street.removeFirst()
    }
    parts.street = Self.street(street)
  }

  /// A word that begins with a digit and is no ordinal: `10th` is the name of a street.
  private static func isHouseNumber(_ word: Word) -> Bool {
    guard word.first?.isASCIIDigit == true else { return false }
    let letters = word.drop(while: \.isASCIIDigit)
    let isOrdinal =
      letters.equals("st") || letters.equals("nd") || letters.equals("rd")
      || letters.equals("th")
    return !isOrdinal
  }

  /// Whether the number is the street's name: "197 Street", "19 Avenue N".
  private static func isNumberedStreet(_ words: ArraySlice<Word>) -> Bool {
    let tail = words.dropFirst()
    guard let type = tail.first, StreetWords.types.contains(type) else { return false }
    return tail.dropFirst().allSatisfy { StreetWords.directions.contains($0) }
  }

  /// Abbreviates types and directions; the first word is the street's name unless a direction.
  private static func street(_ words: ArraySlice<Word>) -> [UInt8] {
    [UInt8](
      joining: words.enumerated().map { index, word in
        if words.count > 1, let direction = StreetWords.directions(word) { return direction[...] }
        let isType = index > 0 || word.equals("saint") && words.count > 1
        return isType ? StreetWords.types(word).map { $0[...] } ?? word : word
      })
  }
}
