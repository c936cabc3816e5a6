/// A sign that a person may be a citizen of the United States.
///
/// The idea of looking for indicia before anything is asserted is that of ICE
/// Directive 16001.2; the list is ours.
public enum CitizenshipIndicium: String, CaseIterable, Sendable, Codable, Hashable {
  /// Booking or record has a place of birth in the United States.
  case birthInUnitedStates = "us-birthplace"
  /// A record has a day of naturalization on or before the booking.
  case naturalized = "naturalization-date"
  /// A record has the number of a certificate of naturalization or citizenship.
  case certificate = "certificate-number"
  /// A record's class of admission suggests citizenship (IR2, IR3, IR7, IH3).
  case classOfAdmission = "citizenship-class"
  /// Another linked record says citizen, or names the United States as the
  /// country of citizenship.
  case recordedCitizen = "recorded-citizen"
  /// A parent was naturalized before the person's 18th birthday (INA 320), as the record says or
  /// the file of the parent whom it names.
  case parentNaturalizedBefore18 = "parent-naturalized-before-18"
  /// A parent was naturalized, later or at an unknown age of the person.
  case parentNaturalized = "parent-naturalized"
  /// An earlier flag on the person was refuted.
  case refutedBefore = "refuted-before"
  /// The person is recorded to have stated United States citizenship.
  case statedCitizen = "stated-citizen"
}

/// A strong field on which a booking and the record behind its flag disagree.
public enum Contradiction: String, CaseIterable, Sendable, Codable, Hashable {
  /// The recorded sexes differ.
  case sex
  /// Heights differ by more than the tolerance.
  case height
  /// Years of birth differ by more than the tolerance.
  case age
  /// Countries of birth differ.
  case birthPlace = "birthplace"
  /// The record says that the stay has ended, and that it lasts beyond the booking.
  case stay
}
