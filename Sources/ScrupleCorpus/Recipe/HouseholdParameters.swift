/// Kinds of household, births, marriages and names.
extension RecipeParameter {
  public static let nativeSingle = RecipeParameter(
    "households.native_single", 0.35, basis: .assumed,
    "Share of households of the U.S.-born that are one person.")
  public static let nativeExtended = RecipeParameter(
    "households.native_extended", 0.08, basis: .assumed,
    "Share of households of the U.S.-born with grandparents; the rest are parents and children.")
  public static let immigrantSingle = RecipeParameter(
    "households.immigrant_single", 0.35, basis: .assumed,
    "Share of households of the foreign-born that are one person.")
  public static let immigrantMixed = RecipeParameter(
    "households.immigrant_mixed", 0.17, basis: .assumed,
    "Share of households of the foreign-born that are a couple with one U.S.-born spouse.")
  public static let immigrantExtended = RecipeParameter(
    "households.immigrant_extended", 0.08, basis: .assumed,
    "Share of households of the foreign-born with a grandparent; the rest are families.")
  public static let mixedSameGroup = RecipeParameter(
    "households.mixed_same_group", 0.6, basis: .assumed,
    "Share of mixed couples whose U.S.-born spouse is of the same group.")
  public static let twins = RecipeParameter(
    "households.twins", 0.0312, in: 0...0.3,
    basis: .source(
      "NCHS, National Vital Statistics Reports, Dec 2022: 31.2 per 1,000 births, 2021"),
    "Share of children who are twins.")
  public static let acquiredAbroad = RecipeParameter(
    "households.acquired_abroad", 0.01, in: 0...0.5, basis: .assumed,
    "Share of the children of a U.S.-born parent who were born abroad, citizens at birth.")
  public static let deaths = RecipeParameter(
    "households.deaths", 0.01, in: 0...0.2, basis: .assumed,
    "Share of adults who died in the five years before the registry day, whatever their age.")
  public static let everMarried = RecipeParameter(
    "households.ever_married", 0.4, basis: .assumed,
    "Share of women over 22 without a husband in the household who were married once.")
  public static let marriedName = RecipeParameter(
    "households.married_name", 0.6, basis: .assumed,
    "Factor on the share of ever-married women who change their name by their group's custom "
      + "(0.6 for Anglo and Black names).")
  public static let courtName = RecipeParameter(
    "households.court_name", 0.01, in: 0...0.5, basis: .assumed,
    "Share of adults whose name a court changed.")
  public static let romanizedAnew = RecipeParameter(
    "households.romanized_anew", 0.08, basis: .assumed,
    "Share of those naturalized from a non-Latin script who spell their name anew at the oath.")

  /// All parameters of households.
  public static let households: [RecipeParameter] = [
    nativeSingle, nativeExtended, immigrantSingle, immigrantMixed, immigrantExtended,
    mixedSameGroup, twins, acquiredAbroad, deaths, everMarried, marriedName, courtName,
    romanizedAnew,
  ]
}
