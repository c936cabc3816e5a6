import ScrupleExecution
import ScrupleScoring

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The contested edges of one side, record by record.
///
/// **Shape**: a *slot* is an edge as this side sees it. Slots `starts[g]..<starts[g + 1]` are the
/// edges of one record, in the order of the edges.
struct RivalSide: Sendable {
  /// The edge of each slot.
  let edges: [UInt32]
  /// The other side's slot of the same edge.
  let partners: [UInt32]
  private let starts: [UInt32]
  /// Groups that one thread works on at a time.
  let chunks: [Range<Int>]
  private let recordCount: Int
  /// Records without any edge, and those with one that nothing competes with.
  private let idleCount: Int
  private let aloneCount: Int

  /// At least this share of each file is taken to be free.
  private static let fewestFree = 0.1
  private static let slotsOfAChunk = 16_384

  /// Both sides of some edges.
  ///
  /// - Parameters:
  ///   - contested: the edges, ascending, with their two records.
  ///   - recordCounts: of the left and the right file.
  ///   - aloneCount: edges that are not contested.
  /// - Complexity: O(edges + records).
  static func both(
    _ contested: [(edge: UInt32, left: UInt32, right: UInt32)],
    recordCounts: (left: Int, right: Int), aloneCount: Int
  ) -> (left: RivalSide, right: RivalSide) {
    let lefts = slots(of: contested.map(\.left), recordCount: recordCounts.left)
    let rights = slots(of: contested.map(\.right), recordCount: recordCounts.right)
    func side(
      _ own: (slots: [UInt32], ends: [UInt32]), _ other: [UInt32], recordCount: Int
    ) -> RivalSide {
      var edges = [UInt32](repeating: 0, count: contested.count)
      var partners = edges
      for (place, slot) in own.slots.enumerated() {
        edges[Int(slot)] = contested[place].edge
        partners[Int(slot)] = other[place]
      }
      return RivalSide(
        edges: edges, partners: partners, ends: own.ends, recordCount: recordCount,
        aloneCount: aloneCount)
    }
    return (
      side(lefts, rights.slots, recordCount: recordCounts.left),
      side(rights, lefts.slots, recordCount: recordCounts.right)
    )
  }

  /// The slot of each edge by its record, and where the slots of each record end.
  private static func slots(
    of records: [UInt32], recordCount: Int
  ) -> (slots: [UInt32], ends: [UInt32]) {
    var next = [UInt32](repeating: 0, count: recordCount + 1)
    for record in records { next[Int(record) + 1] += 1 }
    for record in 0..<recordCount { next[record + 1] += next[record] }
    let slots = records.map { record in
      defer { next[Int(record)] += 1 }
      return next[Int(record)]
    }
    return (slots, next)
  }

  private init(
    edges: [UInt32], partners: [UInt32], ends: [UInt32], recordCount: Int, aloneCount: Int
  ) {
    self.edges = edges
    self.partners = partners
    self.recordCount = recordCount
    self.aloneCount = aloneCount
    var starts: [UInt32] = [0]
    var chunks: [Range<Int>] = []
    var first = 0
    for end in ends.dropLast() where end > starts[starts.count - 1] {
      starts.append(end)
      if Int(end - starts[first]) >= Self.slotsOfAChunk {
        chunks.append(first..<(starts.count - 1))
        first = starts.count - 1
      }
    }
    if first < starts.count - 1 { chunks.append(first..<(starts.count - 1)) }
    self.starts = starts
    self.chunks = chunks
    idleCount = recordCount - (starts.count - 1) - aloneCount
  }

  /// The slots of a record.
  @inline(__always)
  fileprivate func slots(of group: Int) -> Range<Int> {
    Int(starts[group])..<Int(starts[group + 1])
  }

  /// The slots of some records.
  @inline(__always)
  fileprivate func slots(of groups: Range<Int>) -> Range<Int> {
    Int(starts[groups.lowerBound])..<Int(starts[groups.upperBound])
  }

  /// Expected number of records that can still take a mate.
  ///
  /// - Parameters:
  ///   - totals: of the contested edges.
  ///   - matchedAlone: expected matches of the other edges.
  func available(_ totals: RivalTotals, _ matchedAlone: Double, repeats: Double) -> Double {
    let count = Double(recordCount)
    // Without rivals, to be unmatched and to have room are the same.
    let others = Double(idleCount) + (Double(aloneCount) - matchedAlone)
    let unmatched = others + totals.unmatched
    let exclusive = others + totals.exclusive
    let free = max(repeats * unmatched + (1 - repeats) * exclusive, Self.fewestFree * count)
    return free + repeats * (count - free)
  }
}

