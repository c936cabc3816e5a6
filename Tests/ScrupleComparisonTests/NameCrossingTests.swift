import ScrupleMadeUpRecords
import ScrupleNormalization
import Testing

@testable import ScrupleComparison

private typealias Name = (given: String, surname: String)

private func records(_ left: [Name], _ right: [Name]) -> NormalizedRecords {
  NormalizedRecords([
    NormalizedField("given-name", .name, left: left.map(\.given), right: right.map(\.given)),
    NormalizedField("surname", .name, left: left.map(\.surname), right: right.map(\.surname)),
  ])
}

/// A crossing of one record of each side.
private struct OnePair {
  let crossing: NameCrossing
  let codes: NameCrossing.Codes

  var isSwapped: Bool { crossing.isSwapped(codes) }
  var isCrossed: Bool { crossing.isCrossed(codes) }
  var cross: Bool { crossing.cross(codes) }
}

private func crossing(_ left: Name, _ right: Name) -> OnePair {
  let records = records([left], [right])
  let (first, second) = (records.fields[0], records.fields[1])
  return OnePair(
    crossing: NameCrossing(first: first, second: second),
    codes: NameCrossing.Codes(
      mine: (first.left.first[0], second.left.first[0]),
      theirs: (first.right.first[0], second.right.first[0])))
}

struct NameCrossingTests {
  @Test(
    arguments: [
      // Both names stand in the other column.
      (["maria", "garcia"], ["garcia", "maria"], true, true),
      // One does, and the other is one slip away.
      (["maria", "garcia"], ["garcia", "marie"], true, true),
      (["maria", "garcia"], ["garcja", "maria"], true, true),
      // One does and the other is another name.
      (["maria", "garcia"], ["garcia", "zoltan"], false, true),
      (["maria", "garcia"], ["ludwig", "maria"], false, true),
      // A field that agrees as written is not crossed.
      (["maria", "garcia"], ["maria", "garcia"], false, false),
      (["maria", "maria"], ["maria", "garcia"], false, false),
      (["maria", "garcia"], ["marie", "maria"], false, false),
      // Nothing stands in the other column.
      (["maria", "garcia"], ["zoltan", "ludwig"], false, false),
      // A missing value is never swapped, but what is there may be crossed.
      (["", "garcia"], ["garcia", ""], false, true), (["", ""], ["", ""], false, false),
      (["maria", ""], ["", ""], false, false), (["maria", "garcia"], ["garcia", ""], false, true),
    ] as [([String], [String], Bool, Bool)])
  func namesInTheOtherColumnAreSwappedOrCrossed(
    one: [String], other: [String], isSwapped: Bool, isCrossed: Bool
  ) {
    let mine = (one[0], one[1])
    let theirs = (other[0], other[1])
    for crossing in [crossing(mine, theirs), crossing(theirs, mine)] {
      #expect(crossing.isSwapped == isSwapped)
      #expect(crossing.isCrossed == isCrossed)
    }
  }

  @Test func exchangingTheSidesOrTheFieldsChangesNothing() {
    var dice = Dice(seed: 12)
    let names = ["", "maria", "marie", "mario", "garcia", "garcja", "lee", "le", "de la cruz"]
    for _ in 0..<4_000 {
      let one = (dice.pick(names), dice.pick(names))
      let other = (dice.pick(names), dice.pick(names))
      let asked = crossing(one, other)
      let turned = [
        crossing(other, one), crossing((one.1, one.0), (other.1, other.0)),
      ]
      for crossing in turned {
        #expect(
          crossing.isSwapped == asked.isSwapped,
          "\(one) and \(other)")
        #expect(
          crossing.isCrossed == asked.isCrossed,
          "\(one) and \(other)")
      }
    }
  }

  @Test func whatIsSwappedIsAlsoInTheOtherColumn() {
    var dice = Dice(seed: 13)
    let names = ["", "maria", "marie", "garcia", "garcja", "lee"]
    for _ in 0..<3_000 {
      let crossing = crossing(
        (dice.pick(names), dice.pick(names)), (dice.pick(names), dice.pick(names)))
      if crossing.isSwapped { #expect(crossing.cross) }
    }
  }
}

struct CrossingLevelTests {
  private static let rules = [
    ComparisonRule(
      "given-name",
      levels: [.exact, .swapped(with: "surname"), .near, .crossed(with: "surname"), .similar]),
    ComparisonRule(
      "surname", levels: [.exact, .near, .similar], missingWhenSwappedWith: "given-name"),
  ]

  private func labels(_ left: [String], _ right: [String]) throws -> [String] {
    let comparisons = try PreparedComparisons(
      rules: Self.rules, records: records([(left[0], left[1])], [(right[0], right[1])]))
    var scratch = comparisons.makeScratch()
    var patterns: [UInt64] = []
    comparisons.patterns(left: [0], right: [0], scratch: &scratch, into: &patterns)
    return Self.rules.indices.map {
      Self.rules[$0].label(ofLevel: comparisons.layout.level(of: $0, in: patterns[0]))
    }
  }

  @Test(
    arguments: [
      (["maria", "garcia"], ["maria", "garcia"], ["exact", "exact"]),
      (["maria", "garcia"], ["garcia", "maria"], ["swapped surname", "missing"]),
      (["maria", "garcia"], ["garcia", "zoltan"], ["crossed surname", "missing"]),
      (["", "garcia"], ["garcia", ""], ["crossed surname", "missing"]),
      (["maria", "garcia"], ["zoltan", "garcia"], ["all else", "exact"]),
      (["maria", "maria"], ["maria", "zoltan"], ["exact", "all else"]),
      (["maria", ""], ["maria", "zoltan"], ["exact", "missing"]),
    ] as [([String], [String], [String])])
  func theEvidenceOfSwappedNamesIsCountedOnce(
    left: [String], right: [String], expected: [String]
  ) throws {
    #expect(try labels(left, right) == expected)
    #expect(try labels(right, left) == expected)
  }
}
