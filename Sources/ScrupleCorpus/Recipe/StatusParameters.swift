/// Immigration status on the registry day, and how people came to it.
extension RecipeParameter {
  public static let naturalized = RecipeParameter(
    "status.naturalized", 0.53,
    basis: .source("CRS figures of 2022: 24.5 of 46.2 million foreign-born are naturalized"),
    "Share of the foreign-born who are citizens on the registry day, by oath or through a parent.")
  public static let permanent = RecipeParameter(
    "status.permanent", 0.22, basis: .assumed,
    "Share who are permanent residents, with refugees and asylees who have yet to adjust.")
  public static let temporary = RecipeParameter(
    "status.temporary", 0.05, basis: .assumed,
    "Share who are admitted until a day that has not come.")
  public static let unauthorized = RecipeParameter(
    "status.none", 0.20, basis: .assumed,
    "Share without lawful status, with those protected or pending; the four shares make 1.")
  public static let departed = RecipeParameter(
    "status.departed", 0.03, in: 0...0.5, basis: .assumed,
    "Share of households of the foreign-born that have left; the other shares are of the rest.")
  public static let derived = RecipeParameter(
    "status.derived", 0.08, in: 0...0.5, basis: .assumed,
    "Share of the citizens among the foreign-born who derived citizenship through a parent.")
  public static let derivedDocumented = RecipeParameter(
    "status.derived_documented", 0.5, basis: .assumed,
    "Share of derived citizens with a certificate or a passport that shows it.")
  public static let derivedPassport = RecipeParameter(
    "status.derived_passport", 0.6, basis: .assumed,
    "Share of the documented whose paper is a passport rather than a certificate (N-600).")
  public static let refugee = RecipeParameter(
    "status.refugee", 0.08, in: 0...0.7, basis: .assumed,
    "Share of the foreign-born who came as refugees.")
  public static let refugeeNewYear = RecipeParameter(
    "status.refugee_january_1", 0.14,
    basis: .source("Los Angeles Times, 1 Jan 2010: 11,000 of 80,000 refugees of 2009"),
    "Share of refugee families whose official birth dates are all 1 January.")
  public static let asylum = RecipeParameter(
    "status.asylum", 0.05, in: 0...0.5, basis: .assumed,
    "Share of citizens and permanent residents, other than refugees, who were granted asylum.")
  public static let adjusted = RecipeParameter(
    "status.adjusted", 0.3, in: 0...0.6, basis: .assumed,
    "Share of them who came for a time and adjusted.")
  public static let uninspectedAdjusted = RecipeParameter(
    "status.uninspected_adjusted", 0.06, in: 0...0.4, basis: .assumed,
    "Share of them who came without inspection and adjusted; the rest came as immigrants.")
  public static let overstayed = RecipeParameter(
    "status.none_expired", 0.45, basis: .assumed,
    "Share of those without status who were admitted for a time; the rest were not inspected.")
  public static let protected = RecipeParameter(
    "status.none_protected", 0.12, in: 0...0.6, basis: .assumed,
    "Share of those without lawful status who are protected from removal.")
  public static let pending = RecipeParameter(
    "status.none_pending", 0.1, in: 0...0.3, basis: .assumed,
    "Share of those without lawful status with an application or case pending.")
  public static let ordered = RecipeParameter(
    "status.none_ordered", 0.08, in: 0...0.1, basis: .assumed,
    "Share of those without lawful status who are ordered removed.")
  public static let orderVacated = RecipeParameter(
    "status.order_vacated", 0.03, in: 0...0.5, basis: .assumed,
    "Share of those without status, or who adjusted from there, with a vacated order behind them.")
  public static let earlierStay = RecipeParameter(
    "status.earlier_stay", 0.1, in: 0...0.9, basis: .assumed,
    "Share of the foreign-born, other than refugees, with an earlier stay that ended in departure.")

  public static let naturalizedLater = RecipeParameter(
    "status.naturalizations_per_year", 0.07, in: 0...0.5,
    basis: .source("969,380 in fiscal year 2022 (DHS), of some 13 million permanent residents"),
    "Share of permanent residents of five years who swear the oath in a year after the registry day."
  )
  public static let stayExtended = RecipeParameter(
    "status.stay_extended", 0.5, basis: .assumed,
    "Share of the temporary stays ending after the registry day that are extended in time.")
  public static let stayOverstayed = RecipeParameter(
    "status.stay_overstayed", 0.1, basis: .assumed,
    "Share of the others after which the person does not leave.")

  /// All parameters of status.
  public static let status: [RecipeParameter] = [
    naturalized, permanent, temporary, unauthorized, departed, derived, derivedDocumented,
    derivedPassport, refugee, refugeeNewYear, asylum, adjusted, uninspectedAdjusted, overstayed,
    protected, pending, ordered, orderVacated, earlierStay,
    naturalizedLater, stayExtended, stayOverstayed,
  ]
}
