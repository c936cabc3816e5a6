// The part of the page about larger and smaller registries.

extension AuditText {
  static func growth(_ growth: RegistryGrowth) -> [String] {
    let n = NumberText.grouped
    let units = growth.basis == .persons ? "persons" : "records"
    var lines = ["False links as the registry grows (\(units) without a true mate)"]
    guard growth.searches > 0, !growth.rarefied.isEmpty else { return lines + ["  no data"] }
    let points = [0, growth.rarefied.count / 2, growth.rarefied.count - 1].map {
      growth.rarefied[$0]
    }
    lines.append(
      "  Linked to anything, of \(n(growth.searches)): "
        + points.map { point in
          "\(share(point.fpir)) at \(n(point.records)) records"
        }.joined(separator: ", ") + ".")
    lines += concentration(growth)
    if let projection = growth.projection {
      lines += [
        "  Projected to \(n(projection.records)) records: \(share(projection.fpir.estimate)) "
          + "(\(share(projection.fpir.lower)) to \(share(projection.fpir.upper))).",
        "    No measurement: \(projection.assumption).",
      ]
    }
    return lines
  }

  /// Who carries the false links. Where fewer than a hundredth have any, a hundredth carries all of
  /// them whoever they are: that is no finding, and is left out.
  private static func concentration(_ growth: RegistryGrowth) -> [String] {
    let found = { (share: Double?) in share.flatMap { $0 < 1 ? NumberText.share($0) : nil } }
    let start = "  The most linked hundredth of "
    switch (found(growth.shareOfTopSearches), found(growth.shareOfTopRecords)) {
    case (let searches?, let records?):
      return [start + "them carries \(searches) of the false links; of the records, \(records)."]
    case (let searches?, nil): return [start + "them carries \(searches) of the false links."]
    case (nil, let records?): return [start + "the records carries \(records) of the false links."]
    case (nil, nil): return []
    }
  }

  private static func share(_ share: Double?) -> String {
    guard let share else { return "no data" }
    return share > 0 ? NumberText.share(share) : "none"
  }
}
