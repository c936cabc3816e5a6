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
/// h = 1 / (exp(−T) + (1 − exp(−T)) / r), T = Σ ln(1 + r L(o) h'(o)), with L
/// the odds of a match and h' the factor from the other record's side. The
/// factors of both sides are iterated (loopy belief propagation) and damped.
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
    /// log2 odds of a match for each edge, everything included.
    public var bits: [Double]
    /// Prior odds of a match between two free records.
    public var priorOdds: Double
    /// Expected number of matches.
    public var expectedMatches: Double
  }

  private let edges: [Edge]
  private let left: Incidence
  private let right: Incidence
  /// Edges whose records have no other edge: nothing competes with them.
  private let contested: [Int]

  private static let messageRounds = 6
  private static let laterRounds = 2
  private static let priorRounds = 10
  private static let damping = 0.3
  /// At least this share of each file is taken to be free.
  private static let fewestFree = 0.1

  /// Prepares a graph of pairs.
  ///
  /// - Complexity: O(edges + records).
  public init(edges: [Edge], leftCount: Int, rightCount: Int) {
    self.edges = edges
    let left = Incidence(edges.map(\.left), count: leftCount)
    let right = Incidence(edges.map(\.right), count: rightCount)
    contested = edges.indices.filter {
      left.degree(Int(edges[$0].left)) > 1 || right.degree(Int(edges[$0].right)) > 1
    }
    self.left = left
    self.right = right
  }

  /// What the records of a graph have told each other so far; passing it on to
  /// the next call saves rounds.
  public struct Messages: Sendable {
    /// ln of the factor that competition for the left (right) record puts on
    /// each edge.
    fileprivate var fromLeft: [Double]
    fileprivate var fromRight: [Double]
    fileprivate var rounds = 0

    /// Messages of a graph nothing has been said of.
    public init(edgeCount: Int) {
      fromLeft = [Double](repeating: 0, count: edgeCount)
      fromRight = fromLeft
    }
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
    var outcome = Outcome(bits: [], priorOdds: odds, expectedMatches: 0)
    for _ in 0..<(settlesPrior ? Self.priorRounds : 1) {
      let rounds = messages.rounds == 0 ? Self.messageRounds : Self.laterRounds
      for _ in 0..<rounds {
        exchange(&messages, ratios, odds, leftRepeats, rightRepeats)
      }
      messages.rounds += rounds
      let probabilities = probabilities(ratios, odds, messages)
      outcome.expectedMatches = probabilities.reduce(0, +)
      guard settlesPrior else { break }
      let free = (
        left: available(left, probabilities, repeats: rightRepeats),
        right: available(right, probabilities, repeats: leftRepeats)
      )
      let next = min(0.5, max(1e-300, outcome.expectedMatches / (free.left * free.right)))
      let change = abs(log(next / odds))
      odds = pow(odds, 0.3) * pow(next, 0.7)
      if change < 1e-3 { break }
    }
    outcome.priorOdds = odds
    outcome.bits = edges.indices.map { index in
      log2(ratios[index]) + log2(odds)
        + (messages.fromLeft[index] + messages.fromRight[index]) / Self.naturalLogarithmOf2
    }
    return outcome
  }

  private static let naturalLogarithmOf2 = 0.693_147_180_559_945_3

  private func probabilities(
    _ ratios: [Double], _ odds: Double, _ messages: Messages
  ) -> [Double] {
    var result = ratios.map { ratio -> Double in
      let value = ratio * odds
      return value.isInfinite ? 1 : value / (1 + value)
    }
    for edge in contested {
      let value = ratios[edge] * odds * exp(messages.fromLeft[edge] + messages.fromRight[edge])
      result[edge] = value.isInfinite ? 1 : value / (1 + value)
    }
    return result
  }

  // MARK: - Messages

  /// One round: both sides answer what the other side said in the round before.
  private func exchange(
    _ messages: inout Messages, _ ratios: [Double], _ odds: Double, _ leftRepeats: Double,
    _ rightRepeats: Double
  ) {
    guard !contested.isEmpty else { return }
    var weights = [Double](repeating: 0, count: edges.count)
    for edge in contested {
      weights[edge] = log1p(rightRepeats * ratios[edge] * odds * exp(messages.fromRight[edge]))
    }
    let heard = messages.fromLeft
    left.answer(weights, repeats: rightRepeats, damping: Self.damping, &messages.fromLeft)
    for edge in contested {
      weights[edge] = log1p(leftRepeats * ratios[edge] * odds * exp(heard[edge]))
    }
    right.answer(weights, repeats: leftRepeats, damping: Self.damping, &messages.fromRight)
  }

  /// Expected number of records that can still take a mate.
  private func available(
    _ side: Incidence, _ probabilities: [Double], repeats: Double
  ) -> Double {
    let count = Double(side.recordCount)
    var unmatched = 0.0
    var exclusive = 0.0
    for record in 0..<side.recordCount {
      var sum = 0.0
      var none = 1.0
      for edge in side.edges(of: record) {
        sum += probabilities[Int(edge)]
        none *= 1 - probabilities[Int(edge)]
      }
      unmatched += none
      exclusive += max(0, 1 - sum)
    }
    let free = max(repeats * unmatched + (1 - repeats) * exclusive, Self.fewestFree * count)
    return free + repeats * (count - free)
  }
}

/// The edges of each record of one side, in compressed rows.
private struct Incidence: Sendable {
  private var starts: [UInt32]
  private var members: [UInt32]

  init(_ records: [UInt32], count: Int) {
    starts = [UInt32](repeating: 0, count: count + 1)
    for record in records { starts[Int(record) + 1] += 1 }
    for record in 0..<count { starts[record + 1] += starts[record] }
    var next = starts
    members = [UInt32](repeating: 0, count: records.count)
    for (edge, record) in records.enumerated() {
      members[Int(next[Int(record)])] = UInt32(edge)
      next[Int(record)] += 1
    }
  }

  var recordCount: Int { starts.count - 1 }

  func degree(_ record: Int) -> Int { Int(starts[record + 1] - starts[record]) }

  func edges(of record: Int) -> ArraySlice<UInt32> {
    members[Int(starts[record])..<Int(starts[record + 1])]
  }

  /// The answer of every record with several edges to each of them: ln of the
  /// factor that the other edges put on it.
  ///
  /// The others' terms are summed without the own one, from both ends: taking
  /// the own term out of the total would leave nothing but rounding where it
  /// is a billion times the rest.
  ///
  /// - Parameter terms: ln(1 + r L h) of each edge.
  func answer(
    _ terms: [Double], repeats: Double, damping: Double, _ answers: inout [Double]
  ) {
    var before: [Double] = []
    members.withUnsafeBufferPointer { members in
      for record in 0..<recordCount {
        let range = Int(starts[record])..<Int(starts[record + 1])
        if range.count < 2 { continue }
        before.removeAll(keepingCapacity: true)
        var sum = 0.0
        for position in range {
          before.append(sum)
          sum += terms[Int(members[position])]
        }
        sum = 0
        for position in range.reversed() {
          let edge = Int(members[position])
          let others = before[position - range.lowerBound] + sum
          sum += terms[edge]
          let answer = -log(exp(-others) - expm1(-others) / repeats)
          answers[edge] = damping * answers[edge] + (1 - damping) * answer
        }
      }
    }
  }
}
