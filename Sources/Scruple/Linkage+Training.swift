import ScrupleScoring

extension Linkage {
  /// Trains a model on two prepared files.
  ///
  /// The model is settled with the competition between pairs, so that this is
  /// the whole run but for its links.
  ///
  /// - Throws: what training throws; see `run`.
  public func trainedModel(for prepared: PreparedLinkage) throws -> FellegiSunterModel {
    try run(prepared: prepared).model
  }
}
