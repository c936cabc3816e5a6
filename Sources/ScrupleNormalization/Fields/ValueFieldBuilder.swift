import ScrupleExecution
import ScrupleRecords

/// Builds a field whose values come from one column a side: identifiers, sex,
/// contact details, parts of an address, free text.
struct ValueFieldBuilder {
  /// What field a role gives.
  struct Recipe: Sendable {
    let role: ColumnRole
    let kind: FieldKind
    /// Makes the normalizer of a column, which may look at the whole column.
    let make: @Sendable (TextNormalizer, MappedColumn) -> ColumnCoder.Normalize

    init(
      _ role: ColumnRole, _ kind: FieldKind,
      _ make: @escaping @Sendable (TextNormalizer, MappedColumn) -> ColumnCoder.Normalize
    ) {
      self.role = role
      self.kind = kind
      self.make = make
    }
  }

  /// The fields of a role: one, or one for each label that both sides have.
  static func fields(
    _ recipe: Recipe, left: SourceColumns, right: SourceColumns, text: TextNormalizer
  ) -> ([NormalizedField], NormalizationSummary) {
    var fields: [NormalizedField] = []
    var summary = NormalizationSummary()
    let mine = left.columns(recipe.role)
    let theirs = right.columns(recipe.role)
    for label in labels(mine) where labels(theirs).contains(label) {
      let name = label.isEmpty || label == recipe.role.rawValue ? recipe.role.rawValue : label
      var draft = FieldDraft(name, recipe.kind)
      let normalize = { recipe.make(text, $0) }
      summary.left.append(
        add(mine.filter { self.label($0) == label }, left, .left, normalize, &draft))
      summary.right.append(
        add(theirs.filter { self.label($0) == label }, right, .right, normalize, &draft))
      if let field = draft.finished() { fields.append(field) }
    }
    return (fields, summary)
  }

  private static func label(_ column: MappedColumn) -> String { column.mapping.label ?? "" }

  private static func labels(_ columns: [MappedColumn]) -> [String] {
    var seen: [String] = []
    for column in columns where !seen.contains(label(column)) { seen.append(label(column)) }
    return seen
  }

  private static func add(
    _ columns: [MappedColumn], _ source: SourceColumns, _ side: SourceSide,
    _ normalize: (MappedColumn) -> ColumnCoder.Normalize, _ draft: inout FieldDraft
  ) -> FieldSummary {
    var summary = FieldSummary(field: draft.name)
    if columns.count == 1, columns[0].separator == nil {
      draft.set(
        plainCodes(columns[0], source.rows, normalize(columns[0]), &draft.dictionary, &summary),
        to: side)
      return summary
    }
    var coders = columns.map { ColumnCoder($0, normalize: normalize($0)) }
    for row in source.rows {
      var first = ValueDictionary.missing
      var others: [UInt32] = []
      var leading: ColumnCoder.Entry?
      for index in coders.indices {
        let entry = coders[index].entry(row: Int(row), dictionary: &draft.dictionary)
        if leading == nil { leading = entry }
        guard entry.code != ValueDictionary.missing else { continue }
        if first == ValueDictionary.missing {
          leading = entry
          first = entry.code
          others = entry.others
        } else if first != entry.code {
          others.append(entry.code)
        }
      }
      if let leading { summary.count(leading.outcome, leading.flags) }
      draft.append(first, others: others, to: side)
    }
    return summary
  }
}

extension ValueFieldBuilder {
  /// The codes of one column with one value a cell.
  ///
  /// Values are looked up after all are made, many at a time: identifiers are as many as records, and
  /// each look-up alone would wait for memory.
  private static func plainCodes(
    _ source: MappedColumn, _ rows: [UInt32], _ normalize: ColumnCoder.Normalize,
    _ dictionary: inout ValueDictionary, _ summary: inout FieldSummary
  ) -> [UInt32] {
    var buffer: [UInt8] = []
    var texts: [UInt8] = []
    let cells = DistinctCells(source.column, rows: rows) { bytes in
      var entry = ColumnCoder.Entry()
      buffer.removeAll(keepingCapacity: true)
      normalize(bytes, &buffer, &entry)
      if entry.outcome.isUsable { texts.append(contentsOf: buffer) }
      return (end: texts.count, outcome: entry.outcome, flags: entry.flags)
    }
    for (cell, count) in cells.cells { summary.count(cell.outcome, cell.flags, times: count) }
    var codes: [UInt32] = []
    codes.reserveCapacity(cells.cells.count)
    var start = 0
    var values: [UnsafeBufferPointer<UInt8>] = []
    texts.withUnsafeBufferPointer { texts in
      for part in chunkRanges(count: cells.cells.count, size: 1_024) {
        values.removeAll(keepingCapacity: true)
        // A cell without a usable value is empty, and the empty value is the missing one.
        for (cell, _) in cells.cells[part] {
          values.append(UnsafeBufferPointer(rebasing: texts[start..<cell.end]))
          start = cell.end
        }
        values.withUnsafeBufferPointer { dictionary.appendCodes(of: $0, to: &codes) }
      }
    }
    return codes.withUnsafeBufferPointer { codes in cells.numbers.map { codes[Int($0)] } }
  }

