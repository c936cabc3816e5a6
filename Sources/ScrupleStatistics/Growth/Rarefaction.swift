#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The rate of searches with any false link in a smaller registry, exactly and without bias from
/// the data: the mean over all ways to draw that many records of the registry.
///
/// E FPIR(m) = mean over searches of 1 - C(M - c, m) / C(M, m), where c is how many of the M
/// records the search is falsely linked to. Rises with m and is concave; m = M gives the observed
/// rate and m = 1 the mean rate per pair.
/// - Source: Hurlbert 1971 (rarefaction).
public struct Rarefaction: Sendable, Equatable {
  /// How many records the registry has.
  public let registrySize: Int
  /// How many searches there are.
  public let searches: Int
  /// How many searches have so many false links, by their number; none at 0.
  private let searchesByLinks: [(links: Int, searches: Int)]

  /// Counts false links.
  ///
  /// - Parameters:
  ///   - falseLinks: how many records of the registry each search is falsely linked to, each in
  ///     0...registrySize.
  ///   - registrySize: how many records the registry has.
  public init(falseLinks: [Int], registrySize: Int) {
    var tally: [Int: Int] = [:]
    for count in falseLinks {
      precondition(count >= 0 && count <= registrySize, "\(count) links in \(registrySize)")
      if count > 0 { tally[count, default: 0] += 1 }
    }
    self.registrySize = registrySize
    searches = falseLinks.count
    searchesByLinks = tally.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The expected rate of searches with any false link; nil without searches.
  ///
  /// - Parameter size: how many records are drawn, in 0...registrySize.
  /// - Complexity: O(largest number of links).
  public func identificationRate(at size: Int) -> Double? {
    precondition(size >= 0 && size <= registrySize, "\(size) of \(registrySize) records")
    guard searches > 0 else { return nil }
    var sum = 0.0
    var logMiss = 0.0
    var links = 0
    for group in searchesByLinks {
      // C(M-c, m) / C(M, m) is the product of (M-m-i) / (M-i) over i below c.
      while links < group.links {
        logMiss += log1p(-Double(size) / Double(registrySize - links))
        links += 1
        if size > registrySize - links { logMiss = -.infinity }
      }
      sum += Double(group.searches) * -expm1(logMiss)
    }
    return sum / Double(searches)
  }

  /// The expected number of false links of a search; nil without searches.
  public func expectedFalseLinks(at size: Int) -> Double? {
    meanFalseMatchRate.map { $0 * Double(size) }
  }

  /// The mean rate of false links per pair; nil without searches or records.
  public var meanFalseMatchRate: Double? {
    guard searches > 0, registrySize > 0 else { return nil }
    let links = searchesByLinks.reduce(0) { $0 + $1.links * $1.searches }
    return Double(links) / Double(searches) / Double(registrySize)
  }

  /// The share of all false links that the most linked searches carry; nil without false links.
  ///
  /// - Parameter share: of the searches, in 0...1: 0.01 for the top hundredth, rounded up.
  public func shareOfLinks(carriedByTop share: Double) -> Double? {
    precondition(share >= 0 && share <= 1, "a share of \(share)")
    let all = searchesByLinks.reduce(0) { $0 + $1.links * $1.searches }
    guard all > 0 else { return nil }
    var left = Int((share * Double(searches)).rounded(.up))
    var carried = 0
    for group in searchesByLinks.reversed() {
      let taken = min(left, group.searches)
      carried += taken * group.links
      left -= taken
    }
    return Double(carried) / Double(all)
  }

  /// Whether two rarefactions come from the same counts.
  public static func == (left: Self, right: Self) -> Bool {
    left.registrySize == right.registrySize && left.searches == right.searches
      && left.searchesByLinks.elementsEqual(right.searchesByLinks, by: ==)
  }
}
