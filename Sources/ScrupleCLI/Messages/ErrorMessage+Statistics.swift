import ScrupleStatistics

extension ErrorMessage {
  static func message(_ error: StatisticsError) -> String {
    switch error {
    case .extrapolationTooFar(let observed, let requested, let limit):
      "\(TerminalText.count(requested)) records are more than \(TerminalText.fixed(limit, 0)) times "
        + "the \(TerminalText.count(observed)) that were measured: nothing in the data says what "
        + "happens there. With --allow-extrapolation the projection is made all the same."
    case .noFiniteFit(let positives, let negatives):
      "No finite fit exists for \(positives) matches and \(negatives) non-matches."
    case .countsTooSmall(let counts, let needed):
      "The counts \(counts.map(String.init).joined(separator: ", ")) are below \(needed)."
    }
  }
}
