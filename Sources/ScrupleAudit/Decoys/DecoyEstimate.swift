import ScrupleStatistics

/// What links to decoys say of links to strangers, on one side.
///
/// A decoy is a made-up person who is in neither file, so every link to one is false. If decoys are
/// linked as easily as real strangers, a share q of decoys linked means about q x rows false links.
/// - Source: target and decoy, Elias & Gygi 2007 (Nature Methods 4), for decoys that are fewer than
///   the rows: false = decoy links x rows / decoys.
public struct DecoySide: Sendable, Codable, Equatable {
  /// `left` or `right`.
  public let side: String
  /// Rows of the file, decoys apart.
  public let rows: Int
  /// Decoys in it.
  public let decoys: Int
  /// Decoys that are linked to a real record at least once.
  public let linkedDecoys: Int
  /// Links between one of them and a real record.
  public let decoyLinks: Int
  /// Estimated false links among the links of real records.
  public let falseLinks: Double
  public let falseLinksLower: Double
  public let falseLinksUpper: Double
  /// Estimated share of false links among the links of real records, at most 1; nil without links.
  @NullEncoded public private(set) var share: Double?
  /// The limits of the share, at most 1; 0 and 1 without links.
  public let shareLower: Double
  public let shareUpper: Double
  /// How the limits are made.
  public let method: String

  /// Estimates from the links of the decoys of one side.
  ///
  /// - Parameters:
  ///   - perDecoy: how many links to real records each linked decoy has, one or more each.
  ///   - links: links between real records.
  public init(
    side: String, rows: Int, decoys: Int, perDecoy: [Int], links: Int, level: Double
  ) {
    precondition(decoys > 0 && perDecoy.count <= decoys, "\(perDecoy.count) of \(decoys) linked")
    precondition(perDecoy.allSatisfy { $0 > 0 }, "a linked decoy without links")
    let count = perDecoy.reduce(0, +)
    let limits = Self.meanLimits(perDecoy, decoys: decoys, level: level)
    self.side = side
    self.rows = rows
    self.decoys = decoys
    linkedDecoys = perDecoy.count
    decoyLinks = count
    method = limits.method
    falseLinks = Double(count) / Double(decoys) * Double(rows)
    falseLinksLower = limits.lower * Double(rows)
    falseLinksUpper = limits.upper * Double(rows)
    func share(_ number: Double) -> Double { min(number / Double(links), 1) }
    self.share = links > 0 ? share(falseLinks) : nil
    shareLower = links > 0 ? share(falseLinksLower) : 0
    shareUpper = links > 0 ? share(falseLinksUpper) : 1
  }

  /// Limits of the mean number of links of a decoy.
  private static func meanLimits(
    _ perDecoy: [Int], decoys: Int, level: Double
  ) -> (lower: Double, upper: Double, method: String) {
    let count = perDecoy.reduce(0, +)
    if perDecoy.allSatisfy({ $0 == 1 }) {
      let interval = BinomialInterval(count: count, total: decoys, level: level)
      return (
        interval.lower, interval.upper,
        "Clopper-Pearson over decoys, times rows over decoys, over links"
      )
    }
    // Links of one decoy come together: they count for fewer by the design effect.
    let squares = perDecoy.reduce(0) { $0 + $1 * $1 }
    let effect = Double(squares) / Double(count)
    let effective = max(Double(count) / effect, 1)
    let low = PoissonInterval(count: Int(effective.rounded(.down)), level: level).lower
    let high = PoissonInterval(count: Int(effective.rounded(.up)), level: level).upper
    let scale = effect / Double(decoys)
    return (
      min(low * scale, Double(count) / Double(decoys)), high * scale,
      "exact Poisson over decoys, links of a decoy as a cluster, times rows over decoys, over links"
    )
  }
}

/// The share of false links estimated by decoys: the section `decoys` of `audit.json`.
public struct DecoyEstimate: Sendable, Codable, Equatable {
  public let level: Double
  /// Links between real records.
  public let links: Int
  /// Links between two decoys; they take part in no figure.
  public let linksBetweenDecoys: Int
  /// The sides that have decoys.
  public let sides: [DecoySide]
  /// What the estimate assumes.
  public let assumptions: [String]

  /// Gathers the sides.
  public init(level: Double, links: Int, linksBetweenDecoys: Int, sides: [DecoySide]) {
    self.level = level
    self.links = links
    self.linksBetweenDecoys = linksBetweenDecoys
    self.sides = sides
    assumptions = Self.assumptions
  }

  /// What every such estimate assumes.
  public static let assumptions = [
    "decoys are as easily linked as real strangers of the file; the maker of the links did not treat "
      + "ids that begin with SYN-DECOY- differently",
    "two things pull against each other, and the limits hold neither: the estimate is no bound",
    "too low: look-alike kin (twins, parents and children of one name) are not modelled, nor is "
      + "anybody's wrong record, so false links to them are missing",
    "too high: every row counts as if it could be linked to a stranger, and rows with a mate seldom "
      + "are; the more rows have mates, the more so",
  ]
}
