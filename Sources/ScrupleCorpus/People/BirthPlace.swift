/// Where a person was born.
struct BirthPlace: Sendable {
  /// ISO 3166 alpha-2.
  var country: String
  /// USPS code; empty abroad.
  var state: String
  var city: String
}

/// A country or a state with its towns and the weights by which it is drawn.
struct Region: Sendable {
  let code: String
  let weight: Double
  /// The weight among refugees; nothing for states.
  let refugeeWeight: Double
  let cities: [String]

  init(_ code: String, _ weight: Double, refugees: Double = 0, _ cities: [String]) {
    self.code = code
    self.weight = weight
    self.refugeeWeight = refugees
    self.cities = cities
  }

  func city(_ draw: inout Draw) -> String { draw.element(of: cities) }
}

/// Regions that are drawn by their weights.
struct RegionTable: Sendable {
  let regions: [Region]
  private let sums: [Double]

  /// Creates a table; nil when no weight is above 0.
  init?(_ regions: [Region], weight: (Region) -> Double) {
    self.regions = regions
    sums = HouseholdPlanner.runningSums(regions.map(weight))
    if (sums.last ?? 0) <= 0 { return nil }
  }

  func region(_ draw: inout Draw) -> Region {
    regions[draw.position(inRunningSums: sums)]
  }
}

/// The places of birth of all groups.
struct BirthPlaces: Sendable {
  static let standard = BirthPlaces()

  private let states: RegionTable?
  /// By the place of the group.
  private let countries: [RegionTable?]
  private let refugeeCountries: [RegionTable?]

  private init() {
    states = RegionTable(Region.states) { $0.weight }
    let groups = NameOriginGroup.allCases.map { Region.countries(of: $0) }
    countries = groups.map { RegionTable($0) { $0.weight } }
    refugeeCountries = groups.map { RegionTable($0) { $0.refugeeWeight } }
  }

  /// A state of the United States, by population.
  func state(_ draw: inout Draw) -> Region {
    states?.region(&draw) ?? Region.states[0]
  }

  /// A country of a group's people, of its refugees when asked and it has any.
  func country(of group: NameOriginGroup, refugees: Bool, _ draw: inout Draw) -> Region {
    let table = refugees ? refugeeCountries[group.place] : nil
    return (table ?? countries[group.place])?.region(&draw) ?? Region.states[0]
  }
}
