import ScrupleAudit
import ScrupleGroundTruth

/// Refuses a truth by which nothing can be measured, instead of measuring by it.
enum TruthCheck {
  /// Refuses a truth that is empty, is of other files for the most part, or labels no linked record.
  ///
  /// - Throws: `Failure`.
  static func requireUsable(_ loaded: LoadedTruth, links: [ScoredLink], from name: String) throws {
    let (truth, tally) = (loaded.truth, loaded.tally)
    let place = TerminalText.quoted(name)
    if tally.rows == 0 {
      throw Failure(
        "\(place) holds no truth: it has no row, so that every link would count as false. "
          + "Name the file with the true pairs, or with the entity of each record.")
    }
    if tally.unknownRows * 2 > tally.rows {
      throw Failure(
        "\(TerminalText.count(tally.unknownRows)) of \(TerminalText.count(tally.rows, "row")) of "
          + "the truth \(place) name records that the files do not have: it is the truth of other "
          + "files, or its ids are others. Leave rows of other records out where that is meant.")
    }
    if truth.labelledLeftCount == 0 || truth.labelledRightCount == 0 {
      let side = truth.labelledLeftCount == 0 ? "left" : "right"
      throw Failure(
        "The truth \(place) labels no record of the \(side) file: there is nothing to measure by.")
    }
    let isLabelled = { (link: ScoredLink) in
      truth.isLabelled(left: link.left) && truth.isLabelled(right: link.right)
    }
    if !links.isEmpty && !links.contains(where: isLabelled) {
      throw Failure(
        "The truth \(place) labels the two records of none of the "
          + "\(TerminalText.count(links.count, "listed pair")): there is nothing to measure by. "
          + "Check its ids, and that it is the truth of these files.")
    }
  }

  /// What the reader of the audit must know of the rows that were left out.
  static func warnings(_ tally: TruthTally) -> [AuditWarning] {
    tally.unknownRows > 0 ? [.unknownTruth(tally.unknownRows, of: tally.rows)] : []
  }
}
