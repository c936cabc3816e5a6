/// Year, month and day as a cell gives them, before the calendar is asked.
///
/// One reading is made per order; where the parts leave no choice (a year of four digits in front,
/// a month name) the order makes no difference.
struct DateReading: Equatable {
  var year: Int
  var month: Int?
  var day: Int?
  var isTwoDigitYear = false
  /// Whether only the order tells day from month.
  var dependsOnOrder = false

  /// Whether the calendar has this date, and the year could be a person's.
  var isPlausible: Bool {
    (isTwoDigitYear || 1800...2100 ~= year) && date(century: isTwoDigitYear ? 2000 : 0) != nil
  }

  func date(century: Int) -> CivilDate? {
    CivilDate(year: year + century, month: month, day: day)
  }
}

extension DateReading {
  /// Reads the two forms that most files have, `19820203` and `1982-02-03` (or
  /// with slashes or points), which mean the same in every order; nil for any
  /// other form, and where the calendar has no such date.
  init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 8 || bytes.count == 10 else { return nil }
    var value = 0
    for (place, byte) in bytes.enumerated() {
      if bytes.count == 10 && (place == 4 || place == 7) {
        guard byte == bytes[4], byte == 0x2D || byte == 0x2E || byte == 0x2F else { return nil }
        continue
      }
      guard byte.isASCIIDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    let (year, rest) = (value / 10_000, value % 10_000)
    guard 1800...2100 ~= year, bytes.count == 10 || !(1800...2100 ~= rest) else { return nil }
    self.init(year: year, month: rest / 100, day: rest % 100)
    guard rest % 100 > 0, date(century: 0) != nil else { return nil }
  }

  /// Reads tokens in an order, or returns nil when they do not have that form.
  init?(_ tokens: DateTokens, order: DateOrder) {
    guard !tokens.isBroken else { return nil }
    let reading: DateReading? =
      if tokens.month != nil {
        Self.named(tokens)
      } else {
        switch tokens.parts.count {
        case 1: Self.compact(tokens.parts[0], order: order)
        case 2: Self.yearAndMonth(tokens.parts)
        case 3: Self.separated(tokens.parts, order: order)
        default: nil
        }
      }
    guard let reading else { return nil }
    self = reading
  }

  // MARK: Parts

  /// The value of a month or day, nil when unknown or written 00, and whether it is short enough.
  private static func short(_ part: DateTokens.Part) -> (value: Int?, isShort: Bool) {
    switch part {
    case .number(let value, let digits): (value == 0 ? nil : value, digits <= 2)
    case .unknown(let digits): (nil, digits <= 2)
    }
  }

  private static func isYear(_ part: DateTokens.Part) -> Bool {
    if case .number(_, 4) = part { return true }
    return false
  }

  /// A reading from parts whose places are known, or nil when a part is too long or the year is
  /// unknown.
  private init?(year: DateTokens.Part, month: DateTokens.Part?, day: DateTokens.Part?) {
    guard case .number(let yearValue, let digits) = year, digits == 4 || digits == 2 else {
      return nil
    }
    let monthPart = month.map(Self.short) ?? (value: nil, isShort: true)
    let dayPart = day.map(Self.short) ?? (value: nil, isShort: true)
    guard monthPart.isShort, dayPart.isShort else { return nil }
    self.year = yearValue
    self.month = monthPart.value
    // A day without its month says nothing that could be compared.
    self.day = monthPart.value == nil ? nil : dayPart.value
    isTwoDigitYear = digits == 2
  }

  // MARK: Forms

  /// "3 Feb 1982", "Feb 3, 1982", "1982 Feb 3", "Feb 1982".
  private static func named(_ tokens: DateTokens) -> DateReading? {
    let parts = tokens.parts
    guard let month = tokens.month, !parts.isEmpty, parts.count <= 2 else { return nil }
    let monthPart = DateTokens.Part.number(month, digits: 2)
    if parts.count == 1 {
      guard isYear(parts[0]) else { return nil }
      return DateReading(year: parts[0], month: monthPart, day: nil)
    }
    let yearFirst = isYear(parts[0])
    return DateReading(
      year: yearFirst ? parts[0] : parts[1], month: monthPart, day: yearFirst ? parts[1] : parts[0])
  }

  /// "1982-02" or "02/1982".
  private static func yearAndMonth(_ parts: [DateTokens.Part]) -> DateReading? {
    if isYear(parts[0]) { return DateReading(year: parts[0], month: parts[1], day: nil) }
    guard isYear(parts[1]) else { return nil }
    return DateReading(year: parts[1], month: parts[0], day: nil)
  }

  /// Three numbers. A year of four digits in front is always followed by the month.
  private static func separated(_ parts: [DateTokens.Part], order: DateOrder) -> DateReading? {
    if isYear(parts[0]) { return DateReading(year: parts[0], month: parts[1], day: parts[2]) }
    var reading: DateReading?
    switch order {
    case .ymd:
      guard !isYear(parts[2]) else { return nil }
      reading = DateReading(year: parts[0], month: parts[1], day: parts[2])
    case .mdy: reading = DateReading(year: parts[2], month: parts[0], day: parts[1])
    case .dmy: reading = DateReading(year: parts[2], month: parts[1], day: parts[0])
    }
    reading?.dependsOnOrder = true
    return reading
  }

  /// Digits without separators: a year, six to eight digits of a date, or a timestamp.
  private static func compact(_ part: DateTokens.Part, order: DateOrder) -> DateReading? {
    guard case .number(let value, let digits) = part else { return nil }
    switch digits {
    case 4: return DateReading(year: value)
    case 6: return cut(value, yearDigits: 2, order: order)
    // A spreadsheet drops the zero in front of 02031982.
    case 7 where order != .ymd: return cut(value, yearDigits: 4, order: order)
    case 8:
      let yearInFront = 1800...2100 ~= value / 10_000 && !(1800...2100 ~= value % 10_000)
      return cut(value, yearDigits: 4, order: yearInFront ? .ymd : order)
    default: return nil
    }
  }

  private static func cut(_ value: Int, yearDigits: Int, order: DateOrder) -> DateReading {
    let yearSize = yearDigits == 4 ? 10_000 : 100
    let year = order == .ymd ? value / 10_000 : value % yearSize
    let rest = order == .ymd ? value % 10_000 : value / yearSize
    let (first, second) = (rest / 100, rest % 100)
    var reading = DateReading(year: year)
    (reading.month, reading.day) = order == .dmy ? (second, first) : (first, second)
    reading.isTwoDigitYear = yearDigits == 2
    reading.dependsOnOrder = order != .ymd || yearDigits == 2
    return reading
  }
}
