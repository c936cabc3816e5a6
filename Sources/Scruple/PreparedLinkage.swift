import ScrupleBlocking
import ScrupleComparison
import ScrupleDecision
import ScrupleExecution
import ScrupleFlagging
import ScrupleNormalization
import ScrupleRecords

/// Two files, read, normalized and blocked: everything before the first pair.
public struct PreparedLinkage: Sendable {
  /// The specification with everything that was chosen filled in.
  public let specification: LinkageSpecification
  public let records: NormalizedRecords
  public let summary: NormalizationSummary
  /// How the blocking rules were chosen; nil where they were given.
  public let plan: BlockingPlan?
  public let candidates: CandidatePairs
  public let comparisons: PreparedComparisons
  /// The deterministic rules, bound to the comparisons; nil where a model decides.
  public let rules: PatternRules?
  /// How the rules' pairs are found; nil where a model decides.
  public let ruleBlocking: RuleBlocking?
  public let timings: StageTimings
  /// The keys of the fields' values, for the blocks within each file.
  let keys: KeyCache
  /// How common the fields' values are.
  let frequencies = FrequencyCache()
  let left: CanonicalOrder
  let right: CanonicalOrder

  /// Normalizes two tables, chooses what the specification leaves open, and
  /// builds the blocks.
  ///
  /// - Throws: `LinkageError`, `BlockingError`, `ComparisonError`,
  ///   `DecisionError` or `NormalizationError`, each with what does not fit.
  public init(
    left leftTable: RecordTable, right rightTable: RecordTable,
    specification: LinkageSpecification, options: LinkageOptions
  ) throws {
    try self.init(
      left: leftTable, right: rightTable, specification: specification, options: options,
      repeating: nil)
  }

  /// Prepares two tables as a run was that other values are tried for.
  ///
  /// - Parameter earlier: the records of that run; a field that they have and these tables have no
  ///   value of stays, with nothing in it. nil for a run of its own.
  /// - Parameter isWithoutCandidates: whether the pairs are known, so that none need be found.
  init(
    left: RecordTable, right: RecordTable, specification: LinkageSpecification,
    options: LinkageOptions, repeating earlier: NormalizedRecords?,
    isWithoutCandidates: Bool = false
  ) throws {
    try self.init(
      NormalizedFiles(
        left: left, right: right, specification: specification, options: options,
        repeating: earlier),
      specification: specification, options: options, isWithoutCandidates: isWithoutCandidates)
  }

  /// Chooses what the specification leaves open, and builds the blocks.
  ///
  /// - Parameter files: normalized under the same specification.
  /// - Throws: `BlockingError`, `ComparisonError`, `DecisionError`, each with what does not fit.
  public init(
    _ files: NormalizedFiles, specification: LinkageSpecification, options: LinkageOptions,
    isWithoutCandidates: Bool = false
  ) throws {
    var timings = files.timings
    timings.restart()
    var specification = specification
    let records = files.records
    options.progress(.block, 0)
    let rules = specification.comparisons ?? DefaultComparisons.rules(for: records)
    let comparisons = try PreparedComparisons(
      rules: rules, records: records, memory: options.memory, parallelism: options.parallelism)
    specification.comparisons = rules
    self.rules =
      specification.rules.isEmpty
      ? nil
      : try PatternRules(specification.rules, comparisons: rules, layout: comparisons.layout)
    ruleBlocking = self.rules.map {
      RuleBlocking(rules: $0.rules, comparisons: rules, records: records)
    }
    let budget =
      specification.blocking.pairBudget
      ?? BlockingPlan.defaultPairBudget(
        leftCount: records.leftCount, rightCount: records.rightCount)
    let keys = KeyCache()
    let maximumBlockPairs: Int
    if ruleBlocking == nil {
      maximumBlockPairs = specification.blocking.maximumBlockPairs ?? max(budget, 400_000)
      specification.blocking.maximumBlockPairs = maximumBlockPairs
    } else {
      // A block that was left out for its size would be a loss that no rule knows of.
      maximumBlockPairs = specification.blocking.maximumBlockPairs ?? .max
    }
    var plan: BlockingPlan?
    var built = BuiltBlocks()
    if specification.blocking.rules == nil && ruleBlocking?.openRules.isEmpty != true {
      let chosen = try BlockingPlan.choosing(
        for: records, pairBudget: budget, maximumBlockPairs: maximumBlockPairs, cache: keys,
        memory: options.memory, parallelism: options.parallelism)
      specification.blocking.rules = chosen.plan.rules
      (plan, built) = (chosen.plan, chosen.built)
    }
    specification.blocking.pairBudget = budget
    if let ruleBlocking, !isWithoutCandidates {
      specification.blocking.rules = ruleBlocking.rules(before: specification.blocking.rules ?? [])
    }
    candidates = try CandidatePairs(
      rules: specification.blocking.rules ?? [], records: records,
      maximumBlockPairs: maximumBlockPairs, leftRows: nil, cache: keys, known: consume built,
      memory: options.memory, parallelism: options.parallelism)
    keys.keep(specification.blocking.rules ?? [])
    try options.memory?.check()
    timings.finish(.block)

    if specification.flags == nil,
      FlagRule.applies(left: specification.left.mapping, right: specification.right.mapping)
    {
      specification.flags = FlagRule()
    }
    self.specification = specification
    self.records = records
    self.comparisons = comparisons
    self.keys = keys
    self.plan = plan
    self.timings = timings
    summary = files.summary
    left = files.left
    right = files.right
  }

  /// The id of a left record at its canonical position.
  public func leftId(_ position: Int) -> String { left.id(at: position) }

  /// The id of a right record at its canonical position.
  public func rightId(_ position: Int) -> String { right.id(at: position) }
}

/// Seconds each stage took.
public struct StageTimings: Sendable {
  public private(set) var seconds: [(stage: LinkageStage, seconds: Double)] = []
  private var mark = ProcessResources.monotonicSeconds()

  public init() {}

  /// Books the time since the last mark on a stage.
  public mutating func finish(_ stage: LinkageStage) {
    let now = ProcessResources.monotonicSeconds()
    if let index = seconds.firstIndex(where: { $0.stage == stage }) {
      seconds[index].seconds += now - mark
    } else {
      seconds.append((stage, now - mark))
    }
    mark = now
  }

  /// Starts the clock again without booking anything.
  public mutating func restart() { mark = ProcessResources.monotonicSeconds() }
}
