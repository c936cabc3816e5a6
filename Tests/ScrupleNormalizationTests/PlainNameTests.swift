import ScrupleMadeUpRecords
import Testing

@testable import ScrupleNormalization

/// The short way to a name gives what the long one does.
struct PlainNameTests {
  private let normalizer: NameNormalizer

  init() throws { normalizer = NameNormalizer(text: try TextNormalizer()) }

  /// Whether the short way was taken, after holding it against the long one.
  private func isPlain(_ cell: String, _ field: NameField) -> Bool {
    var short: [UInt8] = []
    let isPlain = Array(cell.utf8).withUnsafeBufferPointer {
      normalizer.isPlain($0, field: field, into: &short)
    }
    if isPlain {
      let long = normalizer.normalize(cell, field: field)
      #expect(long.text == short && long.withoutParticles == short, "\(cell)")
      #expect(long.outcome == .valid && long.suffix.isEmpty && long.textFlags.isEmpty, "\(cell)")
    }
    return isPlain
  }

  @Test(arguments: NameField.allCases)
  func wordsOfEveryListAndAroundThemAreReadAlike(field: NameField) {
    let words =
      NameWords.meanings.words + NameWords.placeholders.words + NameWords.givenPlaceholders.words
      + NameWords.devotions.words
      + ["smith", "null", "na", "nan", "x", "xx", "xxx", "no", "data", "given", "not", "available"]
    for word in words {
      _ = isPlain(word, field)
      _ = isPlain(word.uppercased(), field)
      for other in ["maria", "saint", "de", "and", "x", "jr", "provided", "doe", "boy"] {
        _ = isPlain("\(word) \(other)", field)
        _ = isPlain("\(other) \(word)", field)
        _ = isPlain("\(other) \(word) smith", field)
      }
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func madeUpCellsAreReadAlike(seed: UInt64) {
    var dice = Dice(seed: seed)
    var plain = 0
    for _ in 0..<4_000 {
      let cell = dice.word("aB nx.'-", 0...12)
      for field in NameField.allCases { plain += isPlain(cell, field) ? 1 : 0 }
    }
    #expect(plain > 20)
  }

  @Test func commonNamesTakeTheShortWay() {
    for cell in ["Smith", "smith", "GARCIA LOPEZ", "Maria Guadalupe"] {
      #expect(isPlain(cell, .surname) && isPlain(cell, .given), "\(cell)")
      #expect(!isPlain(cell, .middle))
    }
    for cell in ["O'Brien", "de la Cruz", "FNU", "Smith Jr", " Smith", "Smith ", "a  b", "José"] {
      #expect(!isPlain(cell, .surname), "\(cell)")
    }
  }
}
