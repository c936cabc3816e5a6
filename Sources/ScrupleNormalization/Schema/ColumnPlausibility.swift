/// Whether a column's content can have the role that its name suggests.
package enum ColumnPlausibility {
  /// Why the content is impossible for a role, in words; nil where it is
  /// possible.
  ///
  /// The bars are low on purpose: dirty files must pass, other columns not.
  package static func objection(to role: ColumnRole, _ profile: ColumnProfile) -> String? {
    // A table without rows can only be judged by its header.
    guard profile.presentCount > 0 else { return nil }
    switch role {
    case .givenName, .middleName, .surname, .secondSurname, .fullName:
      return nameObjection(profile)
    case .birthDate, .birthYear, .birthMonth, .birthDay, .age, .referenceYear:
      return timeObjection(role, profile)
    case .address, .street, .locality, .city, .county, .country, .birthPlace, .birthCountry,
      .state, .streetNumber, .unit, .postcode:
      return placeObjection(role, profile)
    case .suffix, .sex, .email, .text:
      return wordObjection(role, profile)
    case .ssn, .aNumber, .fbiNumber, .stateIdentifier, .i94, .receiptNumber, .fingerprintNumber,
      .identifier, .phone:
      return numberObjection(role, profile)
    case .bookingDate, .statusAsOf, .statusUpdated, .naturalizationDate, .orderDate,
      .orderVacatedDate, .parentNaturalizationDate:
      return unless(profile.share(.date) >= 0.5, "its values do not look like dates")
    case .status:
      return unless(
        profile.share(.caseStatus) <= 0.6, "its values look like the state of a case")
    case .height:
      return unless(profile.share(.anyDigit) >= 0.5, "its values hold hardly any digits")
    // A stay may last for as long as a course does ("D/S"); a country may be a code.
    case .admittedUntil, .statedCitizenship, .citizenshipCountry, .classOfAdmission,
      .certificateNumber, .priorOutcome, .birthCodeSystem, .parentANumber:
      return nil
    case .id, .auditOnly, .ignore:
      return nil
    }
  }

  private static func nameObjection(_ profile: ColumnProfile) -> String? {
    if profile.share(.email) > 0.3 { return "its values look like e-mail addresses" }
    if profile.share(.date) > 0.5 { return "its values look like dates" }
    if profile.share(.organization) > 0.25 { return "its values look like organizations" }
    if profile.share(.race) > 0.5 && profile.distinctCount < 30 {
      return "its values look like race or ethnicity"
    }
    return unless(profile.share(.letters) >= 0.6, "its values are not mostly letters")
  }

  private static func timeObjection(_ role: ColumnRole, _ profile: ColumnProfile) -> String? {
    switch role {
    case .birthDate:
      unless(profile.share(.date) >= 0.5, "its values do not look like dates")
    case .birthYear, .referenceYear:
      unless(profile.share(.year) >= 0.7, "its values are not years of four digits")
    case .birthMonth:
      unless(profile.share(.month) >= 0.7, "its values are not months")
    case .birthDay:
      unless(profile.share(.dayNumber) >= 0.7, "its values are not days of a month")
    default:
      unless(profile.share(.age) >= 0.7, "its values are not ages in years")
    }
  }

  private static func placeObjection(_ role: ColumnRole, _ profile: ColumnProfile) -> String? {
    if profile.share(.date) > 0.5 { return "its values look like dates" }
    if profile.share(.email) > 0.3 { return "its values look like e-mail addresses" }
    switch role {
    case .streetNumber, .unit:
      return unless(
        profile.share(anyOf: [.shortNumber, .abbreviation]) >= 0.5 || profile.meanLength <= 8,
        "its values are too long for a number")
    case .postcode:
      return unless(profile.share(.postcode) >= 0.5, "its values do not look like postcodes")
    case .state, .county, .country:
      if profile.share(.caseStatus) > 0.25 { return "its values look like the state of a case" }
      return unless(
        profile.share(.letters) >= 0.5
          || role != .country && profile.share(.age) >= 0.7
            && profile.meanLength <= 3,
        "its values do not look like places")
    default:
      return unless(profile.share(.anyLetter) >= 0.5, "its values hold hardly any letters")
    }
  }

  private static func wordObjection(_ role: ColumnRole, _ profile: ColumnProfile) -> String? {
    switch role {
    case .suffix:
      unless(
        profile.share(.nameSuffix) >= 0.3, "its values are not suffixes such as 'Jr' or 'III'")
    case .sex:
      profile.share(.race) > 0.3
        ? "its values look like race or ethnicity"
        : unless(
          profile.share(.sex) >= 0.6 && profile.distinctCount <= 500,
          "its values are not those of a sex column")
    case .email:
      unless(profile.share(.email) >= 0.5, "its values do not look like e-mail addresses")
    default:
      unless(
        profile.share(.letters) >= 0.5 && profile.distinctCount > 1, "its values are not text")
    }
  }

  private static func numberObjection(_ role: ColumnRole, _ profile: ColumnProfile) -> String? {
    switch role {
    case .ssn:
      unless(profile.share(.nineDigits) >= 0.5, "its values do not have nine digits")
    case .aNumber:
      unless(profile.share(.aNumber) >= 0.5, "its values are not seven to nine digits")
    case .i94:
      unless(profile.share(.i94) >= 0.5, "its values do not have eleven characters")
    case .receiptNumber:
      unless(profile.share(.receipt) >= 0.5, "its values are not three letters and ten digits")
    case .phone:
      unless(profile.share(.phone) >= 0.5, "its values do not look like telephone numbers")
    default:
      unless(
        profile.share(.anyDigit) >= 0.5 && profile.distinctCount > 1 || profile.presentCount == 1,
        "its values are not numbers")
    }
  }

  private static func unless(_ holds: Bool, _ objection: String) -> String? {
    holds ? nil : objection
  }
}
