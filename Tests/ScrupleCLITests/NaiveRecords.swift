import Foundation
import Testing

/// A shipped rule as a person would check it by hand, cell against cell.
struct NaiveRule: CustomTestStringConvertible, Sendable {
  let name: String
  /// How many pairs of the bundled sample it links.
  let count: Int
  let holds: @Sendable (NaiveRecords.Person, NaiveRecords.Person) -> Bool

  var testDescription: String { name }

  static let all: [NaiveRule] = [
    NaiveRule(name: "exact-name-and-birth-date", count: 469) {
      $0.surname == $1.surname && $0.given == $1.given && $0.born == $1.born
    },
    NaiveRule(name: "foreign-birth-and-no-record", count: 469) {
      $0.surname == $1.surname && $0.given == $1.given && $0.born == $1.born
    },
    NaiveRule(name: "surname-initial-birth-date", count: 527) {
      $0.surname == $1.surname && $0.given.first == $1.given.first && $0.born == $1.born
    },
    NaiveRule(name: "name-and-birth-year", count: 478) {
      $0.surname == $1.surname && $0.given == $1.given && $0.born.prefix(4) == $1.born.prefix(4)
    },
    NaiveRule(name: "soundex-and-birth-date", count: 535) {
      $0.born == $1.born && soundex($0.surname) == soundex($1.surname)
        && soundex($0.given) == soundex($1.given)
    },
    NaiveRule(name: "iii-name-search", count: 580) {
      $0.born.suffix(4) == $1.born.suffix(4) && $0.given.first == $1.given.first
        && abs($0.year - $1.year) <= 3 && soundex($0.surname) == soundex($1.surname)
    },
    NaiveRule(name: "surname-80-percent", count: 516) {
      $0.given == $1.given && abs($0.year - $1.year) <= 1
        && isFourFifthsAlike(Array($0.surname), Array($1.surname))
    },
  ]

  /// Soundex as the National Archives teach it: cross out equal neighbours, h
  /// and w between them, then vowels.
  static func soundex(_ name: String) -> String {
    let digits: [Character: Character] = [
      "b": "1", "f": "1", "p": "1", "v": "1", "c": "2", "g": "2", "j": "2", "k": "2", "q": "2",
      "s": "2", "x": "2", "z": "2", "d": "3", "t": "3", "l": "4", "m": "5", "n": "5", "r": "6",
    ]
    let letters = name.filter { $0.isASCII && $0.isLetter }
    guard let first = letters.first else { return "" }
    let coded = letters.enumerated()
      .filter { $0.offset == 0 || !"hw".contains($0.element) }
      .map { digits[$0.element] ?? "-" }
    var single: [Character] = []
    for digit in coded where digit != single.last { single.append(digit) }
    let rest = single.dropFirst().filter { $0 != "-" }
    return String(([first] + rest + ["0", "0", "0"]).prefix(4))
  }

  /// Whether the Levenshtein distance is at most a fifth of the longer text.
  static func isFourFifthsAlike(_ one: [Character], _ other: [Character]) -> Bool {
    var row = Array(0...other.count)
    for (i, mine) in one.enumerated() {
      var next = [i + 1]
      for (j, theirs) in other.enumerated() {
        next.append(min(row[j + 1] + 1, next[j] + 1, row[j] + (mine == theirs ? 0 : 1)))
      }
      row = next
    }
    return row[other.count] * 5 <= max(one.count, other.count)
  }
}

/// The bundled sample, read without any code of the program.
enum NaiveRecords {
  struct Person {
    let id: String
    let given: String
    let surname: String
    /// Eight digits, the year first.
    let born: String

    var year: Int { Int(born.prefix(4)) ?? 0 }
  }

  /// The ids of all pairs that a rule links; a record without all three values
  /// has none.
  static func linked(by rule: NaiveRule) throws -> [[String]] {
    let left = try people(Sample.left)
    let right = try people(Sample.right)
    return left.flatMap { one in
      right.filter { rule.holds(one, $0) }.map { [one.id, $0.id] }
    }
  }

  private static func people(_ path: String) throws -> [Person] {
    let (header, rows) = try Sample.rows(path)
    let columns = header.split(separator: ",").map(String.init)
    let places = ["rec_id", "given_name", "surname", "date_of_birth"].map {
      columns.firstIndex(of: $0) ?? 0
    }
    return rows.compactMap { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let values = places.map { cells[$0] }
      guard values.allSatisfy({ !$0.isEmpty }) else { return nil }
      return Person(
        id: values[0], given: cleaned(values[1]), surname: cleaned(values[2]), born: values[3])
    }
  }

  /// Without what the program takes out of names in this sample: hyphens, the
  /// words that tell father from son, and the article of Arabic names.
  private static func cleaned(_ name: String) -> String {
    var words = name.replacing("-", with: " ").split(separator: " ").map(String.init)
    if let last = words.last, ["jr", "sr", "ii", "iii", "iv"].contains(last) { words.removeLast() }
    if words.count > 1, words.first == "al" { words.removeFirst() }
    return words.joined(separator: " ")
  }
}
