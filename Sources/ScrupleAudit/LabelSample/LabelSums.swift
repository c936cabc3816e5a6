/// The figures of a sample, from sums over strata.
///
/// Every claim is about two totals of "yes": among what the linkage decided (links, flags) and
/// among the rest. Precision is the first over its list; recall, FNIR and the citizen flag rate
/// are one of them over both.
struct LabelSums {
  let plan: LabelPlan
  let strata: [LabelledStratum]
  let decided: LabelledTotal
  let rest: LabelledTotal
  let oneRecordEach: Bool

  init(_ plan: LabelPlan, _ strata: [LabelledStratum], oneRecordEach: Bool) {
    self.plan = plan
    self.strata = strata
    self.oneRecordEach = oneRecordEach && plan.question == .pair
    decided = LabelledTotal(strata.filter { $0.stratum.place.isDecided })
    rest = LabelledTotal(strata.filter { !$0.stratum.place.isDecided })
  }

  var isAboutCitizens: Bool { plan.question == .citizen }
  private var alpha: Double { 1 - plan.confidence }
  private var isOverAll: Bool { plan.claim != .precision && plan.claim != .falseLinkRate }

  /// Each stratum's own limits at the error that a figure over all strata gives it.
  var strataWithLimits: [LabelledStratum] {
    let tail = alpha / Double(2 * max(decided.strata.count + rest.strata.count, 1))
    return strata.map { stratum in
      var stratum = stratum
      let bounds = stratum.bounds(tail: tail)
      (stratum.lower, stratum.upper) = (bounds.lowerBound, bounds.upperBound)
      return stratum
    }
  }

  // MARK: Among what was decided

  var precision: EstimatedRate? { precision(decided) }

  var groups: [LabelledGroup] {
    var names: [String] = []
    for stratum in decided.strata {
      if let group = stratum.stratum.group, !names.contains(group) { names.append(group) }
    }
    return names.compactMap { name in
      precision(LabelledTotal(decided.strata.filter { $0.stratum.group == name }))
        .map { LabelledGroup(group: name, precision: $0) }
    }
  }

  /// For citizens the flags that are right are those on others.
  private func precision(_ total: LabelledTotal) -> EstimatedRate? {
    guard total.size > 0 else { return nil }
    let yes = total.bounds(tail: alpha / Double(2 * total.strata.count))
    let size = Double(total.size)
    let shares = (
      Double(yes.lowerBound) / size, Double(yes.upperBound) / size,
      total.lowest.map { $0 / size }, total.highest.map { $0 / size },
      total.estimate.map { $0 / size }
    )
    let isFlipped = isAboutCitizens
    return EstimatedRate(
      rate: Rate(
        isFlipped ? "flagsOnOthers" : "precision", of: isFlipped ? .flags : basisOfLinks,
        labelled: isFlipped ? total.no : total.yes, of: total.answered,
        estimate: isFlipped ? shares.4.map { 1 - $0 } : shares.4,
        limits: isFlipped ? (1 - shares.1, 1 - shares.0) : (shares.0, shares.1),
        level: plan.confidence, method: LabelSampleEstimate.method),
      lowest: isFlipped ? shares.3.map { 1 - $0 } : shares.2,
      highest: isFlipped ? shares.2.map { 1 - $0 } : shares.3)
  }

  private var basisOfLinks: RateBasis { plan.question == .record ? .records : .links }

  var wrongDecisions: EstimatedCount? {
    guard decided.size > 0 else { return nil }
    let yes = decided.bounds(tail: alpha / Double(2 * decided.strata.count))
    if isAboutCitizens {
      return EstimatedCount(
        name: "flagsOnCitizens", estimate: decided.estimate, lower: yes.lowerBound,
        upper: yes.upperBound, total: decided.size)
    }
    return EstimatedCount(
      name: plan.question == .record ? "recordsFalselyLinked" : "falseLinks",
      estimate: decided.estimate.map { Double(decided.size) - $0 },
      lower: decided.size - yes.upperBound, upper: decided.size - yes.lowerBound,
      total: decided.size)
  }

  /// The estimated share of what was decided that is wrong.
  var wrongShare: Double? {
    guard decided.size > 0, let estimate = wrongDecisions?.estimate else { return nil }
    return min(max(estimate / Double(decided.size), 0), 1)
  }

  // MARK: Over all

  /// Whether every part of the rest was looked at.
  private var isIdentified: Bool { isOverAll && decided.isCovered && rest.isCovered }

  var undecidedYes: EstimatedCount? {
    guard isOverAll, rest.size > 0 else { return nil }
    let bounds = limited(rest, tail: alpha / Double(2 * rest.strata.count))
    return EstimatedCount(
      name: isAboutCitizens
        ? "citizensNotFlagged" : plan.question == .record ? "recordsMissed" : "falseNonLinks",
      estimate: rest.estimate, lower: bounds.lowerBound, upper: bounds.upperBound,
      total: rest.size)
  }

  var overAll: EstimatedRate? {
    guard isIdentified else { return nil }
    switch plan.claim {
    case .citizenFlagRate: return share("citizenFlagRate", .records, decided, rest)
    case .fnir: return share("fnir", .records, rest, decided, isMissed: true)
    default: return share("recall", .truePairs, decided, rest)
    }
  }

