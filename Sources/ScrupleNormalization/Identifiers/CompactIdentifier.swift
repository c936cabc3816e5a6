/// The letters and digits of a folded identifier, separators gone.
struct CompactIdentifier {
  private(set) var characters: [UInt8]
  private(set) var flags: IdentifierFlags = []

  init(_ folded: [UInt8]) {
    var bytes = folded[...]
    let isDecimal = folded.count > 3 && folded.suffix(2).elementsEqual([0x2E, 0x30])
    if isDecimal, folded.dropLast(2).allSatisfy(\.isASCIIDigit) {
      bytes = folded.dropLast(2)
      flags.insert(.decimalDropped)
    }
    characters = bytes.filter { $0.isFoldedLetter || $0.isASCIIDigit }
  }

  /// Nine digits, or as many in the usual groups `123-45-6789`, which no folding
  /// changes; nil for anything else.
  init?(plainSocialSecurityNumber bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 9 || (bytes.count == 11 && bytes[3] == 0x2D && bytes[6] == 0x2D) else {
      return nil
    }
    characters = []
    characters.reserveCapacity(9)
    for (place, byte) in bytes.enumerated() where bytes.count == 9 || (place != 3 && place != 6) {
      guard byte.isASCIIDigit else { return nil }
      characters.append(byte)
    }
  }

  var hasDigit: Bool { characters.contains(where: \.isASCIIDigit) }
  var isDigits: Bool { !characters.isEmpty && characters.allSatisfy(\.isASCIIDigit) }

  /// Whether there are so many letters followed by so many digits.
  func matches(letters: Int, digits: ClosedRange<Int>) -> Bool {
    let tail = characters.dropFirst(letters)
    return characters.prefix(letters).allSatisfy(\.isASCIILower) && digits ~= tail.count
      && tail.allSatisfy(\.isASCIIDigit)
  }

  var isStateIdentification: Bool {
    3...10 ~= characters.count && characters.prefix(2).allSatisfy(\.isASCIILower) && hasDigit
  }

  /// One character, or one digit over and over: nobody's number.
  var isPlaceholder: Bool {
    characters.count == 1
      || characters.isOneByteRepeated && (characters[0].isASCIIDigit || characters[0] == 0x78)
  }

  /// The identifier, invalid unless the form holds.
  func judged(by hasForm: (CompactIdentifier) -> Bool) -> Identifier {
    let value = Array(characters)
    guard !characters.isEmpty else { return Identifier(outcome: .missing) }
    if isPlaceholder { return Identifier(value: value, outcome: .placeholder, flags: flags) }
    return Identifier(value: value, outcome: hasForm(self) ? .valid : .invalid, flags: flags)
  }

  /// Drops the crosses that hide the front of a number, as in XXXXX1234.
  mutating func dropMask() {
    characters.removeFirst(characters.prefix { $0 == UInt8(ascii: "x") }.count)
  }

  mutating func dropPrefix(_ prefix: StaticString) {
    let count = prefix.utf8CodeUnitCount
    guard characters.prefix(count).equals(prefix) else { return }
    characters.removeFirst(count)
  }

  mutating func padWithZeros(to count: Int) {
    guard characters.count < count else { return }
    characters.insert(contentsOf: repeatElement(0x30, count: count - characters.count), at: 0)
    flags.insert(.padded)
  }

  /// Reads `o` as 0 and `i`, `l` as 1 at the places given.
  mutating func readDigits(at places: [Int]) {
    for place in places where place < characters.count {
      let digit: UInt8
      switch characters[place] {
      case UInt8(ascii: "o"): digit = 0x30
      case UInt8(ascii: "i"), UInt8(ascii: "l"): digit = 0x31
      default: continue
      }
      characters[place] = digit
      flags.insert(.confusables)
    }
  }
}