/// What the edges of some records come to.
struct RivalTotals: Sendable {
  /// Expected matches.
  var matched = 0.0
  /// How far the probabilities moved.
  var moved = 0.0
  /// Expected records without a mate.
  var unmatched = 0.0
  /// The same if two mates exclude each other: 1 − Σp, not below 0.
  var exclusive = 0.0

  static func += (totals: inout RivalTotals, other: RivalTotals) {
    totals.matched += other.matched
    totals.moved += other.moved
    totals.unmatched += other.unmatched
    totals.exclusive += other.exclusive
  }
}

/// What records of one side have told their edges so far: a factor on the odds of each slot, with
/// its natural logarithm.
struct RivalFactors: Sendable {
  private(set) var factors: [Double] = []
  private var logarithms: [Double] = []

  mutating func require(count: Int) {
    if factors.count == count { return }
    precondition(
      factors.isEmpty, "messages of \(factors.count) edges for \(count) edges")
    factors = [Double](repeating: 1, count: count)
    logarithms = [Double](repeating: 0, count: count)
  }

  /// Calls a closure with the numbers of a side's slots.
  ///
  /// - Parameter ratios: the Bayes factor of each edge.
  mutating func withSlots<Result>(
    _ side: RivalSide, _ ratios: [Double], _ body: (RivalSlots) -> Result
  ) -> Result {
    var own = side.edges.map { ratios[Int($0)] }
    var heard = [Double](repeating: 1, count: own.count)
    var probabilities = [Double](repeating: 0, count: own.count)
    return factors.withUnsafeMutableBufferPointer { factors in
      logarithms.withUnsafeMutableBufferPointer { logarithms in
        own.withUnsafeMutableBufferPointer { ratios in
          heard.withUnsafeMutableBufferPointer { heard in
            probabilities.withUnsafeMutableBufferPointer { probabilities in
              body(
                RivalSlots(
                  side: side, ratios: UnsafeBufferPointer(ratios), factors: factors,
                  logarithms: logarithms, heard: heard, probabilities: probabilities))
            }
          }
        }
      }
    }
  }
}

/// The numbers of one side's slots during the rounds.
struct RivalSlots: @unchecked Sendable {
  // Safe to share: a chunk of groups, and so each slot, is one thread's; what the other side says
  // is only read while nobody writes it.
  let side: RivalSide
  let ratios: UnsafeBufferPointer<Double>
  /// What this side's record puts on the odds.
  let factors: UnsafeMutableBufferPointer<Double>
  let logarithms: UnsafeMutableBufferPointer<Double>
  /// What the other side's record put on them in the round before.
  let heard: UnsafeMutableBufferPointer<Double>
  let probabilities: UnsafeMutableBufferPointer<Double>

  /// Takes over what the other side said last.
  func hear(_ other: RivalSlots, _ chunk: Int) {
    for slot in side.slots(of: side.chunks[chunk]) {
      heard[slot] = other.factors[Int(side.partners[slot])]
    }
  }

  /// The answer of every record with several edges to each of them: the factor
  /// that the other edges put on it.
  ///
  /// The others' terms 1 / (1 + r L h) are multiplied without the own one, from both ends:
  /// taking the own term out of the product would leave nothing but rounding
  /// where it is a billion times smaller than the rest.
  ///
  /// - Parameter terms: working memory.
  func answer(
    _ chunk: Int, odds: Double, repeats: Double, damping: Double, _ terms: inout [Double]
  ) {
    for group in side.chunks[chunk] {
      let slots = side.slots(of: group)
      if slots.count < 2 { continue }
      // First the term of each slot, and the product of those before it.
      terms.removeAll(keepingCapacity: true)
      var product = 1.0
      for slot in slots {
        let term = 1 / (1 + repeats * ratios[slot] * odds * heard[slot])
        terms.append(term)
        terms.append(product)
        product *= term
      }
      product = 1
      for slot in slots.reversed() {
        let place = 2 * (slot - slots.lowerBound)
        let others = terms[place + 1] * product
        product *= terms[place]
        let answer = -log(others + (1 - others) / repeats)
        let damped = damping * logarithms[slot] + (1 - damping) * answer
        logarithms[slot] = damped
        factors[slot] = exp(damped)
      }
    }
  }

  /// The probabilities after a round.
  func settle(_ chunk: Int, odds: Double) -> RivalTotals {
    var totals = RivalTotals()
    for group in side.chunks[chunk] {
      var sum = 0.0
      var none = 1.0
      for slot in side.slots(of: group) {
        let probability = Probability.value(
          ofOdds: ratios[slot] * odds * (factors[slot] * heard[slot]))
        totals.moved += abs(probability - probabilities[slot])
        probabilities[slot] = probability
        sum += probability
        none *= 1 - probability
      }
      totals.matched += sum
      totals.unmatched += none
      totals.exclusive += max(0, 1 - sum)
    }
    return totals
  }
}
