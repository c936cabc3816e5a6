import ScrupleRecords

/// Builds given name, middle name, surname and suffix from whatever columns a
/// source has: parts, two surnames, or the whole name in one column.
struct NameFieldBuilder {
  private var given = FieldDraft("given-name", .name)
  private var middle = FieldDraft("middle-name", .name)
  private var surname = FieldDraft("surname", .name)
  private var suffix = FieldDraft("suffix", .suffix)
  private(set) var summary = NormalizationSummary()
  private let text: TextNormalizer

  init(text: TextNormalizer) { self.text = text }

  /// The fields of both sides; those that one side lacks are left out.
  static func fields(
    left: SourceColumns, right: SourceColumns, text: TextNormalizer
  ) -> ([NormalizedField], NormalizationSummary) {
    var builder = NameFieldBuilder(text: text)
    builder.add(left, .left)
    builder.add(right, .right)
    let drafts = [builder.given, builder.middle, builder.surname, builder.suffix]
    return (drafts.compactMap { $0.finished() }, builder.summary)
  }

  private mutating func add(_ source: SourceColumns, _ side: SourceSide) {
    let parts = PartColumns(source, text: text)
    let whole = source.columns(.fullName).first.map { WholeNames($0, text: text) }
    var counts = NameCounts()
    if whole == nil, parts.isPlain {
      addPlain(parts, source, side, &counts)
    } else {
      for row in source.rows {
        var name = parts.name(row: Int(row), counts: &counts)
        if let whole, name.isEmpty { name = whole.name(row: Int(row), counts: &counts) }
        append(name, to: side)
      }
    }
    let found = counts.summaries(
      hasParts: parts.roles, isWhole: whole != nil)
    if side == .left { summary.left += found } else { summary.right += found }
  }

  /// One column a part and one name a cell: each distinct cell is coded once.
  private mutating func addPlain(
    _ parts: PartColumns, _ source: SourceColumns, _ side: SourceSide, _ counts: inout NameCounts
  ) {
    let none = [UInt32](repeating: ValueDictionary.missing, count: source.rows.count)
    let rows = source.rows
    let one = parts.given.first?.coded(rows, &given, &suffix, counting: &counts.given)
    let two = parts.middle.first?.coded(rows, &middle, &suffix, counting: &counts.middle)
    let three = parts.surname.first?.coded(rows, &surname, &suffix, counting: &counts.surname)
    var ignored = FieldSummary(field: "")
    let own = parts.suffix.first?.coded(rows, &middle, &suffix, counting: &ignored)
    given.set(one?.names ?? none, to: side)
    middle.set(two?.names ?? none, to: side)
    surname.set(three?.names ?? none, to: side)
    var suffixes = none
    for found in [one, two, three, own].compactMap({ $0?.suffixes }).reversed() {
      for record in suffixes.indices where found[record] != ValueDictionary.missing {
        suffixes[record] = found[record]
      }
    }
    suffix.set(suffixes, to: side)
  }

  private mutating func append(_ name: RecordName, to side: SourceSide) {
    given.append(
      given.code(of: name.given.first ?? []), others: codes(name.given.dropFirst(), &given),
      to: side)
    middle.append(bytes: name.middle, to: side)
    surname.append(
      surname.code(of: name.surname.first ?? []), others: codes(name.surname.dropFirst(), &surname),
      to: side)
    suffix.append(bytes: name.suffix, to: side)
  }

  private func codes(_ values: ArraySlice<[UInt8]>, _ draft: inout FieldDraft) -> [UInt32] {
    values.map { draft.code(of: $0) }
  }
}

/// The name of one record; several given names or surnames are aliases.
struct RecordName {
  var given: [[UInt8]] = []
  var middle: [UInt8] = []
  var surname: [[UInt8]] = []
  var suffix: [UInt8] = []

  var isEmpty: Bool { given.isEmpty && surname.isEmpty && middle.isEmpty }
}

