/// The parameters of a latent class model of pairs: class 0 are matches, the others
/// kinds of non-match.
struct MixtureParameters: Sendable, Equatable {
  let slots: LevelSlots
  /// Share of each class among the pairs; they add up to 1.
  var shares: [Double]
  /// P(level | class) of each class, flat with 1 in the missing slots.
  var tables: [[Double]]

  var priorMatchProbability: Double { shares[0] }

  /// Share of each non-match class among the non-matches.
  var nonMatchShares: [Double] {
    let total = shares.dropFirst().reduce(0, +)
    return shares.dropFirst().map { $0 / total }
  }

  /// P(level | non-match), averaged over the classes.
  var averageNonMatchTable: [Double] {
    if tables.count == 2 { return tables[1] }
    var average = [Double](repeating: 0, count: slots.size)
    for (share, table) in zip(nonMatchShares, tables.dropFirst()) {
      for slot in average.indices { average[slot] += share * table[slot] }
    }
    return average
  }

  /// The largest absolute difference of any share or probability.
  func distance(to other: MixtureParameters) -> Double {
    var largest = 0.0
    for (mine, theirs) in zip(shares, other.shares) {
      largest = max(largest, abs(mine - theirs))
    }
    for (mine, theirs) in zip(tables, other.tables) {
      for (a, b) in zip(mine, theirs) { largest = max(largest, abs(a - b)) }
    }
    return largest
  }

  /// How much a class agrees: the mean over comparisons of the average level, 0 for all
  /// worst and 1 for all best.
  func agreement(ofClass index: Int) -> Double {
    var sum = 0.0
    for (comparison, count) in slots.levelCounts.enumerated() where count > 1 {
      for (rank, slot) in slots.levels(of: comparison).enumerated() {
        sum += tables[index][slot] * Double(rank) / Double(count - 1)
      }
    }
    return sum / Double(max(1, slots.levelCounts.count))
  }

  /// Bits that exact agreement speaks for a match, summed over comparisons.
  ///
  /// Each comparison counts by how often its best level occurs in either class, so that
  /// a level nobody reaches (whose weight is all prior) cannot decide the sign.
  var agreementBits: Double {
    let u = averageNonMatchTable
    var sum = 0.0
    for (comparison, count) in slots.levelCounts.enumerated() where count > 1 {
      let best = slots.levels(of: comparison).upperBound - 1
      let weight = MatchWeight(mProbability: tables[0][best], uProbability: u[best])
      sum += (tables[0][best] + u[best]) / 2 * weight.bits
    }
    return sum
  }

  /// Whether some class of non-matches agrees more than the matches do.
  var hasSwitchedLabels: Bool {
    if agreementBits < 0 { return true }
    let matches = agreement(ofClass: 0)
    return tables.indices.dropFirst().contains { agreement(ofClass: $0) > matches }
  }

  /// The same model with the class that agrees most named the matches.
  var relabeled: MixtureParameters {
    var result = self
    var best = 0
    for index in tables.indices where agreement(ofClass: index) > agreement(ofClass: best) {
      best = index
    }
    result.shares.swapAt(0, best)
    result.tables.swapAt(0, best)
    return result
  }
}

// MARK: - Models

extension MixtureParameters {
  /// Takes the parameters of a model.
  init(_ model: FellegiSunterModel) {
    let slots = LevelSlots(levelCounts: model.levelCounts)
    let prior = model.priorMatchProbability
    var shares = [prior]
    var tables = [slots.flat(model.comparisons.map { $0.levels.map(\.mProbability) })]
    if model.nonMatchClasses.isEmpty {
      shares.append(1 - prior)
      tables.append(slots.flat(model.comparisons.map { $0.levels.map(\.uProbability) }))
    }
    for entry in model.nonMatchClasses {
      shares.append((1 - prior) * entry.share)
      tables.append(slots.flat(entry.uProbabilities))
    }
    self.init(slots: slots, shares: shares, tables: tables)
  }

  /// Writes the parameters as a model.
  func model(
    outlines: [ComparisonOutline], classLabels: [String], training: TrainingRecord?
  ) -> FellegiSunterModel {
    let m = slots.nested(tables[0])
    let u = slots.nested(averageNonMatchTable)
    let comparisons = outlines.enumerated().map { index, outline in
      let levels = outline.levelLabels.indices.map { level in
        outline.level(level, mProbability: m[index][level], uProbability: u[index][level])
      }
      return ComparisonModel(
        name: outline.name, levels: levels, termFrequency: outline.termFrequency)
    }
    var classes: [NonMatchClass] = []
    if tables.count > 2 {
      classes = nonMatchShares.enumerated().map { index, share in
        NonMatchClass(
          label: classLabels[index], share: share,
          uProbabilities: slots.nested(tables[index + 1]))
      }
    }
    return FellegiSunterModel(
      priorMatchProbability: priorMatchProbability, comparisons: comparisons,
      nonMatchClasses: classes, training: training)
  }
}
