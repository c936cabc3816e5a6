/// Who holds which number.
extension RecipeParameter {
  public static let securityNumberOfCitizens = RecipeParameter(
    "identifiers.ssn_citizen", 0.98, basis: .assumed,
    "Share of citizens who hold a Social Security number.")
  public static let securityNumberOfResidents = RecipeParameter(
    "identifiers.ssn_permanent", 0.93, basis: .assumed,
    "Share of permanent residents, refugees and asylees who hold one.")
  public static let securityNumberOfVisitors = RecipeParameter(
    "identifiers.ssn_temporary", 0.4, basis: .assumed,
    "Share of those here for a time who hold one.")
  public static let securityNumberOfOthers = RecipeParameter(
    "identifiers.ssn_none", 0.2, basis: .assumed,
    "Share of those without lawful status who hold one.")
  public static let severalAlienNumbers = RecipeParameter(
    "identifiers.several_a_numbers", 0.04, in: 0...0.9, basis: .assumed,
    "Share of the holders of an A-number who hold two or more.")
  public static let encountered = RecipeParameter(
    "identifiers.encountered", 0.25, basis: .assumed,
    "Share of those without status, filing or order who were enrolled and numbered anyway.")

  /// All parameters of identifiers.
  public static let identifiers: [RecipeParameter] = [
    securityNumberOfCitizens, securityNumberOfResidents, securityNumberOfVisitors,
    securityNumberOfOthers, severalAlienNumbers, encountered,
  ]
}
