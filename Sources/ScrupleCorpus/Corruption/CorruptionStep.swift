/// One thing that can go wrong with a row, in the order in which it is tried.
///
/// Each has a rate in the recipe under `corruption.` and its name in snake case;
/// a rate may differ by group and, for immigration records, by source system.
public enum CorruptionStep: Int, Sendable, CaseIterable {
  // MARK: Bookings
  case bookingSurnameFirstOnly
  case bookingSurnameSecondOnly
  case bookingSurnameHyphenated
  case bookingSurnameParticleMoved
  case bookingNameOrderTurned
  case bookingNameRomanized
  case bookingNameSwapped
  case bookingLastNameTypo
  case bookingFirstNameNickname
  case bookingFirstNameTypo
  case bookingMiddleNameMissing
  case bookingMiddleNameInitial
  case bookingSuffixMissing
  case bookingSuffixGlued
  case bookingNamePlaceholder
  case bookingNameTruncated
  case bookingBirthDateSwapped
  case bookingBirthDateYear
  case bookingBirthDateDigit
  case bookingBirthDatePartial
  case bookingBirthDateJanuary
  case bookingOtherBirthDate
  case bookingSexWrong
  case bookingRaceWrong
  case bookingEthnicityMissing
  case bookingHeightOff
  case bookingWeightOff
  case bookingEyeColorWrong
  case bookingHairColorWrong
  case bookingSsnMissing
  case bookingSsnDefault
  case bookingSsnPartial
  case bookingSsnTypo
  case bookingSsnBorrowed
  case bookingFbiNumberMissing
  case bookingStateIdMissing
  case bookingAlienNumberTypo
  case bookingAlienNumberZeroLoss
  case bookingAlienNumberOther
  case bookingBirthPlaceWrongCountry
  case bookingBirthPlaceCodeConfusion
  case bookingCitizenshipMissing
  case bookingCitizenshipMisheard
  case bookingCitizenshipBravado
  case bookingAddressMissing
  case bookingStreetTypo
  case bookingAliasContamination
  // MARK: Immigration records
  case recordSurnameFirstOnly
  case recordSurnameSecondOnly
  case recordSurnameHyphenated
  case recordSurnameParticleMoved
  case recordNameOrderTurned
  case recordNameRomanized
  case recordNameSwapped
  case recordLastNameTypo
  case recordFirstNameTypo
  case recordMiddleNameMissing
  case recordMiddleNameInitial
  case recordNameWrong
  case recordBirthDateSwapped
  case recordBirthDateYear
  case recordBirthDateDigit
  case recordBirthDateWrong
  case recordBirthDateJanuary
  case recordSexWrong
  case recordHeightOff
  case recordBirthCountryWrong
  case recordSsnTypo
  case recordANumberTypo
  case recordANumberZeroLoss
  case recordANumberOther
  case recordANumberMissing

  /// The name in the recipe and in the manifest.
  public var name: String { snakeCase("\(self)") }
}
