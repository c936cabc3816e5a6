/// Finds the word that was meant.
enum NearMiss {
  /// " Did you mean 'surname'?", or the list of what is allowed where nothing
  /// is near and the list is short; otherwise nothing.
  static func hint(for word: String, among known: [String]) -> String {
    if let near = nearest(to: word, among: known) { return " Did you mean '\(near)'?" }
    guard !known.isEmpty, known.count <= 12 else { return "" }
    return " Use one of: \(known.joined(separator: ", "))."
  }

  /// The nearest known word at most a third of its length away, the first of
  /// equals; letter case and "_" for "-" cost nothing.
  static func nearest(to word: String, among known: [String]) -> String? {
    let wanted = plain(word)
    var best: (distance: Int, word: String)?
    for candidate in known {
      let distance = editDistance(wanted, plain(candidate))
      guard distance <= max(1, min(wanted.count, candidate.utf8.count) / 3) else { continue }
      if distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  private static func plain(_ word: String) -> [Unicode.Scalar] {
    word.lowercased().unicodeScalars.map { $0 == "_" || $0 == " " ? "-" : $0 }
  }

  /// The Levenshtein distance with exchanges of neighbours (restricted
  /// Damerau). O(n·m), for words of a specification only.
  static func editDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for i in one.indices {
      var row = [i + 1]
      for j in other.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (one[i] == other[j] ? 0 : 1))
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      (before, last) = (last, row)
    }
    return last[other.count]
  }
}
