import ScrupleGroundTruth
import ScrupleStatistics

/// How false links of people who are not in the registry grow with it.
///
/// Inside the data exactly, by rarefaction; beyond them only as a projection.
public struct RegistryGrowth: Sendable, Equatable, Codable {
  /// The rate in a smaller registry drawn from this one.
  public struct Point: Sendable, Equatable, Codable {
    /// Records of the registry.
    public let records: Int
    /// The expected share of searches with a false link; nil without searches.
    @NullEncoded public private(set) var fpir: Double?
    /// The share if all searches were alike: more people hit, each less often.
    @NullEncoded public private(set) var fpirIfAlike: Double?
    /// The limits of `fpir`: those of the whole registry, in the proportion of the projection by
    /// stratum; nil without searches.
    @NullEncoded public internal(set) var lower: Double?
    @NullEncoded public internal(set) var upper: Double?
  }

  /// Searches with one number of false links.
  public struct SearchCount: Sendable, Equatable, Codable {
    /// False links of each.
    public let falseLinks: Int
    /// Such searches.
    public let searches: Int
  }

  /// The false links of searches with equally common names.
  public struct Stratum: Sendable, Equatable, Codable {
    /// The stratum.
    public let value: String
    /// Searches without a true mate.
    public let searches: Int
    /// Those with a false link.
    public let searchesHit: Int
    /// Their false links.
    public let falseLinks: Int
    /// The rate per pair from which the share of searches hit would follow, were pairs alike.
    public let rate: Double
    /// Its limits, from the exact ones of that share; those of all strata hold together.
    public let lower: Double
    public let upper: Double
  }

  /// What a search is: a person, or a record where persons are not known.
  public let basis: RateBasis
  /// Searches without a true mate.
  public let searches: Int
  /// Records of the registry.
  public let registryRecords: Int
  /// Ten sizes up to the registry's own.
  public private(set) var rarefied: [Point]
  /// How many searches have so many false links; ascending, none at 0.
  public internal(set) var searchesByFalseLinks: [SearchCount]
  /// The share of false links carried by the most linked hundredth of searches; nil without any.
  @NullEncoded public private(set) var shareOfTopSearches: Double?
  /// The same of the registry's records.
  @NullEncoded public private(set) var shareOfTopRecords: Double?
  /// What the strata are; nil where all searches are one.
  @NullEncoded public private(set) var strataBy: String?
  /// The false links by stratum, for projections.
  public internal(set) var strata: [Stratum]
  /// The rate at another size, where one was asked for.
  @NullEncoded public internal(set) var projection: GrowthProjection?

  init(_ judged: JudgedLinks, _ input: AuditInput, _ groups: SubgroupInput?) {
    let truth = input.truth
    let facts = SearchFacts(judged, truth, bookings: groups?.bookings, flags: nil)
    basis = groups?.bookings != nil || truth.form == .entities ? .persons : .records
    let found = StrangerSearches(judged, facts, strata: groups?.standard)
    searches = found.count
    registryRecords = truth.rightCount
    let curve = Rarefaction(falseLinks: found.linksPerSearch, registrySize: truth.rightCount)
    rarefied = Self.sizes(truth.rightCount).map { size in
      Point(
        records: size, fpir: curve.identificationRate(at: size),
        fpirIfAlike: curve.meanFalseMatchRate.map {
          HomogeneousGrowth.identificationRate(falseMatchRate: $0, registrySize: size)
        }, lower: nil, upper: nil)
    }
    var tally: [Int: Int] = [:]
    for links in found.linksPerSearch where links > 0 { tally[links, default: 0] += 1 }
    searchesByFalseLinks = tally.sorted { $0.key < $1.key }.map {
      SearchCount(falseLinks: $0.key, searches: $0.value)
    }
    shareOfTopSearches = curve.shareOfLinks(carriedByTop: 0.01)
    let records = Rarefaction(
      falseLinks: found.linksPerRecord(truth.rightCount), registrySize: max(found.count, 1))
    shareOfTopRecords = records.shareOfLinks(carriedByTop: 0.01)
    strataBy = groups?.standard?.name
    strata = found.strata(
      names: groups?.standard?.values ?? [], registryRecords: truth.rightCount,
      level: input.level)
    projection = nil
    // Without a search there is nothing to be sure of.
    guard searches > 0 else { return }
    for index in rarefied.indices {
      let limits = try? GrowthProjection(self, to: rarefied[index].records, allowing: false).fpir
      rarefied[index].lower = limits?.lower
      rarefied[index].upper = limits?.upper
    }
  }

