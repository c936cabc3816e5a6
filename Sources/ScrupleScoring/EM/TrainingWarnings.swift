/// What a reader must know before trusting a model, in words.
struct TrainingWarnings {
  let outlines: [ComparisonOutline]
  let options: ExpectationMaximization.Options
  let data: PatternSlots
  let parameters: MixtureParameters

  func all(violations: [MonotoneViolation]) -> [String] {
    identifiability + plausibility + violations.map(words) + levels
  }

  private var identifiability: [String] {
    let totals = data.slotTotals
    let informative = data.slots.levelCounts.indices.filter { comparison in
      data.slots.levels(of: comparison).count { totals[$0] > 0 } > 1
    }
    let learnsAllU = informative.allSatisfy { options.learnsU(of: $0) }
    if informative.count >= 3 || !(learnsAllU || options.learnsPrior) { return [] }
    return [
      "Only \(informative.count) comparisons tell pairs apart; at least 3 independent "
        + "ones are needed to learn m, u and the prior together."
    ]
  }

  private var plausibility: [String] {
    guard let range = options.plausiblePriorMatchProbabilities else { return [] }
    let prior = parameters.priorMatchProbability
    if range.contains(prior) { return [] }
    return [
      "The prior match probability \(prior) is outside the plausible range "
        + "\(range.lowerBound) to \(range.upperBound)."
    ]
  }

  private func words(_ violation: MonotoneViolation) -> String {
    let outline = outlines[violation.comparison]
    let sentence =
      "In comparison '\(outline.name)', level '\(outline.levelLabels[violation.worse])' "
      + "weighs \(Self.rounded(violation.worseBits)) bits, more than the better level "
      + "'\(outline.levelLabels[violation.worse + 1])' with "
      + "\(Self.rounded(violation.betterBits)) bits"
    return options.monotoneWeights == .enforce
      ? sentence + "; m was refitted so that weights fall as agreement gets worse."
      : sentence + "."
  }

  private var levels: [String] {
    let totals = data.slotTotals
    var warnings: [String] = []
    for (comparison, outline) in outlines.enumerated() {
      let slots = data.slots.levels(of: comparison)
      if slots.allSatisfy({ totals[$0] == 0 }) {
        warnings.append(
          "Comparison '\(outline.name)' is missing in every pair; it weighs nothing.")
        continue
      }
      for (label, slot) in zip(outline.levelLabels, slots) {
        warnings += self.words(outline.name, label, slot, isSeen: totals[slot] > 0)
      }
      warnings += exactLevel(outline, slots)
    }
    return warnings
  }

  private func words(
    _ name: String, _ label: String, _ slot: Int, isSeen: Bool
  ) -> [String] {
    if !isSeen {
      return [
        "In comparison '\(name)', level '\(label)' never occurs; its weight is an assumption."
      ]
    }
    let limit = options.smallestProbability * (1 + 1e-6)
    var warnings: [String] = []
    if parameters.tables[0][slot] <= limit {
      warnings.append(
        "In comparison '\(name)', m of level '\(label)' was raised to the smallest allowed "
          + "value.")
    }
    if parameters.tables.dropFirst().contains(where: { $0[slot] <= limit }) {
      warnings.append(
        "In comparison '\(name)', u of level '\(label)' was raised to the smallest allowed "
          + "value.")
    }
    return warnings
  }

  private func exactLevel(_ outline: ComparisonOutline, _ slots: Range<Int>) -> [String] {
    guard slots.count > 1 else { return [] }
    let best = slots.upperBound - 1
    let weight = MatchWeight(
      mProbability: parameters.tables[0][best],
      uProbability: parameters.averageNonMatchTable[best])
    if weight.bits >= -1e-9 { return [] }
    return [
      "In comparison '\(outline.name)', the best level "
        + "'\(outline.levelLabels[slots.count - 1])' speaks against a match, by "
        + "\(Self.rounded(-weight.bits)) bits."
    ]
  }

  private static func rounded(_ bits: Double) -> Double {
    (bits * 100).rounded() / 100
  }
}
