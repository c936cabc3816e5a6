import ScrupleScoring

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Settles what pairs that compete for the same records say of each other.
///
/// A booking and a record that agree well are less likely a match when the
/// booking agrees as well with another record, unless that file holds several
/// records of a person. How many it holds is a number in 0...1, not a switch:
/// r is how much likelier, given one mate, a further record is a mate too,
/// relative to a file full of duplicates. With r = 0 a record has at most one
/// mate, with r = 1 pairs do not compete at all.
///
/// For edge e of a record with other edges o, the factor on e's odds is
/// h = 1 / (q + (1 − q) / r), q = Π 1 / (1 + r L(o) h'(o)), with L the odds of
/// a match and h' the factor from the other record's side. The factors of both
/// sides are iterated (loopy belief propagation) and damped.
///
/// Most pairs compete with no other. They are settled in closed form, and only
/// the others, the contested ones, are iterated.
///
/// The prior odds θ are settled with the pairs: expected matches divided by the
/// pairs of records that are still free, Σp / (A(left) A(right)). A record that
/// surely has its mate is no longer a partner for anybody else.
public struct Competition: Sendable {
  /// One pair that may be a match.
  public struct Edge: Sendable {
    public let left: UInt32
    public let right: UInt32

    public init(left: UInt32, right: UInt32) {
      self.left = left
      self.right = right
    }
  }

  /// What is found.
  public struct Outcome: Sendable {
    /// Odds of a match for each edge, everything included.
    public var odds: [Double]
    /// Prior odds of a match between two free records.
    public var priorOdds: Double
    /// Expected number of matches.
    public var expectedMatches: Double

    /// log2 odds of a match for each edge.
    public var bits: [Double] { odds.map { log2($0) } }
  }

  private let edgeCount: Int
  private let left: RivalGroups
  private let right: RivalGroups
  /// Edges that share a record with another one, ascending.
  private let contested: [Int]
  /// Edges whose records have no other edge.
  private let alone: [Int]

  private static let mostRounds = 24
  /// Rounds end when probabilities move by less, together and relative to the
  /// expected matches. A few edges in a loop may swing for ever; they do not count.
  private static let smallestMove = 1e-4
  /// And the prior by less, in natural logarithms.
  private static let smallestPriorMove = 1e-3
  private static let damping = 0.3

  /// Prepares a graph of pairs.
  ///
  /// - Complexity: O(edges + records).
  public init(edges: [Edge], leftCount: Int, rightCount: Int) {
    edgeCount = edges.count
    var degrees = (
      left: [UInt32](repeating: 0, count: leftCount),
      right: [UInt32](repeating: 0, count: rightCount)
    )
    for edge in edges {
      degrees.left[Int(edge.left)] += 1
      degrees.right[Int(edge.right)] += 1
    }
    var contested: [Int] = []
    var alone: [Int] = []
    for (index, edge) in edges.enumerated() {
      if degrees.left[Int(edge.left)] > 1 || degrees.right[Int(edge.right)] > 1 {
        contested.append(index)
      } else {
        alone.append(index)
      }
    }
    left = RivalGroups(contested.map { edges[$0].left }, recordCount: leftCount, alone.count)
    right = RivalGroups(contested.map { edges[$0].right }, recordCount: rightCount, alone.count)
    self.contested = contested
    self.alone = alone
  }

  /// What the records of a graph have told each other so far; passing it on to
  /// the next call saves rounds.
  public struct Messages: Sendable {
    /// What competition for the left (right) record puts on each contested
    /// edge; empty before the first round.
    fileprivate var fromLeft = Factors()
    fileprivate var fromRight = Factors()

    /// Messages of a graph nothing has been said of.
    public init() {}
  }