  /// What each role becomes, in the order of the fields.
  static let recipes: [Recipe] = [
    identifier(.ssn, .ssn), identifier(.aNumber, .aNumber), identifier(.fbiNumber, .fbi),
    identifier(.stateIdentifier, .sid), identifier(.i94, .i94),
    identifier(.receiptNumber, .receipt), identifier(.fingerprintNumber, .fin),
    identifier(.identifier, .number),
    identifier(.phone, .phone, .phone), identifier(.email, .email, .email),
    Recipe(.sex, .sex) { sex(text: $0, column: $1) },
    Recipe(.birthPlace, .place) { text, _ in value(PlaceNormalizer(text: text).normalize) },
    Recipe(.birthCountry, .place) { text, _ in value(PlaceNormalizer(text: text).normalize) },
    Recipe(.text, .text) { text, _ in value(FreeTextNormalizer(text: text).normalize) },
  ]

  private static func identifier(
    _ role: ColumnRole, _ kind: IdentifierKind, _ field: FieldKind = .identifier
  ) -> Recipe {
    Recipe(role, field) { text, column in
      let normalizer = IdentifierNormalizer(
        text: text, syntheticMode: kind == .ssn && isSynthetic(column.column))
      return { bytes, output, entry in
        if let outcome = normalizer.outcome(ofPlain: bytes, kind: kind) {
          output.append(contentsOf: bytes)
          entry.outcome = outcome
          return
        }
        let identifier = normalizer.normalize(bytes, kind: kind)
        output.append(contentsOf: identifier.value)
        entry.outcome = identifier.outcome
      }
    }
  }

  /// Whether nine in ten numbers of a column lie in areas that were never issued
  /// (`SocialSecurityNumber.isMadeUp`): the mark of a made-up corpus, whose
  /// numbers are then valid in it. Nine zeros are no number.
  private static func isSynthetic(_ column: TextColumn) -> Bool {
    var full = 0
    var marked = 0
    column.dictionary.withAllBytes { arena, offsets in
      for code in 1..<max(1, column.dictionary.count) {
        var digits = 0
        var number = 0
        for byte in arena[offsets[code]..<offsets[code + 1]] where byte.isASCIIDigit {
          number = 10 &* number &+ Int(byte - 0x30)
          digits += 1
        }
        guard digits == 9, number != 0 else { continue }
        full += 1
        let (area, group) = (number / 1_000_000, number / 10_000 % 100)
        if SocialSecurityNumber.isMadeUp(area: area, group: group) { marked += 1 }
      }
    }
    return full > 0 && marked * 10 >= full * 9
  }

  /// M is man in most columns, and *mujer* in one that writes H for *hombre*:
  /// only the whole column tells.
  private static func sex(
    text: TextNormalizer, column: MappedColumn
  ) -> ColumnCoder.Normalize {
    let normalizer = SexNormalizer(text: text)
    let values = (1..<max(1, UInt32(column.column.dictionary.count))).map {
      column.column.dictionary.text(of: $0).lowercased()
    }
    let isSpanish = values.contains("h") && !values.contains("f")
    return value { bytes in
      var value = normalizer.normalize(bytes)
      if isSpanish, bytes.count == 1, bytes[0] | 0x20 == UInt8(ascii: "m") {
        value.bytes = [UInt8(ascii: "f")]
      }
      return value
    }
  }

  private static func value(
    _ normalize: @escaping (UnsafeBufferPointer<UInt8>) -> NormalizedValue
  ) -> ColumnCoder.Normalize {
    { bytes, output, entry in
      let value = normalize(bytes)
      output.append(contentsOf: value.bytes)
      entry.outcome = value.outcome
      entry.flags = value.textFlags
    }
  }
}
