import ScrupleStatistics

/// A stratum with what reviewers said of its sample.
///
/// "Yes" is a match, or a citizen. An unsure answer may be either.
public struct LabelledStratum: Sendable, Codable, Equatable {
  /// The stratum as it was planned.
  public let stratum: LabelStratum
  public let yes: Int
  public let no: Int
  public let unsure: Int
  /// The estimated number of its units that are "yes"; nil where no answer was sure.
  @NullEncoded public private(set) var estimate: Double?
  /// The limits of that number at the level of the whole estimate, unsure answers as they hurt most.
  public internal(set) var lower = 0
  public internal(set) var upper = 0

  /// Takes the answers of a stratum.
  public init(_ stratum: LabelStratum, yes: Int, no: Int, unsure: Int) {
    precondition(yes >= 0 && no >= 0 && unsure >= 0, "\(yes), \(no), \(unsure)")
    precondition(yes + no + unsure <= stratum.size, "\(yes + no + unsure) of \(stratum.size)")
    self.stratum = stratum
    self.yes = yes
    self.no = no
    self.unsure = unsure
    let sure = yes + no
    estimate = sure > 0 ? Double(stratum.size) * Double(yes) / Double(sure) : nil
    upper = stratum.size
  }

  /// How many were answered, unsure ones included.
  public var answered: Int { yes + no + unsure }

  /// The least and the greatest number of "yes" that is not refuted, each at its own level; every
  /// unsure answer counts against the bound.
  func bounds(tail: Double) -> ClosedRange<Int> {
    let low = FiniteListBounds(
      count: yes, sample: answered, population: stratum.size, level: 1 - tail)
    let high = FiniteListBounds(
      count: yes + unsure, sample: answered, population: stratum.size, level: 1 - tail)
    return low.lower...high.upper
  }
}

/// The total of "yes" over some strata.
struct LabelledTotal {
  let strata: [LabelledStratum]

  init(_ strata: [LabelledStratum]) { self.strata = strata.filter { $0.stratum.size > 0 } }

  var size: Int { strata.reduce(0) { $0 + $1.stratum.size } }
  var yes: Int { strata.reduce(0) { $0 + $1.yes } }
  var no: Int { strata.reduce(0) { $0 + $1.no } }
  var unsure: Int { strata.reduce(0) { $0 + $1.unsure } }
  var answered: Int { strata.reduce(0) { $0 + $1.answered } }
  /// Whether every stratum was looked at.
  var isCovered: Bool { strata.allSatisfy { $0.answered > 0 } }

  /// The estimated total, unsure answers left out; nil where a stratum has no sure answer.
  var estimate: Double? { sum { Double($0.yes) / Double($0.yes + $0.no) } }
  /// The estimate if no unsure answer is "yes".
  var lowest: Double? { sum { Double($0.yes) / Double($0.answered) } }
  /// The estimate if every unsure answer is "yes".
  var highest: Double? { sum { Double($0.yes + $0.unsure) / Double($0.answered) } }

  private func sum(_ share: (LabelledStratum) -> Double) -> Double? {
    var total = 0.0
    for stratum in strata {
      let value = Double(stratum.stratum.size) * share(stratum)
      guard value.isFinite else { return nil }
      total += value
    }
    return total
  }

  /// The sum of the strata's bounds, each at its own one-sided error.
  func bounds(tail: Double) -> ClosedRange<Int> {
    let all = strata.map { $0.bounds(tail: tail) }
    return all.reduce(0) { $0 + $1.lowerBound }...all.reduce(0) { $0 + $1.upperBound }
  }
}
