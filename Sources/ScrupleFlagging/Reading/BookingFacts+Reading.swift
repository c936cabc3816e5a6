import ScrupleNormalization
import ScrupleRecords

extension BookingFacts {
  /// Reads the facts of a file of bookings, in canonical order.
  ///
  /// - Throws: `NormalizationError` where the Unicode tables are not there.
  /// - Complexity: O(records), and each distinct value once.
  public static func read(_ source: SourceColumns) throws(NormalizationError) -> [BookingFacts] {
    let reader = try FactReader(source)
    let booked = reader.dates(.bookingDate)
    // A file that names a country of citizenship for its bookings says the same.
    let stated = reader.values(.statedCitizenship, StatedCitizenship.init(reading:))
    let country = reader.values(.citizenshipCountry, StatedCitizenship.init(reading:))
    let births = reader.birthCountries()
    let birthDates = reader.birthDates()
    let sexes = reader.sexes()
    let heights = reader.heights()
    let outcomes = reader.values(.priorOutcome, PriorOutcome.init(reading:))
    return (0..<reader.count).map { index in
      BookingFacts(
        bookedOn: booked[index], statedCitizenship: stated[index] ?? country[index],
        birthCountries: births[index], birthDates: birthDates[index], sex: sexes[index],
        heightInches: heights[index], priorOutcome: outcomes[index])
    }
  }
}

extension StatusRecord {
  /// Reads the facts of a file of records with statuses, in canonical order.
  ///
  /// A status column with something in it wins over the class of admission, and
  /// an as-of date over the date of the last update.
  ///
  /// - Throws: `NormalizationError` where the Unicode tables are not there.
  /// - Complexity: O(records), and each distinct value once.
  public static func read(_ source: SourceColumns) throws(NormalizationError) -> [StatusRecord] {
    let reader = try FactReader(source)
    var records = reader.statuses()
    let naturalized = reader.dates(.naturalizationDate)
    let certificates = reader.isPresent(.certificateNumber)
    let parents = reader.dates(.parentNaturalizationDate)
    let stays = reader.dates(.admittedUntil)
    let orders = reader.dates(.orderDate)
    let vacated = reader.dates(.orderVacatedDate)
    let births = reader.birthCountries()
    let birthDates = reader.birthDates()
    let sexes = reader.sexes()
    let heights = reader.heights()
    let numbers = reader.lists(.aNumber) { _ in { reader.aNumber($0) } }
    let parentNumbers = reader.lists(.parentANumber) { _ in { reader.aNumber($0) } }
    for index in records.indices {
      records[index].naturalizedOn = naturalized[index]
      records[index].hasCertificate = certificates[index]
      records[index].parentNaturalizedOn = parents[index]
      records[index].admittedUntil = stays[index]
      records[index].orderedOn = orders[index]
      records[index].orderVacatedOn = vacated[index]
      records[index].birthCountries = births[index]
      records[index].birthDates = birthDates[index]
      records[index].sex = sexes[index]
      records[index].heightInches = heights[index]
      records[index].aNumbers = numbers[index]
      records[index].parentANumbers = parentNumbers[index]
    }
    return records
  }
}

extension FactReader {
  /// Statuses with their as-of dates, and what else tells a citizen.
  func statuses() -> [StatusRecord] {
    let statuses = values(.status, RecordedStatus.init(reading:))
    let classes = values(.classOfAdmission) { ClassOfAdmission(reading: $0.joined()) }
    // A code of a class may stand in the status column.
    let classesInStatus = values(.status) { ClassOfAdmission(reading: $0.joined()) }
    let asOf = dates(.statusAsOf)
    let updated = dates(.statusUpdated)
    let country = values(.citizenshipCountry, StatedCitizenship.init(reading:))
    let stated = values(.statedCitizenship, StatedCitizenship.init(reading:))
    var records = [StatusRecord](repeating: StatusRecord(), count: count)
    for index in records.indices {
      let code = classes[index]
      records[index].status = statuses[index] ?? code?.status ?? .unknown
      records[index].isStatusFromClass = statuses[index] == nil && code != nil
      records[index].asOf = asOf[index] ?? updated[index]
      records[index].isAsOfFromUpdate = asOf[index] == nil && updated[index] != nil
      records[index].hasCitizenshipClass = [code, classesInStatus[index]].contains {
        $0?.suggestsCitizenship == true
      }
      records[index].isCitizenByCountry = (country[index] ?? stated[index]) == .unitedStates
    }
    return records
  }

  /// The countries of birth, from places and countries, distinct.
  func birthCountries() -> [[Country]] {
    let places = lists(.birthPlace) { _ in { birthPlace($0) } }
    let iso = lists(.birthCountry) { _ in { Country(reading: words($0), isISO: true) } }
    let other = lists(.birthCountry) { _ in { Country(reading: words($0), isISO: false) } }
    let systems = values(.birthCodeSystem) { $0.joined() }
    return (0..<count).map { index in
      let isISO = systems[index].map { $0.isEmpty || $0.hasPrefix("iso") } ?? true
      let countries = isISO ? iso[index] : other[index]
      return places[index] + countries.filter { !places[index].contains($0) }
    }
  }

  /// The dates of birth; the years where a file has only those.
  func birthDates() -> [[CivilDate]] {
    let dates = lists(.birthDate) { column in
      let parser = parser(for: column)
      return { parser.parse($0).date }
    }
    let years = lists(.birthYear) { _ in
      { words($0).first.flatMap { Int($0) }.flatMap { CivilDate(year: $0) } }
    }
    return zip(dates, years).map { $0.isEmpty ? $1 : $0 }
  }

  /// The heights in inches.
  func heights() -> [Int?] {
    lists(.height) { _ in
      { BodyHeight.inches(String(decoding: $0, as: UTF8.self)) }
    }.map(\.first)
  }
}
