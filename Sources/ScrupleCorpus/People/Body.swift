/// What a person looks like to a clerk.
struct Body: Sendable {
  let heightInches: Int
  let weightPounds: Int
  /// NCIC eye color, such as BRO.
  let eyeColor: String
  /// NCIC hair color, such as BLK.
  let hairColor: String

  private static let eyes = ["BRO", "BLU", "GRN", "HAZ", "BLK"]
  private static let lightEyes = [0.3, 0.62, 0.76, 0.99, 1]
  private static let darkEyes = [0.9, 0.905, 0.915, 0.94, 1]
  private static let hair = ["BLK", "BRO", "BLN", "RED"]
  private static let lightHair = [0.08, 0.7, 0.95, 1]
  private static let darkHair = [0.72, 0.985, 0.997, 1]

  /// Draws a grown body of a sex and group.
  ///
  /// - Source: mean heights and weights of U.S. adults, CDC NHANES 2015-18 (men 69.0 in,
  ///   199.8 lb; women 63.5 in, 170.8 lb); two inches less in groups whose means are
  ///   lower, and the spreads, are assumed.
  init(sex: Sex, group: NameOriginGroup, _ draw: inout Draw) {
    let isTall = group == .anglo || group == .black || group == .slavic
    let mean = (sex == .male ? 69.0 : 63.5) + (isTall ? 0.4 : -1.8)
    let height = mean + 2.8 * draw.bell()
    heightInches = Int(height.rounded())
    let usual = (sex == .male ? 199.8 : 170.8) * (height * height) / (mean * mean)
    let weight = usual * (1 + 0.17 * draw.bell()) - (isTall ? 0 : 20)
    weightPounds = max(90, Int(weight.rounded()))
    let isLight = group == .anglo || group == .slavic
    eyeColor =
      Self.eyes[
        draw.position(inRunningSums: isLight ? Self.lightEyes : Self.darkEyes)]
    hairColor =
      Self.hair[
        draw.position(inRunningSums: isLight ? Self.lightHair : Self.darkHair)]
  }
}
