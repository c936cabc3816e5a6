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
      let parts = lines?.parts(row: row) ?? AddressParts()
      street.append(bytes: parts.street, to: side)
      number.append(bytes: Self.first(numbers?.value(row: row), parts.number), to: side)
      unit.append(bytes: Self.first(units?.value(row: row), parts.unit), to: side)
      line.append(bytes: secondLines?.value(row: row) ?? [], to: side)
      city.append(bytes: Self.first(cities?.value(row: row), parts.rest), to: side)
      state.append(bytes: statesCells?.value(row: row) ?? [], to: side)
      postcode.append(bytes: postcodeCells?.value(row: row) ?? [], to: side)
    }
    let found =
      [lines?.summary].compactMap { $0 }
      + [numbers, units, secondLines, cities, statesCells, postcodeCells].compactMap { $0?.summary }
    if side == .left { summary.left += found } else { summary.right += found }
  }

  private static func first(_ one: [UInt8]?, _ other: [UInt8]) -> [UInt8] {
    guard let one, !one.isEmpty else { return other }
    return one
  }
}

/// The cells of a column of streets or whole addresses, each parsed once.
private final class AddressLines {
  private let source: MappedColumn
  private let normalizer: AddressNormalizer
  private var known: [AddressParts?]
  private(set) var summary = FieldSummary(field: "street")

  init(_ source: MappedColumn, normalizer: AddressNormalizer) {
    self.source = source
    self.normalizer = normalizer
    known = [AddressParts?](repeating: nil, count: source.column.dictionary.count)
  }

  func parts(row: Int) -> AddressParts {
    let code = Int(source.column.codes[row])
    let parts =
      known[code] ?? source.column.dictionary.withBytes(of: UInt32(code), normalizer.parse)
    known[code] = parts
    summary.count(parts.outcome, parts.textFlags)
    return parts
  }
}

/// The cells of a column, each distinct value normalized once.
private final class PlainCells {
  private let source: MappedColumn
  private let normalize: (UnsafeBufferPointer<UInt8>) -> NormalizedValue
  private var known: [NormalizedValue?]
  private(set) var summary: FieldSummary

  init(
    _ source: MappedColumn, name: String,
    normalize: @escaping (UnsafeBufferPointer<UInt8>) -> NormalizedValue
  ) {
    self.source = source
    self.normalize = normalize
    known = [NormalizedValue?](repeating: nil, count: source.column.dictionary.count)
    summary = FieldSummary(field: name)
  }

  /// The normalized bytes of a row's cell; empty where it is not usable.
  func value(row: Int) -> [UInt8] {
    let code = Int(source.column.codes[row])
    let value = known[code] ?? source.column.dictionary.withBytes(of: UInt32(code), normalize)
    known[code] = value
    summary.count(value.outcome, value.textFlags)
    return value.outcome.isUsable ? value.bytes : []
  }
}
