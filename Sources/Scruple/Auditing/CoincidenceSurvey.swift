import ScrupleAudit
import ScrupleGroundTruth
import ScrupleNormalization
import ScrupleRecords

/// Counts who shares a full name and a birth date with whom, over two files.
///
/// The audit receives counts alone: no name leaves this place. Records count by their first
/// values, and only those that have a given name, a surname and a full birth date, and a label.
public enum CoincidenceSurvey {
  /// Counts pairs; nil where a file lacks one of the three fields.
  ///
  /// - Complexity: O(records + true pairs) expected.
  public static func counts(
    of prepared: PreparedLinkage, truth: GroundTruth
  ) -> CoincidenceCounts? {
    let records = prepared.records
    guard let given = records.field("given-name"), let surname = records.field("surname"),
      let date = records.field("birth-date"), date.kind == .date
    else { return nil }
    let left = NamedDates(given.left, surname.left, date.left, date.dates) {
      truth.isLabelled(left: Int32($0))
    }
    let right = NamedDates(given.right, surname.right, date.right, date.dates) {
      truth.isLabelled(right: Int32($0))
    }
    return Tally(left, right, truth).counts
  }
}

/// The names and dates of one side, as numbers that are equal where the values are.
private struct NamedDates {
  /// 0 for a record that is left out.
  var names: [UInt64]
  var dates: [UInt64]
  var years: [UInt64]
  var count = 0

  init(
    _ given: FieldColumn, _ surname: FieldColumn, _ date: FieldColumn, _ calendar: [CivilDate],
    isLabelled: (Int) -> Bool
  ) {
    names = [UInt64](repeating: 0, count: date.count)
    dates = names
    years = names
    for record in 0..<date.count {
      let (one, other, day) = (given.first[record], surname.first[record], date.first[record])
      let missing = ValueDictionary.missing
      guard one != missing, other != missing, day != missing, isLabelled(record),
        calendar[Int(day)].isComplete
      else { continue }
      names[record] = UInt64(one) << 32 | UInt64(other)
      dates[record] = UInt64(day)
      years[record] = UInt64(calendar[Int(day)].year)
      count += 1
    }
  }

  func isKept(_ record: Int) -> Bool { dates[record] != 0 }
}

/// How many records of each side have each value.
private struct SideCounts {
  private(set) var groups: [UInt64: (left: Int, right: Int)] = [:]

  init(_ left: some Sequence<UInt64>, _ right: some Sequence<UInt64>) {
    for key in left { groups[key, default: (0, 0)].left += 1 }
    // A value that no left record has makes no pair.
    for key in right where groups[key] != nil { groups[key]?.right += 1 }
  }

  /// Pairs that share a value, and how they lean on records.
  var shared: SharedPairs {
    groups.values.reduce(into: SharedPairs()) { sum, group in
      sum.pairs += group.left * group.right
      sum.leftSquares += Double(group.left) * Double(group.right) * Double(group.right)
      sum.rightSquares += Double(group.right) * Double(group.left) * Double(group.left)
    }
  }
}

private struct Tally {
  private(set) var counts: CoincidenceCounts

  init(_ left: NamedDates, _ right: NamedDates, _ truth: GroundTruth) {
    let kept = (
      left.dates.indices.filter(left.isKept), right.dates.indices.filter(right.isKept)
    )
    let both = NumberedGroups(left, right)
    var name = SideCounts(
      kept.0.lazy.map { left.names[$0] }, kept.1.lazy.map { right.names[$0] }
    ).shared
    var date = SideCounts(
      kept.0.lazy.map { left.dates[$0] }, kept.1.lazy.map { right.dates[$0] }
    ).shared
    var truePairs = 0
    var byYear = YearTally(left, right, kept)
    var mates = (
      left: [Int](repeating: 0, count: left.dates.count),
      right: [Int](repeating: 0, count: right.dates.count)
    )
    var trueBoth = 0
    for record in kept.0 {
      for mate in truth.mates(ofLeft: Int32(record)) where right.isKept(Int(mate)) {
        let other = Int(mate)
        let hasName = left.names[record] == right.names[other]
        let hasDate = left.dates[record] == right.dates[other]
        truePairs += 1
        if hasName { name.truePairs += 1 }
        if hasDate { date.truePairs += 1 }
        if left.years[record] == right.years[other] {
          byYear.remove(left.years[record], hasName: hasName, hasDate: hasDate)
        }
        guard hasName && hasDate else { continue }
        trueBoth += 1
        mates.left[record] += 1
        mates.right[other] += 1
      }
    }
    var joint = SharedPairs(truePairs: trueBoth)
    for record in kept.0 {
      let found = both.rightCount(ofLeft: record)
      joint.pairs += found
      joint.leftSquares += Double((found - mates.left[record]) * (found - mates.left[record]))
    }
    for record in kept.1 {
      let found = both.leftCount(ofRight: record) - mates.right[record]
      joint.rightSquares += Double(found * found)
    }
    counts = CoincidenceCounts(
      leftRecords: left.count, rightRecords: right.count, truePairs: truePairs, sameName: name,
      sameDate: date, sameBoth: joint, expectedGivenYear: byYear.expected)
  }
}

