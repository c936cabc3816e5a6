/// A column's name taken apart into plain words, so that `First_Name`,
/// `firstName` and `FIRST NAME` are one name.
package struct ColumnName: Sendable, Equatable {
  /// Lower-case words without accents; "#", "no", "nbr" and the like are `number`.
  package let words: [String]

  /// The words without gaps, the form in which names are looked up.
  package var compact: String { words.joined() }

  /// The words joined by "-", the form in which labels are written.
  package var label: String { words.joined(separator: "-") }

  /// Takes a header's text apart.
  package init(_ text: String) {
    var words = Self.split(text)
    for index in words.indices.dropFirst() where Self.numberWords.contains(words[index]) {
      words[index] = "number"
    }
    self.words = words
  }

  /// Creates a name from some of another's words.
  package init(words: some Sequence<String>) { self.words = Array(words) }

  private static let numberWords: Set<String> = [
    "no", "nbr", "num", "nr", "nro", "nummer", "numero", "numer", "number",
  ]

  /// Words end at blanks and punctuation, where a capital follows a small
  /// letter (`birthDate`) and before the last of several capitals
  /// (`DOBYear`). Digits stay with the word before them.
  private static func split(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var words: [String] = []
    var word = ""
    func flush() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for (index, scalar) in scalars.enumerated() {
      if scalar == "#" {
        flush()
        words.append("number")
        continue
      }
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        // A combining mark belongs to the letter before it and is dropped.
        if scalar.properties.generalCategory != .nonspacingMark && scalar != "'" { flush() }
        continue
      }
      if startsWord(scalars, index) { flush() }
      word += folded(scalar)
    }
    flush()
    return words
  }

  private static func startsWord(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0, scalars[index].properties.isUppercase else { return false }
    let before = scalars[index - 1].properties
    if before.isLowercase { return true }
    return before.isUppercase && index + 1 < scalars.count
      && scalars[index + 1].properties.isLowercase
  }

  private static func folded(_ scalar: Unicode.Scalar) -> String {
    accents[scalar] ?? scalar.properties.lowercaseMapping
  }

  /// The accented letters that occur in headers of western languages.
  private static let accents: [Unicode.Scalar: String] = {
    let rows: [(String, String)] = [
      ("àáâãäåāăą", "a"), ("çćč", "c"), ("ďđ", "d"), ("èéêëēęě", "e"), ("ìíîïī", "i"),
      ("łľ", "l"), ("ñńň", "n"), ("òóôõöøōő", "o"), ("ř", "r"), ("śšş", "s"), ("ťţ", "t"),
      ("ùúûüūůű", "u"), ("ýÿ", "y"), ("źżž", "z"), ("æ", "ae"), ("œ", "oe"), ("ß", "ss"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (letters, plain) in rows {
      for scalar in letters.unicodeScalars {
        table[scalar] = plain
        if let upper = scalar.properties.uppercaseMapping.unicodeScalars.first,
          scalar.properties.uppercaseMapping.unicodeScalars.count == 1
        {
          table[upper] = plain
        }
      }
    }
    return table
  }()
}