  /// Settles the competition.
  ///
  /// - Parameters:
  ///   - ratios: the Bayes factor of each edge, natural, without a prior.
  ///   - startOdds: prior odds to start from.
  ///   - leftRepeats: r of the left file: how far a right record can have
  ///     several left mates.
  ///   - rightRepeats: the same for the right file.
  ///   - messages: where to go on from; receives what was said last.
  ///   - settlesPrior: false to keep `startOdds`.
  /// - Complexity: O(edges × rounds); edges that nothing competes with cost one
  ///   round in all.
  public func settle(
    ratios: [Double], startOdds: Double, leftRepeats: Double, rightRepeats: Double,
    messages: inout Messages, settlesPrior: Bool = true
  ) -> Outcome {
    let leftRepeats = min(1, max(1e-6, leftRepeats))
    let rightRepeats = min(1, max(1e-6, rightRepeats))
    var odds = startOdds
    var lastChange = 0.0
    var outcome = Outcome(odds: [], priorOdds: odds, expectedMatches: 0)
    let rivals = contested.map { ratios[$0] }
    messages.require(edgeCount: rivals.count)
    var work = Work(edgeCount: rivals.count)
    for _ in 0..<Self.mostRounds {
      exchange(&messages, rivals, odds, leftRepeats, rightRepeats, &work)
      var matchedAlone = 0.0
      for edge in alone { matchedAlone += Probability.value(ofOdds: ratios[edge] * odds) }
      var move = 0.0
      for edge in rivals.indices {
        let probability = Probability.value(
          ofOdds: rivals[edge] * odds
            * (messages.fromLeft.factors[edge] * messages.fromRight.factors[edge]))
        move += abs(probability - work.probabilities[edge])
        work.probabilities[edge] = probability
      }
      outcome.expectedMatches = matchedAlone + work.probabilities.reduce(0, +)
      var change = 0.0
      if settlesPrior {
        let free = (
          left: left.available(work.probabilities, matchedAlone, repeats: rightRepeats),
          right: right.available(work.probabilities, matchedAlone, repeats: leftRepeats)
        )
        let next = min(0.5, max(1e-300, outcome.expectedMatches / (free.left * free.right)))
        change = log(next / odds)
        // A step back goes half the way, so that no two priors take turns for ever.
        odds = change * lastChange < 0 ? (odds * next).squareRoot() : next
        lastChange = change
      }
      let isStill = move <= Self.smallestMove * outcome.expectedMatches
      if isStill && abs(change) < Self.smallestPriorMove { break }
    }
    outcome.priorOdds = odds
    outcome.odds = ratios.map { $0 * odds }
    for (edge, index) in contested.enumerated() {
      outcome.odds[index] *= messages.fromLeft.factors[edge] * messages.fromRight.factors[edge]
    }
    return outcome
  }

  // MARK: - Messages

  /// Working memory of the rounds.
  private struct Work {
    var terms: [Double]
    var heard: [Double]
    var probabilities: [Double]

    init(edgeCount: Int) {
      terms = [Double](repeating: 0, count: edgeCount)
      heard = terms
      probabilities = terms
    }
  }

  /// One round: both sides answer what the other side said in the round before.
  private func exchange(
    _ messages: inout Messages, _ ratios: [Double], _ odds: Double, _ leftRepeats: Double,
    _ rightRepeats: Double, _ work: inout Work
  ) {
    for edge in ratios.indices {
      work.heard[edge] = messages.fromLeft.factors[edge]
      work.terms[edge] =
        1 / (1 + rightRepeats * ratios[edge] * odds * messages.fromRight.factors[edge])
    }
    left.answer(work.terms, repeats: rightRepeats, damping: Self.damping, &messages.fromLeft)
    for edge in ratios.indices {
      work.terms[edge] = 1 / (1 + leftRepeats * ratios[edge] * odds * work.heard[edge])
    }
    right.answer(work.terms, repeats: leftRepeats, damping: Self.damping, &messages.fromRight)
  }
}

extension Competition.Messages {
  fileprivate mutating func require(edgeCount: Int) {
    if fromLeft.factors.count == edgeCount { return }
    precondition(
      fromLeft.factors.isEmpty,
      "messages of \(fromLeft.factors.count) edges for \(edgeCount) edges")
    fromLeft = Factors(edgeCount: edgeCount)
    fromRight = fromLeft
  }
}

/// A factor on the odds of each contested edge, with its natural logarithm.
private struct Factors: Sendable {
  var factors: [Double] = []
  var logarithms: [Double] = []

  init() {}

  init(edgeCount: Int) {
    factors = [Double](repeating: 1, count: edgeCount)
    logarithms = [Double](repeating: 0, count: edgeCount)
  }

