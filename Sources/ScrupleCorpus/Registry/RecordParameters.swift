extension RecipeParameter {
  /// The chance that an oath never reached the record.
  public static let staleNaturalized = RecipeParameter(
    "immigration_records.stale_naturalized", 0.1,
    basis: .source("Order of magnitude: SSA OIG 2006, E-Verify 2008; value assumed, sweep 2-30 %."),
    "Chance that a naturalized person's record in an index still shows the status before.")
  /// The chance that another change never reached the record.
  public static let staleOther = RecipeParameter(
    "immigration_records.stale_other", 0.12,
    basis: .source("OIG-13-11 on SAVE, 12 % (there in the opposite direction)."),
    "Chance that an order, a departure, relief or an adjustment is missing from a record.")
  /// The chance that a departure was not recorded.
  public static let missingExit = RecipeParameter(
    "immigration_records.missing_exit", 0.08, basis: .assumed,
    "Chance that a departure is missing from ADIS, which then shows an overstay.")
  /// The chance that an encounter record accuses wrongly.
  public static let wrongAccusation = RecipeParameter(
    "immigration_records.wrong_accusation", 0.03, basis: .assumed,
    "Chance that an encounter record of a person in lawful status accuses them of having none.")
  /// Encounters a year of those without status.
  public static let encounterRate = RecipeParameter(
    "immigration_records.encounters_per_year", 0.05, in: 0...10, basis: .assumed,
    "Encounters with enforcement in a year of a person without lawful status.")
  /// Encounters a year of those with lawful status.
  public static let lawfulEncounterRate = RecipeParameter(
    "immigration_records.lawful_encounters_per_year", 0.004, in: 0...10, basis: .assumed,
    "Encounters with enforcement in a year of a person with lawful status.")
  /// Benefit filings a year.
  public static let filingRate = RecipeParameter(
    "immigration_records.filings_per_year", 0.15, in: 0...10, basis: .assumed,
    "Benefit filings in a year beside those that changed the status (cards, permits, relatives).")
  /// Trips abroad a year.
  public static let tripRate = RecipeParameter(
    "immigration_records.trips_per_year", 0.12, in: 0...10, basis: .assumed,
    "Trips abroad and back in a year of a person with papers.")
  /// The share of permanent residents with a pending naturalization case.
  public static let pendingNaturalization = RecipeParameter(
    "immigration_records.pending_naturalization", 0.05, basis: .assumed,
    "Share of permanent residents of five years and more with a naturalization case pending.")
  /// The chance of a split file among those with several permanent A-numbers.
  public static let splitFile = RecipeParameter(
    "immigration_records.split_file", 0.5, basis: .assumed,
    "Chance that two permanent A-numbers of one person are two files that do not know each other.")
  /// The share of files with the fields of two people.
  public static let mergedFile = RecipeParameter(
    "immigration_records.merged_file", 0.001, basis: .assumed,
    "Share of CIS, EID and IDENT records that hold fields of two people.")
  /// The chance that a record holds the SSN.
  public static let recordSocialSecurityNumber = RecipeParameter(
    "immigration_records.ssn_known", 0.4, basis: .assumed,
    "Chance that a CIS, CLAIMS3 or CLAIMS4 record holds the SSN of a person who has one.")

  /// All parameters of the immigration records.
  public static let recordParameters: [RecipeParameter] = [
    staleNaturalized, staleOther, missingExit, wrongAccusation,
    encounterRate, lawfulEncounterRate, filingRate, tripRate, pendingNaturalization, splitFile,
    mergedFile, recordSocialSecurityNumber,
  ]
}
