import ScrupleCorpus
import Testing

/// Values and draws on which every operator is tried.
enum OperatorCases {
  static let words =
    [
      "SMITH", "Smith", "García", "NGUYEN", "Nguyễn", "PHILLIPS", "Lee", "O'BRIEN", "DE LA CRUZ",
      "GARCIA-LOPEZ", "Kim", "X", "Wu", "Bernstein", "Mohammed", "Zhang", "Jose", "Francisco",
      "WILLIAM", "Anna", "Aaron", "Hernández", "VANDERMEER", "Yi", "Ng", "José Luis",
    ]
    + (UInt8(ascii: "A")...UInt8(ascii: "Z")).flatMap { one in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(decoding: [one, $0], as: UTF8.self) }
    }

  static let digits =
    (0...299).map(String.init) + ["091234567", "000000001", "666010001", "A12", "1-23-456"]

  static let dates = stride(from: -14_000, through: 18_000, by: 37).map { Day(number: $0).text }

  static func draw(_ index: Int) -> Draw {
    Draw(seed: 77, for: .bookingCorruption, index: UInt64(index))
  }

  /// Calls a function with every value, its result and ten draws of each.
  static func results(
    of change: some CorruptionOperator, on values: [String], _ check: (String, String) -> Void
  ) {
    for value in values {
      for index in 0..<10 {
        var one = draw(index)
        var same = draw(index)
        let result = change.apply(to: value, draw: &one)
        #expect(result == change.apply(to: value, draw: &same), "\(change.name) on \(value)")
        guard let result else { continue }
        #expect(result != value, "\(change.name) gives \(value) back")
        check(value, result)
      }
    }
  }

  /// Restricted edit distance: insertions, deletions, substitutions and swaps of neighbors count 1.
  static func distance(_ one: String, _ other: String) -> Int {
    let (left, right) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    var rows = [[Int]](
      repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count {
      for column in 0...right.count {
        if row == 0 || column == 0 {
          rows[row][column] = row + column
          continue
        }
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var best = min(
          rows[row - 1][column] + 1, rows[row][column - 1] + 1, rows[row - 1][column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, rows[row - 2][column - 2] + 1)
        }
        rows[row][column] = best
      }
    }
    return rows[left.count][right.count]
  }
}

@Suite struct LetterOperatorTests {
  @Test func aSlipOfOneLetterIsOneEditOfTheLengthClaimed() {
    let cases: [(any CorruptionOperator, Int)] = [
      (KeyboardNeighbor(), 0), (LetterInsertion(), 1), (LetterDeletion(), -1),
      (DoubledLetter(), 1), (UndoubledLetter(), -1),
    ]
    for (change, growth) in cases {
      OperatorCases.results(of: change, on: OperatorCases.words) { value, result in
        #expect(OperatorCases.distance(value, result) == 1, "\(change.name): \(value), \(result)")
        #expect(result.unicodeScalars.count == value.unicodeScalars.count + growth)
      }
    }
  }

  @Test func aTranspositionSwapsTwoNeighborsWhateverTheirCase() {
    OperatorCases.results(of: AdjacentTransposition(), on: OperatorCases.words) { value, result in
      let (one, other) = (value.lowercased(), result.lowercased())
      #expect(OperatorCases.distance(one, other) == 1, "\(value), \(result)")
      #expect(one.unicodeScalars.sorted() == other.unicodeScalars.sorted())
    }
  }

  @Test func keysAreNeighborsOfEachOther() {
    for letter in "abcdefghijklmnopqrstuvwxyz" {
      for index in 0..<60 {
        var draw = OperatorCases.draw(index)
        let near = KeyboardNeighbor().apply(to: String(letter), draw: &draw) ?? ""
        let back = (0..<200).contains { other in
          var draw = OperatorCases.draw(other)
          return KeyboardNeighbor().apply(to: near, draw: &draw) == String(letter)
        }
        #expect(back, "\(near) is beside \(letter), but not the other way round")
      }
    }
  }

