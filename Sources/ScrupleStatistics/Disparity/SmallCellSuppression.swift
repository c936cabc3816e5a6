/// A table of counts with its totals, from which small counts cannot be found out.
///
/// Counts of 1 up to below the threshold are suppressed, zeros as well in rows that are small
/// themselves, then further cells until (1) no suppressed entry follows from the shown ones by
/// the equations of rows and columns, and (2) what is suppressed in a line with a shown total adds
/// to the threshold or more, since that sum is as good as printed. Rates and intervals of a
/// suppressed count must go as well. It does not guard against what is known from elsewhere.
///
/// The entries are the edges of a graph whose nodes are the rows and the columns, the margins
/// included. A suppressed entry follows from the others exactly if its edge is a bridge among the
/// suppressed ones, so every bridge is put on a cycle by the cheapest path of further cells.
/// - Source: the rule of eleven of the US Centers for Medicare & Medicaid Services; Gusfield 1988
///   for the graph.
public struct SuppressedTable: Sendable, Equatable {
  /// The counts by row and column; nil where suppressed.
  public let cells: [[Int?]]
  /// The row totals; nil where suppressed.
  public let rowTotals: [Int?]
  /// The column totals; nil where suppressed.
  public let columnTotals: [Int?]
  /// The total; nil where suppressed.
  public let total: Int?
  /// How many entries, totals included, are suppressed because they are small themselves.
  public let primary: Int
  /// How many are suppressed to protect others.
  public let complementary: Int

  /// Suppresses the small counts of a table.
  ///
  /// - Parameters:
  ///   - counts: rows of one length, none negative; rows are groups.
  ///   - threshold: the least count that is shown, 1 or more.
  /// - Complexity: O(entries^3) at worst, for tables of a report.
  public init(counts: [[Int]], threshold: Int = 11) {
    precondition(threshold > 0, "a threshold of \(threshold)")
    var mask = SuppressionMask(counts: counts, threshold: threshold)
    primary = mask.suppressed
    mask.protect()
    complementary = mask.suppressed - primary
    let shown = mask.shownEntries
    let (rows, columns) = (counts.count, counts.first?.count ?? 0)
    cells = shown.prefix(rows).map { Array($0.prefix(columns)) }
    rowTotals = shown.prefix(rows).map { $0[columns] }
    columnTotals = Array(shown[rows].prefix(columns))
    total = shown[rows][columns]
  }
}