  var recallAmongCandidates: EstimatedRate? {
    guard plan.question == .pair, isOverAll else { return nil }
    let inside = LabelledTotal(
      rest.strata.filter { $0.stratum.place != .outside && $0.stratum.place != .outsideAlike })
    guard decided.isCovered, inside.isCovered, inside.strata.count < rest.strata.count else {
      return nil
    }
    return share("recallAmongCandidates", .truePairs, decided, inside)
  }

  /// One total over the sum of two, with limits where each total is at its worst.
  ///
  /// - Parameter isMissed: whether units falsely decided may have been missed too, as a left record
  ///   linked to a stranger may have a mate elsewhere.
  private func share(
    _ name: String, _ basis: RateBasis, _ part: LabelledTotal, _ other: LabelledTotal,
    isMissed: Bool = false
  ) -> EstimatedRate? {
    let tail = alpha / Double(2 * max(part.strata.count + other.strata.count, 1))
    let limits = limits(part, other, lower: tail, upper: tail, isMissed: isMissed)
    return EstimatedRate(
      rate: Rate(
        name, of: basis, labelled: part.yes, of: part.yes + other.yes,
        estimate: ratio(part.estimate, other.estimate), limits: limits, level: plan.confidence,
        method: LabelSampleEstimate.method),
      lowest: ratio(part.lowest, other.highest), highest: ratio(part.highest, other.lowest))
  }

  private func limits(
    _ part: LabelledTotal, _ other: LabelledTotal, lower: Double, upper: Double, isMissed: Bool
  ) -> (lower: Double, upper: Double) {
    let (low, high) = (bounds(part, other, lower), bounds(part, other, upper))
    // Whoever was linked to a stranger may have a mate that was missed.
    let more = isMissed ? other.size - high.other.lowerBound : 0
    return (
      quotient(low.part.lowerBound, low.other.upperBound, ifNone: 0),
      quotient(high.part.upperBound + more, high.other.lowerBound, ifNone: 1)
    )
  }

  private func bounds(
    _ part: LabelledTotal, _ other: LabelledTotal, _ tail: Double
  ) -> (part: ClosedRange<Int>, other: ClosedRange<Int>) {
    func bound(_ total: LabelledTotal) -> ClosedRange<Int> {
      total.strata.first?.stratum.place.isDecided == false
        ? limited(total, tail: tail) : total.bounds(tail: tail)
    }
    return (bound(part), bound(other))
  }

  /// The matches outside the links: where no person has two records in one file there are at most
  /// as many matches in all as records of the smaller file.
  private func limited(_ total: LabelledTotal, tail: Double) -> ClosedRange<Int> {
    let bounds = total.bounds(tail: tail)
    guard oneRecordEach else { return bounds }
    let found = decided.bounds(tail: tail).lowerBound
    let most = max(min(plan.run.leftRecords, plan.run.rightRecords) - found, bounds.lowerBound)
    return bounds.lowerBound...min(bounds.upperBound, most)
  }

  // MARK: The claim

  var verdict: LabelVerdict? {
    guard let atMost = plan.atMost else { return nil }
    let upper: Double
    if isOverAll {
      let tail = alpha / Double(max(decided.strata.count + rest.strata.count, 1))
      switch plan.claim {
      case .citizenFlagRate:
        upper = limits(decided, rest, lower: tail, upper: tail, isMissed: false).upper
      case .fnir: upper = limits(rest, decided, lower: tail, upper: tail, isMissed: true).upper
      default: upper = 1 - limits(decided, rest, lower: tail, upper: tail, isMissed: false).lower
      }
    } else if decided.size > 0 {
      let least = decided.bounds(tail: alpha / Double(decided.strata.count)).lowerBound
      upper = Double(decided.size - least) / Double(decided.size)
    } else {
      upper = 1
    }
    return LabelVerdict(
      claim: plan.claim, atMost: atMost, confidence: plan.confidence, upper: upper,
      isShown: upper <= atMost)
  }

  var notIdentified: [UnmeasuredSection] {
    var missing: [UnmeasuredSection] = []
    let figure = isAboutCitizens ? "citizenFlagRate" : plan.question == .record ? "fnir" : "recall"
    if !isOverAll {
      missing.append(
        UnmeasuredSection(
          section: "recall",
          reason: "not identified: only links were sampled. Matches that are no link can only be "
            + "seen by labels below the threshold and outside the blocks (--claim recall)"))
    } else if !isIdentified {
      let empty = strata.filter { $0.stratum.size > 0 && $0.answered == 0 }.map(\.stratum.name)
      missing.append(
        UnmeasuredSection(
          section: figure,
          reason: "not identified: no label in " + empty.joined(separator: ", ")))
    }
    return missing
  }
}

private func ratio(_ part: Double?, _ other: Double?) -> Double? {
  guard let part, let other, part + other > 0 else { return nil }
  return part / (part + other)
}

private func quotient(_ part: Int, _ other: Int, ifNone: Double) -> Double {
  part + other > 0 ? Double(part) / Double(part + other) : ifNone
}
