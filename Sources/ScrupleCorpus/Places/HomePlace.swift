/// A town of the United States in which made-up people live.
package struct Town: Sendable {
  package let city: String
  /// USPS code of the state.
  package let state: String
  /// The first three digits of its postal codes.
  package let postalPrefix: String

  /// All towns of the table.
  package static let all: [Town] = rows.split(separator: "\n").map { line in
    let cells = line.split(separator: ",").map(String.init)
    return Town(city: cells[0], state: cells[1], postalPrefix: cells[2])
  }

  private static let rows = """
    LOS ANGELES,CA,900
    SAN DIEGO,CA,921
    FRESNO,CA,937
    SACRAMENTO,CA,958
    SAN JOSE,CA,951
    SANTA ANA,CA,927
    HOUSTON,TX,770
    DALLAS,TX,752
    SAN ANTONIO,TX,782
    EL PASO,TX,799
    AUSTIN,TX,787
    DENTON,TX,762
    MIAMI,FL,331
    ORLANDO,FL,328
    TAMPA,FL,336
    NEW YORK,NY,100
    BROOKLYN,NY,112
    QUEENS,NY,113
    BUFFALO,NY,142
    NEWARK,NJ,071
    JERSEY CITY,NJ,073
    CHICAGO,IL,606
    AURORA,IL,605
    PHILADELPHIA,PA,191
    PITTSBURGH,PA,152
    ATLANTA,GA,303
    SAVANNAH,GA,314
    CHARLOTTE,NC,282
    RALEIGH,NC,276
    COLUMBUS,OH,432
    CLEVELAND,OH,441
    DETROIT,MI,482
    LANSING,MI,489
    BOSTON,MA,021
    WORCESTER,MA,016
    PROVIDENCE,RI,029
    HARTFORD,CT,061
    BALTIMORE,MD,212
    WASHINGTON,DC,200
    RICHMOND,VA,232
    FAIRFAX,VA,220
    NASHVILLE,TN,372
    MEMPHIS,TN,381
    NEW ORLEANS,LA,701
    BIRMINGHAM,AL,352
    JACKSON,MS,392
    LITTLE ROCK,AR,722
    INDIANAPOLIS,IN,462
    GARY,IN,464
    MILWAUKEE,WI,532
    MINNEAPOLIS,MN,554
    SAINT PAUL,MN,551
    DES MOINES,IA,503
    SAINT LOUIS,MO,631
    COLUMBIA,MO,652
    OMAHA,NE,681
    WICHITA,KS,672
    OKLAHOMA CITY,OK,731
    DENVER,CO,802
    PUEBLO,CO,810
    ALBUQUERQUE,NM,871
    PHOENIX,AZ,850
    TUCSON,AZ,857
    LAS VEGAS,NV,891
    SALT LAKE CITY,UT,841
    BOISE,ID,837
    PORTLAND,OR,972
    SEATTLE,WA,981
    YAKIMA,WA,989
    HONOLULU,HI,968
    LOUISVILLE,KY,402
    COLUMBIA,SC,292
    """
}

/// Where a household lives: its street, town and postal code.
package struct HomePlace: Sendable, Equatable {
  package let street: String
  package let city: String
  package let state: String
  package let postalCode: String

  /// The days between two moves of a household.
  private static let daysBetweenMoves = 2_600

  private static let streets = [
    "OAK", "MAPLE", "CEDAR", "PINE", "ELM", "WALNUT", "LAKE", "HILL", "PARK", "RIVER", "CHURCH",
    "MAIN", "WASHINGTON", "JEFFERSON", "FRANKLIN", "LINCOLN", "MADISON", "JACKSON", "SPRING",
    "RIDGE", "SUNSET", "HIGHLAND", "WILLOW", "CHESTNUT", "DOGWOOD", "MEADOW", "FOREST", "VALLEY",
    "GROVE", "MILL", "BROAD", "CENTER", "UNION", "PROSPECT", "PLEASANT", "SUMMIT", "CANAL",
    "STATION", "ORCHARD", "GARDEN",
  ]
  private static let endings = ["ST", "AVE", "RD", "DR", "LN", "CT", "BLVD"]

  /// The home of a household on a day: the same for all who live there, another
  /// one every seven years, mostly in the same town.
  package static func home(ofHousehold household: UInt32, on day: Day, seed: UInt64) -> HomePlace {
    var first = Draw(seed: seed, for: .household, index: UInt64(household), part: 1 << 40)
    var townNumber = first.below(Town.all.count)
    let shift = first.below(daysBetweenMoves)
    let move = (Int(day.number) + 200_000 + shift) / daysBetweenMoves
    var draw = Draw(
      seed: seed, for: .household, index: UInt64(household), part: 1 << 40 | UInt64(1 + move))
    if draw.happens(0.2) { townNumber = draw.below(Town.all.count) }
    let town = Town.all[townNumber]
    return HomePlace(
      street: "\(draw.within(10...9899)) \(draw.element(of: streets)) \(draw.element(of: endings))",
      city: town.city, state: town.state,
      postalCode: town.postalPrefix + zeroPadded(UInt64(draw.below(100)), 2))
  }
}
