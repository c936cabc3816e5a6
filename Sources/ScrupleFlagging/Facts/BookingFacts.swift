import ScrupleNormalization

/// What flagging knows of one booking: no name, no race, no ethnicity.
///
/// Every value may be changed and the flags made again, which is how an audit
/// finds what a wrong flag hangs on.
public struct BookingFacts: Sendable, Equatable, Codable {
  /// The day on which everything is evaluated; nil or incomplete: no flag.
  public var bookedOn: CivilDate?
  /// The citizenship the person is recorded to have stated.
  public var statedCitizenship: StatedCitizenship?
  /// Countries of birth, distinct; two where place and country disagree.
  public var birthCountries: [Country]
  /// Dates of birth; partial ones count as far as they go.
  public var birthDates: [CivilDate]
  /// The sex as recorded.
  public var sex: RecordedSex?
  /// The height in inches.
  public var heightInches: Int?
  /// What became of an earlier flag.
  public var priorOutcome: PriorOutcome?

  /// Creates facts; what is left out is not known.
  public init(
    bookedOn: CivilDate? = nil, statedCitizenship: StatedCitizenship? = nil,
    birthCountries: [Country] = [], birthDates: [CivilDate] = [], sex: RecordedSex? = nil,
    heightInches: Int? = nil, priorOutcome: PriorOutcome? = nil
  ) {
    self.bookedOn = bookedOn
    self.statedCitizenship = statedCitizenship
    self.birthCountries = birthCountries
    self.birthDates = birthDates
    self.sex = sex
    self.heightInches = heightInches
    self.priorOutcome = priorOutcome
  }
}
