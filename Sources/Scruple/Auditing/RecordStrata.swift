import ScrupleAudit
import ScrupleNormalization
import ScrupleRecords

/// Groups of left records that follow from the records as they stand, without anybody's ethnicity.
///
/// The audit receives small codes: no name leaves this place.
public enum RecordStrata {
  /// All strata that the fields of a prepared linkage allow.
  ///
  /// - Complexity: O(records log records).
  public static func dimensions(of prepared: PreparedLinkage) -> [SubgroupDimension] {
    let records = prepared.records
    return [
      commonness(of: prepared), nameTokens(records), birthDateQuality(records),
    ].compactMap(\.self)
  }

  /// How common a record's surname is in the right file, in tenths of the left records; nil without
  /// surnames.
  ///
  /// Records of one surname share a tenth, so that tenths differ in size.
  public static func commonness(of prepared: PreparedLinkage) -> SubgroupDimension? {
    guard let field = prepared.records.field("surname") else { return nil }
    var counts = [Int](repeating: 0, count: field.values.count)
    for code in field.right.first where code != ValueDictionary.missing { counts[Int(code)] += 1 }
    let own = field.left.first.map { code in
      code == ValueDictionary.missing ? nil : counts[Int(code)]
    }
    let sorted = own.compactMap(\.self).sorted()
    var deciles: [Int: Int32] = [:]
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      // The middle of those who share a frequency decides.
      deciles[sorted[start]] = Int32(min(5 * (start + end) / sorted.count, 9))
      start = end
    }
    return SubgroupDimension(
      name: "surname commonness", basis: .strata, isDeclared: false,
      values: (1...10).map { $0 == 1 ? "1 (rarest)" : $0 == 10 ? "10 (most common)" : "\($0)" },
      codes: own.map { $0.flatMap { deciles[$0] } ?? -1 })
  }

  /// How many words the names of a record have.
  static func nameTokens(_ records: NormalizedRecords) -> SubgroupDimension? {
    let fields = ["given-name", "middle-name", "surname"].compactMap { records.field($0) }
    guard !fields.isEmpty else { return nil }
    var tokens = [Int](repeating: 0, count: records.leftCount)
    for field in fields {
      let own = (0..<field.values.count).map { words(field.values.bytes(of: UInt32($0))) }
      for (row, code) in field.left.first.enumerated() where code != ValueDictionary.missing {
        tokens[row] += own[Int(code)]
      }
    }
    return SubgroupDimension(
      name: "words of the name", basis: .strata, isDeclared: false,
      values: ["1", "2", "3", "4", "5 or more"],
      codes: tokens.map { $0 == 0 ? -1 : Int32(min($0, 5) - 1) })
  }

  private static func words(_ bytes: [UInt8]) -> Int {
    bytes.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }.count
  }

  /// How much a record's birth date says.
  static func birthDateQuality(_ records: NormalizedRecords) -> SubgroupDimension? {
    guard let field = records.field("birth-date"), field.kind == .date else { return nil }
    return SubgroupDimension(
      name: "birth date", basis: .strata, isDeclared: false,
      values: ["full", "1 January", "partial", "missing"],
      codes: field.left.first.map { code in
        guard code != ValueDictionary.missing else { return 3 }
        let date = field.dates[Int(code)]
        guard date.isComplete else { return 2 }
        return date.month == 1 && date.day == 1 ? 1 : 0
      })
  }

  /// The groups of a column of the left table.
  ///
  /// - Parameter rows: the row of each left record.
  /// - Returns: nil where the column has more values than groups can be compared: names, not groups.
  public static func recorded(
    _ column: TextColumn, rows: [Int], greatestCount: Int = 40
  ) -> SubgroupDimension? {
    let groups = rows.map { row -> String? in
      let code = column.codes[row]
      return code == ValueDictionary.missing ? nil : column.dictionary.text(of: code)
    }
    guard Set(groups).count <= greatestCount else { return nil }
    return SubgroupDimension(
      name: column.name, basis: .recorded, isDeclared: true, groups: groups)
  }
}
