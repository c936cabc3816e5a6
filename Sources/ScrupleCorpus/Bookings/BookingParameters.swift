extension RecipeParameter {
  /// The share of bookings of people born abroad.
  public static let bookingForeignBornShare = RecipeParameter(
    "bookings.foreign_born_share", 0.14, in: 0...1,
    basis: .source("Population share 13.9 % in 2022 (Census Bureau); bookings differ."),
    "Share of bookings whose person was born abroad; 0 leaves it to the population.")
  /// How much oftener men are booked than women.
  public static let bookingMaleFactor = RecipeParameter(
    "bookings.male_factor", 3, in: 0.01...100, basis: .assumed,
    "How many times as often men are booked as women of the same age.")
  /// The share of people who are booked again and again.
  public static let bookingChronicShare = RecipeParameter(
    "bookings.chronic_share", 0.1, in: 0...1, basis: .assumed,
    "Share of people with a propensity to be booked that is several times the others'.")
  /// How much oftener they are.
  public static let bookingChronicFactor = RecipeParameter(
    "bookings.chronic_factor", 6, in: 1...100, basis: .assumed,
    "How many times as often those people are booked as the others.")
  /// The chance that an earlier name of one's own is among the aliases.
  public static let aliasOwnName = RecipeParameter(
    "bookings.alias_own_name", 0.3, basis: .assumed,
    "Chance that each earlier name of one's own is recorded as an alias.")
  /// The chance of a nickname among the aliases.
  public static let aliasNickname = RecipeParameter(
    "bookings.alias_nickname", 0.08, basis: .assumed,
    "Chance that a nickname with the surname is recorded as an alias.")
  /// The chance that a person was flagged at an earlier booking, born abroad.
  public static let priorFlagForeignBorn = RecipeParameter(
    "bookings.prior_flag_foreign_born", 0.15, basis: .assumed,
    "Chance that a repeat booking of a person born abroad followed an earlier flag.")
  /// The chance that a person was flagged at an earlier booking, born in the U.S.
  public static let priorFlagNative = RecipeParameter(
    "bookings.prior_flag_native", 0.002, basis: .assumed,
    "Chance that a repeat booking of a person born in the U.S. followed an earlier flag.")
  /// The share of earlier flags that nobody resolved.
  public static let priorUnresolved = RecipeParameter(
    "bookings.prior_unresolved", 0.3,
    basis: .source("Denton County: 55 of 84 cancelled for not answering; taken lower."),
    "Share of earlier flags that were neither confirmed nor refuted.")
  /// The chance that a jail knows the A-number.
  public static let bookingAlienNumber = RecipeParameter(
    "bookings.alien_number_known", 0.05, basis: .assumed,
    "Chance that the A-number of a person who holds one is on the booking.")

  /// All parameters of the bookings.
  public static let bookingParameters: [RecipeParameter] = [
    bookingForeignBornShare, bookingMaleFactor, bookingChronicShare, bookingChronicFactor,
    aliasOwnName, aliasNickname, priorFlagForeignBorn, priorFlagNative, priorUnresolved,
    bookingAlienNumber,
  ]
}
