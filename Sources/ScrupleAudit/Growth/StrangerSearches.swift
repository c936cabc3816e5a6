import ScrupleStatistics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The searches of people who are not in the registry, with their false links.
struct StrangerSearches {
  /// The stratum of each search: that of the person's first record; -1 where it is not known.
  private let stratumOfSearch: [Int32]
  /// Distinct pairs of a search and a record, by search and record.
  private let links: [(search: Int32, record: Int32)]

  var count: Int { stratumOfSearch.count }

  init(_ judged: JudgedLinks, _ facts: SearchFacts, strata: SubgroupDimension?) {
    var mated: Set<Int32> = []
    for (left, unit) in facts.units.enumerated() where facts.isMated[left] { mated.insert(unit) }
    var searches: [Int32: Int32] = [:]
    var stratumOfSearch: [Int32] = []
    for (left, unit) in facts.units.enumerated()
    where unit >= 0 && !mated.contains(unit) && searches[unit] == nil {
      searches[unit] = Int32(stratumOfSearch.count)
      stratumOfSearch.append(strata?.codes[left] ?? -1)
    }
    var seen: Set<UInt64> = []
    var links: [(search: Int32, record: Int32)] = []
    for pair in judged.links where !pair.isTrue {
      let unit = facts.units[Int(pair.link.left)]
      guard let search = searches[unit] else { continue }
      let key = UInt64(UInt32(search)) << 32 | UInt64(UInt32(pair.link.right))
      if seen.insert(key).inserted { links.append((search, pair.link.right)) }
    }
    self.stratumOfSearch = stratumOfSearch
    self.links = links.sorted { ($0.search, $0.record) < ($1.search, $1.record) }
  }

  var linksPerSearch: [Int] {
    var counts = [Int](repeating: 0, count: count)
    for link in links { counts[Int(link.search)] += 1 }
    return counts
  }

  func linksPerRecord(_ records: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: records)
    for link in links { counts[Int(link.record)] += 1 }
    return counts
  }

  /// The rates of the strata that have searches, with limits that hold together.
  func strata(
    names: [String], registryRecords: Int, level: Double
  ) -> [RegistryGrowth.Stratum] {
    guard registryRecords > 0 else { return [] }
    var sizes: [Int32: Int] = [:]
    for stratum in stratumOfSearch { sizes[stratum, default: 0] += 1 }
    let own = 1 - (1 - level) / Double(max(sizes.count, 1))
    return sizes.sorted { $0.key < $1.key }.map { stratum, searches in
      let name = stratum < 0 ? (names.isEmpty ? "all" : "not known") : names[Int(stratum)]
      return rate(of: stratum, named: name, searches, registryRecords, level: own)
    }
  }

  private func rate(
    of stratum: Int32, named name: String, _ searches: Int, _ records: Int, level: Double
  ) -> RegistryGrowth.Stratum {
    let own = links.filter { stratumOfSearch[Int($0.search)] == stratum }
    // Searches are independent of each other, so that the share of those that are hit has exact
    // limits, and so has the rate per pair from which that share would follow.
    let hit = Set(own.map(\.search)).count
    let limits = BinomialInterval.clopperPearson(count: hit, total: searches, level: level)
    let perPair = { (share: Double) -> Double in
      share >= 1 ? 1 : -expm1(log1p(-share) / Double(records))
    }
    return RegistryGrowth.Stratum(
      value: name, searches: searches, searchesHit: hit, falseLinks: own.count,
      rate: perPair(Double(hit) / Double(searches)), lower: perPair(limits.lower),
      upper: perPair(limits.upper))
  }
}
