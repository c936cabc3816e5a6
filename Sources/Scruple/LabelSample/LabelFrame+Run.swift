import ScrupleAudit

/// A pair that was compared and is not listed, with its probability.
public struct NearPair: Sendable {
  public let unit: LabelUnit
  /// The match probability of the run's model.
  public let probability: Double

  /// Creates a pair.
  public init(unit: LabelUnit, probability: Double) {
    self.unit = unit
    self.probability = probability
  }
}

/// The groups of left records that strata of links are divided by.
public struct LabelGroups: Sendable {
  /// The name of the group of each left position; nil where it is not given.
  let groupOfRecord: [String?]
  let names: [String]

  /// Takes over the groups of a dimension.
  public init(_ dimension: SubgroupDimension) {
    groupOfRecord = dimension.codes.map { $0 < 0 ? nil : dimension.values[Int($0)] }
    names = dimension.values
  }
}

extension LabelFrame {
  /// Adds the links, in bands of weight, each divided by group.
  ///
  /// - Parameters:
  ///   - bands: how many bands there may be, 1 to 3; a band of few links joins the one below.
  public mutating func addLinks(_ links: [ScoredLink], bands: Int, groups: LabelGroups?) {
    let decided = links.filter { $0.decision == .link }
    for band in WeightBand.bands(decided, count: bands) {
      let name = band.name.isEmpty ? "links" : "links, \(band.name)"
      guard let groups else {
        add(name, .links, units: band.links.map(LabelUnit.init), rate: Self.falseShare(band.links))
        continue
      }
      for group in groups.names.map(Optional.some) + [nil] {
        let own = band.links.filter { groups.groupOfRecord[Int($0.left)] == group }
        add(
          name, .links, group: group ?? "not given", units: own.map(LabelUnit.init),
          rate: Self.falseShare(own))
      }
    }
  }

  /// Adds the possible links, and the pairs not far below them.
  public mutating func addPossible(_ links: [ScoredLink], near: [NearPair]) {
    let possible = links.filter { $0.decision == .possible }
    add(
      "possible links", .possibleLinks, units: possible.map(LabelUnit.init),
      rate: 1 - Self.falseShare(possible))
    let known = Set(links.map(LabelUnit.init))
    let others = near.filter { !known.contains($0.unit) }
    let rate = others.reduce(0) { $0 + $1.probability } / Double(max(others.count, 1))
    add("near the threshold", .nearThreshold, units: others.map(\.unit), rate: rate)
  }

  /// Adds the left records: those with a link, by their heaviest, and those without.
  public mutating func addRecords(_ links: [ScoredLink], leftCount: Int, bands: Int) {
    let decided = links.filter { $0.decision == .link }
    var best: [Int32: ScoredLink] = [:]
    for link in decided {
      if let old = best[link.left], (old.weight, link.right) >= (link.weight, old.right) {
        continue
      }
      best[link.left] = link
    }
    let heaviest = best.values.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    for band in WeightBand.bands(heaviest, count: bands) {
      add(
        band.name.isEmpty ? "linked records" : "linked records, \(band.name)", .linkedRecords,
        units: band.links.map(LabelUnit.init), rate: Self.falseShare(band.links))
    }
    let doubtful = Set(links.filter { $0.decision == .possible }.map(\.left))
    let without = (0..<Int32(leftCount)).filter { best[$0] == nil }
    for (name, rows, rate) in [
      ("records with a possible link", without.filter(doubtful.contains), 0.3),
      ("records without one", without.filter { !doubtful.contains($0) }, 0.05),
    ] {
      add(
        name, .unlinkedRecords, units: rows.map { LabelUnit(left: $0, right: nil) }, rate: rate)
    }
  }

  /// Adds the left records as bookings: those flagged, and the others.
  public mutating func addBookings(flagged: Set<Int32>, leftCount: Int) {
    let all = 0..<Int32(leftCount)
    add(
      "flagged bookings", .flaggedBookings,
      units: all.filter(flagged.contains).map { LabelUnit(left: $0, right: nil) }, rate: 0.05)
    add(
      "other bookings", .unflaggedBookings,
      units: all.filter { !flagged.contains($0) }.map { LabelUnit(left: $0, right: nil) },
      rate: 0.5)
  }

  /// The mean share of errors that links claim of themselves; 0 where they claim nothing.
  private static func falseShare(_ links: [ScoredLink]) -> Double {
    let claims = links.map(\.probability).filter { !$0.isNaN }
    guard !claims.isEmpty else { return 0 }
    return min(max(claims.reduce(0) { $0 + 1 - $1 } / Double(claims.count), 0), 1)
  }
}

extension LabelUnit {
  /// The pair of a link.
  public init(_ link: ScoredLink) { self.init(left: link.left, right: link.right) }
}

/// Links of similar weight.
struct WeightBand {
  /// How far they are above the lightest link; empty for all links.
  var name: String
  var links: [ScoredLink]

  /// Bits above the lightest link at which bands begin.
  private static let starts = [0.0, 5, 12]
  /// A band of fewer links joins the one below.
  private static let least = 40

  /// Divides links by how far they are above the lightest.
  static func bands(_ links: [ScoredLink], count: Int) -> [WeightBand] {
    let whole = [WeightBand(name: "", links: links)]
    guard count > 1, let lightest = links.map(\.weight).min() else { return whole }
    var starts = Array(Self.starts.prefix(count))
    func members(_ number: Int) -> [ScoredLink] {
      let end = number + 1 < starts.count ? starts[number + 1] : .infinity
      return links.filter { starts[number]..<end ~= $0.weight - lightest }
    }
    var number = starts.count - 1
    while number > 0 {
      // The lowest band gives way to the one above it, any other to the one below.
      if members(number).count < least || (number == 1 && members(0).count < least) {
        starts.remove(at: number)
      }
      number -= 1
    }
    guard starts.count > 1 else { return whole }
    return starts.indices.map { number in
      let from = Int(starts[number])
      let name =
        number + 1 < starts.count
        ? "\(from) to \(Int(starts[number + 1])) bits above the lightest"
        : "\(from) or more bits above the lightest"
      return WeightBand(name: name, links: members(number))
    }
  }
}
