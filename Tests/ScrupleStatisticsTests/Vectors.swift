import Foundation
import ScrupleSharedFiles
import Testing

/// The shared numeric vectors of the statistics.
enum Vectors {
  /// The path of a vector file within the shared folder.
  static func path(_ name: String) -> String { "data/stat_vectors/\(name).csv" }

  /// Whether a vector file is there.
  static func has(_ name: String) -> Bool { SharedFiles.has(path(name)) }

  /// The rows of a vector file.
  static func rows(_ name: String) throws -> [VectorRow] {
    try SharedFiles.table(path(name)).map { VectorRow(cells: $0) }
  }

  /// The values of a file of two columns, quantity and value.
  static func quantities(_ name: String) throws -> [String: Double] {
    var values: [String: Double] = [:]
    for row in try rows(name) { values[row.text("quantity")] = row["value"] }
    return values
  }
}

/// One row of a vector file, by column name.
struct VectorRow {
  let cells: [String: String]

  func text(_ name: String) -> String { cells[name] ?? "" }
  func int(_ name: String) -> Int { Int(cells[name] ?? "") ?? Int(self[name]) }

  /// The number of a column; NaN where it is not defined, infinite where it is unbounded.
  subscript(_ name: String) -> Double { Double(cells[name] ?? "") ?? .nan }
}

/// Whether a value meets a vector: 1e-9 of it or of 1, whichever is greater, and 1e-9 relative
/// below 1e-3. Undefined meets undefined.
func meets(_ got: Double?, _ want: Double, _ tolerance: Double = 1e-9) -> Bool {
  guard let got, !got.isNaN else { return want.isNaN }
  if want.isNaN { return false }
  if want.isInfinite { return got == want }
  if want == 0 { return abs(got) < 1e-15 }
  return abs(got - want) <= tolerance * (abs(want) < 1e-3 ? abs(want) : max(1, abs(want)))
}

/// The binomial masses of 0...n from a recurrence of log-factorials: the naive twin.
func naiveBinomialMasses(_ n: Int, _ p: Double) -> [Double] {
  guard p > 0 && p < 1 else { return (0...n).map { ($0 == (p == 0 ? 0 : n)) ? 1 : 0 } }
  return (0...n).map { x -> Double in
    exp(logChoose(n, x) + Double(x) * log(p) + Double(n - x) * log1p(-p))
  }
}

/// The logarithm of a binomial coefficient by log-gamma; -infinity outside.
func logChoose(_ n: Int, _ k: Int) -> Double {
  guard k >= 0 && k <= n else { return -.infinity }
  return lgamma(Double(n) + 1) - lgamma(Double(k) + 1) - lgamma(Double(n - k) + 1)
}

/// A small seeded generator (Steele, Lea & Flood 2014), so that failures repeat.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A count of successes, each trial drawn.
  mutating func binomial(_ n: Int, _ p: Double) -> Int {
    (0..<n).reduce(0) { count, _ in count + (Double.random(in: 0..<1, using: &self) < p ? 1 : 0) }
  }
}