/// What the name columns of one side held, counted over records.
struct NameCounts {
  var given = FieldSummary(field: "given-name")
  var middle = FieldSummary(field: "middle-name")
  var surname = FieldSummary(field: "surname")
  var whole = FieldSummary(field: "full-name")

  func summaries(hasParts roles: Set<ColumnRole>, isWhole: Bool) -> [FieldSummary] {
    var found: [FieldSummary] = []
    if roles.contains(.givenName) { found.append(given) }
    if roles.contains(.middleName) { found.append(middle) }
    if roles.contains(.surname) { found.append(surname) }
    if isWhole { found.append(whole) }
    return found
  }
}

/// Names that stand in several columns.
final class PartColumns {
  private let normalizer: NameNormalizer
  private(set) var given: [NameCells] = []
  private(set) var middle: [NameCells] = []
  private(set) var surname: [NameCells] = []
  private var second: [NameCells] = []
  private(set) var suffix: [NameCells] = []
  let roles: Set<ColumnRole>

  init(_ source: SourceColumns, text: TextNormalizer) {
    normalizer = NameNormalizer(text: text)
    let normalizer = normalizer
    func cells(_ role: ColumnRole, _ field: NameField) -> [NameCells] {
      source.columns(role).map { NameCells($0, normalizer: normalizer, field: field) }
    }
    given = cells(.givenName, .given)
    middle = cells(.middleName, .middle)
    surname = cells(.surname, .surname)
    second = cells(.secondSurname, .surname)
    suffix = cells(.suffix, .middle)
    roles = Set(
      [ColumnRole.givenName, .middleName, .surname].filter { !source.columns($0).isEmpty })
  }

  /// Whether every part has one column at most, and every cell one name.
  var isPlain: Bool {
    second.isEmpty
      && [given, middle, surname, suffix].allSatisfy {
        $0.count <= 1 && $0.first?.isSingle != false
      }
  }

  func name(row: Int, counts: inout NameCounts) -> RecordName {
    var name = RecordName()
    for value in values(given, row: row, counting: &counts.given) {
      if !value.text.isEmpty { name.given.append(value.text) }
      if name.suffix.isEmpty { name.suffix = value.suffix }
    }
    for value in values(middle, row: row, counting: &counts.middle) {
      name.middle = join(name.middle, value.text)
      if name.suffix.isEmpty { name.suffix = value.suffix }
    }
    for value in values(surname, row: row, counting: &counts.surname) {
      if !value.text.isEmpty { name.surname.append(value.withoutParticles) }
      if name.suffix.isEmpty { name.suffix = value.suffix }
    }
    for cells in second {
      for value in cells.values(row: row) where !value.text.isEmpty {
        if name.surname.isEmpty {
          name.surname = [value.withoutParticles]
        } else {
          name.surname[0] = join(name.surname[0], value.withoutParticles)
        }
      }
    }
    for cells in suffix where name.suffix.isEmpty {
      for value in cells.values(row: row) { name.suffix = value.suffix }
    }
    return name
  }

  /// The names in a record's cells of one role; the record is counted once, by
  /// its first usable name.
  private func values(
    _ columns: [NameCells], row: Int, counting summary: inout FieldSummary
  ) -> [NormalizedName] {
    let names =
      columns.count == 1 ? columns[0].values(row: row) : columns.flatMap { $0.values(row: row) }
    if let leading = names.first(where: { $0.outcome.isUsable }) ?? names.first {
      summary.count(leading.outcome, leading.textFlags)
    }
    return names
  }

  private func join(_ one: [UInt8], _ other: [UInt8]) -> [UInt8] {
    if one.isEmpty || other.isEmpty { return one + other }
    return one + [0x20] + other
  }
}

/// The cells of one name column, each distinct value normalized once.
final class NameCells {
  private let source: MappedColumn
  private let normalizer: NameNormalizer
  private let field: NameField
  private var known: [[NormalizedName]?]

