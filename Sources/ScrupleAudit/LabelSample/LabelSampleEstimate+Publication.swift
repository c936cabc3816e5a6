extension LabelSampleEstimate {
  /// The estimate for the public: without tables of labels from which a small count could be found
  /// out. The rates over all that was drawn stay, with their limits.
  ///
  /// A table goes as a whole where one of its counts is small.
  /// - Parameter threshold: the least count that is shown, 2 or more.
  public func forPublication(threshold: Int = 11) -> LabelSampleEstimate {
    precondition(threshold > 1, "a threshold of \(threshold)")
    func isSmall(_ count: Int) -> Bool { count > 0 && count < threshold }
    func isSmall(_ rate: Rate) -> Bool { isSmall(rate.count) || isSmall(rate.total - rate.count) }
    var copy = self
    if strata.contains(where: { isSmall($0.yes) || isSmall($0.no) || isSmall($0.unsure) }) {
      copy.strata = []
    }
    // Groups part what the strata hold, so they stand or fall together.
    if copy.strata.isEmpty || groups.contains(where: { isSmall($0.precision.rate) }) {
      copy.groups = []
    }
    if reviewers.map({ $0.table.joined().contains(where: isSmall) }) ?? false {
      copy.reviewers = nil
    }
    if controls.map({ isSmall($0.sensitivity) || isSmall($0.specificity) }) ?? false {
      copy.controls = nil
    }
    return copy
  }
}
