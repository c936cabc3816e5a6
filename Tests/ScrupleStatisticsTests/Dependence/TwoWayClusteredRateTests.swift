import Foundation
import ScrupleSharedFiles
import Testing

@testable import ScrupleStatistics

@Suite struct TwoWayClusteredRateTests {
  /// The 21 false pairs of the shared vectors, in a table of 40 arrests and 60 status records.
  private static let rows: [Int32] = [
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 10, 11, 12, 13, 30,
  ]
  private static let columns: [Int32] = [
    1, 2, 3, 4, 0, 2, 3, 4, 0, 1, 3, 4, 0, 1, 2, 4, 20, 21, 22, 20, 55,
  ]

  private func example() -> TwoWayClusteredRate {
    TwoWayClusteredRate(rows: Self.rows, columns: Self.columns, rowCount: 40, columnCount: 60)
  }

  @Test func standardErrorsMeetTheVectors() {
    let rate = example()
    #expect(rate.estimate == 0.00875)
    #expect(abs(rate.independentError - 0.0019010345319500819) < 1e-15)
    #expect(abs(rate.rowError - 0.0031725548327281384) < 1e-15)
    #expect(abs(rate.columnError - 0.0029944972681384915) < 1e-15)
    #expect(abs(rate.twoWayError - 0.003926599771289261) < 1e-15)
    #expect(abs(rate.pigeonholeError - 0.0047174276108795645) < 1e-15)
    let ratio = rate.pigeonholeError / rate.independentError
    #expect(abs(ratio * ratio - 6.1578694529514175) < 1e-11)
    #expect(rate.markedRows == 9 && rate.markedColumns == 9 && !rate.isReliable)
  }

  @Test(
    .enabled(
      if: SharedFiles.has("data/stat_vectors/dependence_pairs.csv"), "\(SharedFiles.missing)")
  )
  func sharedPairsAreThoseOfTheseTests() throws {
    let pairs = try SharedFiles.table("data/stat_vectors/dependence_pairs.csv")
    #expect(pairs.compactMap { Int32($0["arrest_idx"] ?? "") } == Self.rows)
    #expect(pairs.compactMap { Int32($0["status_idx"] ?? "") } == Self.columns)
  }

  @Test func twoWayErrorIsThatOfTheDenseResiduals() {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<200 {
      let n = Int.random(in: 1...7, using: &generator)
      let m = Int.random(in: 1...7, using: &generator)
      var rows: [Int32] = []
      var columns: [Int32] = []
      var dense = [[Double]](repeating: [Double](repeating: 0, count: m), count: n)
      for i in 0..<n {
        for j in 0..<m where Int.random(in: 0..<4, using: &generator) == 0 {
          rows.append(Int32(i))
          columns.append(Int32(j))
          dense[i][j] = 1
        }
      }
      let p = Double(rows.count) / Double(n * m)
      let residual = dense.map { $0.map { $0 - p } }
      let square = { (x: Double) in x * x }
      let byRow = residual.map { square($0.reduce(0, +)) }.reduce(0, +)
      let byColumn = (0..<m).map { j in square(residual.map { $0[j] }.reduce(0, +)) }.reduce(0, +)
      let byCell = residual.joined().map(square).reduce(0, +)
      let variance = max(byRow + byColumn - byCell, byRow, byColumn, byCell)
      let got = TwoWayClusteredRate(rows: rows, columns: columns, rowCount: n, columnCount: m)
      #expect(abs(square(got.twoWayError * Double(n * m)) - variance) < 1e-9)
      let swapped = TwoWayClusteredRate(rows: columns, columns: rows, rowCount: m, columnCount: n)
      #expect(abs(swapped.twoWayError - got.twoWayError) < 1e-15)
      #expect(swapped.rowError == got.columnError && swapped.pigeonholeError == got.pigeonholeError)
    }
  }

  @Test func fewMarksGiveAPositiveInterval() throws {
    let interval = try #require(example().interval())
    #expect(interval.lowerBound > 0 && interval.contains(0.00875))
    let wanted = 0.00875 * exp(1.959963984540054 * 0.003926599771289261 / 0.00875)
    #expect(abs(interval.upperBound - wanted) < 1e-14)
  }

  @Test func noMarksGiveNoInterval() {
    let none = TwoWayClusteredRate(rows: [], columns: [], rowCount: 5, columnCount: 5)
    #expect(none.interval() == nil && none.estimate == 0 && none.designEffect == nil)
    let empty = TwoWayClusteredRate(rows: [], columns: [], rowCount: 0, columnCount: 5)
    #expect(empty.estimate == nil)
  }

  @Test func aSmallerDenominatorScalesEveryError() {
    let part = TwoWayClusteredRate(
      rows: Self.rows, columns: Self.columns, rowCount: 40, columnCount: 60, total: 1200)
    #expect(abs(part.twoWayError - 2 * example().twoWayError) < 1e-15)
    #expect(part.estimate == 0.0175)
  }
}
