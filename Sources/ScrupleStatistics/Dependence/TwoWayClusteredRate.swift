#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A rate of marked cells in a table of rows and columns, with standard errors that allow cells of
/// one row, or of one column, to depend on each other.
///
/// False links share records: one common name makes many of them. Intervals that take pairs as
/// independent cover far too rarely then; the two-way variance needs only the sparse list of
/// marked cells. Exchanging rows and columns exchanges the two one-way errors and keeps the rest.
/// - Source: Cameron, Gelbach & Miller 2011 (two-way); Owen 2007 and McCullagh 2000 (pigeonhole).
public struct TwoWayClusteredRate: Sendable, Equatable, Codable {
  /// How many cells are marked.
  public let count: Int
  /// How many cells could have been marked.
  public let total: Int
  /// How many rows carry a mark.
  public let markedRows: Int
  /// How many columns carry a mark.
  public let markedColumns: Int
  /// The greatest share of all marks that one row carries, in 0...1.
  public let largestRowShare: Double
  /// The greatest share of all marks that one column carries, in 0...1.
  public let largestColumnShare: Double
  /// The standard error if cells were independent.
  public let independentError: Double
  /// The standard error with rows as clusters.
  public let rowError: Double
  /// The standard error with columns as clusters.
  public let columnError: Double
  /// The standard error with both as clusters: never below the three above.
  public let twoWayError: Double
  /// The standard error of the pigeonhole bootstrap, in closed form: the conservative companion.
  public let pigeonholeError: Double

  /// Computes the rate and its errors from the marked cells.
  ///
  /// - Parameters:
  ///   - rows: the row of each marked cell.
  ///   - columns: the column of each marked cell, in the same order. A cell that holds several
  ///     marks, as one pair of persons with several records does, stands several times.
  ///   - rowCount: how many rows the table has.
  ///   - columnCount: how many columns the table has.
  ///   - total: how many cells could be marked; all of them when nil. The errors are computed over
  ///     all cells and scaled to this denominator, which is taken as fixed.
  /// - Complexity: O(cells + rows + columns).
  public init(
    rows: [Int32], columns: [Int32], rowCount: Int, columnCount: Int, total: Int? = nil
  ) {
    precondition(rows.count == columns.count, "\(rows.count) rows, \(columns.count) columns")
    let byRow = MarkTally(rows, among: rowCount)
    let byColumn = MarkTally(columns, among: columnCount)
    let cells = Double(rowCount) * Double(columnCount)
    count = rows.count
    self.total = total ?? rowCount * columnCount
    markedRows = byRow.marked
    markedColumns = byColumn.marked
    largestRowShare = byRow.largestShare
    largestColumnShare = byColumn.largestShare
    let scale = self.total > 0 ? 1 / Double(self.total) : 0
    let t = Double(rows.count)
    guard cells > 0 else {
      (independentError, rowError, columnError, twoWayError, pigeonholeError) = (0, 0, 0, 0, 0)
      return
    }
    let perCell = Self.squares(rows, columns) - t * t / cells
    let perMark = t - t * t / max(cells, Double(self.total))
    let perRow = byRow.squares - t * t / Double(rowCount)
    let perColumn = byColumn.squares - t * t / Double(columnCount)
    let greatestPart = max(perCell, perRow, perColumn, perMark, 0)
    independentError = scale * max(perMark, 0).squareRoot()
    rowError = scale * max(perRow, 0).squareRoot()
    columnError = scale * max(perColumn, 0).squareRoot()
    // The difference can fall below its parts, and even below 0.
    twoWayError = scale * max(perRow + perColumn - perCell, greatestPart).squareRoot()
    let a = 1 - 1 / Double(rowCount)
    let b = 1 - 1 / Double(columnCount)
    let shared = b * byRow.squares + a * byColumn.squares
    let pigeonhole = (a * b - 1) * t * t + shared + perCell + t * t / cells
    pigeonholeError = scale * max(pigeonhole, 0).squareRoot()
  }
}

extension TwoWayClusteredRate {
  /// The sum of the squared number of marks over cells.
  private static func squares(_ rows: [Int32], _ columns: [Int32]) -> Double {
    let keys = zip(rows, columns).map { UInt64(UInt32($0)) << 32 | UInt64(UInt32($1)) }.sorted()
    var sum = 0.0
    var run = 0.0
    for index in keys.indices {
      run = index > 0 && keys[index] == keys[index - 1] ? run + 1 : 1
      // The squares of 1...run are the running sums of odd numbers.
      sum += 2 * run - 1
    }
    return sum
  }
}

// MARK: - What follows from the errors

extension TwoWayClusteredRate {
  /// The rate; nil when no cell could be marked.
  public var estimate: Double? { total > 0 ? Double(count) / Double(total) : nil }

  /// How many times the two-way variance exceeds that of independent cells; nil without marks.
  public var designEffect: Double? {
    guard independentError > 0 else { return nil }
    let ratio = twoWayError / independentError
    return ratio * ratio
  }

  /// Whether the interval can be relied on: at least ten rows and ten columns carry marks and
  /// none carries more than a quarter of all.
  public var isReliable: Bool {
    min(markedRows, markedColumns) >= 10 && max(largestRowShare, largestColumnShare) <= 0.25
  }

  /// The two-way interval, within 0...1; nil without marks, where no such interval exists.
  ///
  /// Below 30 marks it is symmetric on the logarithmic scale, otherwise on the plain one.
  /// - Parameter level: the two-sided confidence level, in 0..<1, open at 0.
  public func interval(level: Double = 0.95) -> ClosedRange<Double>? {
    guard count > 0, let rate = estimate else { return nil }
    let reach = normalQuantile(level: level) * twoWayError
    guard count < 30 else { return max(rate - reach, 0)...min(rate + reach, 1) }
    let factor = exp(reach / rate)
    return rate / factor...max(rate, min(rate * factor, 1))
  }

  /// The exact interval of Clopper & Pearson on effective counts: marks and cells divided by the
  /// design effect, at least 1. Right of few clumps of marks, where the normal one is too narrow.
  ///
  /// - Returns: 0 and 1 without cells.
  /// - Source: Korn & Graubard 1998 for effective counts.
  public func effectiveInterval(level: Double = 0.95) -> (lower: Double, upper: Double) {
    ClusteredProportion.interval(
      count: count, total: total, designEffect: max(designEffect ?? 1, 1), level: level)
  }
}

/// How marks spread over the rows, or over the columns.
private struct MarkTally {
  var marked = 0
  var squares = 0.0
  var largestShare = 0.0

  init(_ places: [Int32], among count: Int) {
    var marks = [Int](repeating: 0, count: count)
    for place in places { marks[Int(place)] += 1 }
    var largest = 0
    for mark in marks where mark > 0 {
      marked += 1
      squares += Double(mark) * Double(mark)
      largest = max(largest, mark)
    }
    largestShare = places.isEmpty ? 0 : Double(largest) / Double(places.count)
  }
}
