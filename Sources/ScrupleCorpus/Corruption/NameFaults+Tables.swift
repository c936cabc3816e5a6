extension NameFaults<BookingColumn> {
  static let bookings = NameFaults(
    last: .lastName, first: .firstName, middle: .middleName,
    steps: Steps(
      firstOnly: .bookingSurnameFirstOnly, secondOnly: .bookingSurnameSecondOnly,
      hyphenated: .bookingSurnameHyphenated, particleMoved: .bookingSurnameParticleMoved,
      orderTurned: .bookingNameOrderTurned, romanized: .bookingNameRomanized,
      swapped: .bookingNameSwapped,
      lastTypo: .bookingLastNameTypo, firstTypo: .bookingFirstNameTypo,
      middleMissing: .bookingMiddleNameMissing, middleInitial: .bookingMiddleNameInitial))
}

extension NameFaults<RecordColumn> {
  static let records = NameFaults(
    last: .lastName, first: .firstName, middle: .middleName,
    steps: Steps(
      firstOnly: .recordSurnameFirstOnly, secondOnly: .recordSurnameSecondOnly,
      hyphenated: .recordSurnameHyphenated, particleMoved: .recordSurnameParticleMoved,
      orderTurned: .recordNameOrderTurned, romanized: .recordNameRomanized,
      swapped: .recordNameSwapped,
      lastTypo: .recordLastNameTypo, firstTypo: .recordFirstNameTypo,
      middleMissing: .recordMiddleNameMissing, middleInitial: .recordMiddleNameInitial))
}