  /// Nothing measured: what a report without this part has.
  static let unmeasured = RegistryGrowth()

  private init() {
    (basis, searches, registryRecords) = (.records, 0, 0)
    (rarefied, searchesByFalseLinks, strata) = ([], [], [])
    shareOfTopSearches = nil
    shareOfTopRecords = nil
    strataBy = nil
    projection = nil
  }

  private static func sizes(_ most: Int) -> [Int] {
    var sizes: [Int] = []
    for tenth in 1...10 {
      let size = most * tenth / 10
      if size > 0, sizes.last != size { sizes.append(size) }
    }
    return sizes
  }

  /// Projects the rate to a registry of another size.
  ///
  /// - Throws: `StatisticsError.extrapolationTooFar` beyond ten times the measured size, unless
  ///   allowed.
  public mutating func project(
    to records: Int, allowingExtrapolation: Bool = false
  ) throws(StatisticsError) {
    guard searches > 0, registryRecords > 0 else { return }
    projection = try GrowthProjection(self, to: records, allowing: allowingExtrapolation)
  }
}

extension RegistryGrowth {
  /// The exact rate in a smaller registry.
  func rarefied(to records: Int) -> Double? {
    let links = searchesByFalseLinks.flatMap {
      [Int](repeating: $0.falseLinks, count: $0.searches)
    }
    let none = [Int](repeating: 0, count: searches - links.count)
    return Rarefaction(falseLinks: links + none, registrySize: registryRecords)
      .identificationRate(at: records)
  }
}

/// The rate of false links of strangers in a registry of another size.
///
/// In a smaller registry by rarefaction. In a larger one a projection and no measurement: each
/// stratum's share of searches hit goes through 1 - (1 - share)^(records / measured), which
/// overstates it where hits concentrate on some searches of the stratum (Jensen).
public struct GrowthProjection: Sendable, Equatable, Codable {
  /// Records of that registry.
  public let records: Int
  /// The share of searches with a false link.
  public let fpir: StratifiedProjection.Figure
  /// False links of a search: in proportion to the registry.
  public let falseLinksPerSearch: Double
  /// Whether the registry is larger than the measured one.
  public let isExtrapolation: Bool
  /// How it was made.
  public let method: String
  /// What is assumed.
  public let assumption: String

  init(
    _ growth: RegistryGrowth, to records: Int, allowing: Bool
  ) throws(StatisticsError) {
    let all = Double(growth.searches)
    let projected = try StratifiedProjection(
      strata: growth.strata.map {
        StratifiedProjection.Stratum(
          share: Double($0.searches) / all, rate: $0.rate, interval: $0.lower...$0.upper)
      }, measuredAt: growth.registryRecords, registrySize: records,
      greatestFactor: allowing ? nil : 10)
    let whole = projected.identificationRate
    let inside = projected.isExtrapolation ? nil : growth.rarefied(to: records)
    if let inside, whole.estimate > 0 {
      fpir = StratifiedProjection.Figure(whole, times: inside / whole.estimate)
    } else {
      fpir = whole
    }
    let links = growth.searchesByFalseLinks.reduce(0) { $0 + $1.falseLinks * $1.searches }
    falseLinksPerSearch = Double(links) / all * Double(records) / Double(growth.registryRecords)
    self.records = records
    isExtrapolation = projected.isExtrapolation
    method =
      inside == nil
      ? "projection by stratum, exact limits of searches hit"
      : "rarefaction, limits in the proportion of the projection's"
    assumption = "the records have the same mix of names and birth dates"
  }
}