/// Records with one name and one date, by number.
private struct NumberedGroups {
  private struct Key: Hashable {
    let name: UInt64
    let date: UInt64
  }

  private var left: [Int32]
  private var right: [Int32]
  private var sizes: [(left: Int, right: Int)] = []

  init(_ one: NamedDates, _ other: NamedDates) {
    var numbers: [Key: Int32] = [:]
    left = [Int32](repeating: -1, count: one.dates.count)
    right = [Int32](repeating: -1, count: other.dates.count)
    for record in one.dates.indices where one.isKept(record) {
      let key = Key(name: one.names[record], date: one.dates[record])
      let number = numbers[key] ?? Int32(sizes.count)
      if Int(number) == sizes.count {
        numbers[key] = number
        sizes.append((0, 0))
      }
      left[record] = number
      sizes[Int(number)].left += 1
    }
    for record in other.dates.indices where other.isKept(record) {
      guard let number = numbers[Key(name: other.names[record], date: other.dates[record])]
      else { continue }
      right[record] = number
      sizes[Int(number)].right += 1
    }
  }

  func rightCount(ofLeft record: Int) -> Int {
    left[record] < 0 ? 0 : sizes[Int(left[record])].right
  }

  func leftCount(ofRight record: Int) -> Int {
    right[record] < 0 ? 0 : sizes[Int(right[record])].left
  }
}

/// Pairs of one year of birth: all, those of one name, those of one date.
private struct YearTally {
  private struct NameOfYear: Hashable {
    let name: UInt64
    let year: UInt64
  }

  private struct Counts {
    var pairs = 0
    var sameName = 0
    var sameDate = 0
  }

  private var years: [UInt64: Counts] = [:]

  init(_ left: NamedDates, _ right: NamedDates, _ kept: ([Int], [Int])) {
    let all = SideCounts(
      kept.0.lazy.map { left.years[$0] }, kept.1.lazy.map { right.years[$0] })
    for (year, group) in all.groups { years[year] = Counts(pairs: group.left * group.right) }
    var names: [NameOfYear: (left: Int, right: Int)] = [:]
    for record in kept.0 {
      let key = NameOfYear(name: left.names[record], year: left.years[record])
      names[key, default: (0, 0)].left += 1
    }
    for record in kept.1 {
      let key = NameOfYear(name: right.names[record], year: right.years[record])
      if names[key] != nil { names[key]?.right += 1 }
    }
    for (key, group) in names { years[key.year]?.sameName += group.left * group.right }
    var yearOfDate: [UInt64: UInt64] = [:]
    for record in kept.0 { yearOfDate[left.dates[record]] = left.years[record] }
    let dates = SideCounts(
      kept.0.lazy.map { left.dates[$0] }, kept.1.lazy.map { right.dates[$0] })
    for (date, group) in dates.groups {
      guard let year = yearOfDate[date] else { continue }
      years[year]?.sameDate += group.left * group.right
    }
  }

  /// Takes a true pair of one year out.
  mutating func remove(_ year: UInt64, hasName: Bool, hasDate: Bool) {
    years[year]?.pairs -= 1
    if hasName { years[year]?.sameName -= 1 }
    if hasDate { years[year]?.sameDate -= 1 }
  }

  /// Summed by year, ascending, so that the sum has one order.
  var expected: Double {
    years.sorted { $0.key < $1.key }.reduce(0) { sum, entry in
      let counts = entry.value
      guard counts.pairs > 0 else { return sum }
      return sum + Double(counts.sameName) * Double(counts.sameDate) / Double(counts.pairs)
    }
  }
}
