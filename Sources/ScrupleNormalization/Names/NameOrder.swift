/// The order of the parts in a column of full names.
public enum NameOrder: String, CaseIterable, Hashable, Sendable, Codable {
  /// "Jane Mary Doe".
  case givenFirst
  /// "Doe Jane Mary".
  case surnameFirst
  /// "Doe, Jane Mary"; a cell without a comma is read surname first.
  case commaMarked
}

/// How many words a surname has where neither a comma nor a particle says so.
public enum SurnameStyle: String, CaseIterable, Hashable, Sendable, Codable {
  /// The last word is the surname, what stands before it is middle names.
  case single
  /// Three words or more end in a paternal and a maternal surname, as Spanish names do.
  case double
}

/// Infers the order of a column of full names from all of it, never from a cell.
///
/// A comma before something other than a suffix votes for `commaMarked`. Without a comma, an
/// initial at the end ("Swanson Peter A") or a suffix after the first word votes for
/// `surnameFirst`, an initial inside and a leading title for `givenFirst`.
public struct NameOrderInference {
  /// Cells with a comma that marks a surname.
  public private(set) var commaCount = 0
  /// Cells without one that have at least two words.
  public private(set) var plainCount = 0
  /// Votes of plain cells.
  public private(set) var givenFirstVotes = 0
  /// Votes of plain cells.
  public private(set) var surnameFirstVotes = 0

  private let text: TextNormalizer
  private var folded: [UInt8] = []

  /// Makes an inference with no cells seen.
  public init(text: TextNormalizer) { self.text = text }

  /// Adds a distinct value and how often it occurs.
  public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, count: Int = 1) {
    text.fold(bytes, into: &folded)
    let scanner = NameScanner(folded)
    if scanner.groups.count > 1 {
      commaCount += count
      return
    }
    guard let words = scanner.groups.first, words.count > 1 else { return }
    plainCount += count
    if NameWords.titles.contains(words[0]) {
      givenFirstVotes += count
    } else if words.count > 2, words[words.count - 1].count == 1 {
      surnameFirstVotes += count
    } else if words.count > 2, words.dropFirst().dropLast().contains(where: { $0.count == 1 }) {
      givenFirstVotes += count
    }
  }

  /// The order of the column: `commaMarked` when half the cells of several words have the comma;
  /// `surnameFirst` when it has at least three votes and nine of ten; else `givenFirst`.
  public var order: NameOrder {
    if commaCount > 0 && commaCount >= plainCount { return .commaMarked }
    let isReversed = surnameFirstVotes >= 3 && surnameFirstVotes > 9 * givenFirstVotes
    return isReversed ? .surnameFirst : .givenFirst
  }
}
