import ScrupleNormalization
import ScrupleRecords

/// Reads cells of one file into facts, each distinct value once.
struct FactReader {
  private let source: SourceColumns
  private let text: TextNormalizer

  init(_ source: SourceColumns) throws(NormalizationError) {
    self.source = source
    text = try TextNormalizer()
  }

  /// The number of records.
  var count: Int { source.rows.count }

  /// What a role says of every record, in canonical order: the first column
  /// that has something to say.
  func values<Value>(_ role: ColumnRole, _ read: @escaping ([String]) -> Value?) -> [Value?] {
    first(role) { _ in { bytes in read(words(bytes)) } }
  }

  /// Whether any column of a role holds more than a marker of absence.
  func isPresent(_ role: ColumnRole) -> [Bool] {
    values(role) { words in
      words.isEmpty || Self.absent.contains(words.joined()) ? nil : true
    }.map { $0 ?? false }
  }

  /// The dates of a role; each column in the order of day and month that is
  /// given, or that its cells tell.
  func dates(_ role: ColumnRole) -> [CivilDate?] {
    first(role) { column in
      let parser = parser(for: column)
      return { bytes in parser.parse(bytes).date }
    }
  }

  /// All the values of a role with their separators, distinct, in order.
  func lists<Value: Equatable>(
    _ role: ColumnRole, _ make: (TextColumn) -> (UnsafeBufferPointer<UInt8>) -> Value?
  ) -> [[Value]] {
    var result = [[Value]](repeating: [], count: count)
    for mapping in source.mapping.columns(with: role) {
      guard let column = source.table.column(named: mapping.column) else { continue }
      let read = make(column)
      let separator = mapping.separator?.utf8.first
      let known = each(column) { bytes in
        parts(bytes, separator).compactMap(read)
      }
      for (position, row) in source.rows.enumerated() {
        for value in known[Int(column.codes[Int(row)])] where !result[position].contains(value) {
          result[position].append(value)
        }
      }
    }
    return result
  }

  // MARK: Dates and words

  /// A parser for a column's dates.
  func parser(for column: TextColumn) -> DateParser {
    var rules = DateRules()
    if let order = source.mapping.dateOrder {
      rules.order = order
    } else {
      var inference = DateOrderInference(text: text)
      for (code, count) in column.occurrences().enumerated() where code > 0 && count > 0 {
        column.dictionary.withBytes(of: UInt32(code)) { inference.add($0, count: count) }
      }
      rules = rules.reading(inference.decision())
    }
    return DateParser(text: text, rules: rules)
  }

  /// The folded words of a cell.
  func words(_ bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    var folded: [UInt8] = []
    text.fold(bytes, into: &folded)
    return folded.split { !(97...122 ~= $0 || 48...57 ~= $0) }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The country of a place of birth.
  func birthPlace(_ bytes: UnsafeBufferPointer<UInt8>) -> Country? {
    let split = PlaceNormalizer(text: text).splitRegion(bytes)
    func words(_ value: NormalizedValue) -> [String] {
      value.text.split(separator: " ").map(String.init)
    }
    return Country(town: words(split.place), region: words(split.region))
  }

  /// An A-number as a number.
  func aNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let identifier = IdentifierNormalizer(text: text).normalize(bytes, kind: .aNumber)
    return identifier.outcome == .valid ? UInt32(identifier.text) : nil
  }

  /// The sexes; as matching reads them, by the whole column.
  func sexes() -> [RecordedSex?] {
    let normalizer = SexNormalizer(text: text)
    return first(.sex) { column in
      let values = column.dictionary.texts.map { $0.lowercased() }
      let isSpanish = values.contains("h") && !values.contains("f")
      return { bytes in
        let isLoneM = bytes.count == 1 && bytes[0] | 0x20 == UInt8(ascii: "m")
        if isSpanish && isLoneM { return .female }
        switch normalizer.normalize(bytes).text {
        case "m": return .male
        case "f": return .female
        default: return nil
        }
      }
    }
  }

  // MARK: Columns

  private static let absent: Set<String> = [
    "na", "nan", "null", "none", "nil", "unknown", "unk", "no", "false", "0",
  ]

  private func first<Value>(
    _ role: ColumnRole, _ make: (TextColumn) -> (UnsafeBufferPointer<UInt8>) -> Value?
  ) -> [Value?] {
    var result = [Value?](repeating: nil, count: count)
    for mapping in source.mapping.columns(with: role) {
      guard let column = source.table.column(named: mapping.column) else { continue }
      let read = make(column)
      let separator = mapping.separator?.utf8.first
      let known: [Value?] = each(column) { bytes -> Value? in
        for part in parts(bytes, separator) {
          if let value = read(part) { return value }
        }
        return nil
      }
      for (position, row) in source.rows.enumerated() where result[position] == nil {
        result[position] = known[Int(column.codes[Int(row)])]
      }
    }
    return result
  }

  private func each<Value>(
    _ column: TextColumn, _ read: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> [Value] {
    (0..<column.dictionary.count).map { column.dictionary.withBytes(of: UInt32($0), read) }
  }

  private func parts(
    _ bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8?
  ) -> [UnsafeBufferPointer<UInt8>] {
    guard let separator else { return [bytes] }
    return bytes.split(separator: separator).map { UnsafeBufferPointer(rebasing: $0) }
  }
}

extension ValueDictionary {
  /// All values but the missing one.
  fileprivate var texts: [String] { (1..<max(1, UInt32(count))).map { text(of: $0) } }
}
