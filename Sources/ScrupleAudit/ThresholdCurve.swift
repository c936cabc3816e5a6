import ScrupleGroundTruth

/// The running counts of the listed pairs at every distinct weight, from the highest down.
struct ThresholdCurve {
  struct Step {
    let weight: Double
    let links: Int
    let truePositives: Int
    let claimedFalse: Double
    let isFullyClaimed: Bool
  }

  let steps: [Step]
  private let judged: JudgedLinks
  private let truth: GroundTruth
  let truePairs: Int

  init(_ judged: JudgedLinks, _ truth: GroundTruth) {
    self.judged = judged
    self.truth = truth
    truePairs = truth.truePairCount
    var steps: [Step] = []
    var hits = 0
    var claimed = CompensatedSum()
    var isFullyClaimed = true
    for (index, pair) in judged.pairs.enumerated() {
      if pair.isTrue { hits += 1 }
      if pair.link.probability.isNaN {
        isFullyClaimed = false
      } else {
        claimed.add(1 - pair.link.probability)
      }
      let isLastOfItsWeight =
        index + 1 == judged.pairs.count || judged.pairs[index + 1].link.weight != pair.link.weight
      guard isLastOfItsWeight else { continue }
      steps.append(
        Step(
          weight: pair.link.weight, links: index + 1, truePositives: hits,
          claimedFalse: claimed.value, isFullyClaimed: isFullyClaimed))
    }
    self.steps = steps
  }

  /// About thirty rows: every boundary of a decision, the best F1, and even shares of the pairs.
  ///
  /// **Shape**: by weight, falling.
  func table(level: Double) -> [ThresholdRow] {
    let marks = markedSteps()
    var chosen = Set(marks.keys)
    if steps.count <= 30 {
      chosen.formUnion(steps.indices)
    } else {
      let shares = 26
      var step = 0
      for share in 1...shares {
        while steps[step].links * shares < judged.pairs.count * share { step += 1 }
        chosen.insert(step)
      }
    }
    var persons = PersonProgress(judged.persons, truth)
    return chosen.sorted().map { place in
      persons.add(judged.pairs[persons.pairs..<steps[place].links])
      return ThresholdRow(
        steps[place], of: self, persons, roles: marks[place] ?? [], level: level)
    }
  }

  /// The step of the greatest F1, the highest weight of equals; nil when nothing true is listed.
  var best: Int? {
    var best: Int?
    for (index, step) in steps.enumerated() where step.truePositives > 0 {
      guard let old = best.map({ steps[$0] }) else {
        best = index
        continue
      }
      // Compared as fractions of integers, so that equals are equal.
      let new = step.truePositives.multipliedFullWidth(by: old.links + truePairs)
      let previous = old.truePositives.multipliedFullWidth(by: step.links + truePairs)
      if (new.high, new.low) > (previous.high, previous.low) { best = index }
    }
    return best
  }

  private func markedSteps() -> [Int: [ThresholdRow.Role]] {
    var marks: [Int: [ThresholdRow.Role]] = [:]
    let lowestLink = judged.pairs.last { $0.link.decision == .link }
    let highestPossible = judged.pairs.first { $0.link.decision == .possible }
    let places: [(ThresholdRow.Role, Int?)] = [
      (.lowestLink, lowestLink.flatMap { step(at: $0.link.weight) }),
      (.highestPossible, highestPossible.flatMap { step(at: $0.link.weight) }),
      (.lowestListed, steps.isEmpty ? nil : steps.count - 1),
      (.bestF1, best),
    ]
    for case (let role, let step?) in places { marks[step, default: []].append(role) }
    return marks
  }

  private func step(at weight: Double) -> Int? {
    steps.firstIndex { $0.weight == weight }
  }
}

/// A sum of many small numbers that keeps what rounding drops (Neumaier 1974).
struct CompensatedSum {
  private var sum = 0.0
  private var dropped = 0.0

  /// The sum so far.
  var value: Double { sum + dropped }

  mutating func add(_ term: Double) {
    let total = sum + term
    dropped += abs(sum) >= abs(term) ? (sum - total) + term : (term - total) + sum
    sum = total
  }
}
