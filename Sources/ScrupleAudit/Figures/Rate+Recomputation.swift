import ScrupleStatistics

extension Rate {
  /// The same rate made again: from its count and total by the method it names, with the design
  /// effect that it carries.
  ///
  /// - Returns: nil where the method is not known to this version, or a number that it needs is
  ///   missing.
  public func recomputed() -> Rate? {
    let limits: (lower: Double, upper: Double)?
    switch method {
    case "no data", "no interval", "exact count, no interval", "full count, no interval":
      limits = method == "no data" && lower != nil ? (0, 1) : nil
    case let name where name.hasPrefix("Clopper-Pearson, assumes independent "):
      let interval = BinomialInterval.clopperPearson(count: count, total: total, level: level)
      limits = (interval.lower, interval.upper)
    case let name where name.hasPrefix("Clopper-Pearson, ") && name.contains(" as clusters"):
      guard let effect = designEffect else { return nil }
      limits = ClusteredProportion.interval(
        count: count, total: total, designEffect: effect,
        degreesOfFreedom: degreesOfFreedom, level: level)
    default: return nil
    }
    return Rate(
      name, of: basis, count: count, total: total, limits: limits, level: level, method: method,
      designEffect: designEffect, degreesOfFreedom: degreesOfFreedom)
  }
}
