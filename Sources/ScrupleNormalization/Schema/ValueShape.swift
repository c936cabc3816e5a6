/// What a cell looks like, whatever its column is called.
///
/// One value may have several shapes: `19490324` is digits and a date.
package struct ValueShape: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// More letters than digits, and no "@".
  package static let letters = ValueShape(rawValue: 1 << 0)
  /// At least one letter.
  package static let anyLetter = ValueShape(rawValue: 1 << 1)
  /// At least one digit.
  package static let anyDigit = ValueShape(rawValue: 1 << 2)
  /// Digits only, blanks and punctuation aside.
  package static let digits = ValueShape(rawValue: 1 << 3)
  /// Two or more words.
  package static let severalWords = ValueShape(rawValue: 1 << 4)
  /// Words on both sides of one comma.
  package static let comma = ValueShape(rawValue: 1 << 5)
  package static let email = ValueShape(rawValue: 1 << 6)
  /// A whole or partial date of one of the usual forms.
  package static let date = ValueShape(rawValue: 1 << 7)
  /// A date written `1949-03-24`, with or without a time.
  package static let isoDate = ValueShape(rawValue: 1 << 8)
  /// A whole number in 1000...2100.
  package static let year = ValueShape(rawValue: 1 << 9)
  /// A whole number in 0...120.
  package static let age = ValueShape(rawValue: 1 << 10)
  /// A whole number in 1...31.
  package static let dayNumber = ValueShape(rawValue: 1 << 11)
  /// A whole number in 1...12 or the name of a month.
  package static let month = ValueShape(rawValue: 1 << 12)
  package static let sex = ValueShape(rawValue: 1 << 13)
  /// A word of race or ethnicity.
  package static let race = ValueShape(rawValue: 1 << 14)
  /// A word of custody or of a case: "released", "pending".
  package static let caseStatus = ValueShape(rawValue: 1 << 15)
  /// A word that ends the names of organizations: "Inc", "GmbH".
  package static let organization = ValueShape(rawValue: 1 << 16)
  /// Nine digits, as a social security number has, some possibly masked.
  package static let nineDigits = ValueShape(rawValue: 1 << 17)
  /// Seven to fifteen digits.
  package static let phone = ValueShape(rawValue: 1 << 18)
  /// "A" or nothing before seven to nine digits.
  package static let aNumber = ValueShape(rawValue: 1 << 19)
  /// Eleven characters: digits, the tenth possibly a letter.
  package static let i94 = ValueShape(rawValue: 1 << 20)
  /// Three letters and ten digits.
  package static let receipt = ValueShape(rawValue: 1 << 21)
  /// Two to ten letters and digits with at least one digit, or four to six digits.
  package static let postcode = ValueShape(rawValue: 1 << 22)
  /// At most eight characters with a digit.
  package static let shortNumber = ValueShape(rawValue: 1 << 23)
  /// Begins with a digit and goes on with a word.
  package static let numberThenWord = ValueShape(rawValue: 1 << 24)
  /// At most three letters.
  package static let abbreviation = ValueShape(rawValue: 1 << 25)
  /// "Jr", "III" and the like.
  package static let nameSuffix = ValueShape(rawValue: 1 << 26)
  /// A single letter, with or without a point.
  package static let initial = ValueShape(rawValue: 1 << 27)
  /// A time of day stands in the value.
  package static let timeOfDay = ValueShape(rawValue: 1 << 28)
}
