#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A logistic regression with few columns, by Newton's method with halved steps.
///
/// Targets may be fractions. Fails where no finite maximum exists: columns that separate the
/// targets, that depend on each other, or nothing to fit.
struct LogisticFit {
  /// The coefficients, one for each column.
  let coefficients: [Double]

  /// Fits log-odds = offset + sum of coefficient * column.
  ///
  /// - Parameters:
  ///   - rows: the columns' values of each observation.
  ///   - targets: in 0...1.
  ///   - offsets: added to the log-odds of each observation; 0 when nil.
  /// - Returns: nil where there is no finite maximum.
  init?(rows: [[Double]], targets: [Double], offsets: [Double]? = nil) {
    guard let width = rows.first?.count else { return nil }
    var current = [Double](repeating: 0, count: width)
    let offset = { (index: Int) in offsets?[index] ?? 0 }
    var likelihood = logLikelihood(current, rows, targets, offset)
    for _ in 0..<200 {
      guard let step = newtonStep(current, rows, targets, offset) else { return nil }
      var scale = 1.0
      var next = zip(current, step).map { $0.0 + $0.1 }
      var reached = logLikelihood(next, rows, targets, offset)
      while !(reached >= likelihood - 1e-12 * abs(likelihood)) && scale > 1e-9 {
        scale /= 2
        next = zip(current, step).map { $0.0 + scale * $0.1 }
        reached = logLikelihood(next, rows, targets, offset)
      }
      let size = step.map(abs).max() ?? 0
      let greatest = next.map(abs).max() ?? 0
      (current, likelihood) = (next, reached)
      if greatest > 1e6 { return nil }
      if size <= 1e-13 * max(1, greatest) {
        coefficients = current
        return
      }
    }
    // Rounding can keep the last steps from vanishing; a separated fit keeps long ones.
    guard let step = newtonStep(current, rows, targets, offset),
      (step.map(abs).max() ?? 0) < 1e-9 * max(1, current.map(abs).max() ?? 0)
    else { return nil }
    coefficients = current
  }
}

/// The logistic function 1 / (1 + exp(-x)).
func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

/// The log-odds of a probability kept a margin away from 0 and 1.
func logOdds(_ probability: Double, margin: Double) -> Double {
  let kept = min(max(probability, margin), 1 - margin)
  return log(kept) - log1p(-kept)
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}

private func logLikelihood(
  _ coefficients: [Double], _ rows: [[Double]], _ targets: [Double], _ offset: (Int) -> Double
) -> Double {
  rows.indices.reduce(0) { sum, index in
    let eta = offset(index) + dot(coefficients, rows[index])
    // log(1 + e^x) without overflow.
    let softplus = max(eta, 0) + log1p(exp(-abs(eta)))
    return sum + targets[index] * eta - softplus
  }
}

private func newtonStep(
  _ coefficients: [Double], _ rows: [[Double]], _ targets: [Double], _ offset: (Int) -> Double
) -> [Double]? {
  let width = coefficients.count
  var gradient = [Double](repeating: 0, count: width)
  var information = [[Double]](repeating: gradient, count: width)
  for (index, row) in rows.enumerated() {
    let p = logistic(offset(index) + dot(coefficients, row))
    for i in 0..<width {
      gradient[i] += (targets[index] - p) * row[i]
      for j in 0..<width { information[i][j] += p * (1 - p) * row[i] * row[j] }
    }
  }
  return solved(information, gradient)
}

/// The solution of a symmetric positive definite system by elimination; nil where it is singular.
private func solved(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
  var (a, b) = (matrix, right)
  let n = b.count
  for pivot in 0..<n {
    guard a[pivot][pivot] > 1e-13 * matrix[pivot][pivot] else { return nil }
    for row in (pivot + 1)..<max(n, pivot + 1) {
      let factor = a[row][pivot] / a[pivot][pivot]
      for column in pivot..<n { a[row][column] -= factor * a[pivot][column] }
      b[row] -= factor * b[pivot]
    }
  }
  for row in (0..<n).reversed() {
    for column in (row + 1)..<max(n, row + 1) { b[row] -= a[row][column] * b[column] }
    b[row] /= a[row][row]
  }
  return b
}
