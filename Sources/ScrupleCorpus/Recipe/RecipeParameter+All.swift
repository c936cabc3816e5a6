extension RecipeParameter {
  /// Every parameter, area by area.
  ///
  /// **Shape**: keys are unique.
  public static let all: [RecipeParameter] =
    population + households + status + identifiers + bookingParameters + recordParameters
    + corruptionParameters

  /// The parameter of a key; nil for an unknown one.
  public static func named(_ key: String) -> RecipeParameter? { byKey[key] }

  /// The known key nearest to an unknown one, when it is near enough to be meant.
  public static func suggestion(for key: String) -> String? {
    nearest(to: key, among: all.map(\.key))
  }

  private static let byKey: [String: RecipeParameter] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.key, $0) })

  /// The nearest of some words by the count of edits, at most a third of the word's length.
  static func nearest(to word: String, among words: [String]) -> String? {
    let limit = max(1, word.utf8.count / 3)
    let ranked = words.map { (edits(between: Array(word.utf8), and: Array($0.utf8)), $0) }
    return ranked.filter { $0.0 <= limit }.min { $0 < $1 }?.1
  }

  private static func edits(between one: [UInt8], and other: [UInt8]) -> Int {
    var row = Array(0...other.count)
    for (line, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (place, opposite) in other.enumerated() {
        let changed = diagonal + (letter == opposite ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(changed, row[place] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
