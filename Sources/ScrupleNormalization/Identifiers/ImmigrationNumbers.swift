/// The forms of A-numbers, I-94 numbers and SEVIS numbers.
enum ImmigrationNumbers {
  /// Seven to nine digits behind an optional `A`, padded to nine. There is no check digit.
  static func aNumber(_ raw: CompactIdentifier) -> Identifier {
    var compact = raw
    compact.dropPrefix("a")
    let hasForm = compact.matches(letters: 0, digits: 7...9)
    if hasForm, !compact.isPlaceholder {
      let isTracking =
        compact.characters.count == 9
        && (compact.characters[0] == 0x31 || compact.characters[0] == 0x33)
      compact.padWithZeros(to: 9)
      var identifier = compact.judged { _ in true }
      if isTracking { identifier.flags.insert(.trackingSeries) }
      return identifier
    }
    return compact.judged { _ in false }
  }

  /// Eleven characters; since May 2019 the tenth may be a letter. O and I are read as digits in the
  /// other places, where CBP warns of them.
  static func i94(_ raw: CompactIdentifier) -> Identifier {
    var compact = raw
    if compact.characters.count == 11 { compact.readDigits(at: Array(0...8) + [10]) }
    return compact.judged {
      $0.characters.count == 11
        && $0.characters.indices.allSatisfy { place in
          let byte = compact.characters[place]
          return byte.isASCIIDigit || place == 9 && byte.isASCIILower
        }
    }
  }

  static func sevis(_ raw: CompactIdentifier) -> Identifier {
    var compact = raw
    compact.dropPrefix("n")
    return compact.judged { $0.matches(letters: 0, digits: 10...10) }
  }
}
