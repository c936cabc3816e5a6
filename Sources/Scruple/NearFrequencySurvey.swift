import ScrupleComparison
import ScrupleExecution
import ScrupleNormalization
import ScrupleRecords
import ScrupleScoring

/// How common the values of random pairs are that nearly agree.
///
/// The yardstick of rarity at a near level: two values are rare or common against what
/// strangers show who come to that level. It is learned once and kept in the model beside
/// the u probability, which says how often they come there.
struct NearFrequencySurvey: Sendable {
  /// Of each comparison and level, worst first: the harmonic mean of
  /// `TermFrequencySettings.nearFrequency` over random pairs at that level; nil for levels
  /// that are not near, for those that too few random pairs reach, and where rarity may add
  /// nothing.
  let typicalFrequencies: [[Double?]]

  /// With fewer pairs the mean is chance, and the level stays as it is.
  private static let fewestPairs = 30
  /// Pairs drawn for each random pair of `ScoringSpecification`: only a few comparisons are
  /// made of them, at levels that few pairs reach.
  private static let drawsPerRandomPair = 1
  private static let pairsPerChunk = 16_384

  /// Draws pairs of records, or takes all where they are no more than would be drawn.
  ///
  /// - Parameter settings: of each comparison of the linkage; nil for those that use no
  ///   frequencies.
  /// - Complexity: O(random pairs + values).
  init(
    _ prepared: PreparedLinkage, settings: [TermFrequencySettings?], options: LinkageOptions
  ) {
    let rules = prepared.comparisons.rules
    var typical = rules.map { [Double?](repeating: nil, count: $0.levelCount) }
    let fields = rules.indices.compactMap { position -> NearField? in
      guard !rules[position].nearLevels.isEmpty, let settings = settings[position],
        settings.maximumAdjustmentBits > 0,
        let field = prepared.records.field(rules[position].fields[0])
      else { return nil }
      return NearField(
        position, rules[position], field, prepared.frequencies.frequencies(of: field), settings)
    }
    guard !fields.isEmpty else {
      typicalFrequencies = typical
      return
    }
    let comparisons = prepared.comparisons.unconditional(fields.map(\.position))
    let left = prepared.records.leftCount
    let right = prepared.records.rightCount
    let most = prepared.specification.scoring.randomPairCount * Self.drawsPerRandomPair
    let total = left.multipliedReportingOverflow(by: right)
    let takesAll = !total.overflow && total.partialValue <= most
    let random = CounterRandom(seed: options.seed, stream: 2)
    let chunks = chunkRanges(count: takesAll ? total.partialValue : most, size: Self.pairsPerChunk)
    let sums = options.parallelism.map(
      chunks.count, state: PairBuffers(comparisons)
    ) { chunk, buffers in
      let (lefts, rights) =
        takesAll
        ? (
          chunks[chunk].map { UInt32($0 / right) }, chunks[chunk].map { UInt32($0 % right) }
        )
        : random.pairs(chunks[chunk], leftCount: left, rightCount: right)
      comparisons.patterns(
        left: lefts, right: rights, scratch: &buffers.comparing, into: &buffers.patterns)
      return fields.enumerated().map { place, field in
        field.sums(
          lefts, rights, buffers.patterns.map { comparisons.layout.level(of: place, in: $0) })
      }
    }
    for (place, field) in fields.enumerated() {
      var all = [NearField.Sum](repeating: .init(), count: field.rule.levelCount + 1)
      for chunk in sums {
        for level in all.indices { all[level].add(chunk[place][level]) }
      }
      for level in field.rule.nearLevels where all[level].count >= Self.fewestPairs {
        typical[field.position][level - 1] = Double(all[level].count) / all[level].reciprocals
      }
    }
    typicalFrequencies = typical
  }
}

/// One comparison with near levels, and the frequencies of its values.
private struct NearField: Sendable {
  struct Sum: Sendable {
    var count = 0
    var reciprocals = 0.0

    mutating func add(_ other: Sum) {
      count += other.count
      reciprocals += other.reciprocals
    }
  }

  let position: Int
  let rule: ComparisonRule
  private let left: [UInt32]
  private let right: [UInt32]
  private let frequencies: [Double]
  private let settings: TermFrequencySettings
  private let isNear: [Bool]

  init(
    _ position: Int, _ rule: ComparisonRule, _ field: NormalizedField,
    _ frequencies: FieldFrequencies, _ settings: TermFrequencySettings
  ) {
    self.position = position
    self.rule = rule
    left = field.left.singleValues
    right = field.right.singleValues
    self.frequencies = frequencies.terms.frequencies
    self.settings = settings
    var isNear = [Bool](repeating: false, count: rule.levelCount + 1)
    for level in rule.nearLevels { isNear[level] = true }
    self.isNear = isNear
  }

  /// Pairs and reciprocal frequencies at each level code.
  func sums(_ lefts: [UInt32], _ rights: [UInt32], _ levels: [Int]) -> [Sum] {
    var sums = [Sum](repeating: Sum(), count: isNear.count)
    for (index, level) in levels.enumerated() where isNear[level] {
      let mine = Int(left[Int(lefts[index])])
      let theirs = Int(right[Int(rights[index])])
      guard mine != ValueDictionary.missing, theirs != ValueDictionary.missing else { continue }
      sums[level].count += 1
      sums[level].reciprocals += 1 / settings.nearFrequency(frequencies[mine], frequencies[theirs])
    }
    return sums
  }
}

extension FieldColumn {
  /// The code of each record that has one value; missing for a record with several, of
  /// which any may be the one that agrees.
  var singleValues: [UInt32] {
    guard isMultiValued else { return first }
    return first.indices.map { otherRange(of: $0).isEmpty ? first[$0] : ValueDictionary.missing }
  }
}
