extension CorruptionStep {
  /// The rate of the step: its default, basis and meaning.
  public var parameter: RecipeParameter { Self.parameters[rawValue] }

  private static let parameters: [RecipeParameter] = allCases.map { step in
    let (rate, basis, meaning) = step.rate
    return RecipeParameter("corruption.\(step.name)", rate, basis: basis, meaning)
  }

  private static let justAndOthers = RecipeParameter.Basis.source(
    "Just et al. 2016 (398,939 duplicate pairs): middle name differs in 58.3 %, SSN is blank or "
      + "default in 58 %; split assumed")
  private static let cardAudit = RecipeParameter.Basis.source(
    "OIG-17-11: about 13,000 cards with a wrong name or birth date; denominator assumed")
  private static let nameField = RecipeParameter.Basis.source(
    "FBI EBTS: field 2.018 holds 30 characters")
  private static let savePrepositions = RecipeParameter.Basis.source(
    "SAVE manual: prepositions before the first surname are ignored in indexing; rate assumed")

  private var rate: (Double, RecipeParameter.Basis, String) {
    switch self {
    case .bookingSurnameFirstOnly:
      (
        0.35, .assumed,
        "Share of double surnames of which only the first is written."
      )
    case .bookingSurnameSecondOnly:
      (
        0.12, .assumed,
        "Share of double surnames of which the second is written as the last name, the "
          + "first as a middle name."
      )
    case .bookingSurnameHyphenated:
      (
        0.08, .assumed,
        "Share of double surnames that are joined by a hyphen; the rest are kept both."
      )
    case .bookingSurnameParticleMoved:
      (
        0.1, .assumed,
        "Share of surnames with a particle whose particle moves to the given names."
      )
    case .bookingNameOrderTurned:
      (
        0.05, .assumed,
        "Share of family-first names whose parts are taken for each other."
      )
    case .bookingNameRomanized:
      (0.04, .assumed, "Share of names of another script that are spelled another way.")
    case .bookingNameSwapped:
      (
        0.01, .assumed,
        "Share of names whose first and last name are swapped."
      )
    case .bookingLastNameTypo:
      (
        0.02, .assumed,
        "Share of last names with a slip of the keyboard or ear."
      )
    case .bookingFirstNameNickname:
      (
        0.04, .assumed,
        "Share of first names written as a nickname, where one is known."
      )
    case .bookingFirstNameTypo:
      (
        0.03, .assumed,
        "Share of first names with a slip of the keyboard or ear."
      )
    case .bookingMiddleNameMissing: (0.35, Self.justAndOthers, "Share of middle names left out.")
    case .bookingMiddleNameInitial:
      (
        0.25, .assumed,
        "Share of the middle names written that are an initial."
      )
    case .bookingSuffixMissing: (0.3, .assumed, "Share of suffixes left out.")
    case .bookingSuffixGlued:
      (
        0.05, .assumed,
        "Share of the suffixes written that stand in the last name."
      )
    case .bookingNamePlaceholder:
      (0.001, .assumed, "Share of names of which a part is UNKNOWN, FNU, LNU or DOE.")
    case .bookingNameTruncated:
      (1, Self.nameField, "Share of names longer than 30 letters that are cut there.")
    case .bookingBirthDateSwapped:
      (
        0.005, .assumed,
        "Share of birth dates with day and month swapped, where both can be a month."
      )
    case .bookingBirthDateYear: (0.007, .assumed, "Share of birth dates one year off.")
    case .bookingBirthDateDigit:
      (
        0.008, .assumed,
        "Share of birth dates with another digit wrong."
      )
    case .bookingBirthDatePartial:
      (
        0.02, .assumed,
        "Share of birth dates without a day, or without day and month."
      )
    case .bookingBirthDateJanuary:
      (0.001, .assumed, "Share of birth dates written as 1 January of their year.")
    case .bookingOtherBirthDate:
      (
        0.03, .assumed,
        "Share of bookings with a second, wrong birth date."
      )
    case .bookingSexWrong: (0.002, .assumed, "Share of rows with the wrong sex.")
    case .bookingRaceWrong:
      (
        0.05, .assumed,
        "Share of bookings with another race code than a careful clerk's."
      )
    case .bookingEthnicityMissing:
      (
        0.15, .assumed,
        "Share of bookings without an ethnicity code."
      )
    case .bookingHeightOff: (0.3, .assumed, "Share of heights one to three inches off.")
    case .bookingWeightOff: (0.6, .assumed, "Share of weights up to 25 pounds off.")
    case .bookingEyeColorWrong: (0.05, .assumed, "Share of eye colors written otherwise.")
    case .bookingHairColorWrong: (0.1, .assumed, "Share of hair colors written otherwise.")
    case .bookingSsnMissing: (0.56, Self.justAndOthers, "Share of SSNs left out.")
    case .bookingSsnDefault: (0.05, .assumed, "Share of the SSNs written that are a placeholder.")
    case .bookingSsnPartial:
      (
        0.08, .assumed,
        "Share of the SSNs written of which only the last four digits stand."
      )
    case .bookingSsnTypo:
      (
        0.035, .assumed,
        "Share of the SSNs written in full with a digit wrong."
      )
    case .bookingSsnBorrowed:
      (
        0.015, .assumed,
        "Share of the SSNs written in full that are another person's."
      )
    case .bookingFbiNumberMissing: (0.2, .assumed, "Share of FBI numbers left out.")
    case .bookingStateIdMissing:
      (
        0.1, .assumed,
        "Share of state identification numbers left out."
      )
    case .bookingAlienNumberTypo:
      (
        0.01, .assumed,
        "Share of A-numbers on bookings with a digit wrong."
      )
    case .bookingAlienNumberZeroLoss:
      (
        0.03, .assumed,
        "Share of A-numbers on bookings that lost their leading digit."
      )
    case .bookingAlienNumberOther:
      (
        0.0005, .assumed,
        "Share of A-numbers on bookings that are another person's."
      )
    case .bookingBirthPlaceWrongCountry:
      (
        0.003, .assumed,
        "Share of birthplaces recorded in another country, or abroad for the U.S.-born."
      )
    case .bookingBirthPlaceCodeConfusion:
      (
        0.001, .assumed,
        "Share of birthplace codes in which state and country are taken for each other, "
          + "where they can be."
      )
    case .bookingCitizenshipMissing:
      (
        0.25, .assumed,
        "Share of bookings without a stated citizenship."
      )
    case .bookingCitizenshipMisheard:
      (
        0.005, .assumed,
        "Share of citizenships stated in which the country of birth or of origin is "
          + "heard instead."
      )
    case .bookingCitizenshipBravado:
      (
        0.003, .assumed,
        "Share of citizenships stated falsely: citizens as foreign, others as citizens."
      )
    case .bookingAddressMissing: (0.08, .assumed, "Share of bookings without an address.")
    case .bookingStreetTypo: (0.03, .assumed, "Share of streets with a slip.")
    case .bookingAliasContamination:
      (
        0.015, .assumed,
        "Share of bookings with the name of another real person of the world among the aliases."
      )
    case .recordSurnameFirstOnly:
      (
        0.25, .assumed,
        "Share of double surnames of which only the first is written."
      )
    case .recordSurnameSecondOnly:
      (
        0.05, .assumed,
        "Share of double surnames of which the second is written as the last name, the "
          + "first as a middle name."
      )
    case .recordSurnameHyphenated:
      (
        0.05, .assumed,
        "Share of double surnames that are joined by a hyphen; the rest are kept both."
      )
    case .recordSurnameParticleMoved:
      (
        0.3, Self.savePrepositions,
        "Share of surnames with a particle whose particle moves to the given names."
      )
    case .recordNameOrderTurned:
      (
        0.04, .assumed,
        "Share of family-first names whose parts are taken for each other."
      )
    case .recordNameRomanized:
      (0.05, .assumed, "Share of names of another script that are spelled another way.")
    case .recordNameSwapped:
      (
        0.005, .assumed,
        "Share of names whose first and last name are swapped."
      )
    case .recordLastNameTypo:
      (
        0.01, .assumed,
        "Share of last names with a slip of the keyboard or ear."
      )
    case .recordFirstNameTypo:
      (
        0.015, .assumed,
        "Share of first names with a slip of the keyboard or ear."
      )
    case .recordMiddleNameMissing: (0.2, Self.justAndOthers, "Share of middle names left out.")
    case .recordMiddleNameInitial:
      (
        0.1, .assumed,
        "Share of the middle names written that are an initial."
      )
    case .recordNameWrong:
      (
        0.0025, Self.cardAudit,
        "Share of records with the name of somebody else."
      )
    case .recordBirthDateSwapped:
      (
        0.008, .assumed,
        "Share of birth dates with day and month swapped, where both can be a month."
      )
    case .recordBirthDateYear: (0.004, .assumed, "Share of birth dates one year off.")
    case .recordBirthDateDigit:
      (
        0.004, .assumed,
        "Share of birth dates with another digit wrong."
      )
    case .recordBirthDateWrong:
      (
        0.0025, Self.cardAudit,
        "Share of records with the birth date of somebody else."
      )
    case .recordBirthDateJanuary:
      (0.002, .assumed, "Share of birth dates written as 1 January of their year.")
    case .recordSexWrong: (0.002, .assumed, "Share of records with the wrong sex.")
    case .recordHeightOff: (0.2, .assumed, "Share of heights one to three inches off.")
    case .recordBirthCountryWrong:
      (
        0.003, .assumed,
        "Share of records with another country of birth."
      )
    case .recordSsnTypo: (0.01, .assumed, "Share of SSNs with a digit wrong.")
    case .recordANumberTypo: (0.01, .assumed, "Share of A-numbers with a digit wrong.")
    case .recordANumberZeroLoss:
      (
        0.03, .assumed,
        "Share of A-numbers that lost their leading digit, as spreadsheets drop zeros."
      )
    case .recordANumberOther: (0.0005, .assumed, "Share of A-numbers that are another person's.")
    case .recordANumberMissing: (0.02, .assumed, "Share of A-numbers left out.")
    }
  }
}

extension RecipeParameter {
  /// All rates of corruption.
  public static let corruptionParameters: [RecipeParameter] = CorruptionStep.allCases.map(
    \.parameter)
}
