/// How many clusters stand behind a count of events, and how unevenly.
///
/// A hundred false links that all come from one name are one observation, not a hundred.
public struct EffectiveCounts: Sendable, Equatable, Codable {
  /// How many events there are.
  public let events: Int
  /// How many clusters carry at least one of them.
  public let clusters: Int
  /// The greatest share of all events that one cluster carries, in 0...1; 0 without events.
  public let largestShare: Double
  /// The number of equal clusters with the same concentration: (sum e)^2 / sum e^2; 0 without
  /// events (Kish 1965).
  public let equivalentClusters: Double

  /// Counts the clusters behind events.
  ///
  /// - Parameter eventsPerCluster: how many events each cluster carries, none negative; clusters
  ///   without events may be left out.
  public init(eventsPerCluster: [Int]) {
    var (sum, carrying, largest) = (0, 0, 0)
    var squares = 0.0
    for count in eventsPerCluster where count != 0 {
      precondition(count > 0, "a cluster with \(count) events")
      sum += count
      carrying += 1
      largest = max(largest, count)
      squares += Double(count) * Double(count)
    }
    events = sum
    clusters = carrying
    largestShare = sum == 0 ? 0 : Double(largest) / Double(sum)
    equivalentClusters = sum == 0 ? 0 : Double(sum) * Double(sum) / squares
  }

  /// Whether an interval that rests on these clusters can be relied on: ten or more, and none
  /// with over a quarter of the events.
  public var isReliable: Bool { clusters >= 10 && largestShare <= 0.25 }
}