  mutating func withPointers(
    _ body: (UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    factors.withUnsafeMutableBufferPointer { factors in
      logarithms.withUnsafeMutableBufferPointer { body(factors, $0) }
    }
  }
}

/// The contested edges of each record of one side, in compressed rows.
///
/// Records with a single contested edge, whose rivals are all on the other
/// side, have no row but are counted.
private struct RivalGroups: Sendable {
  private var starts: [UInt32] = [0]
  private var members: [UInt32] = []
  /// Contested edges that have no other at their record of this side.
  private var single: [UInt32] = []
  private let recordCount: Int
  /// Records without any edge, and those with one that nothing competes with.
  private let idleCount: Int
  private let aloneCount: Int

  /// At least this share of each file is taken to be free.
  private static let fewestFree = 0.1

  /// Groups contested edges by their records.
  init(_ records: [UInt32], recordCount: Int, _ aloneCount: Int) {
    self.recordCount = recordCount
    self.aloneCount = aloneCount
    var ends = [UInt32](repeating: 0, count: recordCount + 1)
    for record in records { ends[Int(record) + 1] += 1 }
    var busy = 0
    for record in 0..<recordCount {
      if ends[record + 1] > 0 { busy += 1 }
      ends[record + 1] += ends[record]
    }
    idleCount = recordCount - busy - aloneCount
    var next = ends
    var all = [UInt32](repeating: 0, count: records.count)
    for (edge, record) in records.enumerated() {
      all[Int(next[Int(record)])] = UInt32(edge)
      next[Int(record)] += 1
    }
    for record in 0..<recordCount {
      let range = Int(ends[record])..<Int(ends[record + 1])
      if range.count == 1 { single.append(all[range.lowerBound]) }
      if range.count < 2 { continue }
      members.append(contentsOf: all[range])
      starts.append(UInt32(members.count))
    }
  }

  /// The answer of every record with several edges to each of them: the factor
  /// that the other edges put on it.
  ///
  /// The others' terms are multiplied without the own one, from both ends:
  /// taking the own term out of the product would leave nothing but rounding
  /// where it is a billion times smaller than the rest.
  ///
  /// - Parameter terms: 1 / (1 + r L h) of each edge.
  func answer(
    _ terms: [Double], repeats: Double, damping: Double, _ answers: inout Factors
  ) {
    var before: [Double] = []
    answers.withPointers { factors, logarithms in
      terms.withUnsafeBufferPointer { terms in
        members.withUnsafeBufferPointer { members in
          for group in 0..<(starts.count - 1) {
            let range = Int(starts[group])..<Int(starts[group + 1])
            before.removeAll(keepingCapacity: true)
            var product = 1.0
            for position in range {
              before.append(product)
              product *= terms[Int(members[position])]
            }
            product = 1
            for position in range.reversed() {
              let edge = Int(members[position])
              let others = before[position - range.lowerBound] * product
              product *= terms[edge]
              let answer = -log(others + (1 - others) / repeats)
              let damped = damping * logarithms[edge] + (1 - damping) * answer
              logarithms[edge] = damped
              factors[edge] = exp(damped)
            }
          }
        }
      }
    }
  }

  /// Expected number of records that can still take a mate.
  ///
  /// - Parameters:
  ///   - probabilities: those of the contested edges.
  ///   - matchedAlone: the sum over the other edges.
  func available(
    _ probabilities: [Double], _ matchedAlone: Double, repeats: Double
  ) -> Double {
    let count = Double(recordCount)
    // Without rivals, to be unmatched and to have room are the same.
    var unmatched = Double(idleCount) + (Double(aloneCount) - matchedAlone)
    for edge in single { unmatched += 1 - probabilities[Int(edge)] }
    var exclusive = unmatched
    for group in 0..<(starts.count - 1) {
      var sum = 0.0
      var none = 1.0
      for position in Int(starts[group])..<Int(starts[group + 1]) {
        let probability = probabilities[Int(members[position])]
        sum += probability
        none *= 1 - probability
      }
      unmatched += none
      exclusive += max(0, 1 - sum)
    }
    let free = max(repeats * unmatched + (1 - repeats) * exclusive, Self.fewestFree * count)
    return free + repeats * (count - free)
  }
}