  /// Whether a cell holds one name.
  var isSingle: Bool { source.separator == nil }

  /// The codes of the records' names; a name column's suffix goes to the
  /// suffixes, which are nil where no cell has one.
  func coded(
    _ rows: [UInt32], _ names: inout FieldDraft, _ suffixes: inout FieldDraft,
    counting summary: inout FieldSummary
  ) -> (names: [UInt32], suffixes: [UInt32]?) {
    var hasSuffix = false
    var word: [UInt8] = []
    let cells = DistinctCells(source.column, rows: rows) { bytes in
      if normalizer.isPlain(bytes, field: field, into: &word) {
        return (
          name: names.code(of: word), suffix: ValueDictionary.missing, outcome: ValueOutcome.valid,
          flags: TextFlags()
        )
      }
      let name = normalizer.normalize(bytes, field: field)
      let text = field == .surname ? name.withoutParticles : name.text
      let suffix = suffixes.code(of: name.suffix)
      if suffix != ValueDictionary.missing { hasSuffix = true }
      return (
        name: names.code(of: name.text.isEmpty ? [] : text), suffix: suffix,
        outcome: name.outcome, flags: name.textFlags
      )
    }
    for (cell, count) in cells.cells { summary.count(cell.outcome, cell.flags, times: count) }
    return (cells.codes { $0.name }, hasSuffix ? cells.codes { $0.suffix } : nil)
  }

  init(_ source: MappedColumn, normalizer: NameNormalizer, field: NameField) {
    self.source = source
    self.normalizer = normalizer
    self.field = field
    known = [[NormalizedName]?](repeating: nil, count: source.column.dictionary.count)
  }

  /// The names in a cell: one, or as many as the separator divides.
  func values(row: Int) -> [NormalizedName] {
    let code = Int(source.column.codes[row])
    if known[code] == nil {
      known[code] = source.column.dictionary.withBytes(of: UInt32(code)) { bytes in
        guard let separator = source.separator else {
          return [normalizer.normalize(bytes, field: field)]
        }
        let parts = bytes.split(separator: separator)
        if parts.isEmpty { return [normalizer.normalize(bytes, field: field)] }
        return parts.map {
          normalizer.normalize(UnsafeBufferPointer(rebasing: $0), field: field)
        }
      }
    }
    return known[code]!
  }
}

/// Names that stand whole in one column.
private final class WholeNames {
  private let source: MappedColumn
  private let splitter: FullName
  private let order: NameOrder
  private var known: [[NameParts]?]

  init(_ source: MappedColumn, text: TextNormalizer) {
    self.source = source
    splitter = FullName(text: text)
    var inference = NameOrderInference(text: text)
    for (code, count) in source.column.occurrences().enumerated() where code > 0 && count > 0 {
      source.column.dictionary.withBytes(of: UInt32(code)) { inference.add($0, count: count) }
    }
    order = inference.order
    known = [[NameParts]?](repeating: nil, count: source.column.dictionary.count)
  }

  func name(row: Int, counts: inout NameCounts) -> RecordName {
    let code = Int(source.column.codes[row])
    if known[code] == nil {
      known[code] = source.column.dictionary.withBytes(of: UInt32(code)) { bytes in
        let parts = source.separator.map { bytes.split(separator: $0) } ?? [bytes[...]]
        return (parts.isEmpty ? [bytes[...]] : parts).map {
          splitter.split(UnsafeBufferPointer(rebasing: $0), order: order)
        }
      }
    }
    let names = known[code]!
    if let first = names.first { counts.whole.count(first.outcome, first.textFlags) }
    var name = RecordName()
    for parts in names {
      if !parts.given.isEmpty { name.given.append(parts.given) }
      if !parts.surname.isEmpty {
        name.surname.append(NameNormalizer.withoutParticles(parts.surname))
      }
      if name.middle.isEmpty { name.middle = parts.middle }
      if name.suffix.isEmpty { name.suffix = parts.suffix }
    }
    return name
  }
}