  @Test func respellingsAndConfusionsStayWithinThreeEdits() {
    for change in [PhoneticRespelling(), OpticalConfusion()] as [any CorruptionOperator] {
      OperatorCases.results(of: change, on: OperatorCases.words) { value, result in
        #expect(OperatorCases.distance(value, result) <= 2, "\(change.name): \(value), \(result)")
        #expect(!result.isEmpty)
      }
    }
  }

  @Test func respellingsAreThoseOfTheSound() {
    let expected = [
      ("Philip", ["Filip", "Phylip", "Philyp"]), ("Vasquez", ["Basquez", "Vazquez", "Vasques"]),
      ("Castillo", ["Kastillo", "Castiyo"]), ("Hernandez", ["Ernandez", "Hernandes"]),
    ]
    for (value, spellings) in expected {
      let found = Set(
        (0..<400).compactMap { index in
          var draw = OperatorCases.draw(index)
          return PhoneticRespelling().apply(to: value, draw: &draw)
        })
      for spelling in spellings { #expect(found.contains(spelling), "\(spelling) of \(found)") }
    }
  }

  @Test func marksInitialsAndCutsAreAsClaimed() {
    OperatorCases.results(of: DiacriticsDropped(), on: OperatorCases.words) { _, result in
      #expect(result.utf8.allSatisfy { $0 < 0x80 })
    }
    OperatorCases.results(of: InitialOnly(), on: OperatorCases.words) { value, result in
      #expect(result.unicodeScalars.count == 1 && value.hasPrefix(result))
    }
    OperatorCases.results(of: LetterTruncation(limit: 4), on: OperatorCases.words) {
      value, result in
      #expect(result.unicodeScalars.count == 4 && value.hasPrefix(result))
    }
    OperatorCases.results(of: HyphenLost(), on: OperatorCases.words) { _, result in
      #expect(["GARCIA LOPEZ", "GARCIALOPEZ", "GARCIA"].contains(result))
    }
    OperatorCases.results(of: Missing(), on: OperatorCases.words) { _, result in
      #expect(result.isEmpty)
    }
  }

  @Test func nicknamesAndVariantsKeepTheCaseOfTheValue() {
    let book = NameBook.standard
    var draw = OperatorCases.draw(1)
    for group in NameOriginGroup.allCases {
      for change in [NicknameUse(book, group: group), RomanizationVariant(book, group: group)]
        as [any CorruptionOperator]
      {
        OperatorCases.results(of: change, on: OperatorCases.words) { value, result in
          if value == value.uppercased() { #expect(result == result.uppercased()) }
        }
      }
    }
    #expect(
      RomanizationVariant(book, group: .chinese).apply(to: "MEI ZHANG", draw: &draw)?
        .hasPrefix("MEI ") == true)
  }

  @Test func nothingCanBeDoneToAnEmptyValue() {
    let all: [any CorruptionOperator] = [
      KeyboardNeighbor(), LetterInsertion(), LetterDeletion(), AdjacentTransposition(),
      DoubledLetter(), UndoubledLetter(), PhoneticRespelling(), OpticalConfusion(),
      DiacriticsDropped(), InitialOnly(), LetterTruncation(limit: 1), HyphenLost(), Missing(),
      NicknameUse(.standard, group: .anglo), RomanizationVariant(.standard, group: .chinese),
      DayMonthSwap(), YearOff(), DateDigit(), DateTransposition(), JanuaryFirst(), PartialDate(),
      TwoDigitYear(), ClaimedAge(), LeadingZeroLost(), DigitChanged(), DigitsTransposed(),
      DigitDropped(), LetterForDigit(),
    ]
    for change in all {
      var draw = OperatorCases.draw(0)
      #expect(change.apply(to: "", draw: &draw) == nil, "\(change.name)")
    }
    #expect(Set(all.map(\.name)).count == all.count)
  }
}
