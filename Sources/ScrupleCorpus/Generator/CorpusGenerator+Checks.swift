extension CorpusGenerator {
  /// Checks what was made before anything is written.
  ///
  /// - Throws: `checkFailed` for the first check that fails.
  func check(_ made: MadeCorpus) throws(CorpusError) {
    let rows = made.rowCount(of: .bookings) + made.rowCount(of: .immigrationRecords)
    try require("no dirty cell without a log entry", made.sum(\.rowsUnaccounted), of: rows)
    try require(
      "the truth contradicts itself nowhere", made.sum(\.truthFaults),
      of: made.rowCount(of: .personsTruth))
    for (parameter, count) in made.tally.implausible + made.rates.implausible {
      throw .rateImplausible(
        key: parameter.key, observed: count.observed, trials: count.trials,
        expected: count.expected)
    }
    try requireCount("bookings", made.rowCount(of: .bookings), context.bookings.rates.target)
    try requireCount(
      "immigration records", made.rowCount(of: .immigrationRecords),
      context.records.rates.target)
  }

  private func require(_ name: String, _ faults: Int, of total: Int) throws(CorpusError) {
    guard faults == 0 else { throw .checkFailed(name: name, faults: faults, of: total) }
  }

  /// Sets what is expected of rates as the recipe says it, with what a sample of
  /// households leaves open.
  func settle(_ rates: inout RateTally) {
    let foreignBorn = rates[.foreignBorn].expected
    rates[.foreignBorn].expect(
      foreignBorn, error: WorldExpectation.relativeError * foreignBorn)
    let share = recipe.value(.bookingForeignBornShare)
    guard share > 0, calibration.nativeScale > 0, calibration.foreignScale > 0 else { return }
    rates[.bookingForeignBornShare].expect(share * context.bookings.rates.target, error: 0)
  }

  /// The target is met within a fifth, and in small corpora within what chance does.
  private func requireCount(
    _ name: String, _ count: Int, _ target: Double
  ) throws(CorpusError) {
    let distance = (Double(count) - target).magnitude
    guard distance > 0.2 * target + 12 * target.squareRoot() + 60 else { return }
    throw .checkFailed(
      name: "\(name) are as many as asked for", faults: count, of: Int(target))
  }
}

extension Recipe {
  /// What the rates of corruption, bookings and records ask for that cannot be.
  var corruptionFaults: [RecipeError] {
    let exclusive: [[CorruptionStep]] = [
      [.bookingSurnameFirstOnly, .bookingSurnameSecondOnly, .bookingSurnameHyphenated],
      [.recordSurnameFirstOnly, .recordSurnameSecondOnly, .recordSurnameHyphenated],
      [
        .bookingBirthDateSwapped, .bookingBirthDateYear, .bookingBirthDateDigit,
        .bookingBirthDatePartial, .bookingBirthDateJanuary,
      ],
      [
        .recordBirthDateSwapped, .recordBirthDateYear, .recordBirthDateDigit,
        .recordBirthDateWrong, .recordBirthDateJanuary,
      ],
    ]
    let sources = SourceSystem.allCases.map { Optional($0.rawValue) } + [nil]
    for steps in exclusive {
      for group in NameOriginGroup.allCases {
        for source in sources {
          let sum = steps.reduce(0) { $0 + value($1.parameter, group: group, source: source) }
          if sum > 1 {
            return [
              .wrongSum(keys: steps.map(\.parameter.key), sum: sum, expected: "at most 1")
            ]
          }
        }
      }
    }
    return []
  }
}
