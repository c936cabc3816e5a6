import ScrupleRecords

/// Two small files about made-up people, some of whom stand in both.
///
/// **Shape**: left ids are L001, L002 and so on, right ids R001 and so on; the
/// person of left record `i` is that of right record `i` for the first
/// `matchCount` records. Rows stand in the order of their ids.
package struct MadeUpPeople: Sendable {
  /// The names of the columns, `id` first.
  package static let header = [
    "id", "given_name", "surname", "date_of_birth", "ssn", "sex", "street_number", "street",
    "city", "postcode",
  ]

  package let left: RecordTable
  package let right: RecordTable
  package let matchCount: Int

  /// Makes people from a seed.
  ///
  /// - Parameter errorRate: the share of cells of right records that match in
  ///   which something is wrong, in 0...1.
  package init(
    seed: UInt64, leftCount: Int, rightCount: Int, matchCount: Int, errorRate: Double = 0.08
  ) {
    precondition(
      matchCount <= min(leftCount, rightCount),
      "\(matchCount) matches of \(leftCount) and \(rightCount) records")
    var makers = Makers(seed: seed)
    let left = (0..<leftCount).map { makers.person("L", $0) }
    let right = (0..<rightCount).map { record in
      record < matchCount
        ? makers.copy(of: left[record], "R", record, errorRate: errorRate)
        : makers.person("R", record)
    }
    self.left = RecordTable(Self.header, left, source: "left.csv")
    self.right = RecordTable(Self.header, right, source: "right.csv")
    self.matchCount = matchCount
  }

  /// The ids of the records that match, each with its own.
  package var matchingIds: [String: String] {
    let (mine, theirs) = (left.columns[0].cells, right.columns[0].cells)
    return Dictionary(uniqueKeysWithValues: (0..<matchCount).map { (mine[$0], theirs[$0]) })
  }
}

/// Draws values of people.
private struct Makers {
  private var dice: Dice
  private let surnames: [String]
  private let givenNames: [String]
  private let streets: [String]
  private let cities: [String]

  init(seed: UInt64) {
    var dice = Dice(seed: seed)
    func words(_ count: Int, _ lengths: ClosedRange<Int>) -> [String] {
      (0..<count).map { _ in
        (0..<Int.random(in: lengths, using: &dice)).map { _ in
          dice.word("bcdfghklmnprstvz", 1...1) + dice.word("aeiou", 1...1)
        }.joined()
      }
    }
    surnames = words(150, 2...4)
    givenNames = words(60, 2...3)
    streets = words(80, 2...4)
    cities = words(25, 2...4)
    self.dice = dice
  }

  mutating func person(_ side: String, _ number: Int) -> [String] {
    let place = dice.below(cities.count)
    return [
      id(side, number), dice.pick(givenNames), dice.pick(surnames), date(), ssn(),
      dice.pick(["f", "m"]), String(1 + dice.below(400)), dice.pick(streets) + " street",
      cities[place], String(10_000 + 700 * place + dice.below(9)),
    ]
  }

  mutating func copy(
    of person: [String], _ side: String, _ number: Int, errorRate: Double
  ) -> [String] {
    var copy = person
    copy[0] = id(side, number)
    let other = self.person(side, number)
    for part in 1..<copy.count where Double.random(in: 0..<1, using: &dice) < errorRate {
      switch dice.below(3) {
      case 0: copy[part] = ""
      case 1: copy[part] = other[part]
      default: copy[part] = slip(copy[part])
      }
    }
    return copy
  }

  /// A value with two neighbouring characters exchanged.
  private mutating func slip(_ value: String) -> String {
    var letters = Array(value)
    guard letters.count > 1 else { return value }
    let place = dice.below(letters.count - 1)
    letters.swapAt(place, place + 1)
    return String(letters)
  }

  private func id(_ side: String, _ number: Int) -> String {
    side + String(String(number + 1_001).dropFirst())
  }

  private mutating func date() -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(1940 + dice.below(65))-\(two(1 + dice.below(12)))-\(two(1 + dice.below(28)))"
  }

  private mutating func ssn() -> String {
    "\(100 + dice.below(500))\(10 + dice.below(80))\(1_000 + dice.below(9_000))"
  }
}
