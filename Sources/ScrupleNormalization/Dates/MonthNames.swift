/// Month names in English, Spanish, German and French, by full name or any abbreviation of three
/// letters or more that leaves no doubt.
enum MonthNames {
  private static let names: [(name: [UInt8], month: Int)] =
    ([
      "january enero januar janvier janner", "february febrero februar fevrier feber",
      "march marzo marz mars maerz", "april abril avril", "may mayo mai",
      "june junio juni juin", "july julio juli juillet", "august agosto aout",
      "september septiembre septembre setiembre", "october octubre oktober octobre",
      "november noviembre novembre", "december diciembre dezember decembre",
    ] as [String]).enumerated().flatMap { index, line in
      line.split(separator: " ").map { (name: Array($0.utf8), month: index + 1) }
    }

  /// Words that may stand in a date and say nothing.
  private static let fillers = WordTable(
    words: """
      de del of the le den der st nd rd th er
      mon tue tues wed thu thur thurs fri sat sun
      monday tuesday wednesday thursday friday saturday sunday
      """)

  static func isFiller(_ word: Word) -> Bool { fillers.contains(word) }

  /// The month a word names, or nil when none or several begin with it ("jui").
  static func month(_ word: Word) -> Int? {
    guard word.count >= 3 else { return nil }
    var found: Int?
    for (name, month) in names where name.starts(with: word) {
      if let found, found != month { return nil }
      found = month
    }
    return found ?? (word.equals("sept") ? 9 : nil)
  }
}
