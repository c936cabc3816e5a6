/// The bootstrap of a table of marked cells that draws rows and columns apart: the simulated twin
/// of the closed pigeonhole error, for its quantiles.
///
/// - Source: Owen 2007; McCullagh 2000.
public struct PigeonholeBootstrap: Sendable, Equatable {
  /// How many replicates there are.
  public let replicates: Int
  /// The seed of all draws.
  public let seed: UInt64

  /// Creates the bootstrap.
  public init(replicates: Int = 2000, seed: UInt64) {
    precondition(replicates > 1, "\(replicates) replicates")
    self.replicates = replicates
    self.seed = seed
  }

  /// The distribution of the rate of marked cells.
  ///
  /// - Parameters:
  ///   - rows: the row of each marked cell.
  ///   - columns: the column of each marked cell, in the same order.
  ///   - rowCount: how many rows the table has, 1 or more.
  ///   - columnCount: how many columns the table has, 1 or more.
  /// - Complexity: O(replicates * (rows + columns + cells)).
  public func distribution(
    rows: [Int32], columns: [Int32], rowCount: Int, columnCount: Int
  ) -> BootstrapDistribution {
    precondition(rows.count == columns.count, "\(rows.count) rows, \(columns.count) columns")
    let total = Double(rowCount) * Double(columnCount)
    // The even streams draw rows, the odd ones columns.
    let byRow = ClusterBootstrap(clusters: rowCount, replicates: 2 * replicates, seed: seed)
    let byColumn = ClusterBootstrap(clusters: columnCount, replicates: 2 * replicates, seed: seed)
    let values = (0..<replicates).map { replicate -> Double? in
      let rowWeights = byRow.weights(ofReplicate: 2 * replicate)
      let columnWeights = byColumn.weights(ofReplicate: 2 * replicate + 1)
      var sum = 0
      for (row, column) in zip(rows, columns) {
        sum += rowWeights[Int(row)] * columnWeights[Int(column)]
      }
      return Double(sum) / total
    }
    return BootstrapDistribution(
      estimate: Double(rows.count) / total, values: values, leftOut: [])
  }
}
