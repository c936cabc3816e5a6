import ScrupleCorpus
import Testing

/// The Census figures: share of people, in percent, with the 1, 10, 26 and 100
/// commonest surnames, and the chance of 1 in so many that two share one.
///
/// All are computed from the 162,252 surnames of the Census 2010 table. From its
/// first 1,023 rows alone come lower bounds: 1/2,416, 1/420, 1/382 and 1/282, and
/// 27.4 % for the 100 commonest surnames of Asians and Pacific Islanders, many of
/// whose surnames are rare among everybody.
private struct Concentration {
  var shares: [Double]
  var oneIn: Double

  /// From counts of surnames among `total` people; those of no counted name share none.
  init(counts: [Int], total: Int) {
    let sorted = counts.sorted(by: >)
    shares = [1, 10, 26, 100].map { top in
      100 * Double(sorted.prefix(top).reduce(0, +)) / Double(total)
    }
    let pairs = counts.reduce(0.0) { $0 + Double($1) * Double($1 - 1) }
    oneIn = Double(total) * Double(total - 1) / pairs
  }
}

@Suite struct SurnameConcentrationTests {
  @Test(arguments: [
    (NameOriginGroup.anglo, [0.9, 4.3, 7.3, 14.4], 2323.0),
    (.black, [2.1, 12.2, 19.0, 32.5], 415.5), (.hispanic, [2.1, 15.5, 24.1, 39.8], 277.8),
  ])
  func groupsAreAsConcentratedAsInTheCensus(
    group: NameOriginGroup, shares: [Double], oneIn: Double
  ) {
    let total = 400_000
    var counts: [String: Int] = [:]
    var draw = Draw(seed: 11, for: .names, index: 1)
    for _ in 0..<total {
      counts[NameBook.standard.surname(of: group, draw: &draw), default: 0] += 1
    }
    check(Concentration(counts: Array(counts.values), total: total), shares, oneIn, group.rawValue)
  }

  /// The five Asian groups by their numbers in the book, and Asians of other
  /// origins, who have no group here and are counted as sharing no surname.
  @Test func asiansTogetherAreAsConcentratedAsInTheCensus() {
    let people: [(NameOriginGroup, Double)] = [
      (.vietnamese, 1_548_449), (.chinese, 3_054_440), (.korean, 1_082_577),
      (.filipino, 1_658_359), (.southAsian, 2_607_812),
    ]
    let total = 600_000
    var counts: [String: Int] = [:]
    var draw = Draw(seed: 12, for: .names, index: 2)
    for (group, number) in people {
      for _ in 0..<Int(number / 14_946_700 * Double(total)) {
        // The Census has plain letters and one Lee.
        let name = PlainLetters.key(NameBook.standard.surname(of: group, draw: &draw))
        counts[name, default: 0] += 1
      }
    }
    check(
      Concentration(counts: Array(counts.values), total: total), [2.8, 13.0, 20.5, 32.8], 355,
      "asian")
  }

  private func check(
    _ found: Concentration, _ shares: [Double], _ oneIn: Double, _ group: String
  ) {
    print("concentration of \(group): \(found.shares), 1 in \(found.oneIn)")
    for (one, other) in zip(found.shares, shares) {
      #expect(abs(one - other) < 0.05 * other + 0.05, "\(group): \(one) for \(other)")
    }
    #expect(abs(found.oneIn - oneIn) < 0.05 * oneIn, "\(group): 1 in \(found.oneIn)")
  }
}
