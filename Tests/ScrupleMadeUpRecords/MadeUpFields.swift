import ScrupleNormalization
import ScrupleRecords

extension NormalizedField {
  /// A field whose records have the given values, which are taken as normalized.
  ///
  /// No value, or an empty one, is missing. Dates are written YYYY, YYYY-MM or
  /// YYYY-MM-DD.
  package init(_ name: String, _ kind: FieldKind, left: [[String]], right: [[String]]) {
    var values = ValueDictionary()
    let mine = FieldColumn(left, &values)
    let theirs = FieldColumn(right, &values)
    var dates: [CivilDate] = []
    if kind == .date {
      dates = (0..<values.count).map { Self.date(values.text(of: UInt32($0))) }
    }
    self.init(name: name, kind: kind, values: values, left: mine, right: theirs, dates: dates)
  }

  /// A field whose records have at most one value each.
  package init(_ name: String, _ kind: FieldKind, left: [String], right: [String]) {
    self.init(name, kind, left: left.map { [$0] }, right: right.map { [$0] })
  }

  /// The field with its sides exchanged.
  package var mirrored: NormalizedField {
    NormalizedField(
      name: name, kind: kind, values: values, left: right, right: left, dates: dates,
      isHeaped: isHeaped)
  }

  /// The values of every record of the left side, the first one first.
  package var leftTexts: [[String]] { texts(left) }

  /// The values of every record of the right side, the first one first.
  package var rightTexts: [[String]] { texts(right) }

  private func texts(_ column: FieldColumn) -> [[String]] {
    (0..<column.count).map { record in
      guard column.first[record] != ValueDictionary.missing else { return [] }
      return [values.text(of: column.first[record])]
        + column.otherRange(of: record).map { values.text(of: column.others[$0]) }
    }
  }

  /// The missing value gets a date as well, which is never looked at.
  private static func date(_ text: String) -> CivilDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let date = CivilDate(
      year: parts.first ?? 1, month: parts.count > 1 ? parts[1] : nil,
      day: parts.count > 2 ? parts[2] : nil)
    precondition(date != nil, "a made-up date must be a date")
    return date!
  }
}

extension FieldColumn {
  fileprivate init(_ records: [[String]], _ values: inout ValueDictionary) {
    var first: [UInt32] = []
    var others: [UInt32] = []
    var offsets: [UInt32] = [0]
    for record in records {
      let codes = record.filter { !$0.isEmpty }.map { values.code(of: $0) }
      first.append(codes.first ?? ValueDictionary.missing)
      others.append(contentsOf: codes.dropFirst())
      offsets.append(UInt32(others.count))
    }
    if others.isEmpty {
      self.init(first: first)
    } else {
      self.init(first: first, others: others, otherOffsets: offsets)
    }
  }
}

extension NormalizedRecords {
  /// Records of some fields, all of which have the same number of records.
  package init(_ fields: [NormalizedField]) {
    self.init(leftCount: fields[0].left.count, rightCount: fields[0].right.count, fields: fields)
  }

  /// The records with their sides exchanged.
  package var mirrored: NormalizedRecords {
    NormalizedRecords(leftCount: rightCount, rightCount: leftCount, fields: fields.map(\.mirrored))
  }
}
