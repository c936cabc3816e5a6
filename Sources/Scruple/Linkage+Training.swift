import ScrupleScoring

extension Linkage {
  /// Trains a model on two prepared files without scoring them.
  ///
  /// - Throws: what training throws; see `run`.
  public func trainedModel(for prepared: PreparedLinkage) throws -> FellegiSunterModel {
    options.progress(.train, 0)
    return try Training(prepared: prepared, options: options).model()
  }
}
