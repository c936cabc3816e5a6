/// Scores in bins, each with the rate observed in it.
public struct ReliabilityTable: Sendable, Equatable {
  /// How bins are cut.
  public enum Binning: String, Sendable, Codable, CaseIterable {
    /// Bins of one width over 0...1; a score on an edge falls into the upper bin, 1 into the last.
    case equalWidth
    /// Bins of about one number of scores; equal scores stay together, so bins can be fewer.
    case equalMass
  }

  /// One bin with its scores.
  public struct Bin: Sendable, Equatable {
    /// How many scores fall into it, 1 or more.
    public let count: Int
    /// How many of those came true.
    public let positives: Int
    /// The mean of the scores.
    public let meanScore: Double
    /// The exact interval of the rate, if outcomes are independent.
    public let interval: BinomialInterval
    /// Its place among the bins asked for, from 0.
    public let index: Int

    /// The share that came true.
    public var observedRate: Double { Double(positives) / Double(count) }
    /// Whether the mean score lies outside the interval.
    public var isMiscalibrated: Bool {
      meanScore < interval.lower || meanScore > interval.upper
    }
  }

  /// The bins that hold scores, ascending.
  public let bins: [Bin]
  /// How many scores there are.
  public let count: Int

  /// Puts scores into bins.
  ///
  /// - Parameters:
  ///   - data: the scores and outcomes.
  ///   - bins: how many, 1 or more.
  ///   - binning: how they are cut.
  ///   - level: the confidence level of the intervals.
  /// - Complexity: O(n log n).
  public init(
    _ data: ScoredOutcomes, bins: Int = 10, binning: Binning = .equalWidth, level: Double = 0.95
  ) {
    precondition(bins > 0, "\(bins) bins")
    count = data.scores.count
    let places =
      binning == .equalWidth
      ? data.scores.map { min(Int($0 * Double(bins)), bins - 1) }
      : equalMassBins(data.scores, bins)
    var tally = [(count: Int, positives: Int, sum: Double)](repeating: (0, 0, 0), count: bins)
    for (index, place) in places.enumerated() {
      tally[place].count += 1
      tally[place].positives += data.outcomes[index] ? 1 : 0
      tally[place].sum += data.scores[index]
    }
    self.bins = tally.indices.filter { tally[$0].count > 0 }.map { index in
      let part = tally[index]
      return Bin(
        count: part.count, positives: part.positives, meanScore: part.sum / Double(part.count),
        interval: BinomialInterval(count: part.positives, total: part.count, level: level),
        index: index)
    }
  }

  /// The expected calibration error: the mean distance of score and rate over bins by their size;
  /// nil without scores. It depends on the bins and is biased upward in small ones.
  public var expectedError: Double? {
    mean { abs($0.meanScore - $0.observedRate) }
  }

  /// The greatest distance of score and rate in any bin; nil without scores.
  public var greatestError: Double? {
    bins.map { abs($0.meanScore - $0.observedRate) }.max()
  }

  /// The parts of the Brier score; nil without scores.
  ///
  /// reliability - resolution + uncertainty is the Brier score of the bins' mean scores; that of
  /// the scores themselves differs by what varies within bins.
  /// - Source: Murphy 1973.
  public var brierParts: (reliability: Double, resolution: Double, uncertainty: Double)? {
    guard count > 0 else { return nil }
    let rate = Double(bins.reduce(0) { $0 + $1.positives }) / Double(count)
    let reliability = mean { ($0.meanScore - $0.observedRate) * ($0.meanScore - $0.observedRate) }
    let resolution = mean { ($0.observedRate - rate) * ($0.observedRate - rate) }
    return (reliability ?? 0, resolution ?? 0, rate * (1 - rate))
  }

  private func mean(_ value: (Bin) -> Double) -> Double? {
    guard count > 0 else { return nil }
    return bins.reduce(0) { $0 + Double($1.count) * value($1) } / Double(count)
  }
}

/// The bin of the first score of each group of equal scores, by its rank.
private func equalMassBins(_ scores: [Double], _ bins: Int) -> [Int] {
  let order = scores.indices.sorted { scores[$0] < scores[$1] }
  var places = [Int](repeating: 0, count: scores.count)
  var place = 0
  for (rank, index) in order.enumerated() {
    if rank == 0 || scores[index] != scores[order[rank - 1]] { place = rank * bins / scores.count }
    places[index] = place
  }
  return places
}
