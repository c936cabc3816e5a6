/// The E-step: pairs of each class in each slot, expected under the parameters.
///
/// Goals in order: the same result for the same counts to the bit; no underflow with any
/// number of comparisons; then speed. Sums run over patterns in ascending order, and
/// likelihoods are logarithms (a product of 64 probabilities of 1e-9 is no `Double`).
struct ExpectedCounts {
  /// Expected pairs of each class.
  var classTotals: [Double]
  /// Expected pairs of each class in each slot.
  var slotTotals: [[Double]]
  /// Log-likelihood of the counts under the parameters, in nats.
  var logLikelihood: Double

  init(of data: PatternSlots, under parameters: MixtureParameters) {
    let classCount = parameters.tables.count
    let size = data.slots.size
    let width = data.comparisonCount
    let logShares = parameters.shares.map(ElementaryFunctions.naturalLogarithm)
    // All classes in one flat table, class after class: nested arrays cost twice the time.
    let logTable = parameters.tables.flatMap {
      $0.map(ElementaryFunctions.naturalLogarithm)
    }
    var classTotals = [Double](repeating: 0, count: classCount)
    var totals = [Double](repeating: 0, count: classCount * size)
    var logLikelihood = 0.0
    var terms = [Double](repeating: 0, count: classCount)
    for (pattern, count) in data.counts.enumerated() where count > 0 {
      let positions = (pattern * width)..<((pattern + 1) * width)
      var largest = -Double.infinity
      for k in 0..<classCount {
        var term = logShares[k]
        for position in positions { term += logTable[k * size + Int(data.indices[position])] }
        terms[k] = term
        largest = max(largest, term)
      }
      var sum = 0.0
      for k in 0..<classCount {
        terms[k] = ElementaryFunctions.naturalExponential(terms[k] - largest)
        sum += terms[k]
      }
      logLikelihood += count * (largest + ElementaryFunctions.naturalLogarithm(sum))
      for k in 0..<classCount {
        let expected = count * (terms[k] / sum)
        classTotals[k] += expected
        for position in positions { totals[k * size + Int(data.indices[position])] += expected }
      }
    }
    self.classTotals = classTotals
    slotTotals = (0..<classCount).map { Array(totals[($0 * size)..<(($0 + 1) * size)]) }
    self.logLikelihood = logLikelihood
  }
}
