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
    let lines = (source.columns(.street).first ?? source.columns(.address).first).map {
      AddressLines($0, normalizer: AddressNormalizer(text: text))
    }
    let words = FreeTextNormalizer(text: text)
    let places = PlaceNormalizer(text: text)
    let addresses = AddressNormalizer(text: text)
    let states = StateNormalizer(text: text)
    let postcodes = PostcodeNormalizer(text: text)
    func cells(
      _ role: ColumnRole, _ normalize: @escaping (UnsafeBufferPointer<UInt8>) -> NormalizedValue
    ) -> PlainCells? {
      source.columns(role).first.map { PlainCells($0, name: role.rawValue, normalize: normalize) }
    }
    let numbers = cells(.streetNumber, words.normalizeHouseNumber)
    let units = cells(.unit, addresses.unit)
    let secondLines = cells(.locality, words.normalize)
    let cities = cells(.city, places.normalize)
    let statesCells = cells(.state, states.normalize)
    let postcodeCells = cells(.postcode, postcodes.normalize)
    for position in source.rows {
      let row = Int(position)
      let line = lines?.codes(row: row, &street, &number, &unit, &city) ?? AddressLines.Codes()
      street.append(line.street, to: side)
      number.append(Self.first(numbers?.code(row: row, &number), line.number), to: side)
      unit.append(Self.first(units?.code(row: row, &unit), line.unit), to: side)
      self.line.append(secondLines?.code(row: row, &self.line) ?? 0, to: side)
      city.append(Self.first(cities?.code(row: row, &city), line.rest), to: side)
      state.append(statesCells?.code(row: row, &state) ?? 0, to: side)
      postcode.append(postcodeCells?.code(row: row, &postcode) ?? 0, to: side)
    }
    let found =
      [lines?.summary].compactMap { $0 }
      + [numbers, units, secondLines, cities, statesCells, postcodeCells].compactMap { $0?.summary }
    if side == .left { summary.left += found } else { summary.right += found }
  }

  private static func first(_ one: UInt32?, _ other: UInt32) -> UInt32 {
    guard let one, one != ValueDictionary.missing else { return other }
    return one
  }
}

/// The cells of a column of streets or whole addresses, each parsed once.
private final class AddressLines {
  /// The codes of the parts of one distinct line.
  struct Codes {
    var street = ValueDictionary.missing
    var number = ValueDictionary.missing
    var unit = ValueDictionary.missing
    var rest = ValueDictionary.missing
    var outcome = ValueOutcome.missing
    var flags: TextFlags = []
  }

  private let source: MappedColumn
  private let normalizer: AddressNormalizer
  private var known: [Codes?]
  private(set) var summary = FieldSummary(field: "street")

  init(_ source: MappedColumn, normalizer: AddressNormalizer) {
    self.source = source
    self.normalizer = normalizer
    known = [Codes?](repeating: nil, count: source.column.dictionary.count)
  }

  func codes(
    row: Int, _ street: inout FieldDraft, _ number: inout FieldDraft, _ unit: inout FieldDraft,
    _ city: inout FieldDraft
  ) -> Codes {
    let code = Int(source.column.codes[row])
    if let codes = known[code] {
      summary.count(codes.outcome, codes.flags)
      return codes
    }
    let parts = source.column.dictionary.withBytes(of: UInt32(code), normalizer.parse)
    let codes = Codes(
      street: street.code(of: parts.street), number: number.code(of: parts.number),
      unit: unit.code(of: parts.unit), rest: city.code(of: parts.rest), outcome: parts.outcome,
      flags: parts.textFlags)
    known[code] = codes
    summary.count(codes.outcome, codes.flags)
    return codes
  }
}

/// The cells of a column, each distinct value normalized once.
private final class PlainCells {
  private struct Cell {
    var code: UInt32
    var outcome: ValueOutcome
    var flags: TextFlags
  }

  private let source: MappedColumn
  private let normalize: (UnsafeBufferPointer<UInt8>) -> NormalizedValue
  private var known: [Cell?]
  private(set) var summary: FieldSummary

  init(
    _ source: MappedColumn, name: String,
    normalize: @escaping (UnsafeBufferPointer<UInt8>) -> NormalizedValue
  ) {
    self.source = source
    self.normalize = normalize
    known = [Cell?](repeating: nil, count: source.column.dictionary.count)
    summary = FieldSummary(field: name)
  }

  /// The code of a row's normalized value; missing where it is not usable.
  func code(row: Int, _ draft: inout FieldDraft) -> UInt32 {
    let raw = Int(source.column.codes[row])
    if let cell = known[raw] {
      summary.count(cell.outcome, cell.flags)
      return cell.code
    }
    let value = source.column.dictionary.withBytes(of: UInt32(raw), normalize)
    let cell = Cell(
      code: value.outcome.isUsable ? draft.code(of: value.bytes) : ValueDictionary.missing,
      outcome: value.outcome, flags: value.textFlags)
    known[raw] = cell
    summary.count(cell.outcome, cell.flags)
    return cell.code
  }
}
