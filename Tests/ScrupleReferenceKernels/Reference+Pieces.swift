extension Reference {
  /// Returns the q-grams of a text at every position.
  package static func grams(_ text: Text, size: Int) -> [Text] {
    guard text.count >= size else { return [] }
    return (0...(text.count - size)).map { Array(text[$0..<($0 + size)]) }
  }

  /// Returns the q-grams of a text with start and end marks.
  package static func paddedGrams(_ text: Text, size: Int) -> [Text] {
    guard !text.isEmpty else { return [] }
    let start = Text(repeating: .max, count: size - 1)
    let end = Text(repeating: .max - 1, count: size - 1)
    return grams(start + text + end, size: size)
  }

  /// Returns the text cut into consecutive pieces.
  package static func consecutiveGrams(_ text: Text, size: Int) -> [Text] {
    stride(from: 0, to: text.count, by: size).map {
      Array(text[$0..<min($0 + size, text.count)])
    }
  }

  /// Returns the words of a text, separated by spaces.
  package static func words(_ text: Text) -> [Text] {
    text.split(separator: 0x20).map(Array.init)
  }

  /// Returns the Dice coefficient of two lists of pieces, or nil when both are empty.
  package static func dice(_ a: [Text], _ b: [Text], isDistinct: Bool) -> Double? {
    let (left, right, shared) = counts(a, b, isDistinct)
    return left + right == 0 ? nil : Double(2 * shared) / Double(left + right)
  }

  /// Returns the Jaccard coefficient of two lists of pieces, or nil when both are empty.
  package static func jaccard(_ a: [Text], _ b: [Text], isDistinct: Bool) -> Double? {
    let (left, right, shared) = counts(a, b, isDistinct)
    return left + right == 0 ? nil : Double(shared) / Double(left + right - shared)
  }

  private static func counts(_ a: [Text], _ b: [Text], _ isDistinct: Bool) -> (Int, Int, Int) {
    if isDistinct { return (Set(a).count, Set(b).count, Set(a).intersection(b).count) }
    var rest = b
    let shared = a.filter { gram in
      guard let place = rest.firstIndex(of: gram) else { return false }
      rest.remove(at: place)
      return true
    }
    return (a.count, b.count, shared.count)
  }
}
