import ScrupleNormalization

/// What flagging knows of one record of the file that is asked.
public struct StatusRecord: Sendable, Equatable, Codable {
  /// The status as recorded.
  public var status: RecordedStatus
  /// Whether the status was read from the class of admission, for want of another.
  public var isStatusFromClass: Bool
  /// The day of which the status is told; nil: it makes no flag.
  public var asOf: CivilDate?
  /// Whether the day is that of the record's last update, for want of another.
  public var isAsOfFromUpdate: Bool
  /// Whether the class of admission suggests citizenship; see `ClassOfAdmission`.
  public var hasCitizenshipClass: Bool
  /// Whether the country of citizenship is the United States.
  public var isCitizenByCountry: Bool
  /// The day of naturalization.
  public var naturalizedOn: CivilDate?
  /// Whether there is a number of a certificate of naturalization or citizenship.
  public var hasCertificate: Bool
  /// The day a parent was naturalized.
  public var parentNaturalizedOn: CivilDate?
  /// The last day of the stay that was granted.
  public var admittedUntil: CivilDate?
  /// The day of an order of removal.
  public var orderedOn: CivilDate?
  /// The day on which the order was vacated.
  public var orderVacatedOn: CivilDate?
  /// Countries of birth, distinct.
  public var birthCountries: [Country]
  /// Dates of birth.
  public var birthDates: [CivilDate]
  /// The sex as recorded.
  public var sex: RecordedSex?
  /// The height in inches.
  public var heightInches: Int?
  /// The A-numbers as numbers, distinct; they tell which records are of one file.
  public var aNumbers: [UInt32]
  /// A-numbers of parents as the record names them, distinct; their files are asked.
  public var parentANumbers: [UInt32]

  /// Creates a record; what is left out is not known.
  public init(
    status: RecordedStatus = .unknown, isStatusFromClass: Bool = false, asOf: CivilDate? = nil,
    isAsOfFromUpdate: Bool = false, hasCitizenshipClass: Bool = false,
    isCitizenByCountry: Bool = false, naturalizedOn: CivilDate? = nil,
    hasCertificate: Bool = false, parentNaturalizedOn: CivilDate? = nil,
    admittedUntil: CivilDate? = nil, orderedOn: CivilDate? = nil,
    orderVacatedOn: CivilDate? = nil, birthCountries: [Country] = [],
    birthDates: [CivilDate] = [], sex: RecordedSex? = nil, heightInches: Int? = nil,
    aNumbers: [UInt32] = [], parentANumbers: [UInt32] = []
  ) {
    self.status = status
    self.isStatusFromClass = isStatusFromClass
    self.asOf = asOf
    self.isAsOfFromUpdate = isAsOfFromUpdate
    self.hasCitizenshipClass = hasCitizenshipClass
    self.isCitizenByCountry = isCitizenByCountry
    self.naturalizedOn = naturalizedOn
    self.hasCertificate = hasCertificate
    self.parentNaturalizedOn = parentNaturalizedOn
    self.admittedUntil = admittedUntil
    self.orderedOn = orderedOn
    self.orderVacatedOn = orderVacatedOn
    self.birthCountries = birthCountries
    self.birthDates = birthDates
    self.sex = sex
    self.heightInches = heightInches
    self.aNumbers = aNumbers
    self.parentANumbers = parentANumbers
  }
}
