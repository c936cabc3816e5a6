extension Draw {
  /// A Poisson count; means above 200 are taken for 200.
  ///
  /// - Source: inversion by sequential search (Devroye 1986, X.3.3).
  mutating func poisson(mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    let mean = min(mean, 200)
    var probability = negativeExponential(mean)
    var sum = probability
    let target = unit()
    var count = 0
    while sum <= target, count < 1000 {
      count += 1
      probability *= mean / Double(count)
      sum += probability
    }
    return count
  }
}

/// The mean of a Poisson count that is cut off at a limit.
func cutPoissonMean(_ mean: Double, limit: Int) -> Double {
  guard mean > 0 else { return 0 }
  let mean = min(mean, 200)
  var probability = negativeExponential(mean)
  var sum = probability
  var expected = 0.0
  for count in 1..<max(1, limit) {
    probability *= mean / Double(count)
    sum += probability
    expected += Double(count) * probability
  }
  return expected + Double(limit) * max(0, 1 - sum)
}

/// e^-x for x in 0...700, from additions and multiplications alone, so that it
/// is the same on every machine.
func negativeExponential(_ x: Double) -> Double {
  var halvings = 0
  var small = x
  while small > 0.125 {
    small /= 2
    halvings += 1
  }
  var term = 1.0
  var sum = 1.0
  for order in 1...12 {
    term *= -small / Double(order)
    sum += term
  }
  for _ in 0..<halvings { sum *= sum }
  return sum
}
