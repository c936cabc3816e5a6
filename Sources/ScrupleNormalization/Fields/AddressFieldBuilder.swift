import ScrupleRecords

/// Builds the parts of an address from parts, from lines, or from one column
/// that holds it whole.
struct AddressFieldBuilder {
  private var number = FieldDraft("street-number", .address)
  private var street = FieldDraft("street", .address)
  private var unit = FieldDraft("unit", .address)
  private var line = FieldDraft("address-line-2", .address)
  private var city = FieldDraft("city", .place)
  private var state = FieldDraft("state", .place)
  private var postcode = FieldDraft("postcode", .postcode)
  private var summary = NormalizationSummary()
  private let text: TextNormalizer

  /// The fields of both sides; parts that one side lacks are left out.
  static func fields(
    left: SourceColumns, right: SourceColumns, text: TextNormalizer
  ) -> ([NormalizedField], NormalizationSummary) {
    var builder = AddressFieldBuilder(text: text)
    builder.add(left, .left)
    builder.add(right, .right)
    let drafts = [
      builder.number, builder.street, builder.unit, builder.line, builder.city, builder.state,
      builder.postcode,
    ]
    return (drafts.compactMap { $0.finished() }, builder.summary)
  }

  private init(text: TextNormalizer) { self.text = text }

  private mutating func add(_ source: SourceColumns, _ side: SourceSide) {
    let words = FreeTextNormalizer(text: text)
    let addresses = AddressNormalizer(text: text)
    var found: [FieldSummary] = []
    let lines = (source.columns(.street).first ?? source.columns(.address).first).map {
      addLines($0, source.rows, addresses, &found)
    }
    let none = [UInt32](repeating: ValueDictionary.missing, count: source.rows.count)
    func codes(
      _ role: ColumnRole, _ draft: inout FieldDraft,
      _ normalize: (UnsafeBufferPointer<UInt8>) -> NormalizedValue
    ) -> [UInt32]? {
      source.columns(role).first.map {
        Self.codes($0, source.rows, role, &draft, normalize, &found)
      }
    }
    let numbers = codes(.streetNumber, &number, words.normalizeHouseNumber)
    let units = codes(.unit, &unit, addresses.unit)
    line.set(codes(.locality, &line, words.normalize) ?? none, to: side)
    let cities = codes(.city, &city, PlaceNormalizer(text: text).normalize)
    let states = codes(.state, &state, StateNormalizer(text: text).normalize)
    let postcodes = codes(.postcode, &postcode, PostcodeNormalizer(text: text).normalize)
    street.set(lines?.codes { $0.street } ?? none, to: side)
    number.set(Self.first(numbers, lines?.codes { $0.number }) ?? none, to: side)
    unit.set(Self.first(units, lines?.codes { $0.unit }) ?? none, to: side)
    city.set(Self.first(cities, lines?.codes { $0.rest }) ?? none, to: side)
    state.set(states ?? none, to: side)
    postcode.set(postcodes ?? none, to: side)
    if side == .left { summary.left += found } else { summary.right += found }
  }

  /// The codes of one list, or of the other where the first is missing.
  private static func first(_ one: [UInt32]?, _ other: [UInt32]?) -> [UInt32]? {
    guard let one, let other else { return one ?? other }
    return zip(one, other).map { $0 == ValueDictionary.missing ? $1 : $0 }
  }

  /// The codes of the parts of one distinct line.
  private struct LineCodes {
    let street: UInt32
    let number: UInt32
    let unit: UInt32
    let rest: UInt32
    let outcome: ValueOutcome
    let flags: TextFlags
  }

  /// Parses the lines of a column of streets or whole addresses.
  private mutating func addLines(
    _ source: MappedColumn, _ rows: [UInt32], _ normalizer: AddressNormalizer,
    _ found: inout [FieldSummary]
  ) -> DistinctCells<LineCodes> {
    let cells = DistinctCells(source.column, rows: rows) { bytes in
      let parts = normalizer.parse(bytes)
      return LineCodes(
        street: street.code(of: parts.street), number: number.code(of: parts.number),
        unit: unit.code(of: parts.unit), rest: city.code(of: parts.rest), outcome: parts.outcome,
        flags: parts.textFlags)
    }
    var summary = FieldSummary(field: "street")
    for (cell, count) in cells.cells { summary.count(cell.outcome, cell.flags, times: count) }
    found.append(summary)
    return cells
  }

  /// The codes of the cells of a column; missing where a value is not usable.
  private static func codes(
    _ source: MappedColumn, _ rows: [UInt32], _ role: ColumnRole, _ draft: inout FieldDraft,
    _ normalize: (UnsafeBufferPointer<UInt8>) -> NormalizedValue, _ found: inout [FieldSummary]
  ) -> [UInt32] {
    let cells = DistinctCells(source.column, rows: rows) { bytes in
      let value = normalize(bytes)
      return (
        code: value.outcome.isUsable ? draft.code(of: value.bytes) : ValueDictionary.missing,
        outcome: value.outcome, flags: value.textFlags
      )
    }
    var summary = FieldSummary(field: role.rawValue)
    for (cell, count) in cells.cells { summary.count(cell.outcome, cell.flags, times: count) }
    found.append(summary)
    return cells.codes { $0.code }
  }
}
