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
    let logShares = parameters.shares.map(ElementaryFunctions.naturalLogarithm)
    let logTables = parameters.tables.map {
      $0.map(ElementaryFunctions.naturalLogarithm)
    }
    var classTotals = [Double](repeating: 0, count: classCount)
    var slotTotals = parameters.tables.map { [Double](repeating: 0, count: $0.count) }
    var logLikelihood = 0.0
    var terms = [Double](repeating: 0, count: classCount)
    var start = 0
    for count in data.counts {
      let end = start + data.comparisonCount
      defer { start = end }
      if count == 0 { continue }
      var largest = -Double.infinity
      for k in 0..<classCount {
        var term = logShares[k]
        for position in start..<end { term += logTables[k][Int(data.indices[position])] }
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
        for position in start..<end { slotTotals[k][Int(data.indices[position])] += expected }
      }
    }
    self.classTotals = classTotals
    self.slotTotals = slotTotals
    self.logLikelihood = logLikelihood
  }
}
