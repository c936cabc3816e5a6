import ScrupleRecords

/// Builds a second witness of the birth year from an age on one side and a
/// birth date on the other.
///
/// Whoever was `a` years old at some time of year `y` was born in `y − a` or in
/// `y − a − 1`. The side with the age holds 2(y − a) − 1 and the side with the
/// date twice the birth year, so that a plausible pair differs by exactly one
/// and each further year by two.
struct AgeFieldBuilder {
  /// The field, where one side has ages with the year they refer to and the
  /// other side has birth dates.
  static func fields(
    left: SourceColumns, right: SourceColumns, text: TextNormalizer
  ) -> ([NormalizedField], NormalizationSummary) {
    let ages = (left: Ages(left), right: Ages(right))
    guard (ages.left == nil) != (ages.right == nil) else { return ([], NormalizationSummary()) }
    // One side twice: the side with the ages may have no dates at all.
    let dated = ages.left == nil ? left : right
    let (dates, _) = DateFieldBuilder.fields(left: dated, right: dated, text: text)
    guard let date = dates.first else { return ([], NormalizationSummary()) }
    var draft = FieldDraft("age", .year)
    add(left, .left, ages.left, date, &draft)
    add(right, .right, ages.right, date, &draft)
    return (draft.finished().map { [$0] } ?? [], NormalizationSummary())
  }

  private static func add(
    _ source: SourceColumns, _ side: SourceSide, _ ages: Ages?, _ date: NormalizedField,
    _ draft: inout FieldDraft
  ) {
    let column = date.left
    for (position, row) in source.rows.enumerated() {
      var value: Int?
      if let ages {
        value = ages.birthYear(row: Int(row)).map { 2 * $0 - 1 }
      } else if column.first[position] != ValueDictionary.missing {
        value = 2 * date.dates[Int(column.first[position])].year
      }
      draft.append(bytes: value.map { Array(String($0).utf8) } ?? [], to: side)
    }
  }
}

/// The ages of a source and the years they refer to.
private struct Ages {
  private let age: TextColumn
  private let year: TextColumn

  init?(_ source: SourceColumns) {
    guard let age = source.columns(.age).first?.column,
      let year = source.columns(.referenceYear).first?.column
    else { return nil }
    self.age = age
    self.year = year
  }

  func birthYear(row: Int) -> Int? {
    guard let age = Int(age.dictionary.text(of: age.codes[row])), (0...120).contains(age),
      let year = Int(year.dictionary.text(of: year.codes[row])), (1000...2100).contains(year)
    else { return nil }
    return year - age
  }
}
